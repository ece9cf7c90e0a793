r"""The tokens of a .bib file, and where a piece of a value ends.

    file  = { text | block }                 text outside any block is a comment
    block = "@" type "{" body "}"            or in parentheses
    body  = key { "," field } [ "," ]        of an entry
          | field                            of @string
          | value                            of @preamble
          | anything                         of @comment
    field = name "=" value
    value = piece { "#" piece }
    piece = "{" … "}" | '"' … '"' | number | macro

(btxdoc, section 2; bibtex.web.)  BibTeX counts every brace, also one behind a backslash, and ends a quoted
value at the first quote outside braces.  People mean ``\{`` as a character and ``\"`` as an accent;
``escapes`` reads it so.
"""

from __future__ import annotations

import re

from publist.patterns import pattern

# BibTeX's identifiers: any character but white space and "#%'(),={}
_NAME = r"""[^\s"#%'(),={}@\\]+"""
NAME = pattern(_NAME)
_TYPE = r"[A-Za-z][\w-]*"
# "@article{", "@ article (", "@{"; an @ behind a letter belongs to an address.
BLOCK = pattern(rf"@(?<!\w@)[ \t]*(?:({_TYPE})\s*[{{(]|([\w-]*)\{{)")
# What can only begin an entry, if it stands at a line's start: it has a usual type, or a field follows.
ENTRY = pattern(rf"""@[ \t]*({_TYPE})\s*[{{(](?:(?=(\s*(?:[^\s,="]+[ \t]*[,\n]\s*)?[\w:.+-]+\s*=))|)""")
USUAL_TYPES = frozenset(
    "article book inproceedings incollection inbook conference misc phdthesis mastersthesis techreport"
    " unpublished proceedings manual online thesis report string preamble comment".split()
)
# An @ with a field behind it, and yet no block: "@art icle{k, t={T}}", "@article,k, t={T}".
LOST_ENTRY = pattern(rf"""@(?:(?<!\w@)|(?={_TYPE}\s*[{{(]))[^@]*?\w\s*+=\s*+[{{"]""")
LOST_FIELD = pattern(r"^[ \t,]*[A-Za-z][\w:+-]*\s*=\s*[{\"\d]", re.MULTILINE)
STRAY_BRACE = pattern(r"[\s,]*[})]")
COMMENTED_ENTRY = pattern(rf"%+\s*@\s*{_TYPE}\s*[{{(]")
COMMENTED_FIELD = pattern(r"%+\s*[A-Za-z][\w:+-]*\s*=")

# What stands in braces that hold others, one and two deep.
_ONE_DEEP = r"[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+"
TWO_DEEP = rf"[^{{}}]*+(?:\{{{_ONE_DEEP}\}}[^{{}}]*+)*+"
# A field of one piece as nearly all are: braces up to three deep, quotes, a number or a month; and its comma.
FIELD = pattern(
    rf"""\s*+({_NAME}+)\s*+=\s*+(\{{{TWO_DEEP}\}}|"(?:[^"{{}}]++|\{{[^{{}}]*+\}})*+"|[0-9]++|[a-z]{{3}})"""
    r"\s*+(?:,|(?=[})%]))"
)
FIELD_START = pattern(r"""\s*+([^\s"#%'(),={}@\\][^"#%(),={}@\\\n]*+)\s*+=""")
# title {A}, title : {A}
NO_EQUALS = pattern(r"""([A-Za-z][\w:+-]*+)\s*+:?\s*+(?=[{"])""")
# A field that starts on a new line inside a value: the value was never closed.
SWALLOWED_FIELD = pattern(r"""\n[ \t]*[A-Za-z][\w:+-]*[ \t]*=[ \t]*(?:[{"]|\d+\s*[,}\n]|[a-z]{3}\s*[,}\n])""")
# What follows an entry's end if that was no end but one brace too many.
AFTER_EXTRA_BRACE = pattern(r"""\s*,\s*[A-Za-z][\w:+-]*\s*=\s*[{"\w]""")
JUNK = pattern(r"[^,\n{}()=]*")

_BRACE = pattern(r"[{}]")
_BRACE_OR_QUOTE = pattern(r'[{}"]')
_AFTER_VALUE = pattern(r"\s*(?:[,})#]|$)|[ \t]*\n")
_SPACE = pattern(r"\s*")


def closing_brace(text: str, at: int, end: int, *, escapes: bool = False) -> int:
    """The offset of the brace that closes the one at ``at``, or -1 if there is none before ``end``."""
    depth = 0
    for match in _BRACE.finditer(text, at, end):
        if escapes and _is_escaped(text, match.start()):
            continue
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.start()
    return -1


def closing_quote(text: str, at: int, end: int, *, escapes: bool = False, loose: bool = False) -> int:
    """The offset of the quote that closes the one at ``at``, or -1 if there is none before ``end``.

    ``loose`` passes over quotes behind which the value goes on: ``"A "quoted" word",`` is one value.
    """
    depth = 0
    for match in _BRACE_OR_QUOTE.finditer(text, at + 1, end):
        if escapes and _is_escaped(text, match.start()):
            continue
        found = match[0]
        if found == "{":
            depth += 1
        elif found == "}":
            depth -= 1
            if depth < 0:
                return -1
        elif depth == 0 and not (loose and not _AFTER_VALUE.match(text, match.end(), end)):
            return match.start()
    return -1


def skip_space(text: str, at: int, end: int) -> int:
    """The offset of the next character that is no white space, at most ``end``."""
    if not text[at : at + 1].isspace():
        return at
    match = _SPACE.match(text, at, end)
    return match.end() if match else at


def _is_escaped(text: str, at: int) -> bool:
    backslashes = 0
    while at > backslashes and text[at - backslashes - 1] == "\\":
        backslashes += 1
    return backslashes % 2 == 1
