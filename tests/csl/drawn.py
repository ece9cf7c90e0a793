"""Items drawn at random from what fields hold in practice and at its edges; the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from publist.item import ITEM_TYPES

_PEOPLE = (
    "Doe, Jane; Roe, J. R. R.; Smith, Mary Ann; Müller-Lüdenscheidt, Ólafur; O’Brien, Jean-Paul; Poe, JP;"
    " van der Berg, J.-P.; Díaz Canales, Chun-ting; Strauß, Ph.; Öztürk, Yu. A.; Łukaszewicz, Ł.; 王, 小明;"
    " 山田, 太郎; Иванов, Анна Павловна; Le Goues, Claire; de la Cruz, Guy de; al-Hakim, A. B.; 김, 민준;"
    " d’Arc, Tsz Wai; St. John, Anne-Marie K.; Beauvoir, Simone de; Gogh, Vincent; Nguyễn, Văn An; Ng, K.;"
    " Aalto, Émile; Zoë, Z"
).split("; ")
_WORDS = (
    "the of on and for with in a an via Deep learning models NASA iPhone β-carotene x-ray Bayesian inference"
    " Über Größe <i>E.|coli</i> H<sub>2</sub>O “quoted|words” ‘single’ well-being U.S. e-mail De|novo 3D"
).split()
_VENUES = (
    "Nature",
    "Journal of X",
    "Proc. of the 3rd Conf. on Y (CY ’23)",
    "Zeitschrift für Z",
    "The “Q” Review",
    "IEEE Trans. W",
)
_PUBLISHERS = ("Springer", "MIT Press", "Wiley & Sons", "Press, Inc.", "Éditions du Seuil")
_PLACES = ("Berlin", "New York, NY", "Reykjavík", "St. Gallen", "Cambridge, Mass.")
_PAGES = (
    "1",
    "1-10",
    "101–108",
    "123-5",
    "e1234",
    "S12–S14",
    "iv-xi",
    "1-3, 5 & 7",
    "3:1–3:18",
    "1087-1089",
    "12,18",
    "A3",
)
_NUMBERS = ("1", "12", "3-4", "IV", "12A", "2nd", "Suppl. 1", "S2", "100", "12/13")
_EDITIONS = ("1", "2", "3rd", "2nd ed.", "Rev. ed.", "11", "22")
_LANGUAGES = ("en", "en-GB", "de", "fr-FR", "es", "ru")


def _word(rng: random.Random) -> str:
    return rng.choice(_WORDS).replace("|", " ")


def _names(rng: random.Random) -> list[dict[str, Any]]:
    people = rng.sample(_PEOPLE, rng.choice([1, 1, 2, 2, 3, 4, 6, 7, 9, 22]))
    names: list[dict[str, Any]] = []
    for person in people:
        family, given = person.split(", ")
        name: dict[str, Any] = {"family": family, "given": given}
        if family == "Gogh":
            name["non-dropping-particle"] = "van"
        if rng.random() < 0.04 and family.isascii():
            name["suffix"] = rng.choice(["Jr.", "III"])
        names.append(name)
    if rng.random() < 0.1:
        names[-1] = {"literal": rng.choice(["World Bank", "ATLAS Collaboration", "The ACM, Inc."])}
    return names


def _date(rng: random.Random) -> dict[str, Any]:
    first = [rng.randint(1890, 2025), rng.randint(1, 12), rng.randint(1, 28)][: rng.choice([1, 1, 2, 3])]
    kind = rng.random()
    if kind < 0.06:
        return {"literal": rng.choice(["in press", "forthcoming"])}
    if kind < 0.10:
        return {"date-parts": [first[:1]], "season": rng.randint(1, 4)}
    if kind < 0.14:
        return {"date-parts": [first], "circa": True}
    if kind < 0.16:
        return {"date-parts": [[rng.choice([-43, 79, 800, 950])]]}
    if kind < 0.24:
        return {"date-parts": [first, [first[0] + 1, *first[1:]]]}
    return {"date-parts": [first]}


def _title(rng: random.Random) -> str:
    words = " ".join(_word(rng) for _ in range(rng.randint(2, 8)))
    title = words[:1].upper() + words[1:]
    return title + rng.choice(["", "", "", "", "?", "!", ".", ": a study", " – part 2"])


# How often a variable has a value, and how it is drawn.
_VARIABLES: dict[str, tuple[float, Callable[[random.Random], Any]]] = {
    "title": (0.97, _title),
    "title-short": (0.2, _word),
    "author": (0.85, _names),
    "editor": (0.3, _names),
    "translator": (0.12, _names),
    "container-author": (0.05, _names),
    "collection-editor": (0.05, _names),
    "director": (0.05, _names),
    "recipient": (0.05, _names),
    "container-title": (0.6, lambda rng: rng.choice(_VENUES)),
    "container-title-short": (0.2, lambda rng: rng.choice(["J. X", "Nat.", "Proc. Y"])),
    "collection-title": (0.2, lambda rng: rng.choice(_VENUES)),
    "collection-number": (0.15, lambda rng: rng.choice(_NUMBERS)),
    "publisher": (0.5, lambda rng: rng.choice(_PUBLISHERS)),
    "publisher-place": (0.4, lambda rng: rng.choice(_PLACES)),
    "issued": (0.9, _date),
    "original-date": (0.08, _date),
    "accessed": (0.2, _date),
    "event-date": (0.1, _date),
    "event-title": (0.15, lambda rng: rng.choice(["Conference on X", "CY ’23"])),
    "event-place": (0.12, lambda rng: rng.choice(_PLACES)),
    "volume": (0.5, lambda rng: rng.choice(_NUMBERS)),
    "issue": (0.4, lambda rng: rng.choice(_NUMBERS)),
    "page": (0.55, lambda rng: rng.choice(_PAGES)),
    "number": (0.2, lambda rng: rng.choice(["TR-12", "US 7,654,321 B2", *_NUMBERS])),
    "edition": (0.2, lambda rng: rng.choice(_EDITIONS)),
    "chapter-number": (0.08, lambda rng: rng.choice(_NUMBERS)),
    "number-of-pages": (0.15, lambda rng: rng.choice(["1", "312", "xii, 312"])),
    "number-of-volumes": (0.08, lambda rng: rng.choice(["1", "3"])),
    "version": (0.08, lambda rng: rng.choice(["2.0", "1.3-beta"])),
    "DOI": (0.35, lambda rng: f"10.{rng.randint(1000, 9999)}/abc.{rng.randint(1, 99)}"),
    "URL": (0.3, lambda rng: f"https://example.org/{rng.randint(1, 99)}?a=b&c=d"),
    "ISBN": (0.1, lambda rng: "978-3-16-148410-0"),
    "genre": (
        0.25,
        lambda rng: rng.choice(["PhD thesis", "Master’s thesis", "Technical report", "Preprint"]),
    ),
    "medium": (0.08, lambda rng: rng.choice(["DVD", "Film"])),
    "status": (0.08, lambda rng: rng.choice(["in press", "submitted"])),
    "archive": (0.08, lambda rng: "arXiv"),
    "archive_location": (0.08, lambda rng: "Box 3, folder 2"),
    "authority": (0.08, lambda rng: "Supreme Court"),
    "note": (0.08, lambda rng: "Best paper award"),
    "abstract": (0.1, lambda rng: "We show that."),
    "language": (0.25, lambda rng: rng.choice(_LANGUAGES)),
    "original-title": (0.05, _title),
    "references": (0.03, lambda rng: "see also X"),
    "section": (0.08, lambda rng: rng.choice(["3", "B", "Sports"])),
    "source": (0.08, lambda rng: "Zotero"),
    "dimensions": (0.05, lambda rng: "30 × 40 cm"),
    "scale": (0.05, lambda rng: "1:50,000"),
}


def drawn(seed: str, count: int) -> list[dict[str, Any]]:
    """``count`` items, half of them of the types that most lists have."""
    rng = random.Random(seed)
    common = ["article-journal", "paper-conference", "book", "chapter", "thesis", "report"]
    kinds = sorted(ITEM_TYPES)
    items: list[dict[str, Any]] = []
    for number in range(count):
        item: dict[str, Any] = {"id": f"item-{number}", "type": rng.choice(common if number % 2 else kinds)}
        item |= {key: draw(rng) for key, (share, draw) in _VARIABLES.items() if rng.random() < share}
        items.append(item)
    return items
