"""One fixture of the CSL test suite: its sections, and what they ask for."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SECTION = re.compile(r">>=+ ([A-Z0-9-]+) =+>>[^\n]*\n(.*?)\n?<<=+ \1 =+<<", re.DOTALL)


@dataclass(frozen=True)
class Fixture:
    """``name`` is the file's without ``.txt``; the category is what stands before its ``_``."""

    name: str
    sections: dict[str, str]

    @property
    def category(self) -> str:
        return self.name.partition("_")[0]

    @property
    def mode(self) -> str:
        return self.sections["MODE"].strip()

    @property
    def want(self) -> str:
        return self.sections["RESULT"].strip()

    @property
    def style(self) -> str:
        return self.sections["CSL"].strip()

    def json(self, section: str) -> Any:
        """The section's value; None where the fixture has no such section."""
        source = self.sections.get(section, "").strip()
        return json.loads(source) if source else None


def read(path: Path) -> Fixture:
    source = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    return Fixture(path.stem, dict(SECTION.findall(source)))


def read_all(folder: Path) -> list[Fixture]:
    return [read(path) for path in sorted(folder.glob("*.txt"))]
