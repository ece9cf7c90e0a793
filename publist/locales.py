"""The locale files of CSL, which citeproc-py ships: where they are, and the months in all their languages."""

from __future__ import annotations

import importlib.util
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from publist.errors import StyleError
from publist.patterns import pattern

_MONTH = pattern(r'<term name="month-(\d\d)"(?![^>]*form=)[^>]*>([^<]+)</term>')


@lru_cache(maxsize=1)
def locales_folder() -> Path:
    """Where citeproc-py keeps the locale files; found without importing it, which is slow."""
    spec = importlib.util.find_spec("citeproc")
    if spec is None or not spec.submodule_search_locations:
        raise StyleError("citeproc-py is not installed; run `pip install citeproc-py`")
    return Path(next(iter(spec.submodule_search_locations))) / "data" / "locales"


@lru_cache(maxsize=1)
def months() -> Mapping[str, int]:
    """The full names of months in small letters, e.g. ``{"février": 2, "fevrier": 2, "maerz": 3, …}``.

    Left out is what two languages read otherwise: ``listopad`` is October in Croatian, November in Polish.
    """
    found: dict[str, set[int]] = defaultdict(set)
    for path in sorted(locales_folder().glob("locales-*.xml")):
        for number, text in _MONTH.findall(path.read_text(encoding="utf-8")):
            name = text.strip().lower()
            for spelling in (name, name.replace("ä", "ae"), _bare(name)):
                found[spelling].add(int(number))
    return {name: number for name, (number, *others) in found.items() if not others}


def _bare(name: str) -> str:
    """Without accents, e.g. ``fevrier``."""
    return "".join(one for one in unicodedata.normalize("NFD", name) if not unicodedata.combining(one))
