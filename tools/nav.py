"""A hook of MkDocs: a page that ``mkdocs.yml`` does not name stands in the navigation all the same.

So decisions need no list, and a new page is found before somebody gives it a better place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# The section of the pages of each folder.
SECTIONS = {"how-to": "How to", "reference": "Reference", "decisions": "Design", ".": "Explanation"}


def on_config(config: Any) -> Any:
    """Add the pages that are missing, each to the section of its folder; the decisions below one heading."""
    docs = Path(config.docs_dir)
    sections = {name: pages for one in config.nav if isinstance(one, dict) for name, pages in one.items()}
    listed = set(paths(config.nav))
    for folder, name in SECTIONS.items():
        found = [
            {title(path): path.relative_to(docs).as_posix()}
            for path in sorted((docs / folder).glob("*.md"))
            if path.relative_to(docs).as_posix() not in listed
        ]
        sections[name] += [{"Decisions": found}] if folder == "decisions" else found
    return config


def paths(nav: Any) -> Iterator[str]:
    """The pages that a navigation names, e.g. ``how-to/cv.md``."""
    if isinstance(nav, str):
        yield nav
    else:
        for one in nav.values() if isinstance(nav, dict) else nav:
            yield from paths(one)


def title(path: Path) -> str:
    """The page's heading, e.g. ``Titles in sentence case``; of a decision with its number."""
    text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    heading = re.search(r"^# (?:\d+\W+)?(.*)", text, re.MULTILINE)
    number = path.name[:4].replace("-", " ") if path.name[:3].isdigit() else ""
    return number + (heading[1].replace("`", "") if heading else path.stem)
