"""Whether a word looks English: by lists of words, else by its ending or by the words in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from publist.titles.names import common, is_rare, is_usual


def by_tail(endings: str) -> dict[str, tuple[str, ...]]:
    """Endings by their last two letters, for a word has few that it may end as."""
    table: dict[str, tuple[str, ...]] = {}
    for ending in endings.split():
        table[ending[-2:]] = (*table.get(ending[-2:], ()), ending)
    return table


_ENDINGS = by_tail(
    "ing tion tions ness ment ments ity ities ism isms ed ical ally logy ic ics ance ances ence ences able"
    " ive ous ship graphy ful less ize izes"
)
# Endings of words of science that no list has all of, and of forms of verbs and adjectives.
_OTHER_ENDINGS = by_tail(
    "ar or al er ers ors ist ists ate ates ant ants ent ents ia ase ose ome omes cyte cytes gram grams virus"
    " ite ites ide ides phage phages oid oids like est ish ess ies sion sions itis osis oma omas morph morphs"
    " graph graphs protein proteins let lets n't n’t 're ’re 've ’ve 'll ’ll 'd ’d 'm ’m mycin cillin"
    " opsin globin lysin ectin kinin statin terin zymin floxin azole olol pril caine mab inib platin vir"
    " sartan xaban setron triptan lukast zolam azepam mendan parib ciclib cidin lysis lyses emes"
    " oxane ethane ethene propane butane amine cele troph virine"
    " gel gels aryl alkyl aldehyde aldehydes oxacin inium olium idinium"
)
# Endings of substances: a long word that ends so is no name that the lists lack.
_SUBSTANCES = tuple("in ins ine ines yl yls ane anes ene enes one ones".split())
_PERSONS = ("er", "or", "ist", "ian", "man", "ant", "ent", "ee")
_THINGS = ("tion", "ism", "ness", "ity", "ology", "ship")
_SHORT_PREFIXES = frozenset({"bi", "co", "de", "re", "un"})
_PRONOUNS = frozenset({"do", "he", "it"})
_PEOPLES = ("afro", "anglo", "euro", "franco", "luso")  # "Eurotransplant", "Anglophile"
# Endings of what ends in -ia and is no genus or place.
_ILLNESS = tuple(
    f"{stem}ia"
    for stem in "em ur eg alg ex op ob phil therm lal nes thes pen as ax nos man ic ox och rrh yth troph ect"
    " ept om".split()
)
# English words that are written with an accent.
_BORROWED = frozenset(
    "naïve naïvely naïveté naïvety café cliché clichéd façade résumé rôle fiancé fiancée protégé protégée"
    " séance élite régime matinée décor détente entrée exposé fête soirée blasé über œuvre doppelgänger"
    " coöperation coöperative coördination reëvaluation zoölogy".split()
)
PREFIXES = frozenset(
    "anti centi counter cross cyber deci down eco endo exo extra fore geo giga hyper inter intra iso kilo"
    " macro mega meta micro milli multi nano non omni out over poly post pre quasi self semi sub super tele"
    " trans ultra under uni penta tera peta exa mechano".split()
)


def looks_english(key: str) -> bool:
    """Whether the word, in small letters, is a common one or ends as English words do."""
    return key[-1:] == "y" or key.endswith(_ENDINGS.get(key[-2:], ())) or is_usual(key)


@lru_cache(maxsize=4096)
def looks_strange(key: str) -> bool:
    """Whether the word may well be a name: ``qaidam``, not ``kernel`` or ``receptor``."""
    return not (looks_english(key) or key.endswith(_OTHER_ENDINGS.get(key[-2:], ())))


def is_english_word(key: str) -> bool:
    """Whether the word is a usual or a rare one, or ends as English words do: ``membrane``."""
    return key in PREFIXES or not looks_strange(key) or is_rare(key)


def may_name(key: str) -> bool:
    """Whether a word that stands alone before a colon may be a name: ``hatchet``, not ``dataset``."""
    return looks_strange(key) and not _is_compound(key)


def is_unknown(key: str) -> bool:
    """Whether the word is in no list, ends as no English word and is made of none.

    ``kascade`` is unknown, ``microgrids`` and ``widescreen`` are not.
    """
    if len(key) < 3 or key in PREFIXES or is_usual(key):  # "Cyber Security"
        return False
    if not key.isascii() and not (key := key.replace("’", "'")).isascii():  # "K’iche’"
        return key.isalpha() and key.removesuffix("s") not in _BORROWED
    if key.startswith(_PEOPLES) and len(key) > 6:
        return True
    if key[:2] in _SHORT_PREFIXES and len(key) > 6 and _is_listed(key[2:].removesuffix("s")):  # "decluster"
        return False
    return _is_odd(key) and all(
        _is_odd(form) and not _is_listed(form) and not _is_compound(form) for form in _forms(key)
    )


def _is_odd(key: str) -> bool:
    """Whether its ending makes no English word of it: ``besner``, of no verb, ``xylaria``, ``slutsky``."""
    if len(key) > 8 and key.endswith(_SUBSTANCES):
        return False
    if key.endswith("er"):
        return not any(map(_is_known, _verbs(key[:-2])))
    if key.endswith("ia"):
        return not key.endswith(_ILLNESS)
    return looks_strange(key) or (key.endswith(("ey", "by", "ky")) and not is_usual(key))


def _is_known(key: str) -> bool:
    return looks_english(key) or is_rare(key) or _is_compound(key)


def _verbs(stem: str) -> Iterator[str]:
    """What an agent may be made of: ``cast``, ``code`` of ``cod`` or ``decod``, ``run`` of ``runn``."""
    yield from (stem, f"{stem}e")
    if stem[:2] in ("de", "re"):
        yield from (stem[2:], f"{stem[2:]}e")
    if stem[-1:] == "i":
        yield f"{stem[:-1]}y"
    elif stem[-2:-1] == stem[-1:]:
        yield stem[:-1]


def _forms(key: str) -> Iterator[str]:
    """The word, and its singulars if it is a plural."""
    yield key
    if key[-1] == "s":
        yield key[:-1]
    if key.endswith("es") and not key.endswith("ales"):  # "Saxifragales"
        yield key[:-2]


def _is_listed(key: str) -> bool:
    return key in common() or is_rare(key)


def _is_compound(key: str) -> bool:
    """``microbenchmark``, ``selenocysteine``, ``widescreen``."""
    words = common()
    for place in range(3, len(key) - 2):
        head, tail = key[:place], key[place:]
        if tail in words and head in words:
            return True
        if (head[-1] == "o" or head in PREFIXES) and _is_word(tail):
            return True
    return False


def owns_as_word(key: str) -> bool:
    """Whether the owner is no person: ``Wildlife's``, not ``Mochizuki's``."""
    return key in _PRONOUNS or key in common() or key.endswith(_PERSONS + _THINGS) or _is_compound(key)


def _is_word(key: str) -> bool:
    return len(key) > 3 and (_is_listed(key) or _is_compound(key) or (key[-2:] == "er" and not _is_odd(key)))
