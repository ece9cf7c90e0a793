"""One line that counts a list, for a CV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from publist.listing.kinds import KINDS, kind_of
from publist.publication import Publication

_Positions = Sequence[tuple[str, int]]


def summary(publications: Sequence[Publication], owned: Mapping[str, _Positions]) -> str:
    """E.g. ``47 publications (12 journal, 30 conference, 5 preprints), 9 as first author, 4 orals``.

    ``owned`` gives the owner's positions by key, e.g. ``{"shao2022": [("author", 0)]}``.
    """
    total = len(publications)
    kinds = Counter(kind_of(publication) for publication in publications)
    counted = [_counted(kinds[name], *kind.noun) for name, kind in KINDS.items() if kinds[name]]
    first = sum(("author", 0) in owned.get(publication.key, ()) for publication in publications)
    badges = Counter(badge.kind for publication in publications for badge in publication.badges)
    parts = [_counted(total, "publication", "publications") + (f" ({', '.join(counted)})" if counted else "")]
    if first:
        parts.append(f"{first} as first author")
    parts += [_counted(count, kind, kind + "s") for kind, count in sorted(badges.items())]
    return ", ".join(parts)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
