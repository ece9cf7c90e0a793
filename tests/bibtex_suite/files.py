"""Whole files: every entry read or refused, every refusal and guess with a line, every byte written back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from publist.bibtex import load, loads
from publist.bibtex.editor import Editor
from publist.convert import publications
from publist.convert.mapping import NOT_LISTED
from tests.bibtex_suite.check import Check

# An entry's beginning, counted without the reader: at a line's start, no comment, no definition.
_ENTRY = re.compile(
    r"^[ \t]*@[ \t@]*(?!(?:comment|string|preamble)\b)[A-Za-z]\w*\s*[{(]", re.MULTILINE | re.IGNORECASE
)
# Where a line that looks like one is none: "@bar {x}" in an abstract; entries that share a line with another.
_NOT_COUNTED = {"email_at_line_start": -1}
_COMMENT_BLOCK = re.compile(r"@comment\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}", re.IGNORECASE)


def bibliographies(folder: Path) -> Iterator[Check]:
    """Three checks for each .bib file of a folder."""
    for path in sorted(folder.glob("*.bib")):
        bibliography = load(path)
        text = bibliography.source.text
        found, problems = publications(bibliography)
        unlisted = sum(entry.type in NOT_LISTED for entry in bibliography.entries)
        listed = bibliography.read - unlisted
        want = f"{_entries_in(text, path.stem)} entries, {listed} converted, 0 without a line"
        lines = text.count("\n") + 1
        misplaced = sum(not 1 <= problem.line <= lines for problem in [*bibliography.problems, *problems])
        got = f"{bibliography.present} entries, {len(found)} converted, {misplaced} without a line"
        yield Check(path.name, want, got)
        refusals = sum(problem.rule.id == "refused-entry" for problem in bibliography.problems)
        yield Check(f"{path.name} (refusals)", str(bibliography.refused), str(refusals))
        same = Editor(bibliography).data() == path.read_bytes()
        yield Check(f"{path.name} (written back)", "the same bytes", "the same bytes" if same else "others")


def snippets(path: Path) -> Iterator[Check]:
    """The small broken files of ``broken.json``: no entry vanishes, and no second entry is lost."""
    for name, text in json.loads(path.read_text(encoding="utf-8")).items():
        bibliography = loads(text, name)
        keys = [entry.key for entry in bibliography.entries]
        want = f"{_entries_in(text, name)} entries, all read"
        read = "all read" if not bibliography.refused else f"{bibliography.refused} refused"
        yield Check(name, want, f"{bibliography.present} entries, {read}")
        if "@book{b,title={B}}" in text:
            yield Check(f"{name} (the entry behind)", "read", "read" if "b" in keys else "lost")


def _entries_in(text: str, name: str) -> int:
    text = _COMMENT_BLOCK.sub("", text.removeprefix("\ufeff"))
    count = len(_ENTRY.findall(text)) + _NOT_COUNTED.get(name, 0)
    # Two entries on one line: "} @misc{b".
    return count + len(re.findall(r"^[^%\n]*\}[ \t]*@(?!comment\b)[A-Za-z]+\{[^\s,{}]+,", text, re.MULTILINE))
