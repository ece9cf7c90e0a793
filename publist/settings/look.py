"""The settings of a list, in one table: ``publist.toml``, its schema, the command line and the docs use it.

A setting's name is the same everywhere: ``group-by = "type"`` in the file is ``--group-by type``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

from publist.settings.formats import Name, Site
from publist.settings.options import Grouping, Numbering, Order

Value: TypeAlias = "str | bool | int | tuple[str, ...] | Mapping[str, str]"


class Setting(NamedTuple):
    """One setting, e.g. ``Setting("width", "int", 79, "Columns of a line.")``.

    ``kind`` says what a value is: ``path`` is text that names a file, relative to ``publist.toml``; ``table``
    is text by text.  A choice of ``""`` stands for "as it comes".  ``least`` and ``most`` bound an ``int``.
    """

    name: str
    kind: Literal["text", "path", "bool", "int", "choice", "texts", "table"]
    default: Value
    help: str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 9999

    def refusal(self, value: object) -> str:
        """Why a value of ``publist.toml`` will not do, e.g. ``is text: put it in quotes``; "" if it will."""
        if self.kind in ("text", "path") and not isinstance(value, str):
            return 'is text: put it in quotes, "…"'
        if self.kind == "bool" and not isinstance(value, bool):
            return "is true or false"
        if self.kind == "choice" and value not in self.choices:
            return "is one of " + ", ".join(f'"{choice}"' for choice in self.choices)
        if self.kind == "int" and not (type(value) is int and self.least <= value <= self.most):
            return f"is a whole number from {self.least} to {self.most}"
        if self.kind == "texts" and not (
            isinstance(value, list) and all(isinstance(one, str) for one in value)
        ):
            return 'is a list of text: ["…", "…"]'
        is_table = isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
        if self.kind == "table" and not is_table:
            return 'is a table of text: {name = "…"}'
        return ""


def _choices(literal: Any) -> tuple[str, ...]:
    return get_args(literal)


_OFF, _ON = False, True

# What a list looks like: at the top of publist.toml for all targets, or in one target for it alone.
LOOK: tuple[Setting, ...] = (
    Setting("style", "text", "homepage", "The CSL style, by name or path to a .csl file."),
    Setting("locale", "text", "en-US", 'The list\'s language, e.g. "de-DE"; "style" for the style\'s own.'),
    Setting("group-by", "choice", "year", "What the headings are.", _choices(Grouping)),
    Setting("sort", "choice", "", "Newest first, as in the file, or as the style says.", _choices(Order)),
    Setting("disambiguate", "bool", _OFF, "Tell works of one author and year apart as citations do (2024a)."),
    Setting("format", "choice", "html", "What to write; by the file's name without.", _choices(Name)),
    Setting("template", "path", "", "A jinja2 template in place of the packaged one."),
    Setting("heading-level", "int", 2, "The level of the headings.", least=1, most=6),
    Setting(
        "numbering", "choice", "none", "Numbers through the list or in each section.", _choices(Numbering)
    ),
    Setting(
        "ascending", "bool", _OFF, "Give the first entry 1, where the newest has the highest number without."
    ),
    Setting("counts", "bool", _OFF, "Write behind each heading how many entries it has."),
    Setting("selected-first", "bool", _OFF, "Put selected entries first in their section."),
    Setting("summary", "bool", _OFF, "Begin with a line that counts the list."),
    Setting("section-order", "texts", (), "The kinds of work, or keywords or venues, that come first."),
    Setting("section-headings", "table", {}, "Headings of one's own, by kind of work, keyword or venue."),
    Setting("section-codes", "table", {}, "Letters of one's own in numbers, by kind of work."),
    Setting("standalone", "bool", _OFF, "LaTeX and Typst: a whole document."),
    Setting("title", "text", "", "The title of a whole document."),
    Setting("select", "text", "", 'List only these, e.g. "selected and year >= 2022".'),
    Setting("exclude", "text", "", "Leave these out."),
    Setting("limit", "int", 0, "List the first so many and say how many more there are; 0 for all."),
    Setting("more-url", "text", "", "Where the others stand that the limit leaves out."),
    Setting("merge-versions", "bool", _OFF, "List preprint, conference and journal version of a work once."),
    Setting("max-authors", "int", 0, "Show at most so many names of a list; 0 for all."),
    Setting("keep-highlighted", "bool", _ON, 'Keep highlighted names where a style writes "et al.".'),
    Setting("legend", "choice", "list", "Where the meaning of marks stands.", ("list", "entry", "none")),
    Setting("width", "int", 79, "Plain text: columns of a line, 0 for no wrapping."),
    Setting("site", "choice", "academicpages", "Pages: the site generator they are for.", _choices(Site)),
)

# Where a target goes; these stand in [targets.NAME] alone.
PLACE: tuple[Setting, ...] = (
    Setting("into", "path", "", "A file that exists: the list replaces what stands between its markers."),
    Setting("block", "text", "", "The name in the markers; the target's own name without."),
    Setting("output", "path", "", "A file that the list makes up as a whole."),
    Setting("output-dir", "path", "", "Pages: the folder they go to."),
)
