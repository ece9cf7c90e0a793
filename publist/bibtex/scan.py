r"""Find where a value ends, by BibTeX's rules or by those people have in mind.

BibTeX counts every brace, also one behind a backslash, and ends a quoted value at the first quote
outside braces.  People mean ``\{`` as a character and ``\"`` as an accent; ``escapes`` reads it so.
"""

from __future__ import annotations

from publist.patterns import pattern

_BRACE = pattern(r"[{}]")
_BRACE_OR_QUOTE = pattern(r'[{}"]')
# BibTeX's identifiers: any character but white space and "#%'(),={}
NAME = pattern(r"""[^\s"#%'(),={}@\\]+""")
_AFTER_VALUE = pattern(r"\s*(?:[,})#]|$)|[ \t]*\n")
# A value that needs no closer look: one pair of braces without braces inside, or a number.
_PLAIN_VALUE = pattern(r"\{[^{}\\]*\}|[0-9]+")


def is_plain(value: str) -> bool:
    """Whether a value with its delimiters is well formed at first sight, e.g. ``{2024}``."""
    return _PLAIN_VALUE.fullmatch(value) is not None


def closing_brace(text: str, at: int, end: int, *, escapes: bool = False) -> int:
    """The offset of the brace that closes the one at ``at``, or -1 if there is none before ``end``."""
    depth = 0
    for match in _BRACE.finditer(text, at, end):
        if escapes and _is_escaped(text, match.start()):
            continue
        if text[match.start()] == "{":
            depth += 1
        else:
            depth -= 1
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
        found = text[match.start()]
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
    while at < end and text[at].isspace():
        at += 1
    return at


def _is_escaped(text: str, at: int) -> bool:
    backslashes = 0
    while at > backslashes and text[at - backslashes - 1] == "\\":
        backslashes += 1
    return backslashes % 2 == 1
