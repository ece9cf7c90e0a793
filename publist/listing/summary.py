"""One line that counts a list, for a CV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from publist.listing.customise import SAME_WORD
from publist.listing.kinds import KINDS, kind_of
from publist.phrases import counted, filled, phrase
from publist.publication import Publication
from publist.richtext import plain

_Positions = Sequence[tuple[str, int]]


def summary(
    publications: Sequence[Publication], owned: Mapping[str, _Positions], language: str = "en"
) -> str:
    """E.g. ``47 publications (12 journal, 30 conference, 5 preprints), 9 as first author, 4 orals``.

    ``owned`` gives the owner's positions by key, e.g. ``{"shao2022": [("author", 0)]}``.
    """
    comma = phrase("summary-comma", language)
    kinds = Counter(kind_of(publication) for publication in publications)
    by_kind = [counted(f"count-{name}", kinds[name], language) for name in KINDS if kinds[name]]
    works = counted("works", len(publications), language)
    if by_kind:
        pattern = phrase("summary-kinds", language)
        works = plain(filled(pattern, {"works": works, "kinds": comma.join(by_kind)}))
    first = sum(("author", 0) in owned.get(publication.key, ()) for publication in publications)
    parts = [works, *([counted("first-author", first, language)] if first else [])]
    return comma.join((*parts, *_badges(publications, language)))


def _badges(publications: Sequence[Publication], language: str) -> list[str]:
    """E.g. ``["2 awards", "4 orals"]``; a badge of the owner's own is called as its field."""
    kinds = Counter(
        SAME_WORD.get(badge.kind, badge.kind) for publication in publications for badge in publication.badges
    )
    return [
        counted(f"count-badge-{kind}", count, language)
        or counted("count-badge", count, language, badge=kind.replace("_", " "))
        for kind, count in sorted(kinds.items())
    ]
