"""CSL-JSON, CSL-YAML and Crossref's answers, by csl_json's reader."""

from __future__ import annotations

import json
import re
from typing import Any

from publist import rules
from publist.csl_json.dialects import items_of
from publist.csl_json.files import ItemFile, loads
from publist.item import NAME_VARIABLES, Item, Name
from publist.patterns import pattern
from publist.richtext import Text, plain, rewrite
from publist.sources import tree
from publist.sources.batch import Batch
from publist.sources.entries import LINK_FIELDS
from publist.sources.names import listed, name_of
from publist.sources.record import Record, date_of

_ITALIC = pattern(r"(?<![\w*])\*(?!\s)([^*<>]+?)(?<!\s)\*(?![\w*])")
_SPAN = pattern(r"\[((?:[^\[\]])*)\]\{[^{}]*\}")
_BOLD = pattern(r"\*\*([^*<>]+)\*\*")
_RAISED = pattern(r"(?<!\\)\^([^\s^]{1,20})\^")
_LOWERED = pattern(r"(?<![~\\])~([^\s~]{1,20})~(?!~)")
_TEXTS = frozenset({"title", "container-title", "collection-title", "abstract", "title-short", "note"})
# Crossref's counts, dates and links of its own record.
_OWN = frozenset(
    "prefix member score source reference-count references-count is-referenced-by-count content-domain"
    " indexed created deposited update-policy issn-type isbn-type relation resource url doi issn isbn"
    " journalabbreviation shorttitle citation-key citation-label".split()
)


def read_json(source: str, file: str) -> Batch:
    """The works of CSL-JSON, or of Crossref's answer; names may be texts."""
    read = loads(source, file=file)
    if read.refused:
        items = [
            {key: _people(value) if key in NAME_VARIABLES else value for key, value in one.items()}
            for one in items_of(tree.from_json(source, file)) or ()
            if isinstance(one, dict)
        ]
        again = loads(json.dumps(items), file=file)
        read = again if again.refused < read.refused else read
    return _found(read)


def read_yaml(data: object, file: str) -> Batch:
    """The works of CSL-YAML: a list, or one in ``references``; its texts are Markdown."""
    items = data if isinstance(data, list) else tree.at(data, "references")
    values = [_plain(one) for one in items] if isinstance(items, list) else []
    found = _found(loads(json.dumps(values), file=file))
    lines = [tree.line(one) for one in items] if isinstance(items, list) else []
    if len(lines) == len(found.records):
        for record, line in zip(found.records, lines, strict=True):
            record.line = line
    return found


def _plain(value: Any, key: str = "") -> Any:
    """The tree without lines, with CSL-JSON's tags for Markdown, and a date's parts as CSL-JSON has them."""
    if isinstance(value, dict):
        inner = {str(name): _plain(one, str(name)) for name, one in value.items() if name != tree.LINE}
        if "year" in inner and inner.keys() <= {"year", "month", "day", "season", "circa"}:
            parts = [inner[part] for part in ("year", "month", "day") if inner.get(part)]
            rest = {name: inner[name] for name in ("season", "circa") if name in inner}
            return {"date-parts": [parts], **rest}
        return inner
    if key in NAME_VARIABLES:
        return _people(value)
    if isinstance(value, list):
        found = [_plain(one) for one in value]
        dates = [one for one in found if isinstance(one, dict) and "date-parts" in one]
        if dates and len(dates) == len(found):
            return {**dates[0], "date-parts": [part for one in dates for part in one["date-parts"]]}
        return found
    if isinstance(value, str) and key in _TEXTS:
        return _marked(value)
    return value


def _people(value: Any) -> list[Any]:
    """A list of names as CSL-JSON has it; some write texts, in a list or in one."""
    people: list[Any] = []
    for one in value if isinstance(value, list) else [value]:
        text = one if isinstance(one, str) else tree.text(one, "name")
        if text:
            named = [name_of(text)] if isinstance(value, list) else listed(text)
            people += [_as_csl(name) for name in named if name is not None]
        else:
            people.append(_plain(one))
    return people


def _as_csl(name: Name) -> dict[str, str]:
    parts = {
        "literal": plain(name.literal), "family": plain(name.family), "given": plain(name.given),
        "non-dropping-particle": plain(name.non_dropping_particle), "suffix": plain(name.suffix),
    }  # fmt: skip
    return {key: text for key, text in parts.items() if text}


def _marked(text: str) -> str:
    text = _SPAN.sub(r"\1", text)
    text = _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", text))
    text = _LOWERED.sub(r"<sub>\1</sub>", _RAISED.sub(r"<sup>\1</sup>", text))
    return re.sub(r"\\([*_^~'\"#\[\]$@-])", r"\1", text)


def _in_one_line(text: Text) -> Text:
    """Text whose line breaks, as journals have them in Crossref's titles, are blanks."""
    if isinstance(text, str):
        return " ".join(text.split())
    return rewrite(text, lambda node: (re.sub(r"\s+", " ", node),) if isinstance(node, str) else (node,))


def _found(read: ItemFile) -> Batch:
    without_id = {one.key for one in read.problems if one.rule is rules.MISSING_ID}  # gets a key of its own
    found = Batch(problems=[one for one in read.problems if one.rule is not rules.MISSING_ID])
    for item, line, custom in zip(read.items, read.lines or [0] * len(read.items), read.custom, strict=False):
        found.records.append(_record(item, line, custom))
        if item.id in without_id:
            found.records[-1].key = ""
    return found


def _record(item: Item, line: int, custom: dict[str, str]) -> Record:
    record = Record(item.type, line, item.id)
    record.variables, record.names, record.dates = dict(item.variables), dict(item.names), dict(item.dates)
    for variable, date in item.dates.items():
        if date.literal and (read := date_of(date.literal)):
            record.dates[variable] = read
    if isbn := plain(record.variables.get("ISBN", "")):
        record.variables["ISBN"] = isbn.replace("http://id.crossref.org/isbn/", "")
    for own in [key for key in record.variables if key.lower() in _OWN - {"url", "doi", "issn", "isbn"}]:
        del record.variables[own]
    doi, url = str(record.variables.pop("DOI", "")), str(record.variables.pop("URL", ""))
    record.put_doi(doi)
    record.put_url(url)
    for variable, text in record.variables.items():
        record.variables[variable] = _in_one_line(text)
    if record.variables.get("container-title-short") == record.variables.get("container-title"):
        record.variables.pop("container-title-short", None)
    if record.variables.get("event") == record.variables.get("event-title"):
        record.variables.pop("event", None)
    said = {plain(text) for text in record.variables.values()}
    for key, value in custom.items():
        if key in LINK_FIELDS:
            record.link(key, value)
        elif key not in _OWN and key not in record.variables and value not in said:
            record.keep(key, value)
    return record
