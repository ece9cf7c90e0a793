"""Reads the rendering elements of CSL: one method for each, named after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from publist.csl.elements import (
    PLAIN,
    Branch,
    Choose,
    DateElement,
    DatePart,
    Element,
    EtAl,
    Formatting,
    GroupElement,
    Label,
    NameElement,
    Names,
    Number,
    Test,
    TextMacro,
    TextTerm,
    TextValue,
    TextVariable,
)
from publist.csl.vocabulary import VARIABLES
from publist.csl.xmltree import XmlElement
from publist.errors import StyleError
from publist.richtext import Display, SpanStyle

# CSL attribute and value → how it is called in rich text.  The values that switch a style off matter
# inside an element that switches it on.
_SPANS: dict[tuple[str, str], SpanStyle] = {
    ("font-style", "italic"): "italic",
    ("font-style", "oblique"): "oblique",
    ("font-style", "normal"): "upright",
    ("font-variant", "small-caps"): "small-caps",
    ("font-variant", "normal"): "normal-caps",
    ("font-weight", "bold"): "bold",
    ("font-weight", "light"): "light",
    ("font-weight", "normal"): "medium",
    ("text-decoration", "underline"): "underline",
    ("text-decoration", "none"): "no-underline",
    ("vertical-align", "sup"): "superscript",
    ("vertical-align", "sub"): "subscript",
    ("vertical-align", "baseline"): "baseline",
}
# From the outside in, as in citeproc-js (bugreports_MatchedAuthorAndDate.txt).
_SPAN_ORDER = ("vertical-align", "text-decoration", "font-weight", "font-variant", "font-style")
_LOCATOR_TESTS = frozenset(["type", "locator", "position"])
_MATCHES = ("all", "any", "none")
# Stands for a condition of CSL-M.
_NEVER = Test("type", "")


# The options that cs:name takes itself or inherits (CSL 1.0.2, Inheritable Name Options).
NAME_OPTIONS = frozenset(
    "and delimiter delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first"
    " et-al-subsequent-min et-al-subsequent-use-first et-al-use-last form initialize initialize-with"
    " name-as-sort-order sort-separator".split()
)


def format_of(element: XmlElement, delimiter: str = "") -> Formatting:
    """The attributes that any rendering element may carry."""
    get = element.get
    spans = [span for key in _SPAN_ORDER if (span := _SPANS.get((key, get(key, "")))) is not None]
    display = get("display")
    prefix, suffix = _affix(get("prefix", "")), _affix(get("suffix", ""))
    delimiter = _affix(get("delimiter", delimiter))
    quotes, strip_periods = get("quotes") == "true", get("strip-periods") == "true"
    text_case = get("text-case", "")
    if not (prefix or suffix or delimiter or spans or display or quotes or strip_periods or text_case):
        return PLAIN
    return Formatting(
        prefix=prefix,
        suffix=suffix,
        delimiter=delimiter,
        spans=tuple(spans),
        display=cast(Display, display)
        if display in ("block", "left-margin", "right-inline", "indent")
        else None,
        quotes=quotes,
        strip_periods=strip_periods,
        text_case=text_case,
    )


def _affix(text: str) -> str:
    """The text of an affix; some styles escape characters twice (``&amp;#160;``)."""
    if "&#" not in text:
        return text
    import html

    return html.unescape(text)


class ElementReader:
    """Reads rendering elements; ``file`` is named in its errors.

    ``calls`` and ``terms`` tell at which line each macro is called and each term asked for first,
    ``uses`` which of the condition ``disambiguate``, the text ``year-suffix``, the variable
    ``citation-number`` and the text ``doi.org/`` occur, the last beside variables and not as their prefix.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        # Whether what CSL does not know is passed over: the style is CSL-M.
        self.lenient = False
        self.calls: dict[str, int] = {}
        self.uses: set[str] = set()
        self.terms: dict[str, int] = {}
        self._kinds: dict[str, Callable[[XmlElement], Element | None]] = {
            "text": self._text,
            "number": self._number,
            "label": self._label,
            "date": self._date,
            "names": self._names,
            "group": self._group,
            "choose": self._choose,
        }

    def fail(self, element: XmlElement, message: str) -> StyleError:
        """The error to raise about an element."""
        return StyleError(message, file=self.file, line=element.line)

    def required(self, element: XmlElement, attribute: str) -> str:
        """An attribute that must be there."""
        value = element.get(attribute)
        if value is None:
            raise self.fail(element, f"<{element.name}> needs the attribute {attribute}")
        return value

    def known(self, element: XmlElement, variable: str) -> str:
        """The variable, if CSL has it."""
        if variable not in VARIABLES and not self.lenient:
            raise self.fail(element, f"CSL has no variable “{variable}”; correct the name")
        if variable == "citation-number":
            self.uses.add(variable)
        return variable

    def children(self, element: XmlElement) -> Iterable[XmlElement]:
        """The child elements in CSL's namespace."""
        return [child for child in element.children if child.is_csl]

    # -- rendering elements ------------------------------------------------------------------------

    def elements(self, parent: XmlElement) -> tuple[Element, ...]:
        """The rendering elements inside ``parent``."""
        found: list[Element] = []
        for child in self.children(parent):
            read = self._kinds.get(child.name)
            if read is None:
                if self.lenient:
                    continue
                raise self.fail(child, f"<{child.name}> cannot stand inside <{parent.name}>")
            element = read(child)
            if element is not None:
                found.append(element)
        return tuple(found)

    def _text(self, element: XmlElement) -> Element:
        get, form = element.get, format_of(element)
        if (variable := get("variable")) is not None:
            variable = self.known(element, variable.strip())
            if variable == "year-suffix":
                self.uses.add("year-suffix")
            return TextVariable(variable, get("form", "long"), form)
        if (macro := get("macro")) is not None:
            self.calls.setdefault(macro, element.line)
            return TextMacro(macro, form)
        if (term := get("term")) is not None:
            self.terms.setdefault(term, element.line)
            return TextTerm(term, get("form", "long"), get("plural") == "true", form)
        if (value := get("value")) is not None:
            if value.endswith("doi.org/"):
                self.uses.add("doi.org/")
            return TextValue(value, form)
        raise self.fail(element, "<text> needs one of the attributes variable, macro, term, value")

    def _number(self, element: XmlElement) -> Element:
        variable = self.known(element, self.required(element, "variable"))
        return Number(variable, element.get("form", "numeric"), format_of(element))

    def _label(self, element: XmlElement) -> Label:
        get = element.get
        return Label(
            get("variable", ""), get("form", "long"), get("plural", "contextual"), format_of(element)
        )

    def _date(self, element: XmlElement) -> DateElement:
        return DateElement(
            self.known(element, self.required(element, "variable")),
            element.get("form", ""),
            element.get("date-parts", "year-month-day"),
            self.date_parts(element),
            format_of(element),
        )

    def date_parts(self, element: XmlElement) -> tuple[DatePart, ...]:
        """The <date-part> children of <date>."""
        return tuple(
            DatePart(
                self.required(child, "name"),
                child.get("form", ""),
                child.get("range-delimiter", "–"),
                format_of(child),
            )
            for child in self.children(element)
            if child.name == "date-part"
        )

    def _names(self, element: XmlElement) -> Names:
        name: NameElement | None = None
        et_al: EtAl | None = None
        label: Label | None = None
        label_first = False
        substitute: tuple[Element, ...] = ()
        for child in self.children(element):
            match child.name:
                case "name":
                    name = self._name(child)
                case "et-al":
                    et_al = EtAl(child.get("term", "et-al"), format_of(child))
                case "label":
                    label, label_first = self._label(child), name is None
                case "substitute":
                    substitute = self.elements(child)
        # A label counts as leading only if a <name> follows it.
        label_first = label_first and name is not None
        return Names(
            tuple(self.known(element, name) for name in self.required(element, "variable").split()),
            name,
            et_al,
            label,
            label_first,
            substitute,
            format_of(element),
            element.get("delimiter") is not None,
        )

    def _name(self, element: XmlElement) -> NameElement:
        parts = {
            child.get("name", ""): format_of(child)
            for child in self.children(element)
            if child.name == "name-part"
        }
        options = {key: value for key, value in element.attributes.items() if key in NAME_OPTIONS}
        # The delimiter of <name> goes between names, not inside one.
        form = format_of(element)._replace(delimiter="")
        return NameElement(options, parts.get("family"), parts.get("given"), form)

    def _group(self, element: XmlElement) -> Element:
        form = format_of(element)
        if form.prefix.endswith("doi.org/"):
            self.uses.add("doi.org/")
        return GroupElement(self.elements(element), form)

    def _choose(self, element: XmlElement) -> Element:
        branches: list[Branch] = []
        for child in self.children(element):
            tag = child.name
            if tag not in ("if", "else-if", "else"):
                raise self.fail(child, f"<{tag}> cannot stand inside <choose>")
            tests = () if tag == "else" else self._tests(child)
            match = child.get("match", "all")
            if match not in _MATCHES and self.lenient:
                match = "none"  # CSL-M's "nand" is near to it
            if match not in _MATCHES:
                raise self.fail(child, f"match must be all, any or none, not “{match}”")
            branches.append(Branch(tests, match, self.elements(child)))
        return Choose(tuple(branches))

    def _tests(self, element: XmlElement) -> tuple[Test, ...]:
        tests: list[Test] = []
        for key, value in element.attributes.items():
            if key in ("variable", "is-numeric", "is-uncertain-date"):
                tests.extend(Test(key, self.known(element, part)) for part in value.split())
            elif key in _LOCATOR_TESTS:
                tests.extend(Test(key, part) for part in value.split())
            elif key == "disambiguate":
                tests.append(Test(key, value))
                self.uses.add(key)
            elif key != "match" and not self.lenient:
                raise self.fail(element, f"CSL has no condition “{key}”")
            elif key != "match":
                tests.append(_NEVER)
        if not tests and self.lenient:
            tests.append(_NEVER)
        if not tests:
            raise self.fail(element, f"<{element.name}> needs a condition, e.g. type or variable")
        return tuple(tests)
