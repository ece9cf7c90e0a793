"""Read a .bib file into entries: find its blocks, have each read, and say what is wrong and where.

Every entry is read or refused with a problem.  Text between the blocks is a comment, and so is a line that
begins with ``%``, in a value as well: BibTeX itself reads such lines, but nobody who types them means them
to be read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from pathlib import Path

from publist import rules
from publist.bibtex import source as sources
from publist.bibtex.block import BlockReading, Region, Room, read_definition, read_entry, read_value
from publist.bibtex.entry import Bibliography, Entry
from publist.bibtex.grammar import (
    BLOCK,
    COMMENTED_ENTRY,
    COMMENTED_FIELD,
    ENTRY,
    LOST_ENTRY,
    LOST_FIELD,
    STRAY_BRACE,
    USUAL_TYPES,
    closing_brace,
    skip_space,
)
from publist.bibtex.source import Source
from publist.collector import resting
from publist.patterns import pattern
from publist.problems import Problem, Rule

_FRONT_MATTER = pattern(r"\s*---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*?---[ \t]*(?:\r?\n|$)")
_FRONT_MATTER_LINES = 500  # more than this is no front matter but a rule across the page
_COMMENT = pattern(r"%[^\r\n]*")
_LONE_RETURN = pattern(r"\r(?!\n)")


def load(path: str | Path) -> Bibliography:
    """The entries of a .bib file.  Raises InputError for a file that cannot be read or is no text."""
    source, problems = sources.read(path)
    return _read(source, problems)


def load_bytes(data: bytes, file: str) -> Bibliography:
    """The entries of a file's bytes.  Raises InputError for what is no text."""
    source, problems = sources.decode(data, file)
    return _read(source, problems)


def loads(text: str, file: str = "<text>") -> Bibliography:
    """The entries of a text; ``file`` stands in the problems' places."""
    return _read(Source(file, text.removeprefix("\ufeff")), [])


class Carried:
    """What the later parts of a file, of so many characters in all, know of the earlier ones."""

    def __init__(self, size: int) -> None:
        self.macros: dict[str, str] = {}
        self.lines_of_keys: dict[str, int] = {}
        self.room = Room(1_000_000 + 50 * size)


def _read(source: Source, problems: list[Problem]) -> Bibliography:
    return read_part(source, problems, Carried(len(source.text)))[0]


@resting()
def read_part(
    source: Source, problems: list[Problem], carried: Carried, *, last: bool = True
) -> tuple[Bibliography, int]:
    """What stands in a part of a file, and the offset up to which it is read.

    That is before a comment that is not closed, unless the part is the last: a later one may close it.
    """
    bibliography = Bibliography(source)
    bibliography.macros = carried.macros
    bibliography.problems += problems
    end = _Reader(bibliography, carried, last=last).read()
    bibliography.problems.sort(key=lambda problem: problem.line)
    return bibliography, end


class _Reader:
    """Goes once through a text, block by block, and collects entries, macros and problems."""

    def __init__(self, bibliography: Bibliography, carried: Carried, *, last: bool) -> None:
        self.bibliography = bibliography
        self.last = last
        self.source = bibliography.source
        self.text, self.comments = _blanked(self.source.text)
        self.entry_starts = [
            match.start()
            for match in ENTRY.finditer(self.text)
            if (match[2] or match[1].lower() in USUAL_TYPES) and _is_at_line_start(self.text, match.start())
        ]
        self.lines_of_keys = carried.lines_of_keys
        self.unclosed_comment = False
        self.room = carried.room

    def read(self) -> int:
        at = 0  # everything before is read
        while match := BLOCK.search(self.text, at):
            self._lost(at, match.start())
            at = self._block(match)
            if self.unclosed_comment and not self.last:
                self._comments(match.start())
                return match.start()
        self._lost(at, len(self.text))
        self._comments(len(self.text))
        return len(self.text)

    def _problem(self, rule: Rule, offset: int, message: str, key: str = "") -> None:
        line = self.source.line(max(0, min(offset, len(self.text) - 1)))
        self.bibliography.problems.append(Problem(self.source.file, line, rule, message, key))

    def _lost(self, start: int, end: int) -> None:
        """Say what of the text between two blocks was meant to be read."""
        if not self.text[start:end].strip():
            return
        if match := STRAY_BRACE.match(self.text, start, end):
            self._problem(
                rules.UNBALANCED_BRACES, match.end() - 1, "a } too many behind this entry; remove it"
            )
        lost = [match.start() for match in LOST_ENTRY.finditer(self.text, start, end)]
        for place in lost:
            self._refuse(place, f"{self._quoted(place, end)} does not begin as @type{{key,")
        if match := LOST_FIELD.search(self.text, start, lost[0] if lost else end):
            place = skip_space(self.text, match.start(), end)
            words = self._quoted(place, end)
            self._problem(
                rules.LOST_TEXT, place, f"text outside any entry is not read: {words}; check the braces above"
            )

    def _quoted(self, start: int, end: int) -> str:
        return repr(self.text[start:end].split("\n", 1)[0].strip()[:40])

    def _refuse(self, start: int, reason: str) -> None:
        self.bibliography.refused += 1
        self._problem(rules.REFUSED_ENTRY, start, reason)

    def _block(self, header: re.Match[str]) -> int:
        """Read the block with this beginning; the offset behind it."""
        kind, start, opening = (header[1] or header[2] or "").lower(), header.start(), header.end() - 1
        if kind == "comment":
            return self._comment(start, opening)
        limit = self._next_entry(header.end())
        region = Region(self.source, self.text, opening, limit, self.bibliography.macros, self.room)
        if kind == "string":
            return self._string(start, read_definition(region))
        if kind == "preamble":
            reading = read_value(region)
            self._defects(reading)
            self.bibliography.preambles.append(reading.fields[0].value)
            return reading.end
        reading = read_entry(region)
        if not reading.fields and (not reading.key or reading.weight):
            reason = reading.defects[0].message if reading.defects else "it has neither key nor fields"
            self._refuse(start, f"this @{kind} is not read: {reason}")
            return reading.end
        return self._entry(kind, start, reading)

    def _next_entry(self, at: int) -> int:
        """The offset of the next line that can only begin an entry; the text's length if there is none."""
        place = bisect_right(self.entry_starts, at)
        return self.entry_starts[place] if place < len(self.entry_starts) else len(self.text)

    def _comment(self, start: int, opening: int) -> int:
        # An entry inside @comment belongs to the comment, if that is closed; it is sought only once.
        end = self._next_entry(opening) if self.unclosed_comment else len(self.text)
        close = closing_brace(self.text, opening, end) if self.text[opening] == "{" else -1
        if close < 0:
            self.unclosed_comment = True
            newline = self.text.find("\n", opening)
            return len(self.text) if newline < 0 else newline
        if BLOCK.search(self.text, opening, close):
            self._problem(
                rules.COMMENTED_ENTRY, start, "an entry inside @comment is not read; take it out to list it"
            )
        return close + 1

    def _string(self, start: int, reading: BlockReading) -> int:
        self._defects(reading)
        if not reading.fields:
            self._problem(rules.BROKEN_STRING, start, "this @string is not name = {value}; correct it")
        for field in reading.fields:
            self.bibliography.macros[field.name] = field.value
        return reading.end

    def _defects(self, reading: BlockReading) -> None:
        for defect in reading.defects:
            self._problem(defect.rule, defect.offset, defect.message, reading.key)

    def _entry(self, kind: str, start: int, reading: BlockReading) -> int:
        key, line = reading.key, self.source.line(start)
        entry = Entry(kind, key, {}, self.source.file, line, start, reading.end)
        self._defects(reading)
        self._fields(entry, reading)
        if not key and not any(defect.rule == rules.MISSING_KEY for defect in reading.defects):
            self._problem(rules.MISSING_KEY, start, "the entry has no key; add one after the opening brace")
        if " " in key or "\t" in key:
            message = f"BibTeX takes no blanks in a key: {key!r}; join the words"
            self._problem(rules.KEY_WITH_BLANKS, start, message, key)
        if start and self.source.text[start - 1] == "@":
            self._problem(rules.DOUBLED_AT, start, "a doubled @; remove one", key)
        if not reading.fields:
            self._problem(rules.EMPTY_ENTRY, start, f"the entry {key} has no fields", key)
        first = self.lines_of_keys.setdefault(key.lower(), line)
        if key and first != line:
            message = f"the key {key} stands in line {first} already; rename one of the two"
            self._problem(rules.DUPLICATE_KEY, start, message, key)
        self.bibliography.entries.append(entry)
        return reading.end

    def _fields(self, entry: Entry, reading: BlockReading) -> None:
        for field in reading.fields:
            if not field.value and field.value_start == field.end:  # volume = {} is what exporters write
                message = f"the field {field.name} has no value; fill it or remove it"
                self._problem(rules.EMPTY_VALUE, field.start, message, entry.key)
            if entry.fields.setdefault(field.name, field) is not field:
                message = f"the field {field.name} is given twice; the first is used"
                self._problem(rules.DUPLICATE_FIELD, field.start, message, entry.key)

    def _comments(self, until: int) -> None:
        entry_until = 0  # the last line of the entry that is commented out
        entries = self.bibliography.entries
        starts = [entry.start for entry in entries]
        for start, end in self.comments:
            if start >= until:
                break
            comment = self.source.text[start:end]
            line = self.source.line(start)
            place = bisect_right(starts, start) - 1
            around = entries[place] if place >= 0 and start < entries[place].end else None
            if COMMENTED_ENTRY.match(comment):
                self._problem(rules.COMMENTED_ENTRY, start, "an entry that is commented out is not read")
                entry_until = line + 1
            elif line == entry_until:
                entry_until += 1
            elif COMMENTED_FIELD.match(comment):
                self._problem(rules.COMMENTED_FIELD, start, "a field that is commented out is not read")
            elif around and any(field.value_start < start < field.end for field in around.fields.values()):
                message = "a line that begins with % is not read, though inside a value; write \\%"
                self._problem(rules.COMMENT_IN_VALUE, start, message, around.key)


def _blanked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with front matter and ``%`` comments blanked, character by character; the comments' places."""
    if "\r" in text:
        text = _LONE_RETURN.sub("\n", text)
    front = _FRONT_MATTER.match(text) if text.lstrip().startswith("---") else None
    if front and front[0].count("\n") <= _FRONT_MATTER_LINES:
        text = re.sub(r"[^\r\n]", " ", front[0]) + text[front.end() :]
    comments = [match.span() for match in _COMMENT.finditer(text) if _is_at_line_start(text, match.start())]
    pieces: list[str] = []
    at = 0
    for start, end in comments:
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]]), comments


def _is_at_line_start(text: str, at: int) -> bool:
    """Whether only blanks stand before an offset in its line."""
    return not text[text.rfind("\n", 0, at) + 1 : at].strip(" \t")
