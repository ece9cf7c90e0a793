"""publist.toml: which bibliography, whose list, which look, and which files are made of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from publist.errors import ConfigError, nearest
from publist.settings.look import LOOK, PLACE, Setting, Value
from publist.settings.project import Owner, Project
from publist.settings.tables import record
from publist.settings.target import Target, target

FILE_NAME = "publist.toml"


class Config(NamedTuple):
    """The settings of one project; paths are relative to the file's folder.

    Every key stands in the table of ``docs/reference/config.md``.
    """

    bibliography: tuple[Path, ...] = ()
    project: Project = Project()
    look: Mapping[str, Value] = MappingProxyType({})
    targets: Mapping[str, Target] = MappingProxyType({})

    @property
    def owner(self) -> Owner:
        """Whose list it is."""
        return self.project.owner


def load(folder: Path) -> Config:
    """The settings in the folder's ``publist.toml``, or the defaults where there is none.

    Raises ConfigError, with file and line, for what is not TOML, an unknown key, a wrong type or settings
    that exclude each other.
    """
    path = folder / FILE_NAME
    try:
        source = path.read_text(encoding="utf-8-sig")
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
        # The format is a matter of each file.
        general = [setting for setting in LOOK if setting.name != "format"]
        look_names = [setting.name for setting in general]
        tables = list(Project._fields)
        self._known(data, ["bibliography", "targets", *tables, *look_names])
        files = data.get("bibliography", [])
        files = [files] if isinstance(files, str) else files
        if not isinstance(files, list) or not all(isinstance(name, str) for name in files):
            raise self._error(("bibliography",), "is a file name or a list of file names")
        project = record(Project, {name: data[name] for name in tables if name in data}, (), self._error)
        look = self._values(data, general)
        targets = self._table(data, "targets", "write [targets.NAME] and below it into or output")
        return Config(
            bibliography=tuple(self.path.parent / name for name in files),
            project=project,
            look=look,
            targets={name: self._target(name, targets, look) for name in targets},
        )

    def _target(self, name: str, targets: dict[str, Any], look: Mapping[str, Value]) -> Target:
        data = targets[name]
        if not isinstance(data, dict):
            raise self._error(("targets", name), f"is a table: write [targets.{name}]")
        self._known(data, [setting.name for setting in (*PLACE, *LOOK)], "targets", name)
        place = self._values(data, PLACE, "targets", name)
        paths = {
            key.replace("-", "_"): Path(str(place[key]))
            for key in ("into", "output", "output-dir")
            if place.get(key)
        }
        if not paths:
            raise self._error(("targets", name), "needs a place: into, output or output-dir")
        block = str(place.get("block", name if "into" in paths else ""))
        own = self._values(data, LOOK, "targets", name)
        try:
            return target(name, {**look, **own}, block=block, **paths)
        except ConfigError as error:
            setting = error.message.split(" ", 1)[0]
            raise self._error(("targets", name, setting), error.message.split(" ", 1)[1]) from error

    def _values(self, data: dict[str, Any], settings: Iterable[Setting], *place: str) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for setting in settings:
            if setting.name not in data:
                continue
            value = data[setting.name]
            if refusal := setting.refusal(value):
                raise self._error((*place, setting.name), refusal)
            if setting.kind == "path" or (setting.name == "style" and value.endswith(".csl")):
                value = str(self.path.parent / value)
            values[setting.name] = tuple(value) if isinstance(value, list) else value
        return values

    def _table(self, data: dict[str, Any], key: str, hint: str) -> dict[str, Any]:
        value = data.get(key, {})
        if not isinstance(value, dict):
            raise self._error((key,), f"is a table: {hint}")
        return value

    def _known(self, data: dict[str, Any], keys: list[str], *place: str) -> None:
        for key in data:
            if key not in keys:
                near = nearest(key, keys)
                names = [".".join((*place, name)) for name in (near or keys)]
                hint = f"did you mean {names[0]}?" if near else "known are: " + ", ".join(names)
                raise self._error((*place, key), f"is no setting: {hint}")

    def _error(self, place: tuple[str, ...], message: str) -> ConfigError:
        return ConfigError(f"{'.'.join(place)} {message}", file=str(self.path), line=self._line(place))

    def _line(self, place: tuple[str, ...]) -> int | None:
        """The line, from 1, of a key: below its table's header, else the first that begins with it."""
        here: tuple[str, ...] = ()
        for number, text in enumerate(self.lines, 1):
            if header := re.match(r"\s*\[+([^\]]+)\]", text):
                here = tuple(part.strip(" \t\"'") for part in header[1].split("."))
                if here == place:
                    return number
            elif key := re.match(r"\s*([\w\"'. -]+?)\s*=", text):
                parts = tuple(part.strip(" \t\"'") for part in key[1].split("."))
                if (here + parts)[: len(place)] == place:
                    return number
        return self._line(place[:-1]) if len(place) > 1 else None
