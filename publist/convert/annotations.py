"""Who has which role: annotations of names, in the ways of BibLaTeX, al-folio, Hugo Blox and bamos/cv.

author+an         = {1=equal; 2=corresponding,highlight}      biblatex manual, 3.7 (data annotations)
author+an:orcid   = {1="0000-0002-1825-0097"}
equal             = {1,2}                                     positions from 1, or names
corresponding     = {Wenqi Shao and Ping Luo}
author_notes      = {Equal contribution; Equal contribution}  one for each author
annotation        = {† Corresponding author}                  what a mark typed into names means
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from publist import rules
from publist.bibtex.entry import Entry, Field
from publist.bibtex.latex import decode
from publist.convert.custom import Report
from publist.convert.people import people
from publist.identifiers import Identifier
from publist.item import Name
from publist.patterns import pattern
from publist.publication import Meaning, Person
from publist.richtext import plain
from publist.truth import is_set, is_yes

Place = tuple[str, int]

# What people write for a role, in lower case, without blanks at the ends, signs and full stops.
ROLE_WORDS: Mapping[str, str] = {
    word: role
    for role, words in {
        "equal": "equal|equal contribution|equal contributions|equal contributor|equal contributors"
        "|equalcontrib|equal-contribution|equal_contribution|equally|contributed equally|equally contributed"
        "|equally contributing|denotes equal contribution|indicates equal contribution"
        "|these authors contributed equally|authors contributed equally|co-first|cofirst|co-first author"
        "|co-first authors|joint first|joint first author|joint first authors|shared first"
        "|shared first author|shared first authors|equal first author|equal first authors",
        "corresponding": "corresponding|corresponding author|corresponding authors|correspondence|contact"
        "|corresp|contact author",
        "supervision": "supervision|joint supervision|joint-supervision|joint_supervision|equal supervision"
        "|jointly supervised|equal advising|equal advisors|joint last|joint last author|joint last authors"
        "|shared last|shared last author|co-last|co-last author|co-last authors|joint senior author"
        "|joint senior authors|co-senior|supervisor|advisor|cosupervision|co-supervision",
        "alphabetical": "alphabetical|alphabetical order|alphabetic|authors in alphabetical order"
        "|alphabetical author order|alphabetically",
        "student": "student|students|phd student|student author|advisee|supervised student|undergraduate",
        "deceased": "deceased|dead|†deceased",
        "highlight": "highlight|highlighted|me|self|owner|bold|myself",
    }.items()
    for word in words.split("|")
}
# Fields that name who has a role, by positions or names; the role is named beside them.
ROLE_FIELDS: Mapping[str, str] = {
    name: role
    for role, names in {
        "equal": "equal equal_contribution cofirst",
        "corresponding": "corresponding",
        "supervision": "supervision joint_supervision supervisors",
        "alphabetical": "alphabetical",
        "student": "student students",
        "deceased": "deceased",
    }.items()
    for name in names.split()
}
_NOTES = frozenset({"author_notes", "authornotes"})
_MEANINGS = frozenset({"annotation", "author_note"})
_TELLING = ROLE_FIELDS.keys() | _NOTES | _MEANINGS

# Annotations by these names tell something else about a person than a role.
_NO_ROLES = frozenset({"affiliation", "email", "url", "id", "institution", "note", "given", "family"})

_FIELD = pattern(r"(author|editor|translator)\+an(?::(\w[\w-]*))?")
_ONE = pattern(r"\s*(\d+)(?::\w+)?\s*=\s*(.*?)\s*", re.DOTALL)
_SIGN_AND_MEANING = pattern(r"\s*([*∗†‡§¶‖#✉⋆★^&])\s*[:=-]?\s*(\S.*?)\s*", re.DOTALL)


def annotated(
    entry: Entry, names: Mapping[str, tuple[Name, ...]], typed: list[Person], report: Report
) -> tuple[tuple[Person, ...], tuple[Meaning, ...]]:
    """Everyone with a role, and what other signs beside names mean.

    Roles are read from marks typed into names (``typed``) and from all annotating fields.
    """
    if not typed and _TELLING.isdisjoint(entry.fields) and "+an" not in " ".join(entry.fields):
        return (), ()
    fields = [field for name, field in entry.fields.items() if name in _TELLING or "+an" in name]
    roles = _Roles(entry, names, typed, report)
    for field in fields:
        if match := _FIELD.fullmatch(field.name):
            roles.annotations(match[1], match[2] or "", field)
        elif field.name in ROLE_FIELDS:
            roles.listed(ROLE_FIELDS[field.name], field)
        elif field.name in _NOTES:
            roles.notes(field)
        elif field.name in _MEANINGS:
            roles.meanings(field)
    return roles.people(), tuple(roles.found_meanings)


def role_of(words: str) -> str:
    """The role that words name, e.g. ``corresponding`` for "† Corresponding author."; "" if none."""
    return ROLE_WORDS.get(" ".join(words.lower().strip(" .:;,*∗†‡§¶‖#✉\"'()").split()), "")


class _Roles:
    """The people of one entry, as its fields are read."""

    def __init__(
        self, entry: Entry, names: Mapping[str, tuple[Name, ...]], typed: list[Person], report: Report
    ) -> None:
        self.entry = entry
        self.names = names
        self.report = report
        self.found_meanings: list[Meaning] = []
        self.by_place: dict[Place, Person] = {(person.variable, person.position): person for person in typed}

    def people(self) -> tuple[Person, ...]:
        return tuple(self.by_place[place] for place in sorted(self.by_place))

    def _add(self, place: Place, role: str) -> None:
        person = self.by_place.setdefault(place, Person(*place))
        if role not in person.roles:
            self.by_place[place] = person._replace(roles=(*person.roles, role))

    def annotations(self, variable: str, name: str, field: Field) -> None:
        """``1=equal; 2=corresponding,highlight`` or, literal, ``1="0000-…"``."""
        for part in field.value.split(";"):
            if not part.strip() or part.lstrip().startswith("="):
                continue  # nothing, or about the list as a whole
            match = _ONE.fullmatch(part)
            place = self._position(variable, match[1] if match else part.strip(), field)
            if match is None or place is None:
                continue
            if name == "orcid":
                self._orcid(place, match[2], field)
            elif name not in _NO_ROLES:
                self._roles(place, name, match[2])

    def _roles(self, place: Place, name: str, value: str) -> None:
        for word in value.strip('"').split(","):
            word = word.strip().strip('"')
            named = role_of(name)
            if not is_set(word):
                continue
            if named:
                self._add(place, named)
            else:
                self._add(place, role_of(word) or re.sub(r"\s+", "-", word.lower()))

    def _orcid(self, place: Place, value: str, field: Field) -> None:
        orcid = Identifier.find("orcid", value)
        if orcid is None:
            self.report(rules.ORCID, field.line, f"{value} is no ORCID; it has four groups of four digits")
            return
        if not orcid.is_valid:
            message = f"the last digit of {orcid.value} does not fit the others; correct the ORCID"
            self.report(rules.ORCID, field.line, message)
        person = self.by_place.get(place, Person(*place))
        self.by_place[place] = person._replace(orcid=orcid.value)

    def _position(self, variable: str, typed: str, field: Field) -> Place | None:
        count = len(self.names.get(variable, ()))
        position = int(typed) - 1 if typed.isdecimal() and len(typed) < 5 else -1
        if 0 <= position < count:
            return (variable, position)
        self.report(
            rules.NO_SUCH_NAME, field.line, f"{field.name} names {typed!r}; give positions from 1 to {count}"
        )
        return None

    def listed(self, role: str, field: Field) -> None:
        """``{1,2}``, ``{Wenqi Shao and Luo, Ping}`` or, for everybody, ``{true}``.

        A number alone is a count where nobody can have the role alone: ``cofirst = {2}`` are the first two.
        """
        value = field.value.strip()
        count = len(self.names.get("author", ()))
        if role == "equal" and value.isdecimal() and 1 < int(value) <= count:
            value = ",".join(str(position) for position in range(1, int(value) + 1))
        if re.search(r"\d", value) and re.fullmatch(r"[\d\s,;]+", value):
            for typed in re.split(r"[\s,;]+", value.strip(" ,;")):
                self._numbered(typed, role, field)
        elif is_yes(value) or value.lower() == "all":
            for position in range(count):
                self._add(("author", position), role)
        elif is_set(value):
            for name in people(value.replace(";", " and "), "author").names:
                if name.text.isdecimal():
                    self._numbered(name.text, role, field)
                else:
                    self._named(name, role, field)

    def _numbered(self, typed: str, role: str, field: Field) -> None:
        if place := self._position("author", typed, field):
            self._add(place, role)

    def _named(self, name: Name, role: str, field: Field) -> None:
        from publist.matching import same_person

        fits = [
            (same_person(name, author), -position)
            for position, author in enumerate(self.names.get("author", ()))
        ]
        fit, position = max(fits, default=(0, 0))
        if not fit:
            message = f"{field.name} names {name.text}, who is no author of the entry; give positions from 1"
            self.report(rules.NO_SUCH_NAME, field.line, message)
            return
        self._add(("author", -position), role)

    def notes(self, field: Field) -> None:
        """One note for each author in turn, separated by ``;`` or written as a list with quotes."""
        value = field.value.strip().strip("[]")
        quoted = re.findall(r"\"([^\"]*)\"|'([^']*)'", value)
        notes = [one or other for one, other in quoted] if quoted else value.split(";")
        for position, note in enumerate(notes):
            numbered = _ONE.fullmatch(note)
            typed = numbered[1] if numbered else str(position + 1)
            text = plain(decode(numbered[2] if numbered else note).text).strip()
            if text and (place := self._position("author", typed, field)):
                self._add(place, role_of(text) or re.sub(r"\s+", "-", text.lower()))

    def meanings(self, field: Field) -> None:
        """``* Equal contribution; † Corresponding author``: marks typed into this entry's names."""
        for part in re.split(r";|\n|,(?=\s*[*∗†‡§¶‖#✉])", plain(decode(field.value).text)):
            match = _SIGN_AND_MEANING.fullmatch(part)
            if match is None:
                continue
            role = role_of(match[2])
            if not role:
                self.found_meanings.append(Meaning(match[1], match[2]))
                continue
            for place, person in list(self.by_place.items()):
                if match[1] in person.marks:
                    marks = tuple(mark for mark in person.marks if mark != match[1])
                    self.by_place[place] = person._replace(marks=marks)
                    self._add(place, role)
