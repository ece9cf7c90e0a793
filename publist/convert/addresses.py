r"""The addresses that a field holds: alone, several, or with words around them.

A field that is an address (``url``, ``pdf``) is read by :func:`addresses`, a text that may name some
(``howpublished``, ``note``) by :func:`mentioned`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from publist.bibtex.latex import exact, verbatim
from publist.patterns import pattern
from publist.records import NamedTuple

_BEFORE = r"(?:https?://|ftp://|www\.|(?:dx\.)?doi\.org/)"
_START = pattern(_BEFORE, re.IGNORECASE)
_USUAL = pattern(r"https?://[\w./?=#%~+@!*()-]+")  # one address, which means what it says
# Where the next of several addresses begins: never inside one (web.archive.org/web/2020/https://…).
_BETWEEN = pattern(
    rf"[\s,;|]+(?:(?:and|or)\s+)?(?=(?:\\url\{{)?{_BEFORE})|(?<=\}})(?=\\url\{{)", re.IGNORECASE
)
# A host without its scheme, followed by a path: github.com/x/y.
_HOST = pattern(
    r"(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|io|ai|dev|app|info|eu|uk|de|fr|ch|nl|it|es|se|ca|au|jp|cn|us)(?:/\S|/?$)",
    re.IGNORECASE,
)
_FILE = pattern(r"\.(?:pdf|html?|ps|gz|zip|docx?|pptx?|txt|key|mp4)(?:[?#]\S*)?$", re.IGNORECASE)
_LINE_END = pattern(r"(?:(?:\{\\%\}|\\?%)5C|\\)n(?=https?://)")
_RESOLVER = pattern(r"(?:dx\.)?doi\.org/", re.IGNORECASE)
_DOI = pattern(r"10\.\d{4,9}/\S+$")
_SCHEME = pattern(r"[a-z]+://", re.IGNORECASE)
_TWICE = pattern(r"^(?:https?:/{1,2})+(?=https?://)", re.IGNORECASE)
_ANCHOR = pattern(r"<a\s[^<>]*?href\s*=\s*[\"']?([^\"'\s<>]+)", re.IGNORECASE)
_ARGUMENT = r"\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
_IN_TEXT = pattern(
    rf"\\href\s*{_ARGUMENT}\s*{_ARGUMENT}|\\(?:url|nolinkurl)\s*{_ARGUMENT}|<a\s[^<>]*>.*?</a>"
    r"|(?:https?://|www\.|\b(?:dx\.)?doi\.org/)(?:[^\s<>\"{}]|\{[^{}]*\})+",
    re.IGNORECASE | re.DOTALL,
)
# What stands where a text names an address.
_SIGNS = ("://", "www.", "doi.org/", "\\url", "\\href", "\\nolinkurl", "<a")


# "http://CRAN. R-project. org/package= lakes", as Google Scholar tears them: no host is one word
_TORN = pattern(
    r"https?://[\w-]+\. (?:[\w/?&%~#:+-]|[.=](?: (?=[a-zA-Z\d]))?|\\~(?:\{\} ?)?)+", re.IGNORECASE
)
_MARKDOWN = pattern(r"\[[^\[\]]*\]\(((?:https?://|\./|/)[^\s()]+)\)")


class Mentioned(NamedTuple):
    """The addresses in a text, and the text in LaTeX without them; "" if it says nothing else."""

    addresses: tuple[str, ...]
    rest: str


_NOTHING = Mentioned((), "")


@lru_cache(maxsize=1024)  # the item asks, and the links
def addresses(value: str) -> tuple[str, ...]:
    r"""The addresses in a field that is one, each whole and with its scheme.

    >>> addresses("https://a.org/x, www.b.org/y. Accessed May 2020")
    ('https://a.org/x', 'http://www.b.org/y')
    """
    if _USUAL.fullmatch(value):
        return (trimmed(value),)
    if "\\href{" in value:
        return mentioned(value).addresses
    if "5Cn" in value or "\\nhttp" in value:  # what Mendeley made of a line's end between two
        value = _LINE_END.sub("\n", value)
    parts = _ANCHOR.findall(value) if "<" in value else []
    several = len(value.split()) > 1 or any(mark in value for mark in ",;|}")
    parts = parts or (_BETWEEN.split(value) if several else [value])
    if any(map(_START.search, parts)):  # what stands before them leads to them
        parts = [part for part in parts if _START.search(part)]
    return tuple(found for part in parts if (found := _address(exact(part))))


def is_address(value: str) -> bool:
    r"""Whether a value is addresses and nothing else, e.g. ``\url{https://x.org}``."""
    if "/" not in value and "." not in value:
        return False
    text = exact(value)
    return bool(_START.match(text)) and (not re.search(r"\s", text) or all(
        _START.match(part) and " " not in part for part in _BETWEEN.split(text)
    ))  # fmt: skip


def _address(text: str) -> str:
    """The address with which a text begins, or that stands in it after a few words."""
    if (match := _START.search(text)) and match.start() and re.search(r"[\s:(<]$", text[: match.start()]):
        text = text[match.start() :]
    words = text.split()
    if not words:
        return ""
    if len(words) > 1 and _START.match(text):
        text = _wrapped(text, words)
    if _START.match(text) or _HOST.match(text):
        return completed(trimmed(text))
    if _DOI.match(text):  # a DOI for an address
        return f"https://doi.org/{text}"
    return verbatim(re.sub(r"[ \t]+", "%20", text) if _FILE.search(text) else text)


def _wrapped(text: str, words: list[str]) -> str:
    """The address with the words that go on with it, which is so as far as a file's name or a path."""
    last = max((place for place, word in enumerate(words) if _FILE.search(word)), default=0)
    if "\n" in text and not last:  # a line that was broken
        parts = (place for place, word in enumerate(words) if place and not re.search(r"[/=_%.-]\w", word))
        last = next(parts, len(words)) - 1
    pieces = re.split(r"(\s+)", text.strip())[: 2 * last + 1]
    return "".join(
        piece if place % 2 == 0 else "" if "\n" in piece else "%20" * len(piece)
        for place, piece in enumerate(pieces)
    )


def trimmed(address: str) -> str:
    """The address without the punctuation of the sentence in which it stands."""
    while True:
        bare = address.rstrip(".,;:!\"'’”>")
        if bare.endswith(")") and bare.count(")") > bare.count("("):
            bare = bare[:-1]
        if bare.endswith("]") and bare.count("]") > bare.count("["):
            bare = bare[:-1]
        if bare.count("'") % 2 and address[len(bare) :].startswith("'"):
            return f"{bare}'"  # "…?id='Doe:2014'"
        if bare == address:
            return bare
        address = bare


def completed(address: str) -> str:
    """The address with its scheme, and only one."""
    if address.startswith(("http://", "https://")) and "://" not in address[8:]:
        return address  # nearly all
    address = _TWICE.sub("", address)
    if _RESOLVER.match(address):
        return f"https://{address}"
    if _SCHEME.match(address):
        return address
    return f"http://{address}" if address.lower().startswith("www.") else f"https://{address}"


_HERE = "\0"  # where an address was taken out
# The clause that leads to it: "the code is available at".
_LED_TO = pattern(
    rf"[^.;,()\[\]{_HERE}]*(?:\b(?:at|from|via|in|on|under|see|url|link|doi|here|available"
    r"|unter|auf|bei|verfügbar|abrufbar|sur|sous|en|disponible|disponível)\s*|:\s*)"
    rf"(?:[~{{<(]|\\(?:tt|ttfamily|texttt|small|footnotesize|sf|rm)\b\s*)*{_HERE}",
    re.IGNORECASE,
)
# Words that only say that an address follows, or when it was looked up.
_GLUE = pattern(
    r"(?:(?:last )?(?:accessed|visited|retrieved|checked|viewed|online)(?: (?:on|at|in|:))?:?[\s\d.,/-]*"
    r"(?:(?:\d{1,2}(?:st|nd|rd|th)?[ .-])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*[\s\d.,/-]*)?"
    r"(?:\d{4}-\d\d-\d\d)?)"
    r"|(?:(?:also|and|the|is|it|full|text|paper|article|online|on|pdf|version|preprint|freely|a|copy|website|web"
    r"|page|site|homepage|link|url|uri|doi|available|see|at|from|via|in|under|here|source|internet|http|https)\b)"
    r"|\\[a-z]+|[\s\d]*[\[\]().,;:!~\\{}<>-]+",
    re.IGNORECASE,
)


def mentioned(value: str) -> Mentioned:
    r"""The addresses in a text, and what else it says.

    >>> mentioned(r"Code: \url{https://a.org/x}").addresses
    ('https://a.org/x',)
    >>> mentioned(r"Available at \url{http://x.org/a_b} (last visited May 2020)").rest
    ''
    """
    if not value:
        return _NOTHING
    if "/" not in value and "." not in value and "\\" not in value:
        return Mentioned((), value)
    low = value.lower()
    if not any(map(low.__contains__, _SIGNS)):
        return Mentioned((), value)
    if "://" in value and ". " in value:
        value = _TORN.sub(lambda match: match[0].replace(" ", ""), value)
    if "](" in value:
        value = _MARKDOWN.sub(r"\\url{\1}", value)
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        if match[1]:
            address, words = exact(match[1]), match[2]
        else:
            address, words = exact(match[3] or match[0]), ""
        local = address.startswith(("./", "/"))
        address = (
            completed(trimmed(address)) if _START.match(address) or (match[3] and not local) else address
        )
        if address not in found and (local or _START.match(address)):
            found.append(address)
        return _HERE if _START.match(words) or not words else words

    rest = _IN_TEXT.sub(take, value)
    if not found:
        return Mentioned((), value)
    rest = _LED_TO.sub("", rest).replace(_HERE, "")
    meaning = _GLUE.sub(" ", rest)
    return Mentioned(tuple(found), _tidy(rest) if re.search(r"[^\W\d_]{2}", meaning) else "")


def only_address(note: str) -> tuple[str, ...]:
    r"""The address of a note that says nothing else, e.g. ``\url{https://a.org}``; () for any other note."""
    found = mentioned(note)
    return found.addresses if len(found.addresses) == 1 and not found.rest else ()


def _tidy(text: str) -> str:
    """The rest of a text without what stood around the addresses."""
    text = re.sub(r"\(\s*\)|\[\s*\]|\\\w+\{\s*\}|\{(?:\\\w+)?\s*\}", "", text)
    return re.sub(r"\s*([.,;])[\s.,;]*(?=$|[.,;])", r"\1", text).strip(" ,;:\n\t")
