r"""The same .bib file with other names, titles and links of the same shape, to show a fault to others.

Every word becomes another of as many letters: vowels stay vowels, capitals stay capitals, braces, accents,
TeX commands and signs stay where they are.  One word becomes the same word everywhere, and initials fit the
names, so that one person stays one person.  What tells nothing of anybody stays: types, names of fields,
years, pages, venues, hosts that everybody uses.

    >>> from publist.bibtex import loads
    >>> text = pseudonymized(loads(r'@book{shao2024, author = {Sh{\"a}o, W. and others}, year = 2024}'), "x")
    >>> len(text), text[-27:]
    (64, '. and others}, year = 2024}')
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from publist.bibtex import Bibliography, Field
from publist.bibtex.grammar import closing_brace
from publist.convert import mapping
from publist.patterns import pattern

_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
# Fields that tell nothing of anybody, unless a person's name stands in them.
_KEPT = frozenset(
    "year month date day volume number issue pages numpages pagetotal chapter edition version type"
    " entrysubtype journal journaltitle booktitle series publisher organization school institution"
    " eventtitle abbr archiveprefix eprinttype eprintclass primaryclass pubstate language langid"
    " hyphenation issn urldate relatedtype equal author+an editor+an selected oral spotlight highlight"
    " bibtex_show hidden accepted timestamp date-added date-modified".split()
)
_NUMBERED = frozenset(
    "doi eprint isbn pmid pmcid mrnumber zblnumber zbl file url arxiv pdf html code eid orcid".split()
)
_STAYING = frozenset(
    "and others et al jr sr ii iii iv von van der den de la le di da del della dos du el al bin ibn ter"
    " ten zu a an the of for in on to with from by at as is are be or via not und der die das des les et"
    " en y true false yes no arxiv preprint http https www doi dblp conf journals corr hal abs pdf html"
    " htm org com edu net php url ref pubmed gov".split()
)
_HOSTS = (
    "arxiv.org", "doi.org", "acm.org", "ieee.org", "springer.com", "github.com", "gitlab.com", "youtube.com",
    "openreview.net", "aclanthology.org", "aclweb.org", "mlr.press", "neurips.cc", "nips.cc", "thecvf.com",
    "hal.science", "inria.fr", "sciencedirect.com", "wiley.com", "nature.com", "jstor.org", "scopus.com",
    "aps.org", "zenodo.org", "figshare.com", "huggingface.co", "semanticscholar.org", "dblp.org", "nih.gov",
)  # fmt: skip
_TOKEN = pattern(
    r"(?P<keep>\\[A-Za-z@]+\*?|\\.|&\#?\w+;|(?<![\w/])10\.\d{4,9}/|%+\s*publist:[^\n]*|utm_\w+(?==))"
    r"|(?P<url>https?://[^\s{}\"<>]+)|(?P<word>[^\W\d_]+)|(?P<number>\d+)",
    re.DOTALL | re.IGNORECASE,
)
_STRUCTURE = pattern(r"(?<![\w.])@\s*[A-Za-z]+|[A-Za-z][\w+:.-]*(?=\s*=)")
_CAMEL = pattern(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_STRING = pattern(r"@\s*(?:string|preamble)\s*(?=\{)", re.IGNORECASE)
# The literal pieces of a value; macros and numbers stand between them.
_PIECE = pattern(r"(\"[^\"]*\"|\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\})")
_LONG = 3  # letters of a name that is looked for in venues as well
_TRIES = 50


def pseudonymized(bibliography: Bibliography, seed: str) -> str:
    """The file's text with other words; another ``seed`` gives other words."""
    text = bibliography.source.text
    names = frozenset(name for entry in bibliography.entries for name in entry.fields)
    words = _Words(text, _people(bibliography), names, seed)
    pieces: list[str] = []
    at = 0
    for field in _fields(bibliography):
        pieces += [words.between(text[at : field.value_start]), words.value(field, text)]
        at = field.end
    return "".join([*pieces, words.between(text[at:])])


def _fields(bibliography: Bibliography) -> Iterator[Field]:
    """The fields that stand in the file, in its order."""
    own = (field for entry in bibliography.entries for field in entry.fields.values() if field.start >= 0)
    at = 0
    for field in sorted(own, key=lambda field: field.start):
        if field.start >= at:
            yield field
            at = field.end


def _people(bibliography: Bibliography) -> frozenset[str]:
    """The words of all names, in lower case."""
    values = (
        field.value
        for entry in bibliography.entries
        for name, field in entry.fields.items()
        if name in mapping.NAME_FIELDS
    )
    found = (part.lower() for value in values for part in _parts(value))
    return frozenset(part for part in found if len(part) >= _LONG) - _STAYING


def _parts(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        if match["word"]:
            yield from _CAMEL.split(match["word"])


class _Words:
    """Which word stands for which: the same for one word, whatever its capitals."""

    def __init__(self, text: str, people: frozenset[str], names: frozenset[str], seed: str) -> None:
        self.people = people
        self.names = names
        self.seed = seed
        self.taken = {part.lower() for word in re.findall(r"[^\W\d_]+", text) for part in _CAMEL.split(word)}
        chance = random.Random(f"{seed} letters")  # noqa: S311 - what hides is that the seed is thrown away
        self.vowels = _turned(_VOWELS, chance.randrange(1, len(_VOWELS)))
        self.consonants = _turned(_CONSONANTS, chance.randrange(1, len(_CONSONANTS)))
        self.known: dict[str, str] = {}

    def between(self, text: str) -> str:
        """Text outside of values: names of fields, types and macros stay, keys and comments do not."""
        pieces: list[str] = []
        at = 0
        while match := _STRING.search(text, at):
            end = closing_brace(text, match.end(), len(text)) + 1
            end = end if end > 0 else len(text)
            pieces += [self._loose(text[at : match.start()]), match[0], self._kept(text[match.end() : end])]
            at = end
        return "".join([*pieces, self._loose(text[at:])])

    def _loose(self, text: str) -> str:
        pieces: list[str] = []
        at, is_number = 0, False
        for match in _STRUCTURE.finditer(text):
            name = match[0].lower()
            if name in self.names or name not in self.people:
                pieces += [self._changed(text[at : match.start()], numbers=is_number), match[0]]
                at, is_number = match.end(), name in _NUMBERED
        return "".join([*pieces, self._changed(text[at:], numbers=is_number)])

    def value(self, field: Field, text: str) -> str:
        """The value of a field with its delimiters; what has none is a macro or a number, and stays."""
        typed = text[field.value_start : field.end]
        pieces = _PIECE.split(typed) if typed[:1] not in '{"' or "#" in typed else ["", typed]
        numbers = field.name in _NUMBERED or field.name.startswith("bdsk-")
        for place in range(1, len(pieces), 2):
            piece = pieces[place]
            pieces[place] = (
                self._kept(piece) if field.name in _KEPT else self._changed(piece, numbers=numbers)
            )
        return "".join(pieces)

    def _kept(self, text: str) -> str:
        """Text that stays but for names of people, addresses and keys."""
        return _TOKEN.sub(self._person, text)

    def _person(self, match: re.Match[str]) -> str:
        if match["url"]:
            return self._url(match[0])
        word = match["word"] or ""
        parts = _CAMEL.split(word)
        return (
            "".join(self._word(part) if part.lower() in self.people else part for part in parts) or match[0]
        )

    def _changed(self, text: str, *, numbers: bool = False) -> str:
        """Text with other words, and with other numbers if they are parts of identifiers."""

        def change(match: re.Match[str]) -> str:
            if match["url"]:
                return self._url(match[0])
            if match["number"]:
                return self._number(match[0]) if numbers else match[0]
            return self._camel(match["word"]) if match["word"] else match[0]

        return _TOKEN.sub(change, text)

    def _camel(self, word: str) -> str:
        """A word of several, as in keys: ``ShaoLuo`` has the words of both."""
        parts = _CAMEL.split(word)
        if word.lower() in _STAYING:
            return word
        return "".join(map(self._word, parts)) if len(parts) == 1 else "".join(map(self._mapped, parts))

    def _url(self, url: str) -> str:
        scheme, _, rest = url.partition("://")
        host, slash, path = rest.partition("/")
        if not host.lower().endswith(_HOSTS):
            name, dot, last = host.rpartition(".")
            host = self._changed(name, numbers=True) + dot + last
        return f"{scheme}://{host}{slash}{self._changed(path, numbers=True)}"

    def _number(self, number: str) -> str:
        chance = random.Random(f"{self.seed} {number}")  # noqa: S311 - as above
        return "".join(str((int(digit) + chance.randrange(1, 10)) % 10) for digit in number)

    def _word(self, word: str) -> str:
        return word if word.lower() in _STAYING else self._mapped(word)

    def _mapped(self, word: str) -> str:
        key = word.lower()
        if len(key) != len(word):  # as of the dotted capital I
            return self._shaped(word, 0)
        if key not in self.known:
            tries = (self._shaped(key, number) for number in range(_TRIES))
            self.known[key] = next((one for one in tries if one not in self.taken), self._shaped(key, 0))
            self.taken.add(self.known[key])
        new = self.known[key]
        return "".join(
            two.upper() if one.isupper() and len(two.upper()) == 1 else two
            for one, two in zip(word, new, strict=True)
        )

    def _shaped(self, word: str, number: int) -> str:
        chance = random.Random(f"{self.seed} {word} {number}")  # noqa: S311 - as above
        first = self.vowels.get(word[0]) or self.consonants.get(word[0]) or _like(word[0], chance)
        return first + "".join(_like(letter, chance) for letter in word[1:])


def _turned(letters: str, by: int) -> dict[str, str]:
    """The letters with those that many places on, so that an initial is the same in every name."""
    return dict(zip(letters, letters[by:] + letters[:by], strict=True))


def _like(letter: str, chance: random.Random) -> str:
    if letter in _VOWELS:
        return chance.choice(_VOWELS)
    return chance.choice(_CONSONANTS) if letter in _CONSONANTS else chance.choice(_kin(letter))


@lru_cache(maxsize=4096)
def _kin(letter: str) -> str:
    """Letters of the same kind beside this one: for ``é`` others with accents, for a Han sign others."""
    kind, start = unicodedata.category(letter), ord(letter) & ~0x1F
    beside = (chr(place) for place in range(start, start + 32))
    return "".join(one for one in beside if unicodedata.category(one) == kind and one != letter) or letter
