"""Rules about how texts are typed: what TeX, a web page or an exporter left in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from html.entities import html5

from publist import rules
from publist.check.work import Checked
from publist.patterns import pattern
from publist.problems import Problem

_TEXTS = "title subtitle booktitle journal journaltitle series publisher school institution address".split()
_NAMES = ("author", "editor")
_ENTITY = pattern(r"\\?&(#\d+|#x[0-9a-fA-F]+|[A-Za-z]\w*);")
# What of a value is no text: formulas, and addresses in their commands.
_NO_TEXT = pattern(r"\\(?:url|href|path)\s*\{[^{}]*\}|(?<!\\)\$[^$]*\$|https?://\S+")
_BARE_SIGN = pattern(r"(?<!\\)[&%]")
_ET_AL = pattern(r"\bet\.?\s+al\b\.?", re.IGNORECASE)
_ABBREVIATED = pattern(
    r"(?:\b[A-Za-z]|\b(?:al|etc|[JS]r|Inc|Ltd|Co|Corp|vs|Vol|No|eds?|Prof|Dr|St)|\.\.)[.}]*$"
)
_END_OF_A_TITLE = 30  # characters in which its last word stands
_LETTERS_OF_A_TITLE = 20  # shorter ones may be a name


def html_entity(works: Sequence[Checked]) -> Iterator[Problem]:
    """An HTML entity such as ``&amp;`` or ``&#8217;`` in a text or a name, which BibTeX prints as typed."""
    for work in works:
        for name in (*_TEXTS, *_NAMES):
            found = [match for match in _ENTITY.finditer(work.entry.get(name)) if _is_entity(match[1])]
            if found:
                signs = [_as_tex(match[0]) for match in found]
                changes = [(*match.span(), sign) for match, sign in zip(found, signs, strict=True)]
                edits = work.edits(name, *changes) if all(signs) else ()
                message = f"{found[0][0]} is HTML; write the sign itself, or TeX"
                yield work.problem(rules.HTML_ENTITY, message, name, found[0][0], edits)


def _is_entity(name: str) -> bool:
    return name.startswith("#") or f"{name};" in html5


# What of an entity's sign TeX would take for its own; a tag or a quotation mark is not for us to decide.
_IN_TEX = {"&": r"\&", "%": r"\%", "#": r"\#", "$": r"\$", "_": r"\_", "\xa0": "~"}
_NOT_OURS = frozenset('<>"{}\\~^')


def _as_tex(entity: str) -> str:
    """The sign that an entity stands for, as TeX has it; "" where that is not one safe sign."""
    sign = unescape(entity.removeprefix("\\"))
    return "" if sign in _NOT_OURS or not (sign.isprintable() or sign == "\xa0") else _IN_TEX.get(sign, sign)


def unescaped_sign(works: Sequence[Checked]) -> Iterator[Problem]:
    r"""A bare ``&`` or ``%`` in a text: LaTeX stops at the one and drops what stands behind the other."""
    for work in works:
        for name in _TEXTS:
            text = _NO_TEXT.sub("", _ENTITY.sub("", work.entry.get(name)))
            if match := _BARE_SIGN.search(text):
                sign = match[0]
                yield work.problem(rules.UNESCAPED_SIGN, f"a bare {sign}; write \\{sign}", name, sign)


def et_al_author(works: Sequence[Checked]) -> Iterator[Problem]:
    """``et al.`` among names: BibTeX takes it for a person."""
    for work in works:
        for name in _NAMES:
            if match := _ET_AL.search(work.entry.get(name)):
                message = f"{match[0]} is no name; write all names, or: and others"
                yield work.problem(rules.ET_AL_AUTHOR, message, name, match[0])


def capitals(works: Sequence[Checked]) -> Iterator[Problem]:
    """A title in capitals throughout."""
    for work in works:
        letters = [sign for sign in work.text("title") if sign.isalpha()]
        if len(letters) >= _LETTERS_OF_A_TITLE and all(sign.isupper() for sign in letters):
            yield work.problem(rules.CAPITALS, "a title in capitals; write it as on the paper", "title")


def title_full_stop(works: Sequence[Checked]) -> Iterator[Problem]:
    """A full stop at the end of a title, where styles put their own; an abbreviation may have one."""
    for work in works:
        title = " ".join(work.entry.get("title").split())[-_END_OF_A_TITLE:]
        if title.rstrip("}").endswith(".") and not _ABBREVIATED.search(title):
            place = work.entry.get("title").rindex(".")
            edits = work.edits("title", (place, place + 1, ""))
            message = "a full stop ends the title; remove it"
            yield work.problem(rules.TITLE_FULL_STOP, message, "title", edits=edits)


CHECKS = (html_entity, unescaped_sign, et_al_author, capitals, title_full_stop)
