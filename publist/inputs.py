"""Where a bibliography comes from: a file or standard input; and what a file is that is no bibliography."""

import re
import sys
from pathlib import Path

from publist.errors import InputError
from publist.patterns import pattern
from publist.records import NamedTuple

STDIN = Path("-")
_SHOWN = "<standard input>"
_HEAD = 65536  # bytes that are looked at to tell what a text is
_BLANK = b"\xef\xbb\xbf \t\n\r\f\v"
_JSON = pattern(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*[{\]]|\{\s*[\"}])")
_BIBTEX = pattern(rb"(?:\xef\xbb\xbf)?\s*@")


class Input(NamedTuple):
    """The bytes of a bibliography and the name that messages give it, e.g. ``my.bib``."""

    name: str
    data: bytes

    @property
    def is_json(self) -> bool:
        """Whether it begins as JSON does, or has its name and no BibTeX in it."""
        if self.data[:_HEAD].lstrip(_BLANK)[:1] in b"[{" and _JSON.match(self.data):
            return True
        return self.name.lower().endswith(".json") and not _BIBTEX.match(self.data)


def read(path: Path) -> Input:
    """The file, or standard input for ``-``.  Raises InputError for what cannot be read."""
    if path == STDIN:
        return Input(_SHOWN, sys.stdin.buffer.read())
    try:
        return Input(str(path), path.read_bytes())
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise InputError(f"cannot read this file: {reason}; check its name", file=str(path)) from error


def check_readable(path: Path) -> None:
    """Raise InputError for a path that is neither ``-`` nor a file that can be read."""
    if path == STDIN:
        return
    if path.is_dir():
        raise InputError("is a folder; name a .bib or .json file", file=str(path))
    if not path.exists():
        raise InputError("there is no such file", file=str(path))


# The first bytes of files that are not text.
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, as Word and Excel files are"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "an SQLite database"),
)
# What a text begins with, or has in a line, that is in a form of its own.  The first that fits counts.
_FORMS = (
    (r"\A\s*<(?:!doctype\s+html|html|head|body)\b", "an HTML page"),
    (r"\A\s*<(?:\?xml|xml|[A-Za-z]+[\s>])", "XML"),
    (r"^TY  ?- ", "RIS"),
    (r"\A\s*(?:PMID|OWN|STAT) ?- ", "a PubMed export (nbib)"),
    (r"\A\s*%[0A] \S", "an EndNote export"),
    (r"\A\s*(?:FN|PT) \S.*\n(?:VR|PT|AU) ", "a Web of Science export"),
    (r"\A\s*\\documentclass|\\begin\{(?:document|thebibliography)\}", "a LaTeX document"),
    (r"\A\s*\\bibitem\b", "a LaTeX bibliography (.bbl)"),
    (r"\A\s*(?:%YAML|cff-v|---[ \t]*\r?\n|(?:references|items):[ \t]*\r?\n|- +(?:id|type|title): )", "YAML"),
    (r"\A\s*\[[\w.-]+\][ \t]*\r?\n[\w-]+ *= ", "TOML"),
    (r"\A\s*\[?\{?\s*\"", "JSON or CSV with quotation marks"),
)
_DELIMITERS = ((",", "CSV"), (";", "CSV"), ("\t", "a table with tabs (TSV)"))
_ADVICE = "export it as BibTeX (.bib) or CSL-JSON (.json)"
_IMPORT = "export it as BibTeX (.bib), or let publist import make BibTeX of it"
_IMPORTED = ("RIS", "YAML", "a PubMed export", "an EndNote export", "a Web of Science export")


def refusal(data: bytes) -> str:
    """What is wrong with a file in which there is no entry, and what to do, in one line.

    >>> refusal(b"TY  - JOUR")
    'no entries: this looks like RIS; export it as BibTeX (.bib), or let publist import make BibTeX of it'
    """
    if not data.strip():
        return "no entries: the file is empty"
    looks = looks_like(data)
    if looks:
        advice = _IMPORT if looks.startswith(_IMPORTED) else _ADVICE
        return f"no entries: this looks like {looks}; {advice}"
    if _has_blocks(data):
        return "no entries: only comments, strings or preambles stand here"
    return "no entries: this looks like plain text; an entry of a .bib file begins as @article{key,"


def is_binary(data: bytes) -> bool:
    """Whether the first bytes are those of a PDF, an archive or the like."""
    return data.startswith(tuple(magic for magic, _ in _MAGIC))


def looks_like(data: bytes) -> str:
    """What the bytes look like if they have a form that publist does not read, e.g. ``RIS``; "" if none."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    text = data[:_HEAD].decode("utf-8", errors="replace").removeprefix("\ufeff")
    for form, name in _FORMS:
        if re.search(form, text, re.IGNORECASE if "html" in form else re.MULTILINE):
            return name
    return _table(text)


def _table(text: str) -> str:
    """``CSV`` or the like, where the first lines have the same number of delimiters, and at least two."""
    lines = [line for line in text.splitlines() if line.strip()][:5]
    for delimiter, name in _DELIMITERS:
        rows = [re.sub(r'"[^"]*"', "", line) for line in lines if not line.startswith(("@", "%"))]
        counts = {row.count(delimiter) for row in rows}
        if len(lines) > 1 and len(counts) == 1 and min(counts) > 1:
            return name
    return ""


_BLOCK = pattern(r"(?im)^[^\S\n]*+(?:@\s*(?:comment|string|preamble)\b|%)")


def _has_blocks(data: bytes) -> bool:
    """Whether something of BibTeX stands in the bytes: a comment, a definition, a preamble."""
    return _BLOCK.search(data[:_HEAD].decode("utf-8", errors="replace")) is not None
