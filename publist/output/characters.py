"""Which characters no writer lets through, whatever its syntax."""

from __future__ import annotations

import re

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
# What opens a piece of a template language, a comment or a script.  In JSON it stands in strings
# alone: outside of them there is no "<", and no "{" beside any of these.
_OPENER = pattern(r"\{(?=[{%#<])|(?<=[{$#])\{|<(?=[%!?]|/?script)", re.IGNORECASE)


def without_openers(json: str) -> str:
    r"""JSON, or strings of it in YAML: the same values, and nothing that a site's template language runs.

    >>> without_openers('"{{ site.x }}</script>"')
    '"\\u007b\\u007b site.x }}\\u003c/script>"'
    """
    return _OPENER.sub(lambda match: f"\\u{ord(match[0]):04x}", json)


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
