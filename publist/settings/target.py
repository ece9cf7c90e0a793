"""A target: where one list goes and what it looks like there."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from publist.errors import ConfigError, nearest
from publist.records import NamedTuple
from publist.settings.formats import FORMATS, FormatName, of_file
from publist.settings.look import Setting
from publist.settings.options import KindName


class Target(NamedTuple):
    """One file, or folder of pages: a table ``[targets.NAME]``, or the options of ``publist render``.

    ``look`` holds values of :data:`~publist.settings.look.LOOK`; ``format`` is the one asked for or that of
    the file's name.  Without a place the list goes to the terminal.
    """

    name: str
    format: FormatName
    into: Path | None = None
    block: str = ""
    output: Path | None = None
    output_dir: Path | None = None
    look: Mapping[str, Any] = MappingProxyType({})


# Where a target goes; these stand in [targets.NAME] alone.
PLACE: tuple[Setting, ...] = (
    Setting("into", "A file that exists: the list replaces what stands between its markers.", Target),
    Setting("block", "The name in the markers; the target's own name without.", Target),
    Setting("output", "A file that the list makes up as a whole.", Target),
    Setting("output-dir", "Pages: the folder they go to.", Target),
)


def target(
    name: str,
    look: Mapping[str, Any],
    *,
    into: Path | None = None,
    block: str = "",
    output: Path | None = None,
    output_dir: Path | None = None,
) -> Target:
    """The target, its settings checked against each other.

    Raises ConfigError that begins with the setting to change, e.g. ``standalone makes a whole document …``.
    """
    places = [key for key, path in (("into", into), ("output", output), ("output-dir", output_dir)) if path]
    if len(places) > 1:
        raise ConfigError(f"{places[1]} and {places[0]} exclude each other: leave one out")
    format_: FormatName = look.get("format") or ("pages" if output_dir else of_file(into or output))
    kind = FORMATS[format_].kind
    if kind == "pages" and output_dir is None:
        raise ConfigError("format pages needs output-dir, the folder that they go to")
    if kind != "pages" and output_dir is not None:
        raise ConfigError(f"output-dir is for the format pages, not for {format_}: use output")
    if into and kind != "fragment":
        raise ConfigError(f"into takes a fragment, and {format_} is a whole file: use output")
    if into and look.get("standalone"):
        raise ConfigError("standalone makes a whole document: use output in place of into")
    if look.get("standalone") and not FORMATS[format_].standalone:
        raise ConfigError(f"standalone is for latex and typst, not for {format_}: leave it out")
    if look.get("template") and kind in ("data", "pages"):
        raise ConfigError(f"template is for fragments and documents, not for {format_}: leave it out")
    if block and not into:
        raise ConfigError("block names markers: it needs into")
    _check_kinds(look)
    return Target(name, format_, into, block, output, output_dir, look)


def _check_kinds(look: Mapping[str, Any]) -> None:
    """Where sections are kinds of work, their names are known; elsewhere they are the owner's own."""
    if look.get("group-by") not in ("type", "type-year"):
        return
    for setting in ("section-order", "section-headings", "section-codes"):
        names = look.get(setting, ())
        for name in (names,) if isinstance(names, str) else names:
            if name not in get_args(KindName):
                near = nearest(name, get_args(KindName)) or get_args(KindName)
                raise ConfigError(
                    f"{setting} names no kind of work {name!r}; did you mean {', '.join(near)}?"
                )
