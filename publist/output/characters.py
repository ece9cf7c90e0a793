"""Which characters no writer lets through, whatever its syntax."""

from __future__ import annotations

from publist.patterns import pattern

# C0 control characters and lone surrogates are no characters of markup, where line ends may matter.
_CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
# Control characters (but blanks and line ends), lone surrogates and noncharacters; U+FEFF would be read
# as a byte order mark.
_NOT_TEXT = pattern(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)
# Line and page ends of any kind: inside a paragraph they are blanks.
_LINE_ENDS = pattern("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")


def without_control(text: str) -> str:
    """The text without control characters and lone surrogates; its line ends stay."""
    return text if text.isprintable() else _CONTROL.sub("", text)


def printable(text: str) -> str:
    r"""The text without characters that are no text, each line end a blank.

    >>> printable("a\x00b\nc")
    'ab c'
    """
    if text.isascii() and text.isprintable():
        return text
    return _LINE_ENDS.sub(" ", _NOT_TEXT.sub("", text))
