"""Which works everybody may read."""

from __future__ import annotations

import re

from publist.listing import text_of
from publist.patterns import pattern
from publist.publication import Publication

# Servers where every text is free, and a file that the authors put beside the work.
_FREE = frozenset("arxiv biorxiv medrxiv hal pmcid".split())
_LICENCE = pattern(r"\b(?:cc0|cc[ -]by|creative ?commons)\b", re.IGNORECASE)


def is_open(publication: Publication) -> bool:
    """Whether the entry itself leads to a free text: on a preprint server, in PubMed Central, as a PDF.

    A Creative Commons licence says so too.  Nothing is asked of the network.
    """
    kinds = {one.kind for one in publication.identifiers} | {link.kind for link in publication.links}
    if kinds & _FREE or "pdf" in kinds:
        return True
    return bool(_LICENCE.search(text_of(publication.item.variables.get("license"))))
