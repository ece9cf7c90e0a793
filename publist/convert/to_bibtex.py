"""The way back: a CSL item as a BibTeX entry, by the same tables.

In BibTeX's dialect or in BibLaTeX's, whose fields are used where BibTeX has none.  What is written is read
again as the same item, for the variables that BibTeX can hold; the others are named in a problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from publist import rules
from publist.bibtex.dates import edtf
from publist.bibtex.latex.encode import encode
from publist.bibtex.macros import MONTHS
from publist.bibtex.names import parse_name
from publist.bibtex.writer import NewEntry, holdable, written
from publist.convert import mapping
from publist.convert.dialect import in_bibtex, with_eprint
from publist.identifiers import Identifier
from publist.item import Date, Item, Name
from publist.keys import unique_keys
from publist.patterns import pattern
from publist.problems import Problem
from publist.publication import Publication
from publist.richtext import Text, plain
from publist.url import safe_url

_MONTHS = tuple(MONTHS)
_KEY = pattern("[\\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\"#%'(),={}@\\\\~]+")
# The BibLaTeX type for each CSL type; the others are @misc with the CSL type as entrysubtype.
_ALIKE = (
    "book dataset legislation patent performance periodical report review software standard thesis".split()
)
_TYPES = dict(zip(_ALIKE, _ALIKE, strict=True)) | {
    "article-journal": "article",
    "chapter": "incollection",
    "entry-encyclopedia": "inreference",
    "graphic": "image",
    "legal_case": "jurisdiction",
    "manuscript": "unpublished",
    "motion_picture": "video",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "personal_communication": "letter",
    "post-weblog": "blog",
    "song": "music",
    "speech": "presentation",
    "treaty": "legal",
    "webpage": "online",
}
_FIELDS = {variable: names[0] for variable, names in (mapping.TEXT_FIELDS | mapping.TITLE_FIELDS).items()} | {
    "title": "title",
    "genre": "type",
    "note": "note",
    "page": "pages",
    "publisher": "publisher",
    "publisher-place": "location",
    "status": "pubstate",
    "URL": "url",
    "language": "langid",
    "container-title-short": "shortjournal",
}
_VERBATIM = mapping.VERBATIM_VARIABLES | {"URL"}
_LITERAL_LISTS = frozenset({"publisher", "publisher-place"})
_SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
_NAMES = {variable: name for name, variable in reversed(mapping.NAME_FIELDS.items())}
_EDITORS = {variable: kind for kind, variable in mapping.EDITOR_TYPES.items() if kind}
_DATES = {variable: names[0] for variable, names in mapping.DATE_FIELDS.items()}


Dialect = Literal["bibtex", "biblatex"]


def bibtex(
    items: Sequence[Item],
    *,
    file: str = "",
    dialect: Dialect = "bibtex",
    eprints: Mapping[str, str] = MappingProxyType({}),
) -> tuple[str, list[Problem]]:
    """The items as a .bib file's text, and what of them BibTeX cannot hold.

    ``eprints`` gives numbers of arXiv's by the items' ids, e.g. ``{"doe2024": "2401.01234"}``.
    """
    problems: list[Problem] = []
    keys = unique_keys([_KEY.sub("-", item.id).strip("-") or "item" for item in items])
    entries: list[NewEntry] = []
    for item, key in zip(items, keys, strict=True):
        kind, fields, lost = entry_of(item, dialect, eprints.get(item.id, ""))
        held = {name: whole for name, value in fields.items() if (whole := holdable(value))}
        refused = sorted(fields.keys() - held.keys())
        for names, why in ((sorted(lost), "has no field for"), (refused, "cannot hold the braces of")):
            if names:
                message = f"BibTeX {why} {', '.join(names)} of {item.id}; left out"
                problems.append(Problem(file, 0, rules.NOT_IN_BIBTEX, message, item.id))
        entries.append(NewEntry(kind, key, held))
    return written(entries), problems


def written_bibtex(
    publications: Sequence[Publication], *, dialect: Dialect = "bibtex"
) -> tuple[str, list[Problem]]:
    """The publications' items as :func:`bibtex` writes them, with their numbers of arXiv's."""
    numbers = {
        publication.item.id: identifier.value
        for publication in publications
        for identifier in publication.identifiers
        if identifier.kind == "arxiv"
    }
    return bibtex([publication.item for publication in publications], dialect=dialect, eprints=numbers)


def entry_of(
    item: Item, dialect: Dialect = "bibtex", eprint: str = ""
) -> tuple[str, dict[str, str], list[str]]:
    """The entry type and fields of an item, in LaTeX, and the variables that found no field."""
    kind = _TYPES.get(item.type, "misc")
    eprint = eprint or _arxiv(item)
    fields: dict[str, str] = {}
    lost: list[str] = []
    for variable, names in item.names.items():
        _put_names(fields, lost, variable, names)
    for variable, text in item.variables.items():
        name = _field_of(variable, item)
        if not name or name in fields:
            lost.append(variable)
        elif variable in _VERBATIM:
            fields[name] = _verbatim(variable, plain(text))
        else:
            fields[name] = _value(variable, text, dialect)
    for variable, date in item.dates.items():
        _put_date(fields, lost, variable, date)
    if eprint:
        with_eprint(fields, eprint)
    if item.type in _SUBTYPES:
        kind, fields["entrysubtype"] = "article", _SUBTYPES[item.type]
    elif item.type and item.type != "document" and kind == "misc" and not (eprint and item.type == "article"):
        fields["entrysubtype"] = encode(item.type)
    if dialect == "bibtex":
        kind, fields = in_bibtex(kind, fields, item.type)
    elif kind == "misc" and eprint:
        kind = "online"
    elif kind in ("thesis", "report") and "publisher" in fields:
        fields["institution"] = fields.pop("publisher")
    return kind, _ordered(fields), lost


def _arxiv(item: Item) -> str:
    """The number of arXiv's under which a preprint stands; "" for anything else."""
    number = plain(item.variables.get("number", "")) if item.type == "article" else ""
    found = Identifier.parse("arxiv", number) or Identifier.at(plain(item.variables.get("URL", "")))
    return found.value if found is not None and found.kind == "arxiv" else ""


def _field_of(variable: str, item: Item) -> str:
    if variable == "container-title":
        if item.type == "book":
            return ""
        return "journaltitle" if item.type in mapping.ISSUE_TYPES else "booktitle"
    if variable == "issue":
        return "number" if item.type in mapping.ISSUE_TYPES else "issue"
    if variable == "number":
        in_series = "collection-title" in item.variables and item.type not in mapping.NUMBERED_TYPES
        return "" if item.type in mapping.ISSUE_TYPES or in_series else "number"
    if variable == "collection-number":
        plain_number = item.type in mapping.ISSUE_TYPES | mapping.NUMBERED_TYPES
        return "" if plain_number or "collection-title" not in item.variables else "number"
    return _FIELDS.get(variable, "")


def _verbatim(variable: str, typed: str) -> str:
    """An address or an identifier: a DOI without the address before it."""
    if variable == "URL":
        return safe_url(typed) or typed
    identifier = Identifier.parse("doi", typed) if variable == "DOI" else None
    return identifier.value if identifier else typed


def _value(variable: str, text: Text, dialect: Dialect) -> str:
    value = encode(text)
    if variable == "page":
        value = value.replace("-", "--")
    elif dialect == "biblatex" and variable in _LITERAL_LISTS and " and " in value:
        value = f"{{{value}}}"
    return value


def _put_names(fields: dict[str, str], lost: list[str], variable: str, names: Iterable[Name]) -> None:
    value = " and ".join(_name(name) for name in names)
    if variable in _NAMES:
        fields[_NAMES[variable]] = value
    elif variable in _EDITORS and "editora" not in fields:
        fields["editora"], fields["editoratype"] = value, _EDITORS[variable]
    else:
        lost.append(variable)


def _name(name: Name) -> str:
    """The shortest form that is read as the same name: ``von Last, Jr, First``, else BibLaTeX's by keys."""
    if name.literal:
        literal = plain(name.literal)
        return "others" if literal == "others" else f"{{{encode(literal)}}}"
    family, given = encode(name.family), encode(name.given)
    particle = name.non_dropping_particle
    short = ", ".join(part for part in (f"{particle} {family}".strip(), name.suffix, given) if part)
    simple = Name(name.family, name.given, "", particle, name.suffix)
    if not name.dropping_particle and parse_name(short) == simple:
        return short
    braced = f"{{{family}}}, {given}" if given else f"{{{{{family}}}}}"
    if not name.suffix and not name.dropping_particle and not particle and parse_name(braced) == simple:
        return braced
    pairs = {
        "family": family,
        "given": given,
        "prefix": encode(particle or name.dropping_particle),
        "suffix": encode(name.suffix),
        "useprefix": "false" if name.dropping_particle else "",
    }
    return ", ".join(f"{key}={{{value}}}" for key, value in pairs.items() if value)


def _put_date(fields: dict[str, str], lost: list[str], variable: str, date: Date) -> None:
    if variable == "issued":
        year, month = (*date.parts[0], 0)[:2] if len(date.parts) == 1 and date.parts[0] else (0, 0)
        if date.literal:
            fields["year"] = encode(date.literal)
        elif (
            len(date.parts) == 1 and len(date.parts[0]) < 3 and year > 999 and not (date.circa or date.season)
        ):
            fields["year"] = str(year)
            if month:
                fields["month"] = _MONTHS[month - 1]
        else:
            fields["date"] = _edtf(date)
    elif variable in _DATES:
        fields[_DATES[variable]] = encode(date.literal) if date.literal else _edtf(date)
    else:
        lost.append(variable)


def _edtf(date: Date) -> str:
    """The date in EDTF; :func:`publist.bibtex.dates.edtf` reads it back."""
    parts = [_edtf_part(part, date) for part in date.parts]
    text = "/".join(parts)
    return text if edtf(text) is not None else ""


def _edtf_part(part: tuple[int, ...], date: Date) -> str:
    if not part:
        return ""
    year = part[0] + 1 if part[0] < 0 else part[0]
    text = f"{year:05d}" if year < 0 else f"{year:04d}"
    if date.season:
        text += f"-{20 + date.season}"
    text += "".join(f"-{number:02d}" for number in part[1:])
    return f"{text}~" if date.circa else text


def _ordered(fields: dict[str, str]) -> dict[str, str]:
    """Author, title, container and date first, the rest in the item's order; empty ones dropped."""
    first = (
        "author editor title journaltitle journal booktitle school institution series volume number pages"
        " year month day date"
    ).split()
    names = [*(name for name in first if name in fields), *(name for name in fields if name not in first)]
    return {name: fields[name] for name in names if fields[name]}
