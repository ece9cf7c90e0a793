"""Entries as a .bib file's text, by bibtexparser's writer.

>>> print(written([NewEntry("book", "knuth84", {"title": "Literate Programming", "year": "1984"})]), end="")
@book{knuth84,
  title = {Literate Programming},
  year = {1984},
}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from publist.bibtex.grammar import closing_brace
from publist.bibtex.macros import MONTHS
from publist.patterns import pattern
from publist.records import NamedTuple

_NUMBER = pattern(r"[0-9]+")
# Line ends of any kind, and what is no text: a line that begins with "@" is a new entry to many readers.
_BREAKS = pattern("[\\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_NOT_TEXT = pattern("[\ud800-\udfff\ufeff\ufffe\uffff]")
# What readers that look for no braces take for an entry, wherever it stands.
_LIKE_ENTRY = pattern(r"@(?=[\w-]*\s*[{(])")


class NewEntry(NamedTuple):
    """An entry to write; ``fields`` are in LaTeX, without delimiters, in the order of their lines."""

    type: str
    key: str
    fields: Mapping[str, str]


def written(entries: Iterable[NewEntry]) -> str:
    """The entries, one field on each line and an empty line between two; the keys are unique."""
    from bibtexparser import model  # reading needs none of it, and it takes its time
    from bibtexparser.library import Library
    from bibtexparser.writer import BibtexFormat, write

    layout = BibtexFormat()  # type: ignore[no-untyped-call]  # bibtexparser has no types here
    layout.indent, layout.block_separator, layout.trailing_comma = "  ", "\n", True
    blocks: list[model.Block] = [
        model.Entry(
            entry.type,
            entry.key,
            [model.Field(name, delimited(name, value)) for name, value in entry.fields.items()],
        )
        for entry in entries
    ]
    return write(Library(blocks), layout)


def holdable(value: str) -> str | None:
    r"""The value as a field in braces holds it, in one line; None where it would end the field or never.

    BibTeX counts each brace (btxdoc, 4), other readers pass over ``\{``: the value has to suit both.

    >>> holdable("a\n@b{c}"), holdable("x}"), holdable("x\\")
    ('a {@}b{c}', None, None)
    """
    value = _LIKE_ENTRY.sub("{@}", _BREAKS.sub(" ", _NOT_TEXT.sub("", value)))
    braced = f"{{{value}}}"
    ends = {closing_brace(braced, 0, len(braced), escapes=escapes) for escapes in (False, True)}
    # Some readers take the backslash before a closing brace for an escape, however many there are.
    return value if ends == {len(braced) - 1} and not value.endswith("\\") else None


def delimited(name: str, value: str, *, like: str = "{}") -> str:
    """The value of a field in the delimiters that an old one had, where they can hold it."""
    if name == "month" and value in MONTHS:
        return value
    if _NUMBER.fullmatch(value) and _NUMBER.fullmatch(like):
        return value
    if like.startswith('"') and like.endswith('"') and '"' not in value:
        return f'"{value}"'
    return f"{{{value}}}"
