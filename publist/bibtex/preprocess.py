"""Make a text fit for the splitter, without moving a single character.

Everything here replaces text by as many other characters, so that every offset stays true: YAML front
matter and ``%`` comments become blanks, ``@article⏎{`` becomes ``@article {``, ``@ misc{`` ``@misc {``,
``@@book`` `` @book`` and a lone carriage return a newline.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.patterns import pattern

_FRONT_MATTER = pattern(r"\s*---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*?---[ \t]*(?:\r?\n|$)")
_FRONT_MATTER_LINES = 500  # more than this is no front matter but a rule across the page
_COMMENT_LINE = pattern(r"^[ \t]*(%[^\r\n]*)", re.MULTILINE)
_LOOSE_HEADER = pattern(r"@([ \t]*)([A-Za-z]\w*)(\s*)(?=[{(])")
_DOUBLED_AT = pattern(r"(?<!@)@+(?=@[ \t]*[A-Za-z]\w*\s*[{(])")
_LONE_RETURN = pattern(r"\r(?!\n)")


class Prepared(NamedTuple):
    """``text`` has its comments and front matter blanked; ``headers`` is the same with tight headers.

    Values are taken from ``text``; ``headers`` is for the splitter alone.  ``comments`` are the (start,
    end) of the ``%`` comments.
    """

    text: str
    headers: str
    comments: list[tuple[int, int]]


def prepare(text: str) -> Prepared:
    """Blank what is no BibTeX; every string of the result is as long as the text given.

    A line whose first character is ``%`` is a comment, in a value as well: BibTeX itself reads such
    lines, but nobody who types them means them to be read.
    """
    if "\r" in text:
        text = _LONE_RETURN.sub("\n", text)
    text = _without_front_matter(text)
    comments: list[tuple[int, int]] = []
    if "%" in text:
        comments = [match.span(1) for match in _COMMENT_LINE.finditer(text)]
        text = _COMMENT_LINE.sub(_blank, text)
    headers = _LOOSE_HEADER.sub(_tight_header, _DOUBLED_AT.sub(_blank, text))
    return Prepared(text, headers, comments)


def _without_front_matter(text: str) -> str:
    match = _FRONT_MATTER.match(text)
    if match is None or match[0].count("\n") > _FRONT_MATTER_LINES:
        return text
    return re.sub(r"[^\r\n]", " ", match[0]) + text[match.end() :]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _tight_header(match: re.Match[str]) -> str:
    before, name, after = match.groups()
    if not before and not after:
        return match[0]
    return f"@{name}{' ' * (len(before) + len(after))}"
