"""Names: one name in the order, form and script it asks for, and lists of names.

CSL 1.0.2, Name and Names; names in scripts that write the family name first without a space follow
citeproc-js, as the suite does.
"""

from collections.abc import Mapping

from publist.csl.elements import PLAIN, Formatting, NameElement
from publist.csl.initials import initials, spaced_initials
from publist.csl.quotes import QuoteMarks, with_quotes
from publist.csl.style import Style
from publist.csl.textcase import recase_leaves
from publist.csl.tree import Out, from_text
from publist.item import Name
from publist.patterns import pattern
from publist.records import NamedTuple
from publist.richtext import Text, plain

# Forms of a given name, in rising order of detail; the last is initials, or all of it in a list without them.
FAMILY_ONLY, INITIALS, FULL, APART = range(4)

# Scripts that write given name, space, family name.  Everything else (Chinese, Japanese, Korean …)
# is written family name first, without a space.
_SPACED_SCRIPT = pattern(
    "[-0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u0531-\u058f\u0590-\u06ff\u0e01-\u0e5b\u1e00-\u1fff]"
)


_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


class NameOptions(NamedTuple):
    """The name options in force for one cs:name (CSL 1.0.2, Name)."""

    and_: str = ""
    delimiter: str = ", "
    precedes_et_al: str = "contextual"
    precedes_last: str = "contextual"
    precedes_last_literal: str = "contextual"
    et_al_min: int = 0
    et_al_use_first: int = 1
    et_al_subsequent_min: int = 0
    et_al_subsequent_use_first: int = 1
    et_al_use_last: bool = False
    form: str = "long"
    initialize: bool = True
    initialize_with: str | None = None
    as_sort_order: str = ""
    sort_separator: str = ", "
    hyphen: bool = True
    demote: str = "display-and-sort"

    @property
    def level(self) -> int:
        """How much of a given name is shown where nothing is ambiguous."""
        if self.form == "short":
            return FAMILY_ONLY
        return FULL if self.initialize_with is None else INITIALS


def name_options(
    style: Style, inherited: Mapping[str, str], own: Mapping[str, str], forced: Mapping[str, str]
) -> NameOptions:
    """What applies to a cs:name: its ``own`` options, those around it, and a sort key's over all."""
    own = {**inherited, **own, **forced}
    min_, first = _number(own, "et-al-min", 0), _number(own, "et-al-use-first", 1)
    precedes_last = own.get("delimiter-precedes-last", "contextual")
    if own.get("et-al-use-last") == "true" and min_ > 2:
        # An ellipsis stands for two names at least (CSL 1.0.2, et-al-use-last).
        first = min(first, min_ - 2)
    return NameOptions(
        and_=own.get("and", ""),
        delimiter=own.get("delimiter", ", "),
        precedes_et_al=own.get("delimiter-precedes-et-al", "contextual"),
        precedes_last=precedes_last,
        # Before an institution, what cs:name itself says of the list does not count, as in citeproc-js.
        precedes_last_literal=precedes_last
        if precedes_last == "after-inverted-name"
        else inherited.get("delimiter-precedes-last", "contextual"),
        et_al_min=min_,
        et_al_use_first=first,
        et_al_subsequent_min=_number(own, "et-al-subsequent-min", min_),
        et_al_subsequent_use_first=_number(own, "et-al-subsequent-use-first", first),
        et_al_use_last=own.get("et-al-use-last") == "true",
        form=own.get("form", "long"),
        initialize=own.get("initialize") != "false",
        initialize_with=own.get("initialize-with"),
        as_sort_order=own.get("name-as-sort-order", ""),
        sort_separator=own.get("sort-separator", ", "),
        hyphen=style.options.get("initialize-with-hyphen") != "false",
        demote=style.options.get("demote-non-dropping-particle", "display-and-sort"),
    )


def _number(options: Mapping[str, str], name: str, default: int) -> int:
    value = options.get(name, "")
    return int(value[:9]) if value.isdecimal() else default  # no list has more names


class NameWriter:
    """Writes single names for one cs:name."""

    def __init__(
        self, options: NameOptions, element: NameElement | None, marks: QuoteMarks, *, sorting: bool
    ) -> None:
        self.options = options
        self.sorting = sorting
        # In a key of a style that demotes no particle the dropping one counts first, as in citeproc-js;
        # the other stands before the family name there.
        self.given_last = sorting and options.demote == "never"
        # In a key the words of a name are words, whatever the style prints between them.
        self.separator = options.sort_separator or (" " if sorting else "")
        self.marks = marks
        self.family_format = element.family if element is not None else None
        self.given_format = element.given if element is not None else None
        self.form = element.format if element is not None else PLAIN
        # The affixes of cs:name are for people.
        self.literal_form = self.form._replace(prefix="", suffix="")
        # A family name and its particle are set in the font one by one
        # (decorations_AndTermUnaffectedByNameDecorations.txt).
        family = self.family_format
        self.particle_format = family._replace(prefix="", suffix="") if family is not None else None
        given = self.given_format
        self.dropping_format = given._replace(prefix="", suffix="") if given is not None else None

    def write(self, name: Name, position: int, variable: str, level: int) -> Out:
        """The name at ``position`` (from 0) of its list, with its given name in the form ``level``."""
        form = self.literal_form if name.literal else self.form
        return Out(form, self._parts(name, level, self.is_first_family(position)), (variable, position))

    def is_inverted(self, name: Name, position: int) -> bool:
        """Whether the name is written family name first with a separator."""
        return not name.literal and self.is_first_family(position)

    def is_first_family(self, position: int) -> bool:
        """Whether a personal name at this position begins with the family name."""
        order = self.options.as_sort_order
        return self.sorting or order == "all" or (order == "first" and position == 0)

    def _parts(self, name: Name, level: int, inverted: bool) -> list[Out | str]:  # noqa: FBT001 - private, called often
        if name.literal:
            return self._formatted(name.literal, self.particle_format)
        family, given = name.family, name.given
        if not family:
            # A name in one piece is not shortened.
            return self._formatted(given, self.dropping_format)
        if not is_spaced(family):
            return self._unspaced(name, level)
        if level == FAMILY_ONLY:
            particle = self._particle(name, inverted=inverted)
            if inverted and not particle and name.non_dropping_particle:
                return self._inverted(name._replace(suffix=""), "")
            return self._whole_family(particle, family)
        if level == INITIALS:
            given = self._initials(given)
        elif self.options.initialize_with is not None and not self.options.initialize:
            given = spaced_initials(given, self.options.initialize_with, hyphen=self.options.hyphen)
        simple = self.family_format is None and self.given_format is None
        if simple and isinstance(given, str) and isinstance(family, str):
            whole = self._simple(name, given, family, inverted=inverted)
            return with_quotes([whole], self.marks) if "'" in whole or '"' in whole else [whole]
        return self._inverted(name, given) if inverted else self._straight(name, given)

    def _simple(self, name: Name, given: str, family: str, *, inverted: bool) -> str:
        """The whole name as one text: by far the most common case."""
        suffix = self._suffix(name)
        if inverted:
            particle = self._particle(name, inverted=True)
            demoted = "" if particle else name.non_dropping_particle
            behind = given, name.dropping_particle, demoted
            given = " ".join(filter(None, behind[1::-1] if self.given_last else behind))
            separator = self.separator
            whole = _before(particle, family)
            if given:
                whole += separator + given
            return whole + separator + suffix if suffix else whole
        whole = _before(name.dropping_particle, _before(name.non_dropping_particle, family))
        if given:
            whole = f"{given} {whole}"
        if suffix:
            whole += (", " if name.comma_suffix else " ") + suffix
        return whole

    def _straight(self, name: Name, given: Text) -> list[Out | str]:
        # The affixes of the family name are around all that follows the given name; the dropping
        # particle is in the given name's font.
        dropping = name.dropping_particle
        inner: list[Out | str] = []
        if dropping:
            inner.extend(self._formatted(dropping, self.dropping_format))
            if not _sticks(dropping):
                inner.append(" ")
        inner.extend(self._family(name.non_dropping_particle, name.family))
        suffix = self._suffix(name)
        if suffix:
            inner.append((", " if name.comma_suffix else " ") + suffix)
        inner = _affixed(inner, self.family_format)
        if not given:
            return inner
        return [*self._formatted(given, self.given_format), " ", *inner]

    def _inverted(self, name: Name, given: Text) -> list[Out | str]:
        particle = self._particle(name, inverted=True)
        separator, suffix = self.separator, self._suffix(name)
        parts = self._whole_family(particle, name.family)
        demoted = "" if particle else name.non_dropping_particle
        if given or demoted:
            parts.append(separator)
            parts.extend(self._given_with(given, name.dropping_particle if given else "", demoted))
        if suffix:
            parts.append(separator + suffix)
        return parts

    def _given_with(self, given: Text, dropping: str, demoted: str) -> list[Out | str]:
        """The given name, and behind it the particles, that of the family name in the family's font."""
        inner: list[Out | str] = []
        theirs, own = self.dropping_format, self.particle_format
        behind = (given, theirs), (dropping, theirs), (demoted, own)
        for text, font in behind[1::-1] if self.given_last else behind:
            if text:
                if inner:
                    inner.append(" ")
                inner.extend(self._formatted(text, font))
        return _affixed(inner, self.given_format)

    def _particle(self, name: Name, *, inverted: bool) -> str:
        """The non-dropping particle, if it stands before the family name."""
        demote = self.options.demote
        if self.sorting and demote != "never":
            return ""
        if inverted and demote == "display-and-sort":
            return ""
        particle = name.non_dropping_particle
        # In a key it is a word of its own: see sort_LeadingApostropheOnNameParticle.txt.
        return f"{particle} " if self.sorting and _sticks(particle) else particle

    def _family(self, particle: str, family: Text) -> list[Out | str]:
        """The family name behind its particle, without the affixes of the name-part."""
        form = self.particle_format
        if not particle or form is None:
            return self._formatted(_joined(particle, family), form)
        space = [] if _sticks(particle) else [" "]
        return [*self._formatted(particle, form), *space, *self._formatted(family, form)]

    def _whole_family(self, particle: str, family: Text) -> list[Out | str]:
        return _affixed(self._family(particle, family), self.family_format)

    def _initials(self, given: Text) -> Text:
        with_ = self.options.initialize_with
        if not is_spaced(given):
            return given  # 太郎 has no initials
        # None: a rule tells names apart "with initials" in a style that has none of its own.
        if with_ is None or self.options.initialize:
            return initials(given, with_ or "", hyphen=self.options.hyphen)
        return spaced_initials(given, with_, hyphen=self.options.hyphen)

    def _suffix(self, name: Name) -> str:
        """“Jr.” loses its full stop where initials have none, as in citeproc-js."""
        with_ = self.options.initialize_with
        if name.suffix and with_ is not None and "." not in with_:
            return name.suffix.replace(".", "")
        return name.suffix

    def _unspaced(self, name: Name, level: int) -> list[Out | str]:
        """A name in a script that has the family name first; it takes no affixes of name-parts."""
        parts = self._formatted(name.family, self.particle_format)
        if level != FAMILY_ONLY and name.given:
            given = self._initials(name.given) if level == INITIALS else name.given
            if is_spaced(given):
                parts.append(" ")
            parts.extend(self._formatted(given, self.dropping_format))
        return parts

    def _formatted(self, text: Text, form: Formatting | None) -> list[Out | str]:
        children = with_quotes(from_text(text), self.marks)
        if form is None:
            return children
        if form.text_case:
            recase_leaves(children, form.text_case, "")
        return [Out(form, children)]


def is_spaced(text: Text) -> bool:
    """Whether the text is in a script that puts spaces between names; an empty one is."""
    letters = text if isinstance(text, str) else plain(text)
    return not text or letters[0] in _LATIN or _SPACED_SCRIPT.search(letters) is not None


def _sticks(particle: str) -> bool:
    """Whether a particle takes no space before the name: d’, al-, or one with its own space."""
    return particle.endswith(("'", "’", "-", "\u2010", " "))


def _before(particle: str, family: str) -> str:
    if not particle:
        return family
    return particle + family if _sticks(particle) else f"{particle} {family}"


def _joined(particle: str, family: Text) -> Text:
    """A particle and the family name behind it, which may have markup."""
    if isinstance(family, str):
        return _before(particle, family)
    if not particle:
        return family
    return (particle, *family) if _sticks(particle) else (particle, " ", *family)


def _affixed(parts: list[Out | str], form: Formatting | None) -> list[Out | str]:
    """The parts with the affixes of a name-part around them."""
    if form is None or not (form.prefix or form.suffix):
        return parts
    return [Out(Formatting(prefix=form.prefix, suffix=form.suffix), parts)]
