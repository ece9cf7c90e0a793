"""Sections to a fragment of a page, through jinja2 templates, or to data.

The only user of jinja2.  Templates get rich text and the writers' filters; nothing from a bibliography
is ever read as a template.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from publist.errors import InputError, Problem
from publist.listing import Entry, Section, text_of, year_label
from publist.output import html, markdown
from publist.people import ROLE_SIGNS
from publist.publication import Link
from publist.richtext import Mark, plain, walk

if TYPE_CHECKING:
    from jinja2 import Environment, Template

Format = Literal["html", "markdown", "json"]

_TEMPLATES = Path(__file__).parent / "templates"
_ROLE_LABELS = {"equal": "Equal contribution"}


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sign and what it means, e.g. ``* Equal contribution``."""

    sign: str
    label: str


def legend(sections: Sequence[Section]) -> list[LegendEntry]:
    """The meaning of just those marks that the list uses, in the order of the roles."""
    used = {
        node.role
        for section in sections
        for entry in section.entries
        if entry.people
        for node in walk(entry.content)
        if isinstance(node, Mark)
    }
    return [
        LegendEntry(sign, _ROLE_LABELS[role])
        for role, sign in ROLE_SIGNS.items()
        if role in used and role in _ROLE_LABELS
    ]


def fragment(
    sections: Sequence[Section], format_: Format, *, level: int = 2, template: Path | None = None
) -> str:
    """The sections as an HTML or Markdown fragment that ends with a newline.

    ``level`` is that of the headings, 1 to 6.  ``template`` replaces the packaged one; it gets
    ``sections``, ``level`` and ``legend``, and the filters of ``docs/reference/templates.md``.
    Raises InputError where the template cannot be read or is no template.
    """
    from jinja2 import TemplateError, TemplateSyntaxError

    environment = _environment(format_)
    path = template or _TEMPLATES / f"list.{format_}.j2"
    try:
        compiled = _template(environment, path)
        text = compiled.render(sections=sections, level=level, legend=legend(sections))
    except TemplateSyntaxError as error:
        raise InputError(f"is no template: {error.message}", file=str(path), line=error.lineno) from error
    except TemplateError as error:
        raise InputError(f"the template failed: {error}", file=str(path)) from error
    return text.strip("\n") + "\n"


def _template(environment: Environment, path: Path) -> Template:
    try:
        return environment.from_string(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the template cannot be read: {error}", file=str(path)) from error


def _environment(format_: Format) -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup

    environment = ImmutableSandboxedEnvironment(
        autoescape=format_ == "html",
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    if format_ == "html":
        environment.filters.update(
            rich=lambda text: Markup(html.render(text)),  # noqa: S704 - the writer escapes
            link=lambda link: Markup(html.link(link.url, link.label, _link_class(link))),  # noqa: S704
            class_name=html.class_name,
            identifier=html.identifier,
            plain=plain,
        )
    else:
        environment.filters.update(
            rich=markdown.render,
            link=lambda link: markdown.link(link.url, link.label),
            plain=plain,
        )
    return environment


def _link_class(link: Link) -> str:
    return f"publist-link {html.class_name(link.kind)}"


def as_json(sections: Sequence[Section], problems: Iterable[Problem]) -> str:
    """The list as JSON, for programs; its form stands in ``docs/reference/json.md``."""
    data = {
        "sections": [
            {"heading": section.heading, "entries": [_entry_data(entry) for entry in section.entries]}
            for section in sections
        ],
        "problems": [_problem_data(problem) for problem in problems],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _problem_data(problem: Problem) -> dict[str, Any]:
    return {name: value for name, value in asdict(problem).items() if name != "key"}


def _entry_data(entry: Entry) -> dict[str, Any]:
    publication = entry.publication
    return {
        "id": publication.key,
        "type": publication.item.type,
        "year": year_label(publication),
        "number": entry.number,
        "text": plain(entry.content).strip(),
        "html": html.render(entry.content),
        "markdown": markdown.render(entry.content),
        "links": [{"label": link.label, "url": link.url} for link in entry.links],
        "badges": [text_of(badge.label) for badge in entry.badges],
        "people": _people_data(entry),
        "file": publication.file,
        "line": publication.line,
    }


def _people_data(entry: Entry) -> list[dict[str, Any]]:
    """Everyone who stands in a name variable; ``role`` is that variable, e.g. ``author``."""
    equal = {(p.variable, p.position) for p in entry.people if "equal" in p.roles}
    return [
        {
            "name": name.text,
            "role": variable,
            "owner": (variable, position) in entry.owned,
            "equal": (variable, position) in equal,
        }
        for variable, names in entry.publication.item.names.items()
        for position, name in enumerate(names)
    ]
