"""A file of CSL-JSON items."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from publist import rules
from publist.collector import resting
from publist.csl_json.dialects import as_csl, fields_of_extra, items_of
from publist.csl_json.items import item_from_json
from publist.errors import InputError
from publist.item import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES, Item
from publist.keys import unique_keys
from publist.patterns import pattern
from publist.problems import Problem

_MOST_DIGITS = 18
_SIGN = pattern(r"\S")
_SURROGATE = pattern(r"\\u[dD][89a-fA-F]")
# A backslash that is escaped; a pair; a half.
_SURROGATES = pattern(
    r"(\\\\)|(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)
_VARIABLES = DATE_VARIABLES | NAME_VARIABLES | NUMBER_VARIABLES | TEXT_VARIABLES


@dataclass(slots=True)
class ItemFile:
    """The items of a file in their order; ``len(items) + refused`` stand in it.

    ``lines`` has the line of each item, from 1; 0 where it is not known.  ``custom`` holds the texts of
    each that are no variables of CSL's, such as ``code`` or ``award``.
    """

    items: list[Item] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    custom: list[dict[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    refused: int = 0


def load(path: str | Path) -> ItemFile:
    """The items of the file in their order, and what is wrong with it.

    The file holds an array of items, or an object with such an array in ``items``.  An item that
    cannot be read is refused with a problem at its line, and the others are read.  Raises
    :class:`InputError` for a file that cannot be read or is not JSON.
    """
    name = str(path)
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", file=name) from error
    return load_bytes(data, name)


def load_bytes(data: bytes, file: str) -> ItemFile:
    """The items of a file's bytes, as :func:`load` gives them."""
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8 (byte {error.start}); save it as UTF-8", file=file) from error
    return loads(source, file=file)


@resting()
def loads(source: str, *, file: str = "<string>") -> ItemFile:
    """The items of the text, as :func:`load` gives them; ``file`` is what problems name."""
    try:
        data = _parsed(without_halves(source))
    except json.JSONDecodeError as error:
        raise InputError(f"is not JSON: {error.msg}", file=file, line=error.lineno) from error
    except RecursionError as error:
        raise InputError("is not CSL-JSON: nested too deeply", file=file) from error
    values = items_of(data)
    if values is None:
        raise InputError('is not CSL-JSON: write an array of items, [{"id": …}, …]', file=file, line=1)
    lines = _lines(source, len(values))
    read = ItemFile()
    for index, value in enumerate(values):
        line = lines[index] if index < len(lines) else 0
        item = _item(value, file, line, read.problems)
        if item is None:
            read.refused += 1
            continue
        if not item.id:
            item.id = f"item-{index + 1}"
            message = f"no id; it is called {item.id}"
            read.problems.append(Problem(file, line, rules.MISSING_ID, message, item.id))
        if item.type and item.type not in ITEM_TYPES:
            message = f"{item.type} is no CSL type; styles treat it as none"
            read.problems.append(Problem(file, line, rules.UNKNOWN_TYPE, message, item.id))
        read.items.append(item)
        read.lines.append(line)
        read.custom.append(_custom(value))
    _rename_duplicates(read, file)
    return read


def _parsed(source: str) -> object:
    """The text's JSON; several values one behind the other, as in JSON Lines, are an array of them."""
    try:
        return json.loads(source, parse_int=_integer)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data" or source[error.pos] not in "{[":
            raise
    values: list[object] = []
    at, read = 0, json.JSONDecoder(parse_int=_integer).raw_decode
    while start := _SIGN.search(source, at):
        value, at = read(source, start.start())
        values += value if isinstance(value, list) else [value]
    return values


def _integer(digits: str) -> int | str:
    """A number that some value of CSL may be; a longer one stays text, which Python converts in no time."""
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def without_halves(source: str) -> str:
    r"""The text with half characters (``\ud800`` alone) as U+FFFD: no writer can write them."""
    return _SURROGATES.sub(_whole, source) if _SURROGATE.search(source) else source


def _whole(match: re.Match[str]) -> str:
    return match[0] if match[1] or match[2] else r"\ufffd"


def _custom(value: object) -> dict[str, str]:
    """What an item says beside CSL's variables, there, in Extra or in ``custom``: texts, numbers, yes."""
    if not isinstance(value, Mapping):
        return {}
    inner = value.get("custom")
    found = {**fields_of_extra(value.get("note")), **value, **(inner if isinstance(inner, Mapping) else {})}
    return {
        key.lower(): "true" if content is True else str(content)
        for key, content in found.items()
        if key not in _VARIABLES | {"id", "type"} and isinstance(content, (str, int)) and content is not False
    }


def _rename_duplicates(read: ItemFile, file: str) -> None:
    first: dict[str, int] = {}
    keys = unique_keys([item.id for item in read.items])
    for item, key, line in zip(read.items, keys, read.lines, strict=True):
        other = first.setdefault(item.id.lower(), line)
        if item.id != key:
            place = f"in line {other} already" if other else "in the file already"
            message = f"the id {item.id} stands {place}; rename one of the two; here it is listed as {key}"
            read.problems.append(Problem(file, line, rules.DUPLICATE_KEY, message, key))
            item.id = key
    read.problems.sort(key=lambda problem: (problem.line, problem.rule.id))


def _item(value: object, file: str, line: int, problems: list[Problem]) -> Item | None:
    if not isinstance(value, Mapping):
        problems.append(Problem(file, line, rules.NOT_AN_ITEM, 'not an object; write {"id": …, "type": …}'))
        return None
    value = as_csl(value)
    key = str(value.get("id", ""))
    try:
        item = item_from_json(value)
    except InputError as error:
        problems.append(Problem(file, line, rules.BAD_VARIABLE, error.message, key))
        return None
    for name in _unread(value, item):
        message = f"{name} holds nothing that can be read; write it as CSL-JSON does, or leave it out"
        problems.append(Problem(file, line, rules.UNREAD_VARIABLE, message, key))
    return item


def _unread(value: Mapping[str, object], item: Item) -> list[str]:
    """CSL's own variables that have a value in the file and none in the item."""
    read = item.variables.keys() | item.names.keys() | item.dates.keys()
    return [
        name
        for name, content in value.items()
        if name in _VARIABLES - {"note"} and name not in read and not _is_empty(content)
    ]


def _is_empty(content: object) -> bool:
    """Whether there is nothing in a value to read, e.g. in ``{"date-parts": []}``."""
    return not any(content.values()) if isinstance(content, Mapping) else content in (None, "", [])


_SPACE = pattern(r"\s*")
_ARRAY = pattern(r'\s*(?:\{\s*"items"\s*:\s*)?\[')


def _lines(source: str, count: int) -> list[int]:
    """The line, from 1, on which each item of a valid file begins; none where that cannot be told.

    JSON's reader gives no places, so each item is read a second time to find where it ends.
    """
    array = _ARRAY.match(source)
    if array is None:
        return []
    skip = json.JSONDecoder(parse_int=_integer).raw_decode
    lines: list[int] = []
    line, done, at = 1, 0, array.end()
    for _ in range(count):
        space = _SPACE.match(source, at)
        at = space.end() if space is not None else at
        line += source.count("\n", done, at)
        lines.append(line)
        done, (_, at) = at, skip(source, at)
        space = _SPACE.match(source, at)
        at = (space.end() if space is not None else at) + 1  # after the comma
    return lines
