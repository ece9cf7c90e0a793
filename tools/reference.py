"""Tables of the reference, made from the code.

Pages of ``docs/`` have blocks of cog's that call the functions here; ``tests/test_docs.py`` fails where a
block is not what the code makes.  ``python -m tools.reference`` writes them anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click
from cogapp import Cog

from publist.cli import main
from publist.convert import custom, mapping
from publist.identifiers import ADDRESSES
from publist.listing.values import NAMES
from publist.settings.look import LOOK, Setting
from publist.settings.target import PLACE

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"

# Options and keys that have a page of their own; paths from docs/reference.
PAGES = {
    "--block": "../how-to/sites.md",
    "--disambiguate": "../csl.md",
    "--group-by": "../how-to/cv.md",
    "--highlight": "../how-to/highlight.md",
    "--into": "../how-to/sites.md",
    "--max-authors": "../how-to/people.md",
    "--merge-versions": "../how-to/versions.md",
    "--numbering": "../how-to/cv.md",
    "--select": "selection.md",
    "--site": "../how-to/sites.md",
    "--template": "templates.md",
    "--titles": "../titles.md",
}


def page(path: Path, *, check: bool = False) -> bool:
    """Write the blocks of one page anew, or with ``check`` only say whether they are up to date."""
    arguments = ["cog", "-p", "from tools import reference", *(["--check"] if check else ["-r"]), str(path)]
    return bool(Cog().main(arguments) == 0)


def pages() -> list[Path]:
    """The pages of the documentation that have blocks."""
    return [path for path in sorted(DOCS.rglob("*.md")) if "[[[cog" in path.read_text(encoding="utf-8")]


def commands() -> dict[str, click.Command]:
    """The commands by name, in alphabetical order."""
    context = click.Context(main)
    found = {name: main.get_command(context, name) for name in main.list_commands(context)}
    return {name: command for name, command in found.items() if command is not None}


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown."""
    head, *lines = ("| " + " | ".join(cells) + " |\n" for cells in (heads, *rows))
    return "\n" + head + "|---" * len(heads) + "|\n" + "".join(lines) + "\n"


def options(name: str) -> str:
    """The table of a command's options; those of a list's look are told of with ``render`` alone."""
    found = [one for one in commands()[name].params if isinstance(one, click.Option) and not one.hidden]
    look = {f"--{setting.name}" for setting in LOOK}
    shared = [one.opts[0] for one in found if one.opts[0] in look and _is_of_render(one)]
    if name == "render" or len(shared) < len(look) // 2:
        shared = []
    rows = ((_spelled(one), _meaning(one), _default(one)) for one in found if one.opts[0] not in shared)
    rest = f"It takes these options of `publist render` as well: {_listed(shared)}.\n\n" if shared else ""
    return table(("option", "what it does", "default"), rows) + rest


def _is_of_render(option: click.Option) -> bool:
    return any(
        one.opts == option.opts and getattr(one, "help", "") == option.help
        for one in commands()["render"].params
    )


def other_commands() -> str:
    """A section for each command that has none in the page before this block."""
    written = (
        (DOCS / "reference" / "cli.md").read_text(encoding="utf-8").partition("reference.other_commands")[0]
    )
    missing = [name for name in commands() if f"## `publist {name}" not in written]
    return "".join(_command(name) for name in missing)


def _command(name: str) -> str:
    command = commands()[name]
    context = click.Context(command)
    arguments = "".join(
        f" {one.make_metavar(context)}" for one in command.params if isinstance(one, click.Argument)
    )
    text = re.sub(r"\n *\x08\n *", "\n\n", command.help or "").strip()
    return f"\n## `publist {name}{arguments}`\n\n{text}\n{options(name)}"


def _spelled(option: click.Option) -> str:
    kind = option.type
    values = ""
    if isinstance(kind, click.Choice):
        values = " " + "\\|".join(map(str, kind.choices))
    elif not option.is_flag:
        values = " " + (option.metavar or ("N" if isinstance(kind, click.IntRange) else kind.name.upper()))
    values = values.replace("|", "\\|").replace("\\\\|", "\\|")
    others = [f"`{spelling}`" for spelling in option.secondary_opts]
    return ", ".join([*(f"`{spelling}{values}`" for spelling in option.opts), *others])


def _meaning(option: click.Option) -> str:
    text = re.sub(r" \[default: .*\]$", "", option.help or "")
    more = PAGES.get(option.opts[-1])
    repeated = " May be repeated." if option.multiple and "repeated" not in text else ""
    return f"{_prose(text)}{repeated}" + (f" [More]({more})" if more else "")


def _default(option: click.Option) -> str:
    said = re.search(r" \[default: (.*)\]$", option.help or "")
    if said:
        return f"`{said[1]}`"
    setting = next((one for one in LOOK if f"--{one.name}" in option.opts), None)
    if option.is_flag:
        on = setting.default if setting is not None and option.secondary_opts else option.default is True
        return "on" if on else "off"
    if option.show_default and option.default is not None:
        return f"`{option.default}`"
    return ""


def _prose(text: str) -> str:
    """Text of help as Markdown: no angle bracket, bar or star is a sign."""
    return re.sub(r"([<>*|_\[\]])", r"\\\1", text)


def settings(which: Sequence[Setting]) -> str:
    """The table of settings of a list, or of the places of a target."""
    heads = ("key", "what it does", "value", "default")
    return table(heads, ((f"`{one.name}`", one.help, _values(one), _toml(one.default)) for one in which))


def look() -> str:
    """The settings of a list."""
    return settings(LOOK)


def places() -> str:
    """The settings that say where a target goes."""
    return settings(PLACE)


def _toml(default: Any) -> str:
    return "" if default in ("", None, (), {}) else f"`{json.dumps(default)}`"


def _values(setting: Setting) -> str:
    kind = setting.kind
    if kind.choices:
        return ", ".join(f"`{json.dumps(choice)}`" for choice in kind.choices)
    if kind.type is int:
        return "a number" if kind.range.most > 99 else f"{kind.range.least} to {kind.range.most}"
    names = {"bool": "true or false", "Path": "a path", "str": "text", "tuple": "text or a list of text"}
    return names.get(kind.type.__name__, "a table of text")


def entry_types() -> str:
    """Which entry type becomes which CSL type."""
    rows = ((f"`@{name}`", f"`{one.csl}`", one.genre) for name, one in sorted(mapping.ENTRY_TYPES.items()))
    return table(("type", "CSL type", "genre, if there is no `type` field"), rows)


def text_fields() -> str:
    """Which fields become which variable."""
    known = mapping.TEXT_FIELDS | mapping.TITLE_FIELDS
    rows = ((f"`{variable}`", _listed(known[variable])) for variable in sorted(known, key=str.lower))
    return table(("variable", "fields"), rows)


def name_fields() -> str:
    """Which fields of names become which variable."""
    rows = ((f"`{name}`", f"`{variable}`") for name, variable in sorted(mapping.NAME_FIELDS.items()))
    return table(("field", "variable"), rows)


def eprint_kinds() -> str:
    """Where an eprint of each kind leads to."""
    rows = ((f"`{name}`", f"`{ADDRESSES[kind]}`") for name, kind in sorted(mapping.EPRINT_KINDS.items()))
    return table(("`eprinttype`, `archiveprefix`", "address"), rows)


def links() -> str:
    """The kinds of links, their labels and the other names of their fields."""
    others: dict[str, list[str]] = {}
    for name, kind in custom.ALIASES.items():
        others.setdefault(kind, []).append(name)
    more = {"arxiv": "; `eprint` with `archiveprefix` or `eprinttype`"}
    rows = (
        (f"`{kind}`", label, _listed(others.get(kind, ())) + more.get(kind, ""))
        for kind, label in custom.LINKS.items()
    )
    return table(("field", "label", "other names"), rows)


def badges() -> str:
    """The fields that are badges, with their labels."""
    by_text = ("presentation", "note")
    rows = (
        (f"`{field}`", "by its text" if field in by_text else label) for field, label in custom.BADGES.items()
    )
    return table(("field", "label of `{true}`"), rows)


def selection_names() -> str:
    """The names of the selection language."""
    return table(("name", "what it is"), ((f"`{name}`", meaning) for name, (meaning, _) in NAMES.items()))


def failing_fixtures() -> str:
    """The fixtures of the CSL test suite that fail, with their reasons."""
    ledger = (ROOT / "tests" / "csl_expected_failures.txt").read_text(encoding="utf-8")
    lines = [line.partition(":") for line in ledger.splitlines() if line and not line.startswith("#")]
    return table(("fixture", "why it fails"), ((f"`{name}`", _prose(why.strip())) for name, _, why in lines))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


if __name__ == "__main__":
    for found in pages():
        page(found)
