"""Sections as data that programs read: JSON and YAML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from publist.errors import Problem
from publist.listing import Entry, Section, text_of, year_label
from publist.output import html, markdown, yaml
from publist.richtext import plain


def as_json(sections: Sequence[Section], problems: Iterable[Problem]) -> str:
    """The list as JSON; its form stands in ``docs/reference/json.md``."""
    return json.dumps(_data(sections, problems), ensure_ascii=False, indent=1) + "\n"


def as_yaml(sections: Sequence[Section], problems: Iterable[Problem]) -> str:
    """The same data as YAML, for site generators that read it from a data folder."""
    return yaml.dump(_data(sections, problems))


def _data(sections: Sequence[Section], problems: Iterable[Problem]) -> dict[str, Any]:
    return {
        "sections": [_section_data(section) for section in sections],
        "problems": [_problem_data(problem) for problem in problems],
    }


def _section_data(section: Section) -> dict[str, Any]:
    entries = [_entry_data(entry) for entry in section.entries]
    depth = {"depth": section.depth} if section.depth else {}
    return {"heading": section.heading, **depth, "entries": entries}


def _problem_data(problem: Problem) -> dict[str, Any]:
    return {name: value for name, value in asdict(problem).items() if name != "key"}


def _entry_data(entry: Entry) -> dict[str, Any]:
    publication = entry.publication
    return {
        "id": publication.key,
        "type": publication.item.type,
        "year": year_label(publication),
        "number": entry.number,
        **({"label": entry.label} if entry.label else {}),
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
