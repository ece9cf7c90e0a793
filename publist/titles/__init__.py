"""Titles in the case that a style wants (``docs/titles.md``)."""

from publist.titles.evidence import Evidence
from publist.titles.items import Cased, in_sentence_case, with_language
from publist.titles.language import is_english
from publist.titles.recase import is_title_case, sentence

__all__ = [
    "Cased",
    "Evidence",
    "in_sentence_case",
    "is_english",
    "is_title_case",
    "sentence",
    "with_language",
]
