"""What is kept between runs changes nothing, whatever happens to it.  Oracle: a build that keeps nothing."""

from __future__ import annotations

import os
import pickle
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from publist import caches, memo, pipeline
from publist.cli import main
from publist.csl.catalogue import find
from publist.pipeline import Rendered
from publist.settings.look import options_for
from publist.writing import shelves
from publist.writing.shelves import Shelf, shelf_of
from tests.data import ROOT, shared

STYLES = ("homepage", "ieee", "apa", "chicago-author-date")
FORMATS = ("html", "page", "markdown", "json", "latex")
BIB = (
    (ROOT / "bib" / "zhang.bib").read_text(encoding="utf-8")
    + r"""
@string{venue = {Journal of Things}}
@inproceedings{child, author = {Doe, Jane}, title = {On Ninetails}, crossref = {parent}, selected = {true}}
@article{other, author = {{Max Roe} and Doe, Jane*}, title = {More on {Ninetails} of the North},
  journal = venue, year = 2020, doi = {10.1000/x}, abstract = {Short}, pages = {1-2}, month = {Marhc}}
@article{last, author = {Roe, Max}, title = {Ninetails}, journal = venue, year = {n. d.}, nonsense = 1}
@misc{empty, note = {}}
@proceedings{parent, booktitle = {Proceedings of Places}, year = 2019, publisher = {ACM}}
"""
)


class Reading:
    """A bibliography and how it is listed, with what is kept in a folder."""

    def __init__(self, folder: Path, text: str, style: str = "homepage", form: str = "html") -> None:
        self.folder, self.text, self.form = folder, text, form
        self.style = folder / "own.csl"
        self.style.write_bytes(find(style).read_bytes())
        self.look: dict[str, object] = {}
        self.made = 0

    def built(self, *, cached: bool) -> Rendered:
        path = self.folder / "my.bib"
        path.write_text(self.text, encoding="utf-8", newline="")
        options = options_for(
            {"style": str(self.style), "format": self.form, **self.look}, highlight=["Jane Doe"]
        )
        stores = (
            [_Counting(self.folder / name, "1") for name in ("source", "list")] if cached else [None, None]
        )
        with memo.shelf(memo.SOURCE, lambda: stores[0]):
            source = pipeline.read([path])
        with memo.shelf("list", lambda: stores[1]):
            rendered = pipeline.render(source, options)
        self.made = sum(store.made for store in stores if store)
        return rendered


class _Counting(Shelf):
    made = 0

    def keep(self, results: dict[bytes, object]) -> None:
        self.made = sum(digest not in self.loaded for digest in results)
        super().keep(results)


def _edited(pattern: str, new: str) -> Callable[[Reading], None]:
    def edit(reading: Reading) -> None:
        assert re.search(pattern, reading.text)
        reading.text = re.sub(pattern, new, reading.text, count=1)

    return edit


def _moved(reading: Reading) -> None:
    entries = re.split(r"(?m)^(?=@)", reading.text)
    reading.text = "".join([entries[0], *entries[:0:-1]])


def _styled(reading: Reading) -> None:
    style = reading.style.read_text(encoding="utf-8")
    changed = re.sub(r"</layout>\s*</bibliography>", '<text value="!"/></layout></bibliography>', style)
    assert changed != style
    reading.style.write_text(changed, encoding="utf-8")


def _set(**look: object) -> Callable[[Reading], None]:
    return lambda reading: reading.look.update(look)


EDITS: dict[str, Callable[[Reading], None]] = {
    "entry changed": _edited("On Ninetails", "On Foxes"),
    "entry added": _edited(r"@misc\{empty", "@book{new, title = {A New One}, year = 2024}\n@misc{empty"),
    "entry removed": _edited(r"(?s)@article\{last.*?\n(?=@)", ""),
    "entries moved": _moved,
    "lines added above": _edited(r"\A", "\n\n"),
    "macro changed": _edited("Journal of Things", "Journal of Thoughts"),
    "style changed": _styled,
    "settings changed": _set(**{"max-authors": 2, "show": ["bibtex"], "group-by": "type"}),
    "numbers added": _set(numbering="section"),
    "titles as typed": _set(titles="typed"),
    "cross-reference's parent changed": _edited("Proceedings of Places", "Proceedings of Spaces"),
    "another title shows a name": _edited("More on {Ninetails} of", "More on ninetails of"),
    "a person shows who stands in braces": _edited("author = {Roe, Max}", "author = {Someone}"),
    "key doubled": _edited(r"@misc\{empty", "@misc{last"),
    "brace lost": _edited(r"2020, doi = \{10.1000/x\}", "2020, doi = {10.1000/x"),
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("form", ["html", "page", "json"])
def test_every_kind_of_edit_is_seen(style: str, form: str, tmp_path: Path) -> None:
    expected = Reading(tmp_path, BIB, style, form).built(cached=False)
    for name, edit in EDITS.items():
        reading = Reading(tmp_path, BIB, style, form)
        assert reading.built(cached=True) == expected, f"before: {name}"
        edit(reading)
        assert reading.built(cached=True) == reading.built(cached=False), name


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_is_made_where_nothing_has_changed(style: str, form: str, tmp_path: Path) -> None:
    reading = Reading(tmp_path, BIB, style, form)
    expected = reading.built(cached=True)
    assert reading.made
    assert reading.built(cached=True) == expected
    assert not reading.made


@pytest.mark.long
@pytest.mark.parametrize("style", STYLES)
def test_real_bibliographies_are_listed_the_same(style: str, tmp_path: Path) -> None:
    """All files of the corpus each in one of the formats: cold, warm, and without their third entry."""
    for number, path in enumerate(sorted(shared("bibtex", "corpus").glob("*.bib"))):
        text = path.read_bytes().decode("utf-8", "replace")
        reading = Reading(tmp_path, text, style, FORMATS[number % len(FORMATS)])
        expected = reading.built(cached=False)
        assert reading.built(cached=True) == expected, path.name
        assert reading.built(cached=True) == expected, path.name
        assert not reading.made, path.name
        entries = re.split(r"(?m)^(?=@)", text)
        reading.text = "".join(entries[:3] + entries[4:])
        assert reading.built(cached=True) == reading.built(cached=False), path.name


def test_one_edit_makes_one_entry_anew(tmp_path: Path) -> None:
    reading = Reading(tmp_path, BIB)
    reading.built(cached=True)
    EDITS["entry changed"](reading)
    reading.built(cached=True)
    assert reading.made == 3  # it is read, formatted and written


def test_it_depends_on_no_order_of_sets_and_no_address(tmp_path: Path) -> None:
    """Other processes find what is kept: their hashes of texts differ."""
    (tmp_path / "my.bib").write_text(BIB, encoding="utf-8")
    toml = 'bibliography = "my.bib"\nstyle = "ieee"\n[owner]\nname = "Jane Doe"\n'
    (tmp_path / "publist.toml").write_text(toml + '[targets.a]\noutput = "a.html"\nselect = "year > 2000"\n')
    stands = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "XDG_CACHE_HOME": str(tmp_path / "cache")}
        command = [sys.executable, "-m", "publist", "build", "--force", "-q"]
        subprocess.run(command, cwd=tmp_path, env=environment, check=True)
        stands.append({path: path.stat().st_mtime_ns for path in (tmp_path / "cache").rglob("steps/*")})
    assert len(stands[0]) == 2
    assert stands[0] == stands[1]  # nothing was made, so nothing is written


def _filled(path: Path, count: int = 500) -> dict[bytes, object]:
    results: dict[bytes, object] = {number.to_bytes(16, "big"): f"result {number}" for number in range(count)}
    Shelf(path, "1").keep(results)
    return results


def _found(path: Path, program: str = "1") -> dict[bytes, object]:
    shelf = Shelf(path, program)
    found = {digest: shelf.get(digest) for digest in (number.to_bytes(16, "big") for number in range(500))}
    return {digest: result for digest, result in found.items() if result is not memo.UNKNOWN}


@pytest.mark.parametrize("seed", range(40))
def test_what_is_damaged_is_as_if_it_were_not_there(seed: int, tmp_path: Path) -> None:
    path, chance = tmp_path / "shelf", random.Random(seed)
    whole = _filled(path)
    assert _found(path) == whole
    data = bytearray(path.read_bytes())
    at = chance.randrange(len(data))
    if seed % 2:
        del data[at:]
    else:
        data[at] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    found = _found(path)
    assert found.items() <= whole.items()
    assert len(found) < len(whole)


def test_what_others_could_have_written_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "shelf"
    _filled(path)
    path.chmod(0o622)
    assert not _found(path)
    path.chmod(0o600)
    assert _found(path)
    tmp_path.chmod(0o777)
    assert not _found(path)
    tmp_path.chmod(0o700)
    assert _found(path)
    assert not _found(path, "2"), "another version of the program"


def test_a_damaged_block_takes_no_other_with_it(tmp_path: Path) -> None:
    path = tmp_path / "shelf"
    whole = _filled(path)
    data = bytearray(path.read_bytes())
    data[200] ^= 1  # in the first block, which has 64 results
    path.write_bytes(data)
    assert sorted(_found(path)) == sorted(whole)[64:]


def test_full_blocks_stay_and_what_is_no_longer_wanted_goes(tmp_path: Path) -> None:
    path = tmp_path / "shelf"
    whole = _filled(path)
    before = path.read_bytes()
    shelf = Shelf(path, "1")
    shelf.keep({digest: result for digest, result in whole.items() if shelf.get(digest)})
    assert path.read_bytes() == before
    kept = {digest: result for number, (digest, result) in enumerate(whole.items()) if number != 70}
    shelf = Shelf(path, "1")
    shelf.keep({**kept, b"new" + bytes(13): "made anew"})
    assert path.read_bytes()[: len(before) // 9] == before[: len(before) // 9]
    assert _found(path) == kept
    assert Shelf(path, "1").get(b"new" + bytes(13)) == "made anew"


def test_a_file_has_the_size_that_is_allowed_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _filled(tmp_path / "one", 128)
    heads = 8 + 32 + 2 * 16  # the file's, and those of two blocks
    size = (tmp_path / "one").stat().st_size - heads
    for most, found in ((size, 128), (size - 1, 64)):
        monkeypatch.setattr(shelves, "_LARGEST", most)
        _filled(tmp_path / str(most), 128)
        assert len(_found(tmp_path / str(most))) == found


def test_the_oldest_go_first_and_only_as_many_as_must(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (3, 1, 2):
        os.utime(_written(tmp_path / str(number)), (number, number))
    size = (tmp_path / "1").stat().st_size
    for most, left in ((4 * size, "1234"), (4 * size - 1, "234"), (2 * size, "34"), (1, "4")):
        monkeypatch.setattr(shelves, "MOST", most)
        shelves._bound(tmp_path, _written(tmp_path / "4"))
        assert sorted(path.name for path in tmp_path.iterdir()) == list(left)


def test_each_target_of_each_project_has_a_shelf_below_the_users_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    asked = [("a.toml", "x"), ("a.toml", "y"), ("b.toml", "x"), (str(tmp_path / "a.toml"), "x")]
    paths = [shelf.path for one, name in asked if (shelf := shelf_of(Path(one), name, "1"))]
    assert [path.parent for path in paths] == [tmp_path / "publist" / "steps"] * 4
    assert len(set(paths)) == 3
    assert paths[0] == paths[3]


def test_who_has_no_home_has_no_shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "cache_folder", lambda: None)
    assert shelf_of(Path("a.toml"), "x", "1") is None


class _Command:
    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("touch ran",)


def test_nothing_in_a_file_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "shelf"
    Shelf(path, "1").keep({bytes(16): _Command()})
    assert path.exists()
    with pytest.raises(pickle.UnpicklingError, match="is no data"):
        Shelf(path, "1").get(bytes(16))
    assert not (tmp_path / "ran").exists()


def test_it_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _filled(tmp_path / "whole")
    size = (tmp_path / "whole").stat().st_size
    monkeypatch.setattr(shelves, "_LARGEST", size // 4)
    _filled(tmp_path / "half")
    assert (tmp_path / "half").stat().st_size < 3 * size // 4
    assert 0 < len(_found(tmp_path / "half")) < 500
    monkeypatch.setattr(shelves, "MOST", size)
    for number, name in enumerate(("one", "two", "three", "four")):
        os.utime(_written(tmp_path / name), (number, number))
    _filled(tmp_path / "five")
    assert sum(file.size for file in caches.held(tmp_path)) <= size
    assert {"five"} <= {file.path.name for file in caches.held(tmp_path)} <= {"four", "five", "whole", "half"}


def _written(path: Path) -> Path:
    _filled(path)
    return path


_WRITER = """
import sys
from pathlib import Path
from publist.writing.shelves import Shelf
print("begun", flush=True)
while True:
    for count in (100, 400):
        results = {number.to_bytes(16, "big"): f"result {number}" for number in range(count)}
        Shelf(Path(sys.argv[1]), "1").keep({**results, bytes([count % 256] * 16): ""})
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no signal kills at once here")
def test_two_writers_and_a_kill_leave_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "shelf"
    whole = _filled(path)
    for _ in range(3):
        command = [sys.executable, "-c", _WRITER, str(path)]
        writers = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
        for writer in writers:
            assert writer.stdout is not None
            writer.stdout.readline()
        until = time.monotonic() + 0.3
        while time.monotonic() < until:
            found = _found(path)
            assert found.items() <= whole.items()
            assert len(found) in (100, 400, 500)
        for writer in writers:
            writer.kill()
            writer.communicate()
    assert len(_found(path)) in (100, 400, 500)


def _project(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    (folder / "my.bib").write_text(BIB, encoding="utf-8")
    (folder / "publist.toml").write_text(
        'bibliography = "my.bib"\n[targets.a]\noutput = "a.html"\n'
        '[targets.b]\nstyle = "apa"\noutput = "b.md"\n',
        encoding="utf-8",
    )


def test_messages_are_the_same_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _project(tmp_path, monkeypatch)
    said = [
        CliRunner().invoke(main, ["build", "--force", *more]).stderr.splitlines()[:-1]
        for more in (["--no-cache"], [], [], ["--no-cache"])
    ]
    assert len(said[0]) > 3
    assert said[1:] == said[:1] * 3


def test_without_the_cache_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _project(tmp_path, monkeypatch)
    assert CliRunner().invoke(main, ["build", "--no-cache"]).exit_code == 0
    assert not (tmp_path / "cache").exists()
    assert CliRunner().invoke(main, ["cache"]).stdout.endswith("publist: 0 files, 0.0 MB\n")


def test_the_cache_is_shown_and_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _project(tmp_path, monkeypatch)
    CliRunner().invoke(main, ["build"])
    shown = CliRunner().invoke(main, ["cache"]).stdout
    assert re.fullmatch(rf"{tmp_path}/cache/publist: 4 files, \d\.\d MB\n", shown)
    cleared = CliRunner().invoke(main, ["cache", "--clear"]).stdout
    assert cleared == shown.replace("\n", " removed\n")
    assert not caches.held(tmp_path / "cache")
    assert CliRunner().invoke(main, ["build"]).exit_code == 0


def test_a_program_that_watches_begins_with_it_and_then_leaves_it_alone(tmp_path: Path) -> None:
    reading = Reading(tmp_path, BIB)
    reading.built(cached=True)
    with memo.keeping():
        reading.built(cached=True)
        assert not reading.made
        EDITS["entry changed"](reading)
        before = {path: path.read_bytes() for path in (tmp_path / "source", tmp_path / "list")}
        assert reading.built(cached=True) == reading.built(cached=False)
        assert {path: path.read_bytes() for path in before} == before
