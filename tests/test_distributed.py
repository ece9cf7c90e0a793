"""Citations by Dask; the oracle is the processor over all items in one process."""

from __future__ import annotations

import json
import os
import signal
import threading
from pathlib import Path
from typing import Any

import pytest

from publist.csl import Processor, Style
from publist.errors import ConfigError, StyleError
from publist.output.facts import as_text

dask = pytest.importorskip("dask")
bags = pytest.importorskip("dask.bag")
frames = pytest.importorskip("dask.dataframe")
pandas = pytest.importorskip("pandas")

from publist.distributed import citations  # noqa: E402 - it needs Dask

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of Dask about pandas

_STYLES = ["apa", "ieee", "modern-language-association"]


@pytest.fixture(autouse=True)
def _threads():
    with dask.config.set(scheduler="threads"):
        yield


def works(count: int) -> list[dict[str, Any]]:
    """Items by few people in few years, in which many cites look the same."""
    return [
        {
            "id": f"w{n}",
            "type": ["article-journal", "book", "paper-conference"][n % 3],
            "title": f"On <i>x</i> & {n}",
            "author": [
                {"family": ["Doe", "Roe", "van Dyke"][n % 3], "given": ["Jane", "John", "K."][n // 3 % 3]},
                {"family": "Luo", "given": "Ping"},
            ][: 1 + n % 2],
            "issued": {"date-parts": [[2020 + n % 2]]},
            "container-title": "J",
        }
        for n in range(count)
    ]


def at_once(items: list[dict[str, Any]], style: str, *, disambiguate: bool = False) -> list[str]:
    processor = Processor(Style.load(style), items, locale="en-US", disambiguate=disambiguate, sort=False)
    return [as_text(entry.content) for entry in processor.bibliography()]


@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-author-date", "nature"])
def test_a_bag_has_the_text_of_one_process_in_its_order(style: str) -> None:
    items = works(40)
    made = citations(bags.from_sequence(items, npartitions=7), style, "en-US").compute()
    assert [row["id"] for row in made] == [item["id"] for item in items]
    if style != "chicago-author-date":  # there a line stands for the author of the entry before
        assert [row[style] for row in made] == at_once(items, style)
    assert not any("———" in row[style] for row in made)


# By initials, by cite, by all names of all items.
@pytest.mark.parametrize("style", ["apa", "harvard-cite-them-right", "bibliotheque-detude"])
def test_disambiguation_is_that_of_one_process(style: str) -> None:
    items = works(60)
    for number, item in enumerate(items[::7]):
        item["editor"] = [{"family": "Doe", "given": f"{'XYZ'[number % 3]}avier"}]
    bag = bags.from_sequence(items, npartitions=7)
    made = citations(bag, style, "en-US", disambiguate=True).compute()
    assert [row[style] for row in made] == at_once(items, style, disambiguate=True)
    assert [row[style] for row in made] != at_once(items, style)


def test_a_dataframe_keeps_columns_and_index_from_parquet_to_parquet(tmp_path: Path) -> None:
    items = works(30)
    columns = {"item": [json.dumps(one) for one in items], "shelf": range(30)}
    frame = pandas.DataFrame(columns, range(100, 130))
    frames.from_pandas(frame, npartitions=4).to_parquet(tmp_path / "in")
    for told_apart in (False, True):
        read = frames.read_parquet(tmp_path / "in")
        made = citations(read, "apa", "en-US", format="html", disambiguate=told_apart)
        made.to_parquet(tmp_path / "out", overwrite=True)
        back = pandas.read_parquet(tmp_path / "out")
        assert list(back.columns) == ["shelf", "id", "apa", "problem"]
        assert list(back.index) == list(range(100, 130))
        assert list(back["shelf"]) == list(range(30))
        assert "<i>x</i> &amp; 0" in back["apa"].iloc[0]


def test_what_cannot_be_formatted_is_a_value_with_its_reason() -> None:
    long = '{"id": ' + "9" * 5000 + "}"  # longer than Python reads
    items = [long, '["x"]', '{"id": "n", "author": "Doe"}', "[" * 100_000, works(1)[0]]
    for told_apart in (False, True):
        made = citations(bags.from_sequence(items, npartitions=2), "apa", disambiguate=told_apart).compute()
        reasons = ["is not JSON", "is no item", "author is text", "nested too deeply", ""]
        assert [reason in row["problem"] for row, reason in zip(made, reasons, strict=True)] == [True] * 5
        assert [bool(row["apa"]) for row in made] == [False] * 4 + [True]
        assert [row["id"] for row in made] == ["", "", "n", "", "w0"]
        assert made[-1]["problem"] == ""


_OWN = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>
"""


def test_several_styles_and_one_of_a_file_that_prints_nothing_of_an_item(tmp_path: Path) -> None:
    own = tmp_path / "own.csl"
    own.write_text(_OWN, encoding="utf-8")
    items = [*works(5), {"id": "e", "type": "book"}]
    made = citations(bags.from_sequence(items, npartitions=2), [*_STYLES, str(own)]).compute()
    assert list(made[0]) == ["id", *_STYLES, "own", "problem"]
    assert [row["own"] for row in made] == [*(f"On x & {n}" for n in range(5)), ""]
    assert [row["problem"] for row in made] == [""] * 5 + ["own prints nothing of it"]


def test_what_is_asked_for_wrongly_is_said_at_once() -> None:
    bag = bags.from_sequence(works(2), npartitions=1)
    with pytest.raises(StyleError, match="there is no style"):
        citations(bag, "appa")
    with pytest.raises(StyleError, match="nowhere"):
        citations(bag, "nowhere.csl")
    with pytest.raises(ConfigError, match="xx"):
        citations(bag, "apa", "xx-XX")
    with pytest.raises(ConfigError, match="one style at a time"):
        citations(bag, ["apa", "modern-language-association"], disambiguate=True)


@pytest.mark.long
def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    from dask.distributed import Client, LocalCluster

    items = works(4_000)
    frame = frames.from_pandas(pandas.DataFrame({"item": list(map(json.dumps, items))}), npartitions=40)
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        dask.config.set(scheduler=client)
        victim = next(iter(client.run(os.getpid).values()))
        threading.Timer(2, os.kill, (victim, signal.SIGKILL)).start()
        citations(frame, _STYLES, "en-US").to_parquet(tmp_path / "out")
        assert victim not in client.run(os.getpid).values()
    made = frames.read_parquet(tmp_path / "out").compute(scheduler="sync")
    for style in _STYLES[:2]:
        assert list(made[style]) == at_once(items, style)
