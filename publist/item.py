"""What CSL knows of one work: the CSL-JSON data model, typed.

Knows no BibTeX and no style.  The names of types and variables are those of CSL 1.0.2, Appendix
III and IV.
"""

import re
from dataclasses import dataclass, field

from publist.patterns import pattern
from publist.records import NamedTuple
from publist.richtext import Text, plain

NAME_VARIABLES = frozenset(
    "author chair collection-editor compiler composer container-author contributor curator director"
    " editor editor-translator editorial-director executive-producer guest host illustrator interviewer"
    " narrator organizer original-author performer producer recipient reviewed-author script-writer"
    " series-creator translator".split()
)
DATE_VARIABLES = frozenset("accessed available-date event-date issued original-date submitted".split())
NUMBER_VARIABLES = frozenset(
    "chapter-number citation-number collection-number edition first-reference-note-number issue locator"
    " number number-of-pages number-of-volumes page page-first part-number printing-number section"
    " supplement-number version volume".split()
)
TEXT_VARIABLES = frozenset(
    "abstract annote archive archive_collection archive_location archive-place authority call-number"
    " citation-key citation-label collection-title container-title container-title-short dimensions"
    " division DOI event event-title event-place genre ISBN ISSN journalAbbreviation jurisdiction keyword"
    " language license medium note original-publisher original-publisher-place original-title part-title"
    " PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale shortTitle"
    " source status title title-short URL volume-title year-suffix".split()
)
ITEM_TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic"
    " collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing"
    " interview legal_case legislation manuscript map motion_picture musical_score pamphlet"
    " paper-conference patent performance periodical personal_communication post post-weblog regulation"
    " report review review-book software song speech standard thesis treaty webpage".split()
)


_EXPORTED = pattern(r"^\s*_eprint\s*:\s*\S+\s*$\n?", re.MULTILINE)


def without_exports(note: str) -> str:
    """A ``note`` without what Zotero leaves there of an address (``_eprint: …``): nothing for readers."""
    return _EXPORTED.sub("", note) if "_eprint" in note else note


class Name(NamedTuple):
    """One name of a name variable, in CSL's name-parts.

    A person has ``family`` and usually ``given``; an institution, or a name that must not be taken
    apart, has ``literal`` alone.  ``Name(family="Gogh", given="Vincent", non_dropping_particle="van")``.
    """

    family: Text = ""
    given: Text = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    literal: Text = ""
    comma_suffix: bool = False  # "Doe, Jr." keeps a comma before the suffix
    static_ordering: bool = False  # always family name first, whatever the script
    others: bool = False  # BibTeX's "and others": no name, the list goes on

    @property
    def text(self) -> str:
        """The name in reading order and in full, e.g. ``Vincent van Gogh``."""
        if self.literal:
            return plain(self.literal)
        particles = (self.dropping_particle, self.non_dropping_particle)
        parts = (self.given, *particles, self.family, self.suffix)
        return " ".join(plain(part) for part in parts if part)


SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
"""What :attr:`Date.season` has for them."""


class Date(NamedTuple):
    """A date or a range of two, e.g. ``Date(((2024, 1, 31),))``.

    Each part is ``(year,)``, ``(year, month)`` or ``(year, month, day)``: month and day count from 1,
    years before Christ are negative (CSL-JSON's way: -44 is 44 BC), and an end ``()`` is an open range.
    ``season`` is 1 (spring) to 4 (winter).  ``literal`` is text that stands for the whole date.
    """

    parts: tuple[tuple[int, ...], ...] = ()
    season: int = 0
    circa: bool = False
    literal: str = ""

    @property
    def year(self) -> int | None:
        """The (first) year, e.g. 2024, or None."""
        return self.parts[0][0] if self.parts and self.parts[0] else None


@dataclass(slots=True)
class Item:
    """One work.  ``variables`` holds standard and number variables as text, rich or plain.

    ``type`` is a CSL type such as ``paper-conference``; "" renders like no type at all.
    """

    id: str
    type: str = ""
    variables: dict[str, Text] = field(default_factory=dict)
    names: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    dates: dict[str, Date] = field(default_factory=dict)
