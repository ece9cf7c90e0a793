"""A .bib file's bytes as text, with the place of every character.

Nothing here knows BibTeX's grammar.  The text keeps one character for every character of the file, so
that an offset names the same place in the text that is read and in the file that is edited.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType

from publist import rules
from publist.errors import InputError
from publist.patterns import pattern
from publist.problems import Problem

_BOM = codecs.BOM_UTF8
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ESCAPED_BYTE = pattern("[\udc80-\udcff]")


class Source:
    """The text of a file, e.g. ``Source("a.bib", "@book{b}")``, and how to write it back.

    ``text`` has no byte order mark.  ``legacy`` maps the offset of each character that was no UTF-8
    to its byte in the file (Windows-1252).  ``first`` is the line in which the text begins, if it is a part
    of a file.
    """

    def __init__(
        self,
        file: str,
        text: str,
        *,
        bom: bool = False,
        legacy: Mapping[int, int] = MappingProxyType({}),
        first: int = 1,
    ) -> None:
        self.file = file
        self.text = text
        self.bom = bom
        self.legacy = legacy
        self.first = first
        self._line_starts: list[int] = []

    def line(self, offset: int) -> int:
        r"""The line of a character in the file, from 1.  ``\n``, ``\r\n`` and a lone ``\r`` end a line."""
        if not self._line_starts:
            lines = self.text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
            self._line_starts = list(accumulate([len(line) + 1 for line in lines], initial=0))
        return bisect_right(self._line_starts, offset) + self.first - 1

    def encoded(self, start: int, end: int) -> bytes:
        """The file's own bytes from one offset to another."""
        if not self.legacy:
            return self.text[start:end].encode("utf-8")
        pieces: list[bytes] = []
        for offset in sorted(place for place in self.legacy if start <= place < end):
            pieces += [self.text[start:offset].encode("utf-8"), bytes([self.legacy[offset]])]
            start = offset + 1
        return b"".join([*pieces, self.text[start:end].encode("utf-8")])

    @property
    def encoding(self) -> str:
        """What new text is written in: ``cp1252`` where the file has no UTF-8 beyond ASCII."""
        if not self.legacy:
            return "utf-8"
        own = (offset for offset, character in enumerate(self.text) if not character.isascii())
        return "cp1252" if all(offset in self.legacy for offset in own) else "utf-8"


def read(path: str | Path) -> tuple[Source, list[Problem]]:
    """The text of a file on disk; see :func:`decode`.  Raises InputError for what cannot be read."""
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise InputError(f"cannot read this file: {reason}; check its name", file=str(path)) from error
    return decode(data, str(path))


def decode(data: bytes, file: str, first: int = 1) -> tuple[Source, list[Problem]]:
    """The text of a file's bytes: UTF-8, and Windows-1252 for bytes that are not, with a warning.

    ``first`` is the line in which they begin, if they are a part of the file.  Raises InputError for UTF-16
    and for binary files (a NUL byte).
    """
    if data.startswith(_UTF16):
        raise InputError("the file is in UTF-16; save it as UTF-8", file=file)
    nul = data.find(b"\0")
    if nul >= 0:
        line = data.count(b"\n", 0, nul) + first
        raise InputError("a NUL byte: this is no text file; give a .bib file in UTF-8", file=file, line=line)
    bom = data.startswith(_BOM)
    data = data.removeprefix(_BOM)
    try:
        return Source(file, data.decode("utf-8"), bom=bom, first=first), []
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="surrogateescape")
    legacy = {match.start(): ord(match[0]) - 0xDC00 for match in _ESCAPED_BYTE.finditer(text)}
    source = Source(file, _ESCAPED_BYTE.sub(_windows_1252, text), bom=bom, legacy=legacy, first=first)
    message = f"{len(legacy)} bytes are not UTF-8 and are read as Windows-1252; save the file as UTF-8"
    return source, [Problem(file, source.line(min(legacy)), rules.ENCODING, message)]


def _windows_1252(match: re.Match[str]) -> str:
    byte = ord(match[0]) - 0xDC00
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:  # five bytes that Windows-1252 does not use
        return chr(byte)
