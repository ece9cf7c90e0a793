"""What is new or changed in a bibliography since a date or an earlier version of its file."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from publist.errors import ConfigError
from publist.identifiers import Identifier
from publist.inputs import STDIN
from publist.item import Item
from publist.listing import text_of
from publist.patterns import pattern
from publist.publication import Publication

_DATE = pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NOT_WORD = pattern(r"[\W_]+")


@dataclass(slots=True)
class Changes:
    """Publications as they are now; ``changed`` gives the names of what changed by key."""

    new: list[Publication] = field(default_factory=list)
    changed: dict[str, tuple[str, ...]] = field(default_factory=dict)


def parse_date(text: str) -> tuple[int, int, int] | None:
    """``2024-01-31``, ``2024-01`` or ``2024`` as (year, month, day), None for anything else."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part or 1) for part in match.groups())
    return (year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def since_date(publications: Iterable[Publication], date: tuple[int, int, int]) -> list[Publication]:
    """The publications issued on that day or later.

    A year without a month counts as its last day, so that it is in the report of its year.  What is
    accepted and not out yet (CSL's ``status``) counts as new; what has no date does not.
    """
    return [publication for publication in publications if _issued(publication.item) >= date]


def _issued(item: Item) -> tuple[int, int, int]:
    date = item.dates.get("issued")
    if date is None or date.year is None:
        return (9999, 12, 31) if item.variables.get("status") else (0, 0, 0)
    year, month, day = (*date.parts[0], 12 if len(date.parts[0]) == 1 else 31, 31)[:3]
    return (year, month, day)


def between(old: Sequence[Publication], now: Sequence[Publication]) -> Changes:
    """What ``now`` has and ``old`` had not, or had with other values.

    An entry is the same one by its key, else by its DOI, else by its title.
    """
    before: dict[str, Publication] = {}
    for publication in old:
        for sign in reversed(_signs(publication)):
            before.setdefault(sign, publication)
    found = Changes()
    for publication in now:
        match = next((before[sign] for sign in _signs(publication) if sign in before), None)
        if match is None:
            found.new.append(publication)
        elif names := _differences(match, publication):
            found.changed[publication.key] = names
    return found


def _signs(publication: Publication) -> list[str]:
    variables = publication.item.variables
    doi = text_of(variables.get("DOI"))
    doi = str(Identifier.parse("doi", doi) or doi).lower()
    title = _NOT_WORD.sub("", text_of(variables.get("title")).casefold())
    signs = [f"key {publication.key}", f"doi {doi}" if doi else "", f"title {title}" if title else ""]
    return [sign for sign in signs if sign]


def _differences(old: Publication, now: Publication) -> tuple[str, ...]:
    """The names of the variables and custom fields that differ, e.g. ``("issued", "volume")``."""
    differing: list[str] = []
    for part in ("variables", "names", "dates"):
        before, after = getattr(old.item, part), getattr(now.item, part)
        differing += sorted(name for name in before | after if before.get(name) != after.get(name))
    if old.item.type != now.item.type:
        differing.insert(0, "type")
    differing += [name for name in ("links", "badges", "people") if getattr(old, name) != getattr(now, name)]
    return tuple(differing)


def version_at(path: Path, revision: str) -> bytes | None:
    """The file as git has it in a revision such as ``HEAD~3`` or ``v1.0``; None if it was not there yet.

    Raises ConfigError where there is no git, no repository or no such revision.
    """
    if path == STDIN:
        raise ConfigError(f"--since {revision}: standard input has no revisions; name a file, or give a date")
    folder = path.resolve().parent
    if revision.startswith("-"):
        raise ConfigError(f"--since {revision}: is neither a date (2024-01-01) nor a revision of git")
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode:
        detail = found.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = detail[0] if detail else "git knows no such revision"
        raise ConfigError(
            f"--since {revision}: is neither a date (2024-01-01) nor a revision of git: {reason}"
        )
    commit = found.stdout.decode("ascii").strip()
    shown = _git(folder, "show", f"{commit}:./{path.resolve().name}")
    return None if shown.returncode else shown.stdout


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", folder, *arguments], capture_output=True, check=False)  # noqa: S603, S607 - no shell; the user's own git
    except FileNotFoundError as error:
        raise ConfigError("--since with a revision needs git, which is not installed; give a date") from error
