"""A hook of MkDocs: the decisions stand in the navigation, without a list of them to keep."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any


def on_config(config: Any) -> Any:
    """Add the decisions to the section "Design"."""
    design = next(
        section["Design"] for section in config.nav if isinstance(section, dict) and "Design" in section
    )
    design.append({"Decisions": decisions(Path(config.docs_dir))})
    return config


def decisions(docs: Path) -> list[dict[str, str]]:
    """The decisions by title, e.g. ``{"001 The design": "decisions/001-the-design.md"}``."""
    return [{_title(path): f"decisions/{path.name}"} for path in sorted((docs / "decisions").glob("*.md"))]


def _title(path: Path) -> str:
    heading = re.sub(r"^#\s*(\d+\W+)?", "", path.read_text(encoding="utf-8").partition("\n")[0])
    return f"{path.name[:3]} {heading}"
