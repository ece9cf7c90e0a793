"""The style sheets of lists: a theme each, over the same HTML."""

from __future__ import annotations

from pathlib import Path

from publist.errors import ConfigError, nearest
from publist.patterns import pattern

_FOLDER = Path(__file__).parent
_BLANKS = pattern(r"\s*([{};,>]|(?<= )\+)\s*|(?<=:) (?![^{}]*\{)|\n")
DEFAULT = "plain"


def themes() -> list[str]:
    """The names of the themes, e.g. ``["cards", "compact", "plain"]``: the files of the folder ``themes``."""
    return sorted(path.stem for path in (_FOLDER / "themes").glob("*.css"))


def sheet(theme: str = DEFAULT) -> str:
    """The theme's style sheet, a rule in each line: what all share, then its own.

    Raises ConfigError for an unknown theme.
    """
    known = themes()
    if theme not in known:
        near = nearest(theme, known) or known
        raise ConfigError(f"no theme {theme}; did you mean {', '.join(near)}?")
    parts = [_FOLDER / "base.css", _FOLDER / "themes" / f"{theme}.css"]
    text = "".join(part.read_text(encoding="utf-8") for part in parts)
    about = f"/* publist {theme}: set its variables on .publist */\n"
    return about + _BLANKS.sub(r"\1", text).replace("}", "}\n")
