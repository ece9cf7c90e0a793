"""``publist diff``: the list of what is new or changed, for the yearly report."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from publist import pipeline, rules
from publist.news import changes
from publist.pipeline import Loaded, Rendered
from publist.problems import Problem
from publist.publication import Publication
from publist.settings.options import Options

# Keys of phrases.
NEW, CHANGED = "new", "changed"


@dataclass(slots=True)
class Found:
    """What is to be listed; ``headings`` says by key whether it is new or changed, for a revision alone."""

    source: Loaded
    headings: Mapping[str, str] = field(default_factory=dict)


def since(source: Loaded, paths: Sequence[Path], when: str, private: Sequence[str] = ()) -> Found:
    """What the source has since ``when``: a date such as ``2024-01-01``, or a revision of git.

    Raises ConfigError for a revision that git does not know.
    """
    date = changes.parse_date(when)
    if date is not None:
        return Found(_only(source, changes.since_date(source.publications, date)))
    old: list[Publication] = []
    for path in paths:
        before = changes.version_at(path, when)
        if before is not None:
            old += _read(before, path, private)
    found = changes.between(old, source.publications)
    headings = {publication.key: NEW for publication in found.new}
    headings |= dict.fromkeys(found.changed, CHANGED)
    listed = _only(source, [one for one in source.publications if one.key in headings])
    listed.problems.extend(
        Problem(one.file, one.line, rules.CHANGED, f"changed: {', '.join(found.changed[one.key])}", one.key)
        for one in listed.publications
        if one.key in found.changed
    )
    return Found(listed, headings)


def render(found: Found, options: Options) -> Rendered:
    """The list, with the headings "New" and "Changed" where a revision was asked for."""
    if found.headings:
        given = options.arrangement._replace(grouping="given", given=found.headings, order=(NEW, CHANGED))
        options = options._replace(arrangement=given)
    return pipeline.render(found.source, options)


def counts(found: Found) -> str:
    """E.g. ``3 new, 1 changed``."""
    changed = sum(heading == CHANGED for heading in found.headings.values())
    new = len(found.source.publications) - changed
    return f"{new} new, {changed} changed" if found.headings else f"{new} new"


def _only(source: Loaded, publications: list[Publication]) -> Loaded:
    return Loaded(publications, list(source.problems), source.refused, source.shared)


def _read(content: bytes, path: Path, private: Sequence[str]) -> list[Publication]:
    """The publications of an earlier version of the file; its problems no longer matter."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(content)
        return pipeline.read([copy], private, may_be_empty=True).publications
