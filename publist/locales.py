"""The locale files of CSL, which citeproc-py ships: where they are, and the months in all their languages."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from publist.errors import StyleError


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

    Those of the locale files, gathered in ``months.txt``, a line for each month: reading sixty files takes
    20 ms.  Left out is what two languages read otherwise: ``listopad`` is October in Croatian, November in
    Polish.
    """
    lines = (Path(__file__).parent / "months.txt").read_text(encoding="utf-8").splitlines()
    return {name: number for number, line in enumerate(lines, 1) for name in line.split(", ")}
