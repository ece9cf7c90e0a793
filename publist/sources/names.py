"""Names as sources write them: ``Doe, Jane``, ``Jane Doe``, ``Doe JA``, and lists of them in one text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from publist.adopt import names as typed
from publist.adopt import shapes
from publist.bibtex.names import parse_name
from publist.bibtex.organisations import in_reading_order, is_organisation
from publist.bibtex.surname_first import is_initials, spaced, with_commas
from publist.item import Name
from publist.patterns import pattern

_MARKUP = pattern(r"<[^<>]+>|\*\*|__|\[(?=[^\[\]]*\]\()|\]\([^()]*\)")
_TEX = pattern(r"[\\{}$%#^~@]")
_AT_END = pattern(r"(?<![\s,;.])[\s,;.]*+$")
_INITIALS_LAST = pattern(r"(\S.*) ([^\W\d_a-z]{1,4})( (?:[JS]r\.?|2nd|3rd|[4-9]th|II|III|IV))?")
_NOBODY = frozenset({"anonymous", "[anonymous]", "", "n/a", "none", "null"})


def name_of(text: str, *, family_first: bool = False) -> Name | None:
    """One name; None for nobody.  ``family_first`` says that initials stand last, as in PubMed: ``Doe JA``.

    >>> name_of("Doe JA", family_first=True)
    Name(family='Doe', given='J. A.', dropping_particle='', non_dropping_particle='', suffix='', literal='', comma_suffix=False, static_ordering=False, others=False)
    """  # noqa: E501 - the repr of a name
    name = plain_name(text).replace("'", "’")
    if name.lower() in _NOBODY:
        return None
    if name.lower().rstrip(".") in ("et al", "others"):
        return Name(literal="others", others=True)
    alone = text.rstrip().endswith(",") and "," not in name  # EndNote's way to write an organisation
    if alone or _TEX.search(name) or is_organisation(name) or in_reading_order(name):
        return Name(literal=in_reading_order(name) or name)
    parts = _INITIALS_LAST.fullmatch(name) if family_first and "," not in name else None
    if parts and is_initials(parts[2]):
        name = f"{parts[1]},{f'{parts[3]},' if parts[3] else ''} {spaced(parts[2])}"
    found = parse_name(name)
    return found._replace(given=spaced(found.given)) if isinstance(found.given, str) else found


def plain_name(text: str) -> str:
    """The name without HTML or Markdown around it, and without what ended a list."""
    bare = html.unescape(_MARKUP.sub("", text))
    bare = " ".join(bare.replace("*", " ").split())
    end = _AT_END.search(bare)
    # The full stop of an initial, or of "Jr.", is the name's.
    return bare if end is None or re.search(r"\b\w{1,2}\.$", bare) else bare[: end.start()]


def names_of(texts: Iterable[str], *, family_first: bool = False) -> list[Name]:
    """The names of a list, each a text of its own."""
    turned = with_commas([text.strip() for text in texts], [])
    found = (name_of(text, family_first=family_first) for text in turned)
    return [name for name in found if name is not None]


def listed(text: str) -> list[Name]:
    """The names of a list in one text: ``Jane Doe, John Roe and Ann Poe``, ``Doe, J.; Roe, J.``."""
    text = plain_name(text)
    parts = text.split(" and ")
    if len(parts) > 1 and all(re.fullmatch(r"[^,]+,[^,]+", part.strip()) for part in parts):
        return names_of(parts)  # BibTeX's: Doe, Jane and Roe, John
    if ";" in text:
        return names_of(text.split(";"))
    found = typed.name_list(text, 0, (), shapes.PageNames())
    if found and found.end >= len(text.rstrip(" .,;")) - 1:
        return [_named(name) for name in found.names]
    return names_of(re.split(r",?\s+(?:and|&)\s+|,\s*", text))


def leading(text: str) -> list[Name]:
    """The names with which a citation begins, before its year or title."""
    text = plain_name(text)
    found = typed.name_list(text, 0, (), shapes.PageNames())
    if found:
        return [_named(name) for name in found.names]
    parts = [part for part in re.split(r"\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+", text) if part]
    if len(parts) > 1 and " " not in parts[0] and f"{parts[0]}," in text:
        parts[:2] = [f"{parts[0]}, {parts[1]}"]  # Doe, Jane and John Roe
    return names_of(parts) if all(len(part.split()) < 6 for part in parts) else []


def _named(name: shapes.TypedName) -> Name:
    if name.family == shapes.OTHERS:
        return Name(literal="others", others=True)
    return Name(name.family, spaced(name.given), suffix=name.suffix)
