"""Values and string macros: ``jan # "~10"`` and ``@string{acm = "ACM"}``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from publist.bibtex.scan import closing_brace, closing_quote
from publist.patterns import pattern

MONTHS = {
    "jan": "January",
    "feb": "February",
    "mar": "March",
    "apr": "April",
    "may": "May",
    "jun": "June",
    "jul": "July",
    "aug": "August",
    "sep": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}
# The journals that BibTeX's standard styles define (btxbst.doc).
JOURNALS = {
    "acmcs": "ACM Computing Surveys",
    "acta": "Acta Informatica",
    "cacm": "Communications of the ACM",
    "ibmjrd": "IBM Journal of Research and Development",
    "ibmsj": "IBM Systems Journal",
    "ieeese": "IEEE Transactions on Software Engineering",
    "ieeetc": "IEEE Transactions on Computers",
    "ieeetcad": "IEEE Transactions on Computer-Aided Design of Integrated Circuits",
    "ipl": "Information Processing Letters",
    "jacm": "Journal of the ACM",
    "jcss": "Journal of Computer and System Sciences",
    "scp": "Science of Computer Programming",
    "sicomp": "SIAM Journal on Computing",
    "tocs": "ACM Transactions on Computer Systems",
    "tods": "ACM Transactions on Database Systems",
    "tog": "ACM Transactions on Graphics",
    "toms": "ACM Transactions on Mathematical Software",
    "toois": "ACM Transactions on Office Information Systems",
    "toplas": "ACM Transactions on Programming Languages and Systems",
    "tcs": "Theoretical Computer Science",
}
STANDARD = MONTHS | JOURNALS

_NUMBER = pattern(r"[0-9]+")
_BARE = pattern(r'[^#{}"]+')


class Value(NamedTuple):
    """A value with its macros expanded and its pieces joined, and the macros nobody has defined."""

    text: str
    undefined: Sequence[str] = ()


def expand(value: str, macros: dict[str, str]) -> Value:
    """The value of a field or ``@string``, from the form in which it is typed.

    >>> expand('jan # "~10"', {}).text
    'January~10'

    ``macros`` are by name in lower case.  An undefined macro stands for its own name.
    """
    if value[:1] == "{" and closing_brace(value, 0, len(value), escapes="\\" in value) in (
        len(value) - 1,
        -1,
    ):
        return Value(value[1:-1] if value.endswith("}") else value[1:])
    pieces: list[str] = []
    undefined: list[str] = []
    at = 0
    while at < len(value):
        found = value[at]
        if found in '{"':
            at, piece = _delimited(value, at)
            pieces.append(piece)
        elif found in "}#" or found.isspace():
            at += 1
        else:
            match = _BARE.match(value, at)
            name = match[0].strip() if match else found
            at = match.end() if match else at + 1
            pieces.append(_bare(name, macros, undefined))
    return Value("".join(pieces), undefined)


def _delimited(value: str, at: int) -> tuple[int, str]:
    """The offset behind a piece in braces or quotes, and what stands in it; to the end if not closed."""
    find = closing_brace if value[at] == "{" else closing_quote
    for escapes in (True, False) if "\\" in value else (False,):
        close = find(value, at, len(value), escapes=escapes)
        if close >= 0:
            return close + 1, value[at + 1 : close]
    return len(value), value[at + 1 :]


def _bare(name: str, macros: dict[str, str], undefined: list[str]) -> str:
    if _NUMBER.fullmatch(name):
        return name
    known = macros.get(name.lower(), STANDARD.get(name.lower()))
    if known is None:
        undefined.append(name)
        return name
    return known
