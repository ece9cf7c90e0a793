"""The style sheets of lists: a theme each, over the same HTML."""

from __future__ import annotations

from pathlib import Path

from publist.errors import ConfigError, nearest

_THEMES = Path(__file__).parent / "themes"
DEFAULT = "plain"


def themes() -> list[str]:
    """The names of the themes, e.g. ``["plain"]``: the files of the folder ``themes``."""
    return sorted(path.stem for path in _THEMES.glob("*.css"))


def sheet(theme: str = DEFAULT) -> str:
    """The theme's style sheet as text.  Raises ConfigError for an unknown theme."""
    known = themes()
    if theme not in known:
        near = nearest(theme, known) or known
        raise ConfigError(f"no theme {theme}; did you mean {', '.join(near)}?")
    return (_THEMES / f"{theme}.css").read_text(encoding="utf-8")
