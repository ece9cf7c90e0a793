"""Numbers as CSL knows them: what is numeric, what is plural, ordinals, roman numerals, ranges.

A number variable holds text such as ``12``, ``S12``, ``iv``, ``2–4``, ``2 & 4`` or ``1st ed.``.  It is
read as segments between commas, ampersands and the word "and"; a segment is one number or a range of two
(CSL 1.0.2, Number).  A hyphen after a backslash is never a range: see
number_PlainHyphenOrEnDashAlwaysPlural.txt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Protocol

from publist.csl.elements import Term
from publist.csl.page_format import shortened
from publist.patterns import pattern


class Terms(Protocol):
    """What is asked of a locale here; see :class:`publist.csl.locale.Locale`."""

    def term(self, name: str, form: str = "long", plural: bool = False, gender: str = "") -> str | None:  # noqa: FBT001, FBT002 - the signature of Locale.term
        """The text of a term."""

    def ordinal_terms(self) -> dict[str, list[Term]]:
        """The terms ``ordinal`` and ``ordinal-00`` to ``ordinal-99`` by name."""


_ESCAPED = "\0"  # stands for a hyphen that is no range while the value is taken apart
_SEGMENTS = pattern(
    r"(\s*,\s+(?:(?:and|et|und|y|e|en|og|och|ja|&)\s+)?|\s*;\s+|\s*&\s*|\s+(?:and|et|und|y|e|en|og|och|ja)\s+)"
)
_NUMBER = r"(?:[A-Za-z]*\d+[A-Za-z]*(?:/\d+)?|[ivxl]+)"
_NUMERIC = pattern(rf"{_NUMBER}(?:\s*[-–]+\s*{_NUMBER})*(?:{_ESCAPED}{_NUMBER})*")
# "62:1-62:26" is one number of an article for the reference processor; with a dash it is a range.
_STARTS_RANGE = pattern(rf"(?:{_NUMBER}\s*[-–]+|\d+:{_NUMBER}\s*–)\s*(?:[^\s-]|$)")
_RANGE = pattern(
    r"(?P<prefix>[^\W\d_]*)(?P<first>\d+)(?P<suffix>[a-z]*)\s*[-–]{1,3}\s*"
    r"(?P<prefix2>[^\W\d_]*)(?P<last>\d+)(?P<suffix2>[a-z]*)"
)
_ROMAN = r"(?:[ivxlcdm]+|[IVXLCDM]+)"
_ROMAN_RANGE = pattern(rf"({_ROMAN}|\d+)\s*[-–]\s*({_ROMAN}|\d+)")
_PLAIN_RANGE = pattern(r"(\d+)\s*[-–]{1,3}\s*(\d+)")
_LOOSE_HYPHEN = pattern(r"(?<=\w)\s+-\s+(?=\w*\d)")
_AMPERSAND = pattern(r"\s*&\s*")
_ANY_MATCH = frozenset({"whole-number", "last-two-digits", "last-digit"})
_LAST_TWO = frozenset({"last-two-digits", "last-digit"})
_LAST = frozenset({"last-digit"})
_ROMAN_DIGITS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Labels that people write into a value, and their terms (number_OrdinalSpacing.txt).
_LABEL = pattern(r"([A-Za-z]+)\.\s+(\S*\d.*)")
LABELLED = {
    "page": pattern(r"^pp?\.\s+(?=\S*\d|[ivxl]+\b)"),
    "volume": pattern(r"^vols?\.\s+(?=\S*\d)"),
    "issue": pattern(r"^nos?\.\s+(?=\S*\d)"),
    "number": pattern(r"^nos?\.\s+(?=\S*\d)"),
    "section": pattern(r"^secs?\.\s+(?=\S*\d)"),
}
_TYPED = pattern(r"(?:([A-Za-z]+)\.|([§¶])[§¶]?)\s*(?=\S*\d)")
_COUNT = pattern(r"(\d+)\w*")
_LABEL_TERMS = {
    "§": "section", "¶": "paragraph",
    "art": "article", "bk": "book", "ch": "chapter", "chap": "chapter", "chaps": "chapter", "col": "column",
    "cols": "column", "fig": "figure", "figs": "figure", "fol": "folio", "l": "line", "n": "note",
    "nn": "note", "no": "issue", "nos": "issue", "op": "opus", "p": "page", "para": "paragraph",
    "paras": "paragraph", "pp": "page", "pt": "part", "pts": "part", "r": "rule", "sec": "section",
    "secs": "section", "sv": "sub-verbo", "vol": "volume", "vols": "volume", "vrs": "verse",
}  # fmt: skip
_TYPED_WITHIN = pattern(rf"([,;]?\s+)({'|'.join(filter(str.isalpha, _LABEL_TERMS))})\.\s+(?=\S*\d)")
_PAGE_WITH_NOTE = pattern(r"\d+n\d+")


@lru_cache(maxsize=8192)
def is_numeric(value: str) -> bool:
    """Whether all of the value is numbers, e.g. ``D2``, ``2b``, ``1–3 & 5`` but not ``2nd edition``.

    CSL 1.0.2, Choose, ``is-numeric``.
    """
    if value.isdecimal() and value.isascii():
        return True
    segments = _segments(value)[::2]
    return all(_NUMERIC.fullmatch(segment) for segment in segments)


@lru_cache(maxsize=8192)
def is_plural(value: str) -> bool:
    r"""Whether a label for the value is plural, e.g. for ``3-8`` and ``2 & 4``, not for ``3\-B``.

    CSL 1.0.2, Label, ``plural="contextual"``.
    """
    if value.isdecimal():
        return False
    if _PLAIN_RANGE.fullmatch(value):
        return True
    segments = _segments(value)[::2]
    first = segments[0]
    if _RANGE.fullmatch(first) or _STARTS_RANGE.match(first) or _is_roman_range(first):
        return True
    # What follows a label inside the value has a label of its own.
    return len(segments) > 1 and all(
        _NUMERIC.fullmatch(each) or _PAGE_WITH_NOTE.fullmatch(each) for each in segments[:2]
    )


def is_several(count: str) -> bool:
    """Whether a count of things, such as number-of-pages, is of more than one (CSL 1.0.2, Label)."""
    found = _COUNT.fullmatch(count.strip())
    return is_plural(count) or (found is not None and found[1] != "1")


def typed_label(locator: str) -> tuple[str, str]:
    """The label that a writer has typed into the locator, and the rest.

    ``typed_label("ch. 4") == ("chapter", "4")``; without one, ``("", locator)``.
    """
    found = _TYPED.match(locator)
    term = _LABEL_TERMS.get((found[1] or found[2]).lower(), "") if found else ""
    return (term, locator[found.end() :]) if found and term else ("", locator)


def within_locator(locator: str, label: str, locale: Terms, write: Callable[[str, str], str]) -> str:
    """The locator with labels that a writer has typed within it as the locale's: ``2, S. 5`` of ``2, p. 5``.

    ``write`` gives the numbers behind a label, e.g. of ``page``; the first are those of ``label``.
    """
    first, *found = _TYPED_WITHIN.split(locator)
    text = write(first, label)
    for between, typed, numbers in zip(found[::3], found[1::3], found[2::3], strict=True):
        kind = _LABEL_TERMS[typed]
        term = locale.term(kind, "short", is_plural(numbers)) or f"{typed}."
        text += f"{between}{term} {write(numbers, kind)}"
    return text


def without_label(variable: str, value: str) -> str:
    """The value without a label of the variable itself that somebody has typed before it.

    ``without_label("volume", "vol. 3") == "3"``; "no. 3" of a volume stays.
    """
    label = LABELLED.get(variable)
    return value if label is None else label.sub("", value, count=1)


def _is_roman_range(segment: str) -> bool:
    return segment[:1].islower() and _ROMAN_RANGE.fullmatch(segment) is not None


def _segments(value: str) -> list[str]:
    """Segments and what stands between them, in turn: ``["1-3", ", ", "5"]``."""
    value = value.strip().replace("\\-", _ESCAPED)
    parted = ";" in value or "&" in value or len(value.split()) > 1
    return _SEGMENTS.split(value) if parted else [value]


@lru_cache(maxsize=16384)
def page_range(value: str, page_format: str | None, delimiter: str, ampersand: str = "&") -> str:
    """The pages with their ranges as the style wants them, e.g. ``321-28`` → ``321–328`` (``expanded``).

    ``page_format`` is CSL's ``page-range-format`` or None to keep the digits as they are; ``delimiter``
    and ``ampersand`` are the locale's terms.  CSL 1.0.2, Page Ranges; see page_Chicago.txt,
    page_Minimal.txt and page_ExpandWeirdComposite.txt.
    """
    if value.isdecimal():
        return value
    match = _PLAIN_RANGE.fullmatch(value)
    if match:
        return f"{match[1]}{delimiter}{shortened(match[1], match[2], page_format)}"
    pieces = _segments(value)
    pieces[::2] = [_range(segment, page_format, delimiter) for segment in pieces[::2]]
    pieces[1::2] = [_AMPERSAND.sub(f" {ampersand} ", each) for each in pieces[1::2]]
    return "".join(pieces).replace(_ESCAPED, "-")


def _range(segment: str, page_format: str | None, delimiter: str) -> str:
    match = _RANGE.fullmatch(segment)
    if match is None:
        roman_range = _ROMAN_RANGE.fullmatch(segment)
        if roman_range:
            return f"{roman_range[1]}{delimiter}{roman_range[2]}"
        return _LOOSE_HYPHEN.sub("-", segment) if "-" in segment else segment
    start = f"{match['prefix']}{match['first']}{match['suffix']}"
    end = f"{match['prefix2']}{match['last']}{match['suffix2']}"
    if match["prefix"] != match["prefix2"]:
        return f"{start}-{end}"  # "n11564-1568" may be two pages or one name
    if page_format is None or match["suffix"] or match["suffix2"]:
        return f"{start}{delimiter}{end}"
    number = shortened(match["first"], match["last"], page_format)
    if page_format == "expanded":
        number = match["prefix"] + number
    elif number == match["last"] and not match["prefix"]:
        number = end
    return f"{start}{delimiter}{number}"


def page_first(value: str) -> str:
    """The first page, e.g. ``42`` of ``42-45`` (CSL 1.0.2, Appendix IV, page-first)."""
    first = _segments(value)[0]
    if _ESCAPED not in first:
        first = re.split(r"\s*[-–]", first, maxsplit=1)[0]
    return first.replace(_ESCAPED, "-")


def format_number(value: str, form: str, locale: Terms, gender: str = "") -> str:
    """The value as cs:number shows it, e.g. ``2`` as ``2nd`` (``form="ordinal"``).

    ``form`` is ``numeric``, ``ordinal``, ``long-ordinal`` or ``roman``; ``gender`` that of the noun
    the number counts.  What is no plain number (``S12``, ``2nd``) is kept as it is.
    """
    if value.isdecimal() and value.isascii():
        return _formed(value, form, locale, gender)
    delimiter = locale.term("page-range-delimiter") or "–"
    pieces = _segments(value)
    labelled = any(_LABEL.fullmatch(piece) for piece in pieces[2::2])
    if form not in {"", "numeric"} and not labelled and not is_numeric(value):
        return page_range(value, None, delimiter)
    pieces[1::2] = [_AMPERSAND.sub(" & ", each) for each in pieces[1::2]]
    for index in range(0, len(pieces), 2):
        label = _LABEL.fullmatch(pieces[index])
        if index and label and label[1].lower() in _LABEL_TERMS:
            pieces[index] = _labelled(label[1].lower(), label[2], locale, delimiter)
        else:
            pieces[index] = _formed_range(pieces[index], form, locale, gender, delimiter)
    return "".join(pieces).replace(_ESCAPED, "-")


def _labelled(label: str, value: str, locale: Terms, delimiter: str) -> str:
    term = locale.term(_LABEL_TERMS[label], "short", is_plural(value)) or f"{label}."
    return f"{term} {page_range(value, None, delimiter)}"


def _formed_range(segment: str, form: str, locale: Terms, gender: str, delimiter: str) -> str:
    plain = _PLAIN_RANGE.fullmatch(segment)
    if plain:
        ends = (_formed(end, form, locale, gender) for end in plain.groups())
        return delimiter.join(ends)
    if segment.isdecimal():
        return _formed(segment, form, locale, gender)
    return _range(segment, None, delimiter)


def _formed(digits: str, form: str, locale: Terms, gender: str) -> str:
    """One number in its form; leading zeros make it a name (number_LeadingZeros.txt)."""
    if form in {"", "numeric"} or (digits[0] == "0" and len(digits) > 1) or len(digits) > 9:
        return digits
    number = int(digits)
    if form == "roman":
        return roman(number)
    return ordinal(number, locale, gender, long=form == "long-ordinal")


def ordinal(number: int, locale: Terms, gender: str = "", *, long: bool = False) -> str:
    """The ordinal, e.g. ``42nd``, or ``second`` where it is long and the number at most 10.

    CSL 1.0.2, Ordinal Suffixes and Long Ordinals.
    """
    if long and 1 <= number <= 10:
        term = locale.term(f"long-ordinal-{number:02}", gender=gender)
        if term:
            return term
    terms = locale.ordinal_terms()
    for name, matches in (
        (f"ordinal-{number:02}", _ANY_MATCH),
        (f"ordinal-{number % 100:02}", _LAST_TWO),
        (f"ordinal-{number % 10:02}", _LAST),
        ("ordinal", _ANY_MATCH),
    ):
        suffix = _suffix(terms.get(name, ()), matches, gender)
        if suffix is not None:
            return f"{number}{suffix}"
    # A noun without a gender, in a language that has no ordinal without one: the last, as in citeproc-js.
    general = terms.get("ordinal", [])
    return f"{number}{general[-1].single}" if general and not gender else str(number)


def _suffix(terms: Iterable[Term], matches: frozenset[str], gender: str) -> str | None:
    """The suffix for the gender, or the one for none; None if there is neither."""
    for wanted in (gender, "") if gender else ("",):
        for term in terms:
            if term.gender_form == wanted and _match(term) in matches:
                return term.single
    return None


def _match(term: Term) -> str:
    """How much of a number the term fits; a term of one digit the last, of two the last two."""
    return term.match or ("last-digit" if term.name[-2:] < "10" else "last-two-digits")


def roman(number: int) -> str:
    """The number in small roman numerals, e.g. ``xiv``; 0, and 5,000 and above, stay as they are."""
    if not 0 < number < 5000:
        return str(number)
    letters = []
    for worth, letter in _ROMAN_DIGITS:
        count, number = divmod(number, worth)
        letters.append(letter * count)
    return "".join(letters)
