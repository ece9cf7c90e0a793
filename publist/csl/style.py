"""A whole CSL style: its model, and how it is read from a file.

What cannot be evaluated becomes a StyleError with file, line and what to do.
"""

from collections.abc import Mapping
from pathlib import Path

from publist import memo
from publist.csl.catalogue import find
from publist.csl.check import check_macros
from publist.csl.elements import Area, Element, Info, LocaleData, SortKey
from publist.csl.locale_file import LocaleReader
from publist.csl.parse_elements import format_of
from publist.csl.vocabulary import is_term
from publist.csl.xmltree import XmlElement, parse, read
from publist.errors import StyleError
from publist.records import NamedTuple

# cs:citation and cs:style write some options of cs:name and cs:names with another name.
_CHOICES = frozenset(["choose", "if", "else-if", "else"])
_INHERITED = {"name-form": "form", "name-delimiter": "delimiter"}
_KEY_OPTIONS = {
    "names-min": "et-al-min",
    "names-use-first": "et-al-use-first",
    "names-use-last": "et-al-use-last",
}


class Style(NamedTuple):
    """A whole independent style; ``options`` are the attributes of cs:style, as in :class:`Area`."""

    file: str
    info: Info
    style_class: str
    default_locale: str
    options: Mapping[str, str]
    macros: Mapping[str, tuple[Element, ...]]
    locales: tuple[LocaleData, ...]
    citation: Area
    bibliography: Area | None
    # Of "disambiguate" (the condition), "year-suffix", "citation-number" and "doi.org/", what the style uses.
    uses: frozenset[str] = frozenset()
    # Whether it is CSL-M, an extension of CSL, of which only CSL is evaluated.
    extended: bool = False

    @classmethod
    def load(cls, path_or_name: str | Path) -> "Style":
        """The style of a file, or the installed style of that name, e.g. ``Style.load("ieee")``.

        A dependent style gives its parent.  Raises StyleError for an unknown name (with the nearest
        ones), and for a file that is not a CSL style or cannot be evaluated.
        """
        path = find(path_or_name)
        xml = read(path)
        digest = memo.digest("style", lambda: (path, xml))
        return memo.named(cls.loads(xml, file=str(path)), digest)

    @classmethod
    def loads(cls, xml: str | bytes, *, file: str = "<style>") -> "Style":
        """The style that ``xml`` spells out; ``file`` is its name in error messages."""
        root = parse(xml, file)
        if root.name != "style" or not root.is_csl:
            raise StyleError(
                f"this is not a CSL style: its root is <{root.name}>, not <style> of CSL's namespace",
                file=file,
                line=root.line,
            )
        version = root.get("version", "")
        reader = _Reader(file)
        reader.lenient = "mlz" in version or _has_localized_layouts(root)
        if not reader.lenient and not (version == "1.0" or version.startswith("1.0.")):
            what = f"CSL {version or 'without a version'}"
            raise StyleError(f"this style is {what}; use a style of CSL 1.0", file=file, line=root.line)
        return reader.style(root)


def _has_localized_layouts(root: XmlElement) -> bool:
    areas = [child for child in root.children if child.name in ("citation", "bibliography")]
    return any(
        child.name == "layout" and "locale" in child.attributes for area in areas for child in area.children
    )


class _Reader(LocaleReader):
    """Reads whole styles."""

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
                    _drop_displays(child)
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
            extended=self.lenient,
        )

    def _check_terms(self, locales: list[LocaleData]) -> None:
        own = {term.name for locale in locales for term in locale.terms}
        for name, line in self.terms.items():
            if name not in own and not is_term(name) and not self.lenient:
                message = f"CSL has no term “{name}”; correct the name or define it in <locale>"
                raise StyleError(message, file=self.file, line=line)

    @staticmethod
    def _why_no_citation(info: Info) -> str:
        if info.parent:
            return f"this is a dependent style; use its parent {info.parent}"
        return "the style has no <citation>; add one, CSL demands it"

    def _info(self, element: XmlElement) -> Info:
        children = self.children(element)
        ids = [child.text.strip() for child in children if child.name == "id"]
        parents = [child.get("href", "") for child in children if child.get("rel") == "independent-parent"]
        return Info(id=ids[-1] if ids else "", parent=parents[0] if parents else "")

    def _area(self, element: XmlElement) -> Area:
        sort: list[SortKey] = []
        layout: XmlElement | None = None
        for child in self.children(element):
            match child.name:
                case "sort":
                    sort.extend(self._key(key) for key in self.children(child))
                case "layout":
                    # CSL-M has layouts for languages beside the one for all.
                    if layout is None or child.get("locale") is None:
                        layout = child
        if layout is None:
            raise self.fail(element, f"<{element.name}> has no <layout>; add one")
        _drop_displays(layout, outermost=True)
        form = format_of(layout)._replace(
            quotes=False, strip_periods=False, text_case="", affixes_inside=True
        )
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


def _drop_displays(element: XmlElement, *, outermost: bool = False) -> None:
    """Leave ``display`` to what stands right in the layout, be it in a cs:choose.

    It structures an entry into blocks (CSL 1.0.2, Display); in a macro or inside a group it does nothing in
    citeproc-js.
    """
    for child in element.children:
        if not outermost:
            child.attributes.pop("display", None)
        _drop_displays(child, outermost=outermost and child.name in _CHOICES)


def _options(element: XmlElement) -> Mapping[str, str]:
    """The element's attributes; inheritable name options under the names they have on cs:name."""
    return {_INHERITED.get(key, key): value for key, value in element.attributes.items()}
