"""Reads CSL styles and locales: XML in, :mod:`publist.csl.style` out.

What cannot be evaluated becomes a StyleError with file, line and what to do.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from publist.csl.check import check_macros
from publist.csl.parse_elements import (
    ElementReader,
    format_of,
)
from publist.csl.style import (
    Area,
    DateElement,
    Element,
    Format,
    Info,
    LocaleData,
    SortKey,
    Style,
    Term,
)
from publist.csl.vocabulary import is_term
from publist.csl.xmltree import XmlElement, parse
from publist.errors import StyleError

_LANGUAGE = "http://www.w3.org/XML/1998/namespace}lang"

# cs:citation and cs:style write some options of cs:name and cs:names with another name.
_INHERITED = {"name-form": "form", "name-delimiter": "delimiter"}
_KEY_OPTIONS = {
    "names-min": "et-al-min",
    "names-use-first": "et-al-use-first",
    "names-use-last": "et-al-use-last",
}


def load(path_or_name: str | Path) -> Style:
    """See :meth:`publist.csl.style.Style.load`."""
    from publist.csl.catalogue import find

    path = find(path_or_name)
    return loads(_read(path), file=str(path))


def loads(xml: str | bytes, *, file: str) -> Style:
    """See :meth:`publist.csl.style.Style.loads`."""
    root = parse(xml, file)
    if root.name != "style" or not root.is_csl:
        raise StyleError(
            f"this is not a CSL style: its root is <{root.name}>, not <style> of CSL's namespace",
            file=file,
            line=root.line,
        )
    version = root.get("version", "")
    if not (version == "1.0" or version.startswith("1.0.")):
        what = "CSL-M, an extension of CSL" if "mlz" in version else f"CSL {version or 'without a version'}"
        raise StyleError(f"this style is {what}; use a style of CSL 1.0", file=file, line=root.line)
    return _Reader(file).style(root)


@lru_cache(maxsize=64)
def load_locale(language: str) -> LocaleData | None:
    """The locale file for exactly this language, e.g. ``de-AT``; None if there is none."""
    if not language.replace("-", "").isalnum():
        return None
    path = locales_folder() / f"locales-{language}.xml"
    if not path.is_file():
        return None
    root = parse(_read(path), str(path))
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


class _Reader(ElementReader):
    """Reads whole styles and locales."""

    def style(self, root: XmlElement) -> Style:
        macros: dict[str, tuple[Element, ...]] = {}
        locales: list[LocaleData] = []
        citation: Area | None = None
        bibliography: Area | None = None
        info = Info()
        for child in self.children(root):
            match child.name:
                case "macro":
                    name = self.required(child, "name")
                    if name in macros:
                        raise self.fail(child, f"the macro “{name}” is defined twice; rename one")
                    macros[name] = self.elements(child)
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
        self._check_terms(locales)
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

    def _check_terms(self, locales: list[LocaleData]) -> None:
        own = {term.name for locale in locales for term in locale.terms}
        for name, line in self.terms.items():
            if name not in own and not is_term(name):
                message = f"CSL has no term “{name}”; correct the name or define it in <locale>"
                raise StyleError(message, file=self.file, line=line)

    @staticmethod
    def _why_no_citation(info: Info) -> str:
        if info.parent:
            return f"this is a dependent style; use its parent {info.parent}"
        return "the style has no <citation>; add one, CSL demands it"

    def _info(self, element: XmlElement) -> Info:
        texts = {child.name: child.text.strip() for child in self.children(element)}
        parents = [
            child.get("href", "")
            for child in self.children(element)
            if child.get("rel") == "independent-parent"
        ]
        return Info(
            id=texts.get("id", ""), title=texts.get("title", ""), parent=parents[0] if parents else ""
        )

    def _area(self, element: XmlElement) -> Area:
        sort: list[SortKey] = []
        layout: XmlElement | None = None
        for child in self.children(element):
            match child.name:
                case "sort":
                    sort.extend(self._key(key) for key in self.children(child))
                case "layout":
                    if child.get("locale") is not None:
                        raise self.fail(
                            child, "<layout locale=…> is CSL-M, an extension of CSL; use a style of CSL 1.0"
                        )
                    layout = child
        if layout is None:
            raise self.fail(element, f"<{element.name}> has no <layout>; add one")
        form = format_of(layout)
        form = Format(
            prefix=form.prefix, suffix=form.suffix, delimiter=form.delimiter, spans=form.spans,
            display=form.display, affixes_inside=True,
        )  # fmt: skip
        return Area(self.elements(layout), form, tuple(sort), _options(element))

    def _key(self, element: XmlElement) -> SortKey:
        variable, macro = element.get("variable", ""), element.get("macro", "")
        if not variable and not macro:
            raise self.fail(element, "a sort <key> needs the attribute variable or macro")
        if variable:
            self.known(element, variable)
        if macro:
            self.calls.setdefault(macro, element.line)
        options = {
            target: value
            for attribute, target in _KEY_OPTIONS.items()
            if (value := element.get(attribute)) is not None
        }
        return SortKey(variable, macro, element.get("sort") != "descending", options)

    # -- locales -----------------------------------------------------------------------------------

    def locale(self, element: XmlElement) -> LocaleData:
        """A <locale> element, of a style or of a locale file."""
        terms: list[Term] = []
        dates: dict[str, DateElement] = {}
        options: dict[str, str] = {}
        for child in self.children(element):
            match child.name:
                case "terms":
                    terms.extend(self._term(term) for term in self.children(child) if term.name == "term")
                case "date":
                    form = child.get("form", "text")
                    dates[form] = DateElement(
                        "", form, "year-month-day", self.date_parts(child), format_of(child)
                    )
                case "style-options":
                    options.update(child.attributes)
        return LocaleData(element.get(_LANGUAGE, ""), tuple(terms), dates, options)

    def _term(self, element: XmlElement) -> Term:
        single = multiple = None
        for child in self.children(element):
            if child.name == "single":
                single = child.text
            elif child.name == "multiple":
                multiple = child.text
        if single is None:
            single = element.text
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


def _options(element: XmlElement) -> Mapping[str, str]:
    """The element's attributes; inheritable name options under the names they have on cs:name."""
    return {_INHERITED.get(key, key): value for key, value in element.attributes.items()}
