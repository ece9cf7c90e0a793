"""publist.toml: which bibliography, whose list, which look."""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from publist.errors import ConfigError

FILE_NAME = "publist.toml"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose list it is, e.g. ``Owner(name="W. Shao")``."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one project; paths are relative to the file's folder.

    Every key stands in the table of ``docs/reference/config.md``.
    """

    bibliography: tuple[Path, ...] = ()
    style: str = "homepage"
    locale: str = ""
    owner: Owner = Owner()


def load(folder: Path) -> Config:
    """The settings in the folder's ``publist.toml``, or the defaults where there is none.

    Raises ConfigError, with file and line, for what is not TOML, an unknown key or a wrong type.
    """
    path = folder / FILE_NAME
    try:
        source = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot be read: {error}", file=str(path)) from error
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise ConfigError(
            f"is not TOML: {error}", file=str(path), line=int(line[1]) if line else None
        ) from error
    return _Reader(path, source).config(data)


class _Reader:
    """Checks the parsed data against the settings' types."""

    def __init__(self, path: Path, source: str) -> None:
        self.path = path
        self.lines = source.splitlines()

    def config(self, data: dict[str, Any]) -> Config:
        self._known(data, [field.name for field in fields(Config)], "")
        files = data.get("bibliography", [])
        files = [files] if isinstance(files, str) else files
        if not isinstance(files, list) or not all(isinstance(name, str) for name in files):
            raise self._error("bibliography", "is a file name or a list of file names")
        owner = data.get("owner", {})
        if not isinstance(owner, dict):
            raise self._error("owner", 'is a table: write [owner] and below it name = "…"')
        self._known(owner, [field.name for field in fields(Owner)], "owner.")
        return Config(
            bibliography=tuple(self.path.parent / name for name in files),
            style=self._text(data, "style", "homepage"),
            locale=self._text(data, "locale", ""),
            owner=Owner(name=self._text(owner, "name", "")),
        )

    def _text(self, data: dict[str, Any], key: str, default: str) -> str:
        value = data.get(key, default)
        if not isinstance(value, str):
            raise self._error(key, 'is text: put it in quotes, "…"')
        return value

    def _known(self, data: dict[str, Any], keys: list[str], prefix: str) -> None:
        for key in data:
            if key not in keys:
                near = difflib.get_close_matches(key, keys, n=1)
                hint = f"did you mean {prefix}{near[0]}?" if near else "known are: " + ", ".join(keys)
                raise self._error(key, f"is no setting: {hint}", prefix)

    def _error(self, key: str, message: str, prefix: str = "") -> ConfigError:
        pattern = re.compile(rf"\s*(?:\[+\s*)?[\"']?{re.escape(key)}[\"']?\s*(?:[=.\]]|$)")
        line = next((number for number, text in enumerate(self.lines, 1) if pattern.match(text)), None)
        return ConfigError(f"{prefix}{key} {message}", file=str(self.path), line=line)
