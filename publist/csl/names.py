"""Names: one name in the order, form and script it asks for, and lists of names.

CSL 1.0.2, Name and Names; names in scripts that write the family name first without a space follow
citeproc-js, as the suite does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from publist.csl.initials import initials, spaced_initials
from publist.csl.quotes import with_quotes
from publist.csl.style import PLAIN, Format, Style
from publist.csl.style import Name as NameElement
from publist.csl.tree import Out, from_text
from publist.item import Name
from publist.richtext import Text, plain

# Forms of a given name, in rising order of detail.
FAMILY_ONLY, INITIALS, FULL = range(3)

# Scripts that write given name, space, family name.  Everything else (Chinese, Japanese, Korean …)
# is written family name first, without a space.
_SPACED_SCRIPT = re.compile(
    "[-0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u0531-\u058f\u0590-\u06ff\u0e01-\u0e5b\u1e00-\u1fff]"
)


@dataclass(frozen=True, slots=True)
class NameOptions:
    """The name options in force for one cs:name (CSL 1.0.2, Name)."""

    and_: str = ""
    delimiter: str = ", "
    precedes_et_al: str = "contextual"
    precedes_last: str = "contextual"
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
    style: Style, inherited: Mapping[str, str], name: NameElement | None, forced: Mapping[str, str]
) -> NameOptions:
    """What applies to a cs:name: its own options, those around it, and a sort key's over all."""
    own = {**inherited, **(name.options if name is not None else {}), **forced}
    min_, first = _number(own, "et-al-min", 0), _number(own, "et-al-use-first", 1)
    return NameOptions(
        and_=own.get("and", ""),
        delimiter=own.get("delimiter", ", "),
        precedes_et_al=own.get("delimiter-precedes-et-al", "contextual"),
        precedes_last=own.get("delimiter-precedes-last", "contextual"),
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
    return int(value) if value.isdecimal() else default


class NameWriter:
    """Writes single names for one cs:name."""

    def __init__(self, options: NameOptions, element: NameElement | None, *, sorting: bool) -> None:
        self.options = options
        self.sorting = sorting
        self.family_format = element.family if element is not None else None
        self.given_format = element.given if element is not None else None
        self.form = element.format if element is not None else PLAIN

    def write(self, name: Name, position: int, variable: str, level: int) -> Out:
        """The name at ``position`` (from 0) of its list, with its given name in the form ``level``."""
        inverted = self.options.as_sort_order == "all" or (
            self.options.as_sort_order == "first" and position == 0
        )
        return Out(self.form, self._parts(name, level, inverted or self.sorting), (variable, position))

    def is_inverted(self, name: Name, position: int) -> bool:
        """Whether the name is written family name first with a separator."""
        order = self.options.as_sort_order
        return not name.literal and (order == "all" or (order == "first" and position == 0))

    def _parts(self, name: Name, level: int, inverted: bool) -> list[Out | str]:  # noqa: FBT001
        if name.literal:
            return self._formatted(name.literal, self.family_format)
        family, given = name.family, name.given
        if not _is_spaced(family):
            return self._unspaced(name, level)
        if level == INITIALS:
            given = self._initials(given)
        elif level == FULL and self.options.initialize_with is not None and not self.options.initialize:
            given = spaced_initials(given, self.options.initialize_with) if isinstance(given, str) else given
        elif level == FAMILY_ONLY:
            return self._formatted(
                _joined(self._ndp(name, inverted), family), self.family_format
            )
        if not family:
            return self._formatted(given, self.given_format)
        if inverted:
            return self._inverted(name, given)
        return self._straight(name, given)

    def _ndp(self, name: Name, inverted: bool) -> str:  # noqa: FBT001
        """The non-dropping particle that stands before the family name."""
        demote = self.options.demote
        if self.sorting and demote != "never":
            return ""
        if inverted and demote == "display-and-sort" and self.options.level != FAMILY_ONLY:
            return ""
        return name.non_dropping_particle

    def _initials(self, given: Text) -> Text:
        with_ = self.options.initialize_with
        if with_ is None:
            return given
        if not self.options.initialize:
            return spaced_initials(plain(given), with_)
        return initials(plain(given), with_, hyphen=self.options.hyphen)

    def _suffix(self, name: Name) -> str:
        """“Jr.” loses its full stop where initials have none, as in citeproc-js."""
        with_ = self.options.initialize_with
        if name.suffix and with_ is not None and "." not in with_:
            return name.suffix.replace(".", "")
        return name.suffix

    def _straight(self, name: Name, given: Text) -> list[Out | str]:
        given = _joined(given, name.dropping_particle, end=True)
        family = _joined(name.non_dropping_particle, name.family)
        suffix = self._suffix(name)
        if (
            self.family_format is None and self.given_format is None
            and isinstance(given, str) and isinstance(family, str)
        ):  # fmt: skip
            whole = _joined(given, family) if given else family
            assert isinstance(whole, str)
            if suffix:
                whole += (", " if name.comma_suffix else " ") + suffix
            return [_apostrophes(whole)] if "'" in whole or '"' in whole else [whole]
        parts: list[Out | str] = []
        if given:
            parts.extend(self._formatted(given, self.given_format))
            if not _sticks(name.dropping_particle if name.dropping_particle else ""):
                parts.append(" ")
        parts.extend(self._formatted(family, self.family_format))
        if suffix:
            parts.append((", " if name.comma_suffix else " ") + suffix)
        return parts

    def _inverted(self, name: Name, given: Text) -> list[Out | str]:
        ndp = self._ndp(name, inverted=True)
        family = _joined(ndp, name.family)
        given = _joined(given, name.dropping_particle, end=True)
        if not ndp and name.non_dropping_particle:
            given = _joined(given, name.non_dropping_particle, end=True)
        separator, suffix = self.options.sort_separator, self._suffix(name)
        if (
            self.family_format is None and self.given_format is None
            and isinstance(given, str) and isinstance(family, str)
        ):  # fmt: skip
            whole = f"{family}{separator}{given}" if given else family
            if suffix:
                whole += separator + suffix
            return [_apostrophes(whole)] if "'" in whole or '"' in whole else [whole]
        parts = self._formatted(family, self.family_format)
        if given:
            parts.append(separator)
            parts.extend(self._formatted(given, self.given_format))
        if suffix:
            parts.append(separator + suffix)
        return parts

    def _unspaced(self, name: Name, level: int) -> list[Out | str]:
        parts = self._formatted(name.family, self.family_format)
        if level != FAMILY_ONLY and name.given:
            if _is_spaced(name.given):
                parts.append(" ")
            parts.extend(self._formatted(name.given, self.given_format))
        return parts

    @staticmethod
    def _formatted(text: Text, form: Format | None) -> list[Out | str]:
        children = with_quotes(from_text(text))
        if form is None:
            return children
        if form.text_case:
            from publist.csl.evaluate.values import recase_leaves

            recase_leaves(children, form.text_case, "")
        return [Out(form, children)]


def _is_spaced(text: Text) -> bool:
    return not text or _SPACED_SCRIPT.search(text if isinstance(text, str) else plain(text)) is not None


def _sticks(particle: str) -> bool:
    """Whether a particle is written without a space before the name: d’, al-."""
    return particle.endswith(("'", "’", "-", "\u2010"))


def _joined(first: Text, second: Text, *, end: bool = False) -> Text:
    """Two parts with a space between them, unless a particle sticks to what follows."""
    if not first:
        return second
    if not second:
        return first
    if isinstance(first, str) and isinstance(second, str):
        return first + second if not end and _sticks(first) else f"{first} {second}"
    left = (first,) if isinstance(first, str) else first
    right = (second,) if isinstance(second, str) else second
    space = "" if isinstance(first, str) and not end and _sticks(first) else " "
    return (*left, space, *right) if space else (*left, *right)


def _apostrophes(text: str) -> str:
    children = with_quotes([text])
    return children[0] if len(children) == 1 and isinstance(children[0], str) else text.replace("'", "’")
