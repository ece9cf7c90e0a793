"""Reads ``<locale>``, of a style or of a locale file of citeproc-py's."""

from __future__ import annotations

from functools import lru_cache

from publist.csl.elements import DateElement, LocaleData, Term
from publist.csl.parse_elements import ElementReader, format_of
from publist.csl.xmltree import XmlElement, parse, read
from publist.locales import locales_folder

_LANGUAGE = "http://www.w3.org/XML/1998/namespace}lang"


@lru_cache(maxsize=64)
def load_locale(language: str) -> LocaleData | None:
    """The locale file for exactly this language, e.g. ``de-AT``; None if there is none."""
    if not language.replace("-", "").isalnum():
        return None
    path = locales_folder() / f"locales-{language}.xml"
    if not path.is_file():
        return None
    root = parse(read(path), str(path))
    return LocaleReader(str(path)).locale(root)


class LocaleReader(ElementReader):
    """Reads ``<locale>``, and the elements that may stand in it."""

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
