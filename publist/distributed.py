"""Citations of more items than one process should format, by Dask: ``pip install "publist[dask]"``.

Dask reads, sends, starts again and writes; here stands what a worker does with a part of the items.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal

import dask.bag
import dask.dataframe as dd
import pandas as pd
from dask.delayed import delayed

from publist.csl import Processor, Style
from publist.csl_json import item_from_json, without_halves
from publist.csl_json.dialects import as_csl
from publist.errors import ConfigError, PublistError, StyleError
from publist.item import Item
from publist.output import html, markdown
from publist.output.facts import as_text
from publist.records import NamedTuple

_PLACE, _KIN, _INDEX = "publist place", "publist kin", "publist index"  # columns between two passes
_FIRST = (0,)
_Names = dict[str, dict[str, set[str]]]
_TEXT = "string[pyarrow]"
_WRITE: dict[str, Callable[[Any], str]] = {"text": as_text, "html": html.render, "markdown": markdown.render}


class _Job(NamedTuple):
    """What a worker is told; ``styles`` are names, or texts of .csl files, by their columns."""

    styles: dict[str, str]
    locale: str | None
    form: str
    column: str
    disambiguate: bool


def citations(
    items: dask.bag.Bag | dd.DataFrame,
    style: str | Sequence[str],
    locale: str | None = None,
    *,
    format: Literal["text", "html", "markdown"] = "text",  # noqa: A002 - the option's name
    column: str = "item",
    disambiguate: bool = False,
) -> Any:
    """The bag or dataframe with citations in place of items, in their order; Dask computes it when asked.

    A bag holds CSL-JSON items, as dictionaries or as JSON, and becomes dictionaries.  A dataframe has JSON
    in ``column`` and keeps its other columns.  ``id`` is the item's; each style (an installed one, or a path
    ending in ``.csl``) is a column of its name; ``problem`` says why an item has no citation, else it is
    empty.

    Items are formatted each by itself: a repeated author is written again.  Where a style has numbers, they
    are the items' places.  ``disambiguate`` tells works of one author and year apart (2024a), for one style.
    For both the items are read once more, first and at once.

    Raises StyleError, and ConfigError for an unknown locale.
    """
    names = [style] if isinstance(style, str) else list(style)
    styles = {Path(name).stem if name.endswith(".csl") else name: _source(name) for name in names}
    job = _Job(styles, locale, format, column, disambiguate)
    loaded = [_style(one) for one in styles.values()]
    apart = [Processor(one, [], locale=locale, disambiguate=disambiguate).passes.kin() for one in loaded]
    frame: Any = items
    if isinstance(items, dask.bag.Bag):
        rows: Any = items.map(partial(_row, column))  # type: ignore[no-untyped-call]  # dask has no types
        frame = rows.to_dataframe(meta={column: _TEXT})
    if any(one is not None for one in apart):
        if len(names) > 1:
            raise ConfigError("works are told apart in one style at a time; name one")
        made = _told_apart(frame, job)
    elif any("citation-number" in one.uses for one in loaded):
        made = _in_places(frame, _starts(frame), _cited, job, meta=_cited(frame._meta, _FIRST, job))
    else:
        made = frame.map_partitions(_cited, _FIRST, job, meta=_cited(frame._meta, _FIRST, job))
    if frame is items:
        return made
    return made.to_bag(format="dict")


def _source(name: str) -> str:
    """The name of an installed style, or the text of a file, which workers on other machines lack."""
    if not name.endswith(".csl"):
        return name
    Style.load(name)  # says what is wrong with the file
    return Path(name).read_text(encoding="utf-8-sig")


@lru_cache(maxsize=64)
def _style(source: str) -> Style:
    """The style, loaded once in a process, without signs for what the entry before has as well."""
    style = Style.loads(source) if source.lstrip().startswith("<") else Style.load(source)
    area = style.bibliography
    if area is None:
        raise StyleError(f"the style {style.file} makes citations, no bibliography; choose another")
    options = {name: value for name, value in area.options.items() if name != "subsequent-author-substitute"}
    return style._replace(bibliography=area._replace(options=options))


def _row(column: str, item: object) -> dict[str, str]:
    return {column: item if isinstance(item, str) else json.dumps(item, ensure_ascii=False)}


def _in_places(frame: Any, starts: list[int], function: Any, *more: object, meta: pd.DataFrame) -> Any:
    """The function of each part, which is told at which place among all items the part begins."""
    places = pd.Series(starts[:-1])
    first = dd.from_pandas(places, npartitions=frame.npartitions, sort=False)  # type: ignore[no-untyped-call]  # dask has no types
    return frame.map_partitions(function, first, *more, meta=meta, align_dataframes=False)


def _starts(frame: Any) -> list[int]:
    """The first place of each part, and the number of all items."""
    return [0, *accumulate(int(count) for count in frame.map_partitions(len).compute())]


def _cited(part: pd.DataFrame, start: Sequence[int], job: _Job, names: _Names | None = None) -> pd.DataFrame:
    """The part with citations; its places are those of the column, else they begin at ``start``."""
    if _PLACE in part:
        part = part.sort_values(_PLACE)
    places = list(part[_PLACE]) if _PLACE in part else _range(start, part)
    read, items = _items(part, places, job)
    made = part.drop(columns=[job.column])
    columns = {} if "id" in made else {"id": [one[0] for one in read]}
    found = zip(places, read, strict=True)
    problems = {str(place): why for place, (_, why) in found if isinstance(why, str)}
    for name, source in job.styles.items():
        texts = _texts(items, source, job, names)
        problems |= {key: f"{name} prints nothing of it" for key, text in texts.items() if not text}
        columns[name] = [texts.get(str(place), "") for place in places]
    columns["problem"] = [problems.get(str(place), "") for place in places]
    return made.assign(**{name: pd.Series(texts, made.index, _TEXT) for name, texts in columns.items()})


def _range(start: Sequence[int], part: pd.DataFrame) -> list[int]:
    """The places of a part that begins at the one number of ``start``."""
    (first,) = start
    return list(range(first, first + len(part)))


def _items(
    part: pd.DataFrame, places: Sequence[int], job: _Job
) -> tuple[list[tuple[str, Item | str]], list[Item]]:
    """What is read of each row, and the items among it."""
    read = [_read(text, place) for text, place in zip(part[job.column], places, strict=True)]
    return read, [item for _, item in read if isinstance(item, Item)]


def _read(text: object, place: int) -> tuple[str, Item | str]:
    """The id of an item and the item, called by its place; or why there is none."""
    key = ""
    try:
        data = json.loads(without_halves(str(text)))
        if not isinstance(data, dict):
            return key, "is no item: an item is an object of JSON"
        key = str(data.get("id", ""))
        item = item_from_json(as_csl(data))
    except ValueError as error:  # also of numbers with more than 4,300 digits
        return key, f"is not JSON: {error}"
    except RecursionError:
        return key, "is nested too deeply"
    except PublistError as error:
        return key, error.message
    return item.id, replace(item, id=str(place))


def _texts(items: list[Item], source: str, job: _Job, names: _Names | None) -> dict[str, str]:
    """The citations by the items' places."""
    entries = _processor(items, source, job, names).bibliography()
    return {entry.id: _WRITE[job.form](entry.content).strip() for entry in entries}


def _processor(items: list[Item], source: str, job: _Job, names: _Names | None) -> Processor:
    """The processor of a part, in which the given names of all parts count."""
    processor = Processor(_style(source), items, locale=job.locale, disambiguate=job.disambiguate, sort=False)
    if names and processor.passes.every is not None:
        processor.passes.every.registry = names
    processor.passes.numbers = {item.id: int(item.id) + 1 for item in items}
    return processor


def _told_apart(frame: Any, job: _Job) -> Any:
    """The citations where those of the same cite came to one part, put back in order."""
    names = delayed(_merged)([delayed(_names)(part, job) for part in frame.to_delayed()]).persist()
    starts = _starts(frame)
    placed = _in_places(frame, starts, _placed, job, names, meta=_placed(frame._meta, _FIRST, job))
    gathered = placed.shuffle(on=_KIN)
    meta = _cited(placed._meta, _FIRST, job)
    made = gathered.map_partitions(_cited, _FIRST, job, names, meta=meta)
    divisions = list(dict.fromkeys([*starts[:-1], starts[-1] - 1]))
    ordered = made.set_index(_PLACE, divisions=divisions)
    return ordered.map_partitions(_as_it_was, meta=_as_it_was(ordered._meta))


def _names(part: pd.DataFrame, job: _Job) -> _Names:
    """The given names in the cites of a part, by surname and initials."""
    (source,) = job.styles.values()
    _, items = _items(part, range(len(part)), job)
    every = _processor(items, source, job, None).passes.every
    return every.registry if every else {}


def _merged(parts: list[_Names]) -> _Names:
    found: _Names = {}
    for part in parts:
        for family, initials in part.items():
            for initial, given in initials.items():
                found.setdefault(family, {}).setdefault(initial, set()).update(given)
    return found


def _placed(part: pd.DataFrame, start: Sequence[int], job: _Job, names: _Names | None = None) -> pd.DataFrame:
    """The part with the places of its items, and their cites."""
    places = _range(start, part)
    (source,) = job.styles.values()
    _, items = _items(part, places, job)
    kin = _processor(items, source, job, names).passes.kin() or []
    shared = dict(zip((item.id for item in items), kin, strict=True))
    own = {_PLACE: pd.Series(places, part.index, "int64"), _INDEX: pd.Series(part.index, part.index)}
    keys = [shared.get(str(place), str(place)) for place in places]
    return part.assign(**own, **{_KIN: pd.Series(keys, part.index, _TEXT)})


def _as_it_was(part: pd.DataFrame) -> pd.DataFrame:
    """The part in the order of its places, with the index that it had."""
    return part.sort_index().set_index(_INDEX).rename_axis(None).drop(columns=[_KIN])
