"""Initials of given names (CSL 1.0.2, initialize and initialize-with)."""

from __future__ import annotations

from functools import lru_cache

from publist.patterns import pattern
from publist.richtext import Mark, Node, Span, Text, plain, with_children

# What stands in parentheses or quotation marks is whole; a hyphen after a space ("C. -N.") joins nothing.
_WORD = pattern(
    r"(?<!\S)(\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|‘[^‘’]*’)(?!\S)"
    r"|([^\s.,\-‐–]+\.?)|((?<!\s)[-‐–]|\s-(?=\s))|[\s,\-‐–]+"
)
_USUAL = str.maketrans("", "", " .-")
# Signs of transcriptions that count as letters to Unicode.
_MODIFIERS = frozenset("ʿʾʻʼˀˁ")
_SINGLE = pattern(r"^[^\W\d_]\.?$")
_JOINED = pattern(r"(?<=\b[^\W\d_])-(?=[^\W\d_]\b)")


def initials(given: Text, with_: str, *, hyphen: bool = True) -> Text:
    """``initials("Jean-Paul Marie", ". ")`` → ``"J.-P. M."``.

    ``with_`` is initialize-with, ``hyphen`` initialize-with-hyphen.
    """
    if isinstance(given, str):
        return _initials(given, with_, hyphen=hyphen)
    parts: list[Node] = []
    for node in given:
        before = parts[-1] if parts else ""
        text = node if isinstance(node, str) else plain(node.children) if not isinstance(node, Mark) else ""
        if parts and hyphen and text[:1] == "-":
            parts.append("-")
        elif parts and before != "-" and with_.endswith(" "):
            parts.append(" ")
        short = _initials(text, with_, hyphen=hyphen)
        parts.append(with_children(node, (short,)) if isinstance(node, Span) else short)
    return tuple(parts)


@lru_cache(maxsize=16384)
def _initials(given: str, with_: str, *, hyphen: bool) -> str:
    pieces: list[str] = []
    pending = ""
    for aside, word, dash in _parts(given):
        bare = word.rstrip(".")
        if aside or (bare and (not bare[0].isalnum() or bare[0] in _MODIFIERS)):
            # "(Bob)" and "ʿAbd" have no letter to begin with.
            _space(pieces)
            pieces.append((aside or word) + " ")
            pending = ""
            continue
        if dash:
            pending = "-" if hyphen else ""
        if not bare:
            continue
        if bare[:1].islower():
            # A particle inside the given name stays as it is; the second half of Chun-ting goes.
            if not pending:
                _space(pieces)
                pieces.append(word + " ")
            pending = ""
            continue
        letter = _initial(bare, word)
        if pending and pieces:
            pieces[-1] = pieces[-1].rstrip()
            pieces.append("-")
        pending = ""
        pieces.append(letter + with_)
    return "".join(pieces).strip()


def _parts(given: str) -> list[tuple[str, str, str]]:
    """What stands apart, words and hyphens, each in its place; words and hyphens alone are nearly all."""
    if " -" not in given and given.translate(_USUAL).isalpha():
        pieces = given.replace(".", ". ").replace("-", " - ").split()
        return [("", "", piece) if piece == "-" else ("", piece, "") for piece in pieces]
    return _WORD.findall(given)


def _initial(bare: str, word: str) -> str:
    # "Ph." and "Yu." are abbreviations already.
    if word.endswith(".") and len(bare) > 1:
        return bare
    if len(bare) > 2 and bare[:2].isupper() and bare[2].islower() and bare[0].isascii() == bare[1].isascii():
        return bare[0] + bare[1].lower()  # IJsbrand: one letter, written as two; but "JØrgen" is a slip
    return bare[0]


def _space(pieces: list[str]) -> None:
    if pieces and not pieces[-1].endswith((" ", "-")):
        pieces[-1] += " "


def spaced_initials(given: Text, with_: str, *, hyphen: bool = True) -> Text:
    """Full names stay, initials get the style's ending: ``("James T.", "")`` → ``"James T"``.

    What has markup stays as it is.
    """
    if not isinstance(given, str):
        return given
    if not hyphen:
        given = given.replace("-", " ")
    written = ""
    before_initial = False
    for typed in _JOINED.sub(" ", given.replace(".", ". ")).split():
        word = typed.lstrip("-")
        single = _SINGLE.match(word) is not None
        initial = single or word.endswith(".")
        # Initials stand as close together as initialize-with says; all else keeps its space or hyphen.
        if word and word != typed and not single:
            written = f"{written.rstrip()}-"
        elif written and not written.endswith(" ") and not (single and before_initial):
            written += " "
        written += word.rstrip(".") + with_ if initial else word
        before_initial = initial
    return written.strip()
