"""What a document says of a list in attributes, e.g. ``style=apa limit=5``, as options of the list."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from publist.api import render
from publist.errors import ConfigError
from publist.settings.look import LOOK
from publist.settings.values import kind_of

_NO_OPTION = frozenset({"bibliography", "format", "highlight"})


def blocks(attributes: Mapping[str, str], paths: list[Path]) -> str:
    """The list as pandoc's blocks in JSON.

    The attributes are the options of a list in ``publist.toml``, and ``highlight`` with names between
    semicolons.  Raises PublistError for a wrong one, as :func:`publist.render` does.
    """
    names = [name.strip() for name in attributes.get("highlight", "").split(";")]
    options = {
        name.replace("-", "_"): _value(name, text)
        for name, text in attributes.items()
        if name not in _NO_OPTION
    }
    written = render(paths, format="pandoc", highlight=[name for name in names if name], **options)
    assert isinstance(written, str)  # noqa: S101 - mypy cannot know it of a format's name
    return written


def paths(text: str, folder: Path) -> list[Path]:
    """The bibliographies that an attribute names, between blanks or commas, relative to a folder."""
    return [folder / name for name in re.split(r"[\s,]+", text) if name]


def _value(name: str, text: str) -> Any:
    """The text as the setting takes it: ``true``, ``5``, ``["a", "b"]``, else the text."""
    kinds = {setting.name: kind_of(setting.annotation).type for setting in LOOK}
    if kinds.get(name) not in (bool, int) and not text.lstrip().startswith("["):
        return text
    try:
        return tomllib.loads(f"value = {text or 'true'}")["value"]
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f'{name}="{text}" is no value of TOML, such as true, 5 or ["a", "b"]') from error
