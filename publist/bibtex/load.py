"""Read a .bib file into entries: the only module that uses bibtexparser, and only as a block splitter.

The splitter's blocks are checked one by one.  Where a block does not hold what stands in the file (a
missing comma swallows the next field, an unclosed brace the next entry), :mod:`publist.bibtex.recover`
reads the entry again from the source, and reading goes on behind it.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from bibtexparser import model
from bibtexparser.splitter import Splitter

from publist import rules
from publist.bibtex import source as sources
from publist.bibtex.entry import Bibliography, Entry, Field
from publist.bibtex.macros import Value, expand
from publist.bibtex.preprocess import Prepared, prepare
from publist.bibtex.recover import AFTER_EXTRA_BRACE, Defect, RawField, next_entry, recover
from publist.bibtex.scan import NAME, closing_brace, closing_quote, is_plain, skip_space
from publist.bibtex.source import Source
from publist.collector import resting
from publist.patterns import pattern
from publist.problems import Problem, Rule

# The splitter logs what it cannot read; here that becomes problems with a place.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)

_BLOCK = pattern(r"(?<!\w)@([A-Za-z]\w*)\s*([{(])")
_COMMENTED_ENTRY = pattern(r"%+\s*@\s*[A-Za-z]\w*\s*[{(]")
_COMMENTED_FIELD = pattern(r"%+\s*[A-Za-z][\w:+-]*\s*=")
_ANY_BLOCK = pattern(r"@\s*(\w*)\s*([{(])")
_LOST_FIELD = pattern(r"^[ \t,]*[A-Za-z][\w:+-]*\s*=\s*[{\"\d]", re.MULTILINE)
_STRAY_BRACE = pattern(r"[\s,]*[})]")
_NOT_ENTRIES = ("string", "preamble", "comment")


def load(path: str | Path) -> Bibliography:
    """The entries of a .bib file.  Raises InputError for a file that cannot be read or is no text."""
    source, problems = sources.read(path)
    return _read(source, problems)


def loads(text: str, file: str = "<text>") -> Bibliography:
    """The entries of a text; ``file`` stands in the problems' places."""
    return _read(Source(file, text.removeprefix("\ufeff")), [])


@resting()
def _read(source: Source, problems: list[Problem]) -> Bibliography:
    reader = _Reader(source, prepare(source.text), problems)
    reader.read()
    problems.sort(key=lambda problem: problem.line)
    return reader.bibliography


class _Reader:
    """Goes once through the splitter's blocks and collects entries, macros and problems."""

    def __init__(self, source: Source, prepared: Prepared, problems: list[Problem]) -> None:
        self.source = source
        self.text = prepared.text
        self.prepared = prepared
        self.bibliography = Bibliography(source)
        self.bibliography.problems += problems
        self.lines_of_keys: dict[str, int] = {}
        self.unclosed_comment = False

    def read(self) -> None:
        at = 0  # everything before is read
        for block, start in _blocks(self.prepared.headers):
            if start < at:
                continue
            at = self._gap(at, start)
            if start >= at:
                at = self._block(block, start)
        self._gap(at, len(self.text))
        self._comments()

    def _problem(self, rule: Rule, offset: int, message: str, key: str = "") -> None:
        line = self.source.line(max(0, min(offset, len(self.text) - 1)))
        self.bibliography.problems.append(Problem(self.source.file, line, rule, message, key))

    def _gap(self, at: int, end: int) -> int:
        """Read what the splitter has passed over between two blocks; the offset behind it."""
        while match := _BLOCK.search(self.text, at, end):
            self._lost(at, match.start())
            at = self._broken(match)
        if at < end:
            self._lost(at, end)
        return max(at, end) if at > end else end

    def _lost(self, start: int, end: int) -> None:
        if match := _STRAY_BRACE.match(self.text, start, end):
            self._problem(
                rules.UNBALANCED_BRACES, match.end() - 1, "a } too many behind this entry; remove it"
            )
        if start < end and (match := _LOST_FIELD.search(self.text, start, end)):
            place = skip_space(self.text, match.start(), end)
            text = self.text[place:end].split("\n", 1)[0].strip()[:40]
            self._problem(
                rules.LOST_TEXT,
                place,
                f"text outside any entry is not read: {text!r}; check the braces above",
            )

    def _block(self, block: model.Block, start: int) -> int:
        """Take one block of the splitter; the offset behind what was read."""
        end = start + len(block.raw or "")
        while isinstance(block, model.DuplicateBlockKeyBlock | model.DuplicateFieldKeyBlock):
            inner = block.ignore_error_block
            if inner is None:
                break
            block = inner
        if start and self.text[start] == "@" and self.text[start - 1].isalnum():
            return start + 1  # foo@bar {x}: text
        if isinstance(block, model.ImplicitComment):
            return self._gap(start, end)
        if isinstance(block, model.String):
            return self._string(block.key, block.value, start, end)
        if isinstance(block, model.Preamble):
            self.bibliography.preambles.append(expand(block.value.strip(), self.bibliography.macros).text)
            return end
        if isinstance(block, model.ExplicitComment):
            return self._explicit_comment(start, end)
        if isinstance(block, model.Entry):
            fields = self._sound_fields(block, start)
            if fields is not None and not AFTER_EXTRA_BRACE.match(self.text, end):
                return self._entry(block.entry_type, block.key, fields, start, end, [])
        match = _BLOCK.match(self.text, start) or _ANY_BLOCK.match(self.text, start)
        return self._broken(match) if match else end

    def _string(self, key: str, value: str, start: int, end: int) -> int:
        if not NAME.fullmatch(key):
            return self._broken_string(start)
        expanded = expand(value, self.bibliography.macros)
        for name in expanded.undefined:
            self._problem(
                rules.UNDEFINED_MACRO, start, f"the macro {name} is not defined; define it with @string above"
            )
        self.bibliography.macros[key.lower()] = expanded.text
        return end

    def _broken_string(self, start: int) -> int:
        line_end = self.text.find("\n", start)
        line_end = len(self.text) if line_end < 0 else line_end
        self._problem(rules.BROKEN_STRING, start, "this @string is not name = {value}; correct it")
        return line_end

    def _explicit_comment(self, start: int, end: int) -> int:
        if _BLOCK.search(self.text, start + 1, end):
            self._problem(
                rules.COMMENTED_ENTRY, start, "an entry inside @comment is not read; take it out to list it"
            )
        return end

    def _sound_fields(self, block: model.Entry, start: int) -> list[RawField] | None:
        """The fields of an entry with their offsets, or None if the splitter has misread it."""
        text = self.prepared.headers  # what the splitter has seen; offsets are the same
        fields: list[RawField] = []
        at = text.index(block.key, start + len(block.entry_type)) + len(block.key)
        if not block.key or any(character in block.key for character in '="\n{'):
            return None
        for found in block.fields:
            if not NAME.fullmatch(found.key):
                return None
            at = text.index(found.key, at)
            equals = text.index("=", at + len(found.key))
            value_start = text.index(found.value, equals + 1)
            end = value_start + len(found.value)
            if not is_plain(found.value) and not _is_sound(text, value_start, end):
                return None
            fields.append(RawField(found.key, at, value_start, end))
            at = end
        return fields

    def _broken(self, header: re.Match[str]) -> int:
        """Read the block at ``header`` from the source itself; the offset behind it."""
        kind, start, opening = header[1].lower(), header.start(), header.start(2)
        limit = next_entry(self.text, header.end())
        if kind in _NOT_ENTRIES:
            return self._broken_other(kind, start, opening, limit)
        reading = recover(self.text, opening, limit)
        if not reading.fields and (not reading.key or reading.weight):
            self._refuse(kind, start, reading.defects)
            return reading.end
        return self._entry(kind, reading.key, reading.fields, start, reading.end, reading.defects)

    def _broken_other(self, kind: str, start: int, opening: int, limit: int) -> int:
        # An entry inside @comment belongs to the comment, if that is closed; it is sought only once.
        end = len(self.text) if kind == "comment" and not self.unclosed_comment else limit
        close = closing_brace(self.text, opening, end) if self.text[opening] == "{" else -1
        self.unclosed_comment |= kind == "comment" and close < 0
        if kind == "comment" and close >= 0:
            return self._explicit_comment(start, close + 1)
        if close < 0:
            newline = self.text.find("\n", opening, limit)
            close = (limit if newline < 0 else newline) - 1
            if kind != "comment":
                self._problem(rules.UNBALANCED_BRACES, start, f"this @{kind} is not closed; close it")
        if kind == "string":
            name, equals, value = self.text[opening + 1 : close].partition("=")
            if equals and NAME.fullmatch(name.strip()):
                return self._string(name.strip(), value.strip(), start, close + 1)
            self._problem(rules.BROKEN_STRING, start, "this @string is not name = {value}; correct it")
        return close + 1

    def _refuse(self, kind: str, start: int, defects: list[Defect]) -> None:
        self.bibliography.refused += 1
        reason = defects[0].message if defects else "it has neither key nor fields"
        line = self.source.line(start)
        message = f"this @{kind} is not read: {reason}"
        self.bibliography.problems.append(Problem(self.source.file, line, rules.REFUSED_ENTRY, message))

    def _entry(
        self, kind: str, key: str, fields: list[RawField], start: int, end: int, defects: list[Defect]
    ) -> int:
        line = self.source.line(start)
        entry = Entry(kind.lower(), key, {}, self.source.file, line, start, end)
        for defect in defects:
            self._problem(defect.rule, defect.offset, defect.message, key)
        for raw in fields:
            self._field(entry, raw)
        if not key and not any(defect.rule is rules.MISSING_KEY for defect in defects):
            self._problem(rules.MISSING_KEY, start, "the entry has no key; add one after the opening brace")
        if " " in key or "\t" in key:
            message = f"BibTeX takes no blanks in a key: {key!r}; join the words"
            self._problem(rules.KEY_WITH_BLANKS, start, message, key)
        if start and self.source.text[start - 1] == "@":
            self._problem(rules.DOUBLED_AT, start, "a doubled @; remove one", key)
        if not fields:
            self._problem(rules.EMPTY_ENTRY, start, f"the entry {key} has no fields", key)
        first = self.lines_of_keys.setdefault(key.lower(), line)
        if key and first != line:
            message = f"the key {key} stands in line {first} already; rename one of the two"
            self._problem(rules.DUPLICATE_KEY, start, message, key)
        self.bibliography.entries.append(entry)
        return end

    def _field(self, entry: Entry, raw: RawField) -> None:
        name = raw.name.lower()
        typed = self.text[raw.value_start : raw.end]
        value = Value(raw.text) if raw.text is not None else expand(typed, self.bibliography.macros)
        text = value.text
        for macro in value.undefined:
            message = f"the macro {macro} is not defined; write {{{macro}}} or define it with @string"
            self._problem(rules.UNDEFINED_MACRO, raw.value_start, message, entry.key)
        if not text.strip():
            self._problem(
                rules.EMPTY_VALUE, raw.start, f"the field {name} is empty; fill it or remove it", entry.key
            )
        if name in entry.fields:
            message = f"the field {name} is given twice; the first is used"
            self._problem(rules.DUPLICATE_FIELD, raw.start, message, entry.key)
            return
        line = self.source.line(raw.start)
        entry.fields[name] = Field(name, text, line, raw.start, raw.value_start, raw.end)

    def _comments(self) -> None:
        entry_until = 0  # the last line of the entry that is commented out
        entries = self.bibliography.entries
        starts = [entry.start for entry in entries]
        for start, end in self.prepared.comments:
            comment = self.source.text[start:end]
            line = self.source.line(start)
            place = bisect_right(starts, start) - 1
            around = entries[place] if place >= 0 and start < entries[place].end else None
            if _COMMENTED_ENTRY.match(comment):
                self._problem(rules.COMMENTED_ENTRY, start, "an entry that is commented out is not read")
                entry_until = line + 1
            elif line == entry_until:
                entry_until += 1
            elif _COMMENTED_FIELD.match(comment):
                self._problem(rules.COMMENTED_FIELD, start, "a field that is commented out is not read")
            elif around and any(field.value_start < start < field.end for field in around.fields.values()):
                message = "a line that begins with % is not read, though inside a value; write \\%"
                self._problem(rules.COMMENT_IN_VALUE, start, message, around.key)


def _blocks(headers: str) -> Iterator[tuple[model.Block, int]]:
    """The splitter's blocks with their offsets, which it does not tell (and its lines drift)."""
    at = 0
    for block in Splitter(headers).split().blocks:
        raw = block.raw or ""
        start = headers.find(raw, at) if raw else at
        if start < 0:
            continue  # an aborted block of which the splitter has kept nothing
        yield block, start
        # What the splitter has kept of an aborted block may reach into the next one.
        at = start + (1 if isinstance(block, model.ParsingFailedBlock) else len(raw))


def _is_sound(text: str, start: int, end: int) -> bool:
    """Whether a value is one or more pieces joined by ``#``, each closed where the value says so."""
    at = start
    while at < end:
        if text[at] in '{"':
            find = closing_brace if text[at] == "{" else closing_quote
            close = find(text, at, end)
            if close < 0:
                return False
            at = close + 1
        else:
            match = NAME.match(text, at, end)
            if match is None:
                return False
            at = match.end()
        at = skip_space(text, at, end)
        if at < end and text[at] != "#":
            return False
        at = skip_space(text, at + 1, end)
    return end > start
