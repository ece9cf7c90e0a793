r"""Change a .bib file and leave every other byte as it was.

An :class:`Editor` collects changes to entries that were read, and splices them into the file's own text:
comments, order, indentation, macros and encoding stay.  Without changes the result is the file.

    >>> from publist.bibtex import loads
    >>> bibliography = loads("@book{a,\n  title = {A}, % fine\n  year = 1984\n}\n")
    >>> editor = Editor(bibliography)
    >>> editor.set(bibliography.entries[0], "year", "1985")
    >>> editor.text()
    '@book{a,\n  title = {A}, % fine\n  year = 1985\n}\n'
"""

from __future__ import annotations

from collections.abc import Mapping

from publist.bibtex.entry import Bibliography, Entry, Field
from publist.bibtex.grammar import NAME, closing_brace
from publist.bibtex.writer import NewEntry, delimited, written
from publist.errors import InputError
from publist.patterns import pattern

_TYPE = pattern(r"@\s*([^\s{(@]+)")
_COMMA = pattern(r"[ \t]*,")
_SEPARATOR = pattern(r"\s*,\s*")
_REST_OF_LINE = pattern(r"[ \t]*(?:\r?\n|$)")


class Editor:
    """Changes to the entries of one bibliography, kept as splices of its text until they are asked for."""

    def __init__(self, bibliography: Bibliography) -> None:
        self._source = bibliography.source
        self._splices: list[tuple[int, int, str]] = []
        self._appended: list[str] = []

    def set(self, entry: Entry, name: str, value: str) -> None:
        """Give a field a value, as LaTeX without its delimiters; a field that is missing is added.

        Raises InputError for a name or value that BibTeX could not read again.
        """
        _check(name, value)
        field = entry.fields.get(name.lower())
        if field is None or field.start < 0:
            self._add(entry, name, value)
        else:
            typed = self._source.text[field.value_start : field.end]
            self._splice(field.value_start, field.end, delimited(name, value, like=typed))

    def remove(self, entry: Entry, name: str) -> None:
        """Remove a field and the comma that belongs to it; nothing happens if there is none."""
        field = entry.fields.get(name.lower())
        if field is not None and field.start >= 0:
            self._splice(*extent(self._source.text, field), "")

    def replace(self, start: int, end: int, new: str) -> None:
        """Put other text between two offsets of the file's own; braces are the caller's matter."""
        self._splice(start, end, new)

    def retype(self, entry: Entry, kind: str) -> None:
        """Give an entry another type, e.g. ``article``."""
        _check(kind, "")
        if match := _TYPE.match(self._source.text, entry.start):
            self._splice(match.start(1), match.end(1), kind)

    def remove_entry(self, entry: Entry) -> None:
        """Remove an entry with the rest of its line and one empty line behind it."""
        text, end = self._source.text, entry.end
        for _ in range(2):
            if match := _REST_OF_LINE.match(text, end):
                end = match.end()
        self._splice(entry.start, end, "")

    def add_entry(self, kind: str, key: str, fields: Mapping[str, str]) -> None:
        """Add an entry at the end of the file, e.g. ``add_entry("book", "knuth84", {"title": "…"})``."""
        for name, value in fields.items():
            _check(name, value)
        self._appended.append(written([NewEntry(kind, key, fields)]))

    def text(self) -> str:
        """The file's text with all changes."""
        return "".join(text for _, _, text in self._pieces())

    def data(self) -> bytes:
        """The file's bytes with all changes, in its own encoding.

        Raises InputError if a new value has characters that the file's encoding lacks.
        """
        bom = b"\xef\xbb\xbf" if self._source.bom else b""
        encoding = self._source.encoding
        pieces = [bom]
        for start, end, new in self._pieces():
            if start < end:
                pieces.append(self._source.encoded(start, end))
                continue
            try:
                pieces.append(new.encode(encoding))
            except UnicodeEncodeError as error:
                message = (
                    f"{error.object[error.start]!r} cannot be written in {encoding}; save the file as UTF-8"
                )
                raise InputError(message, file=self._source.file) from error
        return b"".join(pieces)

    def _pieces(self) -> list[tuple[int, int, str]]:
        """The result in order: kept text as (start, end, text), new text as (0, 0, text)."""
        text = self._source.text
        pieces: list[tuple[int, int, str]] = []
        at = 0
        for start, end, new in sorted(self._splices, key=lambda splice: splice[:2]):
            if start < at:
                continue  # inside what another change has removed
            pieces += [(at, start, text[at:start]), (0, 0, self._newlines(new))]
            at = end
        pieces.append((at, len(text), text[at:]))
        for entry in self._appended:
            lead = "" if not text else "\n" if text.endswith("\n") else "\n\n"
            pieces.append((0, 0, self._newlines(lead + entry)))
        return pieces

    def _newlines(self, new: str) -> str:
        crlf = "\r\n" in self._source.text
        return new.replace("\r\n", "\n").replace("\n", "\r\n") if crlf else new

    def _splice(self, start: int, end: int, new: str) -> None:
        self._splices.append((start, end, new))

    def _add(self, entry: Entry, name: str, value: str) -> None:
        """Add a field behind the last one, set off and aligned as that one is."""
        text = self._source.text
        own = sorted((field for field in entry.fields.values() if field.start >= 0), key=lambda f: f.start)
        if not own:
            at = entry.end - 1
            lead = "" if text[entry.start : at].rstrip().endswith(",") else ","
            self._splice(at, at, f"{lead}\n  {name} = {delimited(name, value)}\n")
            return
        last = own[-1]
        before = own[-2].end if len(own) > 1 else text.rfind(",", entry.start, last.start)
        separator = text[before : last.start]
        if not _SEPARATOR.fullmatch(separator):
            separator = ",\n" + text[text.rfind("\n", 0, last.start) + 1 : last.start]
        if not _SEPARATOR.fullmatch(separator):
            separator = ", "
        start = _aligned(name, text[last.start : last.value_start])
        self._splice(last.end, last.end, f"{separator}{start}{delimited(name, value)}")


def extent(text: str, field: Field) -> tuple[int, int]:
    """What goes with a field when it is removed: its comma, and its line where it has one of its own."""
    start, end = field.start, field.end
    comma = _COMMA.match(text, end)
    if comma is None:
        comma_at = text.rfind(",", 0, start)
        if text[comma_at + 1 : start].strip():
            return start, end
        line_start = text.rfind("\n", 0, comma_at)
        # A comma that leads its line goes with the line.
        return (line_start if not text[line_start:comma_at].strip() else comma_at), end
    end = comma.end()
    line_start = text.rfind("\n", 0, start) + 1
    line_end = _REST_OF_LINE.match(text, end)
    if line_end and not text[line_start:start].strip():
        return line_start, line_end.end()
    while end < len(text) and text[end] in " \t":
        end += 1
    return start, end


def _aligned(name: str, like: str) -> str:
    """A field's name and equals sign, set as in ``like``, e.g. ``"year  = "`` like ``"title = "``."""
    before, equals, after = like.partition("=")
    blanks = len(before) - len(before.rstrip())
    return f"{name.ljust(len(before)) if blanks > 1 else name + ' ' * blanks}{equals}{after}"


def _check(name: str, value: str) -> None:
    if not NAME.fullmatch(name):
        raise InputError(f"{name!r} cannot be the name of a field; use letters, digits, - and _")
    if closing_brace(braced := f"{{{value}}}", 0, len(braced)) != len(braced) - 1:
        raise InputError(f"the braces in the value of {name} do not match; close each one")
