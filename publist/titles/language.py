"""Whether a title is English: by what the entry says of its language, else by the title's own small words."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from publist.patterns import pattern
from publist.titles.english import looks_english
from publist.titles.names import known

_TAG = pattern(r"[a-z]{2,3}(?:[-_]\w+)*")
_ENGLISH = frozenset(
    "english american british usenglish ukenglish canadian australian newzealand anglais englisch"
    " inglés inglese inglês".split()
)
_OTHER = frozenset(
    "german ngerman germanb austrian naustrian swissgerman nswissgerman deutsch french francais"
    " français frenchb acadian canadien spanish español castellano italian italiano portuguese"
    " português portuges brazilian brazil dutch nederlands swedish svenska danish dansk norwegian"
    " norsk nynorsk finnish suomi polish polski czech slovak slovene hungarian magyar romanian russian"
    " ukrainian greek turkish türkçe catalan basque galician croatian serbian bulgarian estonian"
    " latvian lithuanian icelandic indonesian japanese chinese korean arabic hebrew persian latin"
    " esperanto".split()
)
SMALL_ENGLISH = frozenset(
    "the of and for with from on to by using in an a is are its at as through between under based via"
    " how what over into their towards toward without within that can or not we it you your both why when"
    " where who which does did".split()
)
# "In" is German as well, "on" French, "is" Dutch, "a" Portuguese.
_SURELY_ENGLISH = SMALL_ENGLISH - frozenset("in an a on is it via".split())
# Words that are no English ones; those that stand in names within English titles ("de Rham", "van der Waals",
# "La Niña") are left out.
_SMALL_OTHER = (
    frozenset(
        "der das dem den des ein eine einer eines einem und für mit zur zum im auf bei über aus nach"
        " durch zwischen oder als wie sich ist le les du une dans sur pour par aux au et est vers chez"
        " entre avec los las una del para con por mediante sobre desde según como en el il lo gli uno di"
        " dei degli delle della nel nella nelle negli alla alle dal dalla sulla sul con per una tra os um"
        " uma dos nas nos em na ao à às pela pelo com não het een voor van met bij naar uit door tussen op"
        " och att för som av på till från med hos eller og til fra ved af ja w na z do się dla oraz ve ile"
        " bir için és egy az és".split()
    )
    - SMALL_ENGLISH
)
_AMBIGUOUS = frozenset(
    "der den des du le les el van los las del di op en et na do per par com con sur med".split()
)
# As they may be typed in Title Case and in capitals.
_TELL_ENGLISH, _TELL_OTHER = (
    frozenset(form for word in words for form in (word, word.capitalize(), word.upper()))
    for words in (_SURELY_ENGLISH, _SMALL_OTHER)
)
_ENDINGS = tuple(
    "ungen ung keit heit schaft ität liche lichen ische ischen ción ciones ção ções zione zioni ité ités"
    " eux".split()
)
_WORDS = pattern(r"\w+")
_ELIDED = pattern(r"\b[dlDL]['’][a-zà-öø-ÿ]")
_QUESTION = pattern(r"(?:^|[:.?!–—]\s+)Do\b.*\?$")
_MARKS = dict.fromkeys(map(ord, "‘’“”–—…®™"))  # beyond ASCII in English, too
_CJK = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LATIN = pattern(r"[A-Za-z]")


def is_english(title: str, language: str = "", words: Collection[str] = ()) -> bool:
    """Whether the title is English.

    ``language`` is a tag (``en-GB``) or a name as BibLaTeX's ``langid`` has them (``british``); where it says
    nothing, as in "Undefined", the title's own words do: "Die Macht der Informationen" is not English.
    ``words`` are these as they are typed, where they are known.
    """
    if named := language.strip().lower():
        if named in _ENGLISH or named.startswith("en"):
            return True
        if named in _OTHER or _TAG.fullmatch(named):
            return False
    words = words or title.split()
    tells = not _TELL_ENGLISH.isdisjoint(words) and _TELL_OTHER.isdisjoint(words)
    return (tells and (title.isascii() or title.translate(_MARKS).isascii())) or _reads_english(title)


def _has_english_words(listed: list[str]) -> bool:
    """Whether a word looks English, or fewer than three tell: not in "Maschinelles Lernen in Deutschland"."""
    long = [word.strip(".,:;?!()") for word in listed if len(word) > 3]
    return len(long) < 3 or any("-" in word or looks_english(word) for word in long)


def _is_mostly_english(listed: list[str], enough: float) -> bool:
    """Whether more than that share of the longer words look English: all of "Logic per Track Devices"."""
    names = known().words
    long = [looks_english(word) for word in listed if len(word) > 3 and word.isalpha() and word not in names]
    return sum(long) > enough * len(long)


def _is_elided(title: str) -> bool:
    return ("'" in title or "’" in title) and _ELIDED.search(title) is not None


def _ends_otherwise(title: str) -> bool:
    """Whether a word ends as those of other languages do."""
    for ending in _ENDINGS:
        if ending in title and any(word.endswith(ending, 1) for word in _WORDS.findall(title)):
            return True
    return False


@lru_cache(maxsize=4096)
def _reads_english(title: str) -> bool:
    if not title.isascii() and max(title) >= "\u3040" and _CJK.search(title):
        return False
    listed = title.lower().split()
    # "Retos de la Sociedad", "Asservissement d'un stabilisateur actif"
    if _SURELY_ENGLISH.isdisjoint(listed) and (" de la " in title.lower() or _is_elided(title)):
        return False
    strange = [word for word in listed if word in _SMALL_OTHER]
    if "de" in listed and not strange and _SURELY_ENGLISH.isdisjoint(listed):
        return _is_mostly_english(listed, 0.4)  # no "Ganadería Bovina de General Alvear"
    if strange == ["do"] and _QUESTION.search(title):
        return True
    if not strange and not _has_english_words(listed):
        return False
    if not strange and title.isascii():
        return not SMALL_ENGLISH.isdisjoint(listed) or not _ends_otherwise(title)
    english = sum(word in SMALL_ENGLISH for word in listed)
    if len(strange) > sum(word in _SURELY_ENGLISH for word in listed):
        ambiguous = all(word in _AMBIGUOUS for word in strange)
        return ambiguous and _is_mostly_english(listed, 0.5 if english else 0.9)
    return bool(_LATIN.search(title)) and (english > 0 or not _ends_otherwise(title))
