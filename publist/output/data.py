"""Sections as data that programs read: JSON and YAML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from publist.item import Name
from publist.listing import ListEntry, Section, text_of, year_label
from publist.output import html, markdown, yaml
from publist.output.characters import without_openers
from publist.output.facts import as_text, iso_date, safe_links, url_of
from publist.people import Known
from publist.problems import Problem
from publist.url import safe_url

VERSION = 1
"""The version of the form, whose schema is ``output.schema.json``; within one, keys are only added."""


def as_json(sections: Sequence[Section], problems: Iterable[Problem]) -> tuple[str, list[Problem]]:
    """The list as JSON; its form stands in ``docs/reference/json.md``."""
    text = json.dumps(_data(sections, problems), ensure_ascii=False, indent=1)
    return without_openers(text) + "\n", []


def as_yaml(sections: Sequence[Section], problems: Iterable[Problem]) -> tuple[str, list[Problem]]:
    """The same data as YAML, for site generators that read it from a data folder."""
    return yaml.dump(_data(sections, problems)), []


def _data(sections: Sequence[Section], problems: Iterable[Problem]) -> dict[str, Any]:
    return {
        "version": VERSION,
        "sections": [_section_data(section) for section in sections],
        "problems": [_problem_data(problem) for problem in problems],
    }


def _section_data(section: Section) -> dict[str, Any]:
    entries = [_entry_data(entry) for entry in section.entries]
    depth = {"depth": section.depth} if section.depth else {}
    return {"heading": section.heading, **depth, "entries": entries}


def _problem_data(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "rule": problem.rule.id,
        "severity": problem.rule.severity,
        "message": problem.message,
    }


def _without_tags(text: str) -> str:
    """The text with ``<`` and ``>`` as references, since the template languages of sites do not escape."""
    return text.replace("<", "&lt;").replace(">", "&gt;")


def _entry_data(entry: ListEntry) -> dict[str, Any]:
    publication = entry.publication
    return {
        "id": publication.key,
        "type": publication.item.type,
        "year": year_label(publication),
        "date": iso_date(publication),
        "url": url_of(publication),
        "number": entry.number,
        **({"label": entry.label} if entry.label else {}),
        "text": _without_tags(as_text(entry.content)),
        "html": html.render(entry.content),
        "markdown": markdown.render(entry.content),
        "links": [{"label": link.label, "url": url} for link, url in safe_links(publication)],
        "badges": [text_of(badge.label) for badge in entry.badges],
        **({"notes": [text_of(note) for note in entry.notes]} if entry.notes else {}),
        "people": _people_data(entry),
        "file": publication.file,
        "line": publication.line,
    }


def _people_data(entry: ListEntry) -> list[dict[str, Any]]:
    """Everyone who stands in a name variable; ``role`` is that variable, e.g. ``author``."""
    roles = {(person.variable, person.position): person.roles for person in entry.people}
    return [
        _person_data(
            name, variable, roles.get((variable, position), ()), entry.known.get((variable, position))
        )
        for variable, names in entry.publication.item.names.items()
        for position, name in enumerate(names)
        if not name.others
    ]


def _person_data(name: Name, variable: str, roles: tuple[str, ...], known: Known | None) -> dict[str, Any]:
    """What is said of one person; ``roles``, ``highlight`` and ``url`` only where they say more."""
    owner = known is not None and known.owner
    data: dict[str, Any] = {"name": name.text, "role": variable, "owner": owner, "equal": "equal" in roles}
    others = [role for role in roles if role != "highlight"]
    if others and others != ["equal"]:
        data["roles"] = others
    if known is not None and known.highlight != (("strong",) if owner else ()):
        data["highlight"] = list(known.highlight)
    if known is not None and (url := safe_url(known.url)):
        data["url"] = url
    return data
