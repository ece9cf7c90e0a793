"""publist.toml: which bibliography, whose list, which look, and which files are made of it."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from publist.errors import ConfigError
from publist.records import NamedTuple
from publist.settings.look import LOOK, Setting, is_table
from publist.settings.project import Owner, Project
from publist.settings.target import PLACE, Target, target
from publist.settings.values import Place, dotted, known, record, value

FILE_NAME = "publist.toml"
_OURS = b"% made by publist\n"
# The format is a matter of each file.
GENERAL = tuple(setting for setting in LOOK if setting.name != "format")


class Config(NamedTuple):
    """The settings of one project; paths are relative to the folder of the file, ``path``.

    Every key stands in the table of ``docs/reference/config.md``.
    """

    path: Path = Path(FILE_NAME)
    bibliography: tuple[Path, ...] = ()
    project: Project = Project()
    look: Mapping[str, Any] = MappingProxyType({})
    targets: Mapping[str, Target] = MappingProxyType({})

    @property
    def owner(self) -> Owner:
        """Whose list it is."""
        return self.project.owner


def load(folder: Path) -> Config:
    """The settings in the nearest ``publist.toml``, or the defaults where there is none.

    It stands in the folder or in one above, up to the root of a git repository or the user's home.
    Raises ConfigError, with file and line, for what is not TOML, an unknown key, a wrong type or settings
    that exclude each other.
    """
    path = _nearest(folder)
    if path is None:
        return Config()
    import tomllib  # most lists have no such file, and it takes its time

    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot be read: {error}", file=str(path)) from error
    try:
        data = tomllib.loads(source)
    except RecursionError as error:
        raise ConfigError("is not TOML: nested too deeply", file=str(path)) from error
    except ValueError as error:  # also of numbers with more than 4,300 digits
        line = re.search(r"at line (\d+)", str(error))
        raise ConfigError(
            f"is not TOML: {error}", file=str(path), line=int(line[1]) if line else None
        ) from error
    return _Reader(path, source).config(data)


def _nearest(folder: Path) -> Path | None:
    """The file in this folder or in the nearest above it; none from beyond a repository or the home folder.

    What stands further up belongs to something else, or to somebody else.
    """
    here, home = folder.resolve(), Path(os.path.expanduser("~"))  # noqa: PTH111 - without a home, no error
    for steps, above in enumerate((here, *here.parents)):
        if steps and above == home:
            return None
        if (above / FILE_NAME).exists():
            return folder.joinpath(*[".."] * steps, FILE_NAME)
        if (above / ".git").exists():
            return None
    return None


def _is_ours(path: Path) -> bool:
    """Whether publist has written the file beside a page."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(_OURS)) == _OURS
    except OSError:
        return False  # whoever reads it says why it cannot be read


def matching(folder: Path, name: str) -> list[Path]:
    """The file of this name in the folder, or what the pattern matches, such as ``bib/*.bib``, sorted."""
    if not any(sign in name for sign in "*?[") or (folder / name).exists():
        return [folder / name]
    from glob import escape, glob

    # Path.glob takes no pattern that begins with / or ..
    found = glob(str(Path(escape(str(folder))) / name), recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
    found.sort(key=lambda path: path.replace(os.sep, "/"))  # the same order on every system
    return [Path(path) for path in found]


class _Reader:
    """Checks the parsed data against the settings' types."""

    def __init__(self, path: Path, source: str) -> None:
        self.path = path
        self.source = source

    def config(self, data: dict[str, Any]) -> Config:
        names = ["bibliography", "targets", *Project._fields, *(setting.name for setting in GENERAL)]
        known(data, names, (), self._error)
        files = data.get("bibliography", [])
        files = [files] if isinstance(files, str) else files
        if not isinstance(files, list) or not all(isinstance(name, str) for name in files):
            raise self._error(("bibliography",), "is a file name or a list of file names")
        tables = {name: data[name] for name in Project._fields if name in data and is_table(name, data[name])}
        look = self._values({name: raw for name, raw in data.items() if name not in tables}, GENERAL)
        targets = data.get("targets", {})
        if not isinstance(targets, dict):
            raise self._error(("targets",), "is a table: write [targets.NAME] and below it into or output")
        found = {name: self._target(name, one, look) for name, one in targets.items()}
        made = {target.output for target in found.values()}
        return Config(
            self.path,
            bibliography=tuple(dict.fromkeys(path for name in files for path in self._matching(name, made))),
            project=record(Project, tables, (), self._error),
            look=look,
            targets=found,
        )

    def _matching(self, name: str, made: Collection[Path | None]) -> list[Path]:
        """The file of this name, or those that the pattern matches, such as ``*.bib``, sorted.

        What a target makes, or stands beside a page that publist made, is no source of it.
        """
        folder = self.path.parent
        found = matching(folder, name)
        if found == [folder / name]:
            return found
        own = [path for path in found if path not in made]
        files = [path for path in own if path.is_file() and not _is_ours(path)]
        if not files:
            raise self._error(("bibliography",), f"names {name!r}, which matches no file")
        return files

    def _target(self, name: str, data: object, look: Mapping[str, Any]) -> Target:
        here = ("targets", name)
        if not isinstance(data, dict):
            raise self._error(here, f"is a table: write [targets.{name}]")
        known(data, [setting.name for setting in (*PLACE, *LOOK)], here, self._error)
        place = self._values(data, PLACE, here)
        block = place.pop("block", name if place.get("into") else "")
        paths = {key.replace("-", "_"): Path(text) for key, text in place.items() if text}
        if not paths:
            raise self._error(here, "needs a place: into, output or output-dir")
        try:
            return target(name, {**look, **self._values(data, LOOK, here)}, block=block, **paths)
        except ConfigError as error:
            if error.file:
                raise
            setting, _, rest = error.message.partition(" ")
            raise self._error((*here, setting), rest) from error

    def _values(self, data: dict[str, Any], settings: Iterable[Setting], here: Place = ()) -> dict[str, Any]:
        """The values that are given, as they are written, but for paths: these are relative to the file."""
        values = {}
        for setting in settings:
            if setting.name in data:
                raw = data[setting.name]
                value(setting.annotation, raw, (*here, setting.name), self._error)
                values[setting.name] = str(self.path.parent / raw) if setting.is_file(raw) else raw
        return values

    def _error(self, place: Place, message: str) -> ConfigError:
        from publist.settings.positions import line_of

        line = line_of(self.source, place)
        return ConfigError(f"{dotted(place)} {message}", file=str(self.path), line=line)
