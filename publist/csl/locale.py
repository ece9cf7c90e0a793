"""Locales: terms, dates and options in one language, with CSL's fallbacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from publist.csl.elements import DateElement, LocaleData, Term
from publist.csl.locale_file import load_locale
from publist.csl.style import Style
from publist.errors import ConfigError

# The first is the dialect that stands for the language (CSL 1.0.2, Locale Fallback).
PRIMARY_DIALECTS = {
    "af": "af-ZA", "ar": "ar", "bal": "bal-PK", "bg": "bg-BG", "brh": "brh-PK", "ca": "ca-AD",
    "cs": "cs-CZ", "cy": "cy-GB", "da": "da-DK", "de": "de-DE", "el": "el-GR", "en": "en-US",
    "es": "es-ES", "et": "et-EE", "eu": "eu", "fa": "fa-IR", "fi": "fi-FI", "fr": "fr-FR",
    "gl": "gl-ES", "he": "he-IL", "hi": "hi-IN", "hr": "hr-HR", "hu": "hu-HU", "hy": "hy-AM",
    "id": "id-ID", "is": "is-IS", "it": "it-IT", "ja": "ja-JP", "km": "km-KH", "ko": "ko-KR",
    "la": "la", "lij": "lij-IT", "lt": "lt-LT", "lv": "lv-LV", "mn": "mn-MN", "ms": "ms-MY",
    "nb": "nb-NO", "nl": "nl-NL", "nn": "nn-NO", "no": "nb-NO", "pa": "pa-PK", "pl": "pl-PL",
    "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU", "sk": "sk-SK", "sl": "sl-SI", "sr": "sr-Cyrl-RS",
    "sv": "sv-SE", "th": "th-TH", "tl": "tl-PH", "tr": "tr-TR", "uk": "uk-UA", "vi": "vi-VN",
    "zh": "zh-CN",
}  # fmt: skip

# Where a term lacks a form, the next one stands in (CSL 1.0.2, Terms).
_FORM_FALLBACK = {
    "verb-short": ("verb", "long"),
    "symbol": ("short", "long"),
    "verb": ("long",),
    "short": ("long",),
}


# The terms of one locale by name, form and gender.
_Index: TypeAlias = dict[tuple[str, str, str], Term]
# Scripts that stand for a dialect.
_SCRIPTS = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "sr-Latn": "sr-Latn-RS", "sr-Cyrl": "sr-Cyrl-RS"}


def known_language(language: str) -> str:
    """The language as CSL writes it, e.g. ``de-AT``, and ``zh-TW`` for ``zh-Hant``.

    Raises ConfigError for one without locale files, such as ``xx``.
    """
    base, *rest = language.replace("_", "-").split("-")
    if base.lower() not in PRIMARY_DIALECTS:
        raise ConfigError(f"there is no locale {language}; the languages are {', '.join(PRIMARY_DIALECTS)}")
    parts = [part.title() if len(part) == 4 else part.upper() for part in rest]
    name = "-".join([base.lower(), *parts])
    return _SCRIPTS.get("-".join([base.lower(), *parts[:1]]), name)


class Locale:
    """What one style says in one language, e.g. ``Locale(style, "de-AT").term("page", "short")``.

    A value is looked for in the style's own locales (dialect, language, any language), then in the
    locale files (dialect, the language's main dialect, en-US); files are read when first needed.
    """

    def __init__(self, style: Style, language: str) -> None:
        self.language = language or "en-US"
        self._own = [
            data for want in _own_languages(self.language) for data in style.locales if data.language == want
        ]
        self._terms: dict[tuple[str, str, str], Term | None] = {}
        self._ordinals: dict[str, list[Term]] | None = None

    def _sources(self) -> Iterator[tuple[LocaleData, _Index]]:
        for data in self._own:
            yield data, _index(data.terms)
        for data in _files(self.language):
            yield data, _file_index(data.language)

    def term(self, name: str, form: str = "long", plural: bool = False, gender: str = "") -> str | None:  # noqa: FBT001, FBT002 - the contract's order
        """The text of a term, e.g. ``term("page", "short", plural=True)`` → ``"pp."``.

        A form that is missing falls back (verb-short → verb → long, symbol → short → long).
        None if no locale knows the term; "" if it is empty on purpose.
        """
        found = self.entry(name, form, gender)
        if found is None:
            return None
        return found.multiple if plural else found.single

    def entry(self, name: str, form: str = "long", gender: str = "") -> Term | None:
        """The term itself, with the same fallbacks."""
        for candidate in (form, *_FORM_FALLBACK.get(form, ())):
            key = name, candidate, gender
            if key not in self._terms:
                self._terms[key] = self._find(*key)
            if found := self._terms[key]:
                return found
        return None

    def _find(self, name: str, form: str, gender: str) -> Term | None:
        for _, index in self._sources():
            if found := index.get((name, form, "")):
                return index.get((name, form, gender), found)
        return None

    def gender(self, name: str) -> str:
        """The gender of a noun term such as ``month-01`` or ``issue``; "" for neuter."""
        found = self.entry(name)
        return found.gender if found is not None else ""

    def ordinal_terms(self) -> dict[str, list[Term]]:
        """The ``ordinal`` and ``ordinal-NN`` terms by name.

        A locale that defines any replaces all of them (CSL 1.0.2, Ordinal Suffixes).
        """
        if self._ordinals is None:
            self._ordinals = {}
            for data, _ in self._sources():
                found = [term for term in data.terms if term.name == "ordinal" or term.name[:8] == "ordinal-"]
                if found:
                    for term in found:
                        self._ordinals.setdefault(term.name, []).append(term)
                    break
        return self._ordinals

    def date(self, form: str) -> DateElement | None:
        """The localized date of form ``text`` or ``numeric``."""
        return next((data.dates[form] for data, _ in self._sources() if form in data.dates), None)

    def option(self, name: str) -> bool:
        """A style option, e.g. ``punctuation-in-quote`` (CSL 1.0.2, Locale Options)."""
        for data, _ in self._sources():
            if name in data.options:
                return data.options[name] == "true"
        return False


def _own_languages(language: str) -> list[str]:
    base = language.split("-")[0]
    return [language, base, ""] if base != language else [language, ""]


def _files(language: str) -> Iterator[LocaleData]:
    seen = set()
    for name in (language, PRIMARY_DIALECTS.get(language.split("-")[0], ""), "en-US"):
        if name and name not in seen:
            seen.add(name)
            data = load_locale(name)
            if data is not None:
                yield data


def _index(terms: Iterable[Term]) -> _Index:
    index: _Index = {}
    for term in terms:
        if term.gender_form:  # it stands for the term only if there is no other
            index.setdefault((term.name, term.form, term.gender_form), term)
            index.setdefault((term.name, term.form, ""), term)
        else:
            index[term.name, term.form, ""] = term
    return index


@lru_cache(maxsize=64)
def _file_index(language: str) -> _Index:
    data = load_locale(language)
    return _index(data.terms) if data is not None else {}
