"""The elements of CSL 1.0.2 as a frozen model, with no trace of XML; the classes are named after them.

They are shared and never changed; :mod:`publist.csl.evaluate` compiles them for one locale.  They are named
tuples: twenty frozen dataclasses take longer to define than a short list takes to format.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from publist.records import NamedTuple
from publist.richtext import Display, SpanStyle


class Formatting(NamedTuple):
    """The attributes that any rendering element may carry: affixes, font, quotes, display.

    ``spans`` are nested from the outside in, e.g. ``("italic", "bold")``.
    """

    prefix: str = ""
    suffix: str = ""
    delimiter: str = ""
    spans: tuple[SpanStyle, ...] = ()
    display: Display | None = None
    quotes: bool = False
    strip_periods: bool = False
    text_case: str = ""
    # cs:layout alone formats its affixes as well (CSL 1.0.2, Affixes).
    affixes_inside: bool = False
    # Markup of a field, which flips inside the same style (CSL 1.0.2, Rich Text Markup).
    inline: bool = False
    # A quotation inside the value of a field: within ‘’ where it had the locale's own inner marks.
    quotation: Literal["", "outer", "inner"] = ""


PLAIN = Formatting()


class TextVariable(NamedTuple):
    """``<text variable="title" form="short"/>``."""

    variable: str
    form: str
    format: Formatting


class TextMacro(NamedTuple):
    """``<text macro="author"/>``."""

    macro: str
    format: Formatting


class TextTerm(NamedTuple):
    """``<text term="in" form="short" plural="true"/>``."""

    term: str
    form: str
    plural: bool
    format: Formatting


class TextValue(NamedTuple):
    """``<text value="eISSN "/>``."""

    value: str
    format: Formatting


class Number(NamedTuple):
    """``<number variable="edition" form="ordinal"/>``."""

    variable: str
    form: str
    format: Formatting


class Label(NamedTuple):
    """``<label variable="page" form="short" plural="contextual"/>``; in cs:names, no variable."""

    variable: str
    form: str
    plural: str
    format: Formatting


class DatePart(NamedTuple):
    """``<date-part name="month" form="short"/>``; ``form`` is "" where the style leaves it out."""

    name: str
    form: str
    range_delimiter: str
    format: Formatting


class DateElement(NamedTuple):
    """``<date variable="issued" form="text" date-parts="year-month"/>``.

    With a ``form`` the parts override those of the locale's date; without, they are all there is.
    """

    variable: str
    form: str
    limit: str
    parts: tuple[DatePart, ...]
    format: Formatting


class NameElement(NamedTuple):
    """``<name>``: its own options (:data:`NAME_OPTIONS`), name-parts and format.

    ``options`` holds only what is set; the others are inherited from cs:citation,
    cs:bibliography and cs:style, where they bear the names of this table's keys, too.
    """

    options: Mapping[str, str] = MappingProxyType({})
    family: Formatting | None = None
    given: Formatting | None = None
    format: Formatting = PLAIN


class EtAl(NamedTuple):
    """``<et-al term="and others" font-style="italic"/>``."""

    term: str
    format: Formatting


class Names(NamedTuple):
    """``<names variable="editor translator">`` with its children; None where one is absent."""

    variables: tuple[str, ...]
    name: NameElement | None
    et_al: EtAl | None
    label: Label | None
    label_first: bool
    substitute: tuple["Element", ...]
    format: Formatting
    delimiter_set: bool


class GroupElement(NamedTuple):
    """``<group delimiter=", ">``."""

    children: tuple["Element", ...]
    format: Formatting


class Test(NamedTuple):
    """One value of one condition, e.g. ``Test("type", "book")`` or ``Test("is-numeric", "volume")``."""

    kind: str
    value: str


class Branch(NamedTuple):
    """``<if>``, ``<else-if>`` or ``<else>`` (no tests: always true)."""

    tests: tuple[Test, ...]
    match: str
    children: tuple["Element", ...]


class Choose(NamedTuple):
    """``<choose>``."""

    branches: tuple[Branch, ...]


Element: TypeAlias = (
    "TextVariable | TextMacro | TextTerm | TextValue | Number | Label | DateElement | Names"
    " | GroupElement | Choose"
)


class SortKey(NamedTuple):
    """``<key variable="issued" sort="descending"/>`` or ``<key macro="author" names-min="3"/>``."""

    variable: str
    macro: str
    ascending: bool
    options: Mapping[str, str]


class Area(NamedTuple):
    """cs:citation or cs:bibliography: the layout, the sort keys, and the element's own attributes.

    ``options`` are the attributes by their names in CSL, e.g. ``{"collapse": "year"}``; inheritable
    name options among them are kept under the names they have on cs:name.
    """

    children: tuple["Element", ...]
    format: Formatting
    sort: tuple[SortKey, ...]
    options: Mapping[str, str]


class Term(NamedTuple):
    """One term of a locale, e.g. ``Term("page", "short", "", "p.", "pp.")``."""

    name: str
    form: str
    gender_form: str
    single: str
    multiple: str
    gender: str = ""
    match: str = ""


class LocaleData(NamedTuple):
    """``<locale>`` of a style or a locale file; ``language`` is "" where it is for every language."""

    language: str
    terms: tuple[Term, ...]
    dates: Mapping[str, DateElement]
    options: Mapping[str, str]


class Info(NamedTuple):
    """``<info>``: what the style says of itself."""

    id: str = ""
    parent: str = ""


def inner(element: Element) -> tuple[Element, ...]:
    """The elements that stand within another, in a cs:choose those of all its branches."""
    if isinstance(element, GroupElement):
        return element.children
    if isinstance(element, Names):
        return element.substitute
    if isinstance(element, Choose):
        return tuple(child for branch in element.branches for child in branch.children)
    return ()
