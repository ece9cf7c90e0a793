"""Where the shared test data is; tests that need it skip where it is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("PUBLIST_TEST_DATA", ROOT.parent / "shared"))


def shared(*parts: str) -> Path:
    """A file or folder of the shared data, e.g. ``shared("bibtex", "corpus")``; skips without it."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"needs {path} (PUBLIST_TEST_DATA names the folder)", allow_module_level=True)
    return path
