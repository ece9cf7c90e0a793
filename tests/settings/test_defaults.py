"""Each default is written once, in a record; the reference, the schema and --help say the same."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

import click
import pytest

from publist.cli import main
from publist.settings.look import LOOK, Setting
from publist.settings.options import Arrangement, Choice, Extras, Options, Page, Persons
from publist.settings.project import BadgeTable, Links, NewsTable, Owner, PersonTable, RoleTable
from publist.settings.schema import schema
from publist.settings.target import PLACE
from publist.settings.values import key_of
from tests.data import ROOT

SETTINGS = pytest.mark.parametrize("setting", LOOK, ids=[setting.name for setting in LOOK])
REFERENCE = (ROOT / "docs" / "reference" / "config.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")


def cells(text: str, key: str) -> list[str]:
    """The cells of the first row of a table in Markdown whose first cell names the key."""
    rows = re.findall(r"^\| (.+) \|$", text.replace("\\|", "¦"), re.MULTILINE)
    return next(row.split(" | ") for row in rows if re.search(rf"`{key}(?=[ `])", row.split(" | ")[0]))


def as_toml(default: Any) -> str:
    return "" if default in ("", None, (), {}) else f"`{json.dumps(default)}`"


def values(setting: Setting) -> str:
    kind = setting.kind
    if kind.choices:
        return ", ".join(f"`{json.dumps(choice)}`" for choice in kind.choices)
    if kind.type is int:
        return "a number" if kind.range.most > 99 else f"{kind.range.least} to {kind.range.most}"
    names = {"bool": "true or false", "Path": "a path", "str": "text", "tuple": "text or a list of text"}
    return names.get(kind.type.__name__, "a table of text")


@pytest.mark.parametrize("setting", [*LOOK, *PLACE], ids=lambda setting: setting.name)
def test_the_reference_has_every_default_and_value(setting: Setting) -> None:
    expected = [f"`{setting.name}`", setting.help, values(setting), as_toml(setting.default)]
    assert [cell.strip() for cell in (*cells(REFERENCE, setting.name), "")][:4] == expected


class Row(NamedTuple):
    key: str
    default: Any


ROWS = [
    Row(f"{table}.{key_of(name)}", record._field_defaults[name])  # type: ignore[attr-defined]  # a named tuple's, or a stream's, own
    for table, record in {
        "owner": Owner,
        "people": PersonTable,
        "roles.NAME": RoleTable,
        "links": Links,
        "badges.FIELD": BadgeTable,
        "news": NewsTable,
    }.items()
    for name in record._fields  # type: ignore[attr-defined]  # a named tuple's, or a stream's, own
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_the_reference_has_the_defaults_of_tables(row: Row) -> None:
    said = re.findall("`(.+?)`", cells(REFERENCE, row.key)[-1])
    wanted = row.default[0] if isinstance(row.default, tuple) and row.default else row.default
    assert said == ([json.dumps(wanted)] if wanted and isinstance(wanted, str) else [])


@SETTINGS
def test_the_help_and_its_page_have_the_default(setting: Setting) -> None:
    command = main.get_command(click.Context(main), "render")
    assert command is not None
    options = {option.opts[0]: option for option in command.params if isinstance(option, click.Option)}
    option = options.get(f"--{setting.name}")
    kind = setting.kind
    if kind.type not in (str, int, bool) and not kind.choices + kind.members and setting.name != "template":
        assert option is None  # a list or table does not fit on a command line
        return
    assert option is not None
    said = re.search(r" \[default: (.+)\]$", option.help or "")
    shown = cells(COMMANDS, f"--{setting.name}")[-1].strip()
    if isinstance(setting.default, bool):
        assert (said, shown) == (None, "on" if setting.default else "off")
    elif setting.default:
        assert said is not None
        assert said[1] == str(setting.default)
        assert f"`{said[1]}`" in shown
    else:
        assert said is None or said[1] == "0"


@SETTINGS
def test_the_schema_has_the_default(setting: Setting) -> None:
    target = json.loads(schema())["properties"]["targets"]["additionalProperties"]["properties"]
    assert target[setting.name].get("default") == (setting.default or None)


def test_every_field_of_the_records_is_a_setting_or_is_made_in_a_run() -> None:
    made = {
        "Options.arrangement", "Options.page", "Options.choice", "Options.persons", "Options.extras",
        "Arrangement.language", "Arrangement.given", "Page.language", "Page.owner", "Page.summary",
        "Page.file", "Page.beside", "Page.alternates", "Page.legend", "Page.more",
        "Choice.form", "Persons.known", "Persons.roles", "Extras.links", "Extras.badges",
    }  # fmt: skip
    fields = {
        f"{one.__name__}.{name}"
        for one in (Options, Arrangement, Page, Choice, Persons, Extras)
        for name in one._fields
    }
    assert fields - made == {f"{setting.record.__name__}.{setting.target}" for setting in LOOK}
