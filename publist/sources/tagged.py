"""Files of tagged lines (RIS, PubMed's .nbib, EndNote's .enw, Web of Science's text), split into records.

One reader for all, which knows the line of each value, keeps every value of a tag that is repeated, and
reads on behind a record that has no end.
"""

from __future__ import annotations

import re

from publist.patterns import pattern
from publist.records import NamedTuple


class TaggedLine(NamedTuple):
    """A tag, its value with its further lines, and the line where it stands, from 1."""

    tag: str
    value: str
    line: int


class Layout(NamedTuple):
    """How a format writes a line, what begins a record, and what ends it ("" if an empty line does)."""

    line: re.Pattern[str]
    first: str
    last: str = ""


RIS = Layout(pattern(r"[ \t]{0,3}(DOI|[A-Z][A-Z0-9])(?:  | )-(?: (.*)|$)"), "TY", "ER")
NBIB = Layout(pattern(r"([A-Z]{2,4}) *- ?(.*)"), "PMID")
WOS = Layout(pattern(r"([A-Z][A-Z0-9])(?: (.*)|$)"), "PT", "ER")
ENW = Layout(pattern(r"%([0-9A-Za-z@!&?$#~^+*<>=()\[\]]) ?(.*)"), "0")
# Web of Science runs some lines into one.
_RUN_ON = pattern(r"(?<=\S)(?=(?:AD|AN|C3|C6|CT|CY|CL|FU|FX|N1|U1|U2|WE)  - )")


def records(text: str, layout: Layout) -> tuple[list[list[TaggedLine]], list[TaggedLine]]:
    """The records of a text, and the lines that stand in none; their tag is ""."""
    found: list[list[TaggedLine]] = []
    outside: list[TaggedLine] = []
    now: list[TaggedLine] | None = None
    for number, raw in enumerate(text.splitlines(), 1):
        for piece in _RUN_ON.split(raw) if layout is RIS and "  - " in raw else [raw]:
            match = layout.line.match(piece)
            if match is None:
                _go_on(piece, number, now, outside)
            elif match[1] == layout.last:
                now = None
            else:
                if match[1] == layout.first or now is None:
                    now = []
                    found.append(now)
                now.append(TaggedLine(match[1], (match[2] or "").strip(), number))
    return found, outside


def _go_on(piece: str, number: int, now: list[TaggedLine] | None, outside: list[TaggedLine]) -> None:
    """A line without a tag goes on with the value above it; in no record, it is named."""
    if not piece.strip():
        return
    if now:
        last = now[-1]
        now[-1] = last._replace(value=f"{last.value}\n{piece.strip()}")
    else:
        outside.append(TaggedLine("", piece.strip(), number))
