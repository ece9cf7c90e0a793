"""COinS: what reference managers take from a page (ocoins.info; OpenURL, ANSI/NISO Z39.88-2004)."""

from __future__ import annotations

from urllib.parse import urlencode

from publist.item import Name
from publist.listing import text_of
from publist.publication import Publication
from publist.richtext import plain

# The key of a title's container, and the format and genre of a work, by CSL type; others are documents.
_JOURNAL = "info:ofi/fmt:kev:mtx:journal"
_BOOK = "info:ofi/fmt:kev:mtx:book"
_KINDS = {
    "article-journal": (_JOURNAL, "article"),
    "article-magazine": (_JOURNAL, "article"),
    "article-newspaper": (_JOURNAL, "article"),
    "article": (_JOURNAL, "preprint"),
    "paper-conference": (_BOOK, "proceeding"),
    "chapter": (_BOOK, "bookitem"),
    "book": (_BOOK, "book"),
    "report": (_BOOK, "report"),
    "thesis": ("info:ofi/fmt:kev:mtx:dissertation", ""),
    "patent": ("info:ofi/fmt:kev:mtx:patent", ""),
}
_OTHER = (_BOOK, "document")
_VARIABLES = {"volume": "volume", "issue": "issue", "page": "pages", "publisher": "pub", "ISSN": "issn",
              "ISBN": "isbn"}  # fmt: skip


def coins(publication: Publication) -> str:
    """The work as a ContextObject, e.g. ``ctx_ver=Z39.88-2004&rft_val_fmt=…&rft.atitle=On+x``."""
    item = publication.item
    form, genre = _KINDS.get(item.type, _OTHER)
    values = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", form), ("rft.genre", genre)]
    title, venue = text_of(item.variables.get("title")), text_of(item.variables.get("container-title"))
    if form == _JOURNAL or genre in ("proceeding", "bookitem"):
        values += [("rft.atitle", title), ("rft.jtitle" if form == _JOURNAL else "rft.btitle", venue)]
    else:
        values.append(("rft.btitle" if form == _BOOK else "rft.title", title))
    values += [(f"rft.{key}", text_of(item.variables.get(name))) for name, key in _VARIABLES.items()]
    names = [name for name in item.names.get("author", ()) if not name.others]
    if names and not names[0].literal:
        values += [("rft.aulast", _family(names[0])), ("rft.aufirst", plain(names[0].given))]
    values += [("rft.au", name.text) for name in names]
    date = item.dates.get("issued")
    values.append(("rft.date", str(date.year) if date and date.year and date.year > 0 else ""))
    doi = text_of(item.variables.get("DOI"))
    values.append(("rft_id", f"info:doi/{doi}" if doi else ""))
    return urlencode([(key, value) for key, value in values if value], errors="replace")


def _family(name: Name) -> str:
    parts = (name.dropping_particle, name.non_dropping_particle, plain(name.family))
    return " ".join(part for part in parts if part)
