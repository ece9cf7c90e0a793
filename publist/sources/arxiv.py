"""arXiv's Atom as its API answers.  Source: info.arxiv.org/help/api/user-manual.html, 5.2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publist.bibtex.latex import decode
from publist.sources import xml
from publist.sources.batch import Batch
from publist.sources.names import names_of
from publist.sources.record import Record

if TYPE_CHECKING:
    from publist.sources.xml import SourceElement


def read(root: SourceElement) -> Batch:
    """The works of a feed."""
    entries = [root] if xml.name(root) == "entry" else list(xml.children(root, "entry"))
    return Batch([_record(entry) for entry in entries if "arxiv.org" in xml.text(entry, "id")])


def _record(source: SourceElement) -> Record:
    record = Record("article", xml.line(source))
    record.put_arxiv(re.sub(r"v\d+$", "", xml.text(source, "id")))
    title = xml.text(source, "title")
    record.put("title", title)
    if "$" in title or "\\" in title:
        record.variables["title"] = decode(title).text
    record.put_names("author", names_of(xml.text(one, "name") for one in xml.children(source, "author")))
    record.put_date(xml.text(source, "published")[:10])
    record.put("abstract", xml.text(source, "summary"))
    record.put_doi(xml.text(source, "doi"))
    record.put("note", xml.text(source, "journal_ref"))
    record.keep("arxiv_comment", xml.text(source, "comment"))
    primary = next(xml.children(source, "primary_category"), None)
    if primary is not None and primary.get("term"):
        record.fields["primaryclass"] = str(primary.get("term"))
    others = [str(one.get("term", "")) for one in xml.children(source, "category")]
    record.put("keyword", ", ".join(term for term in others if term))
    if not record.arxiv:
        record.put_url(xml.text(source, "id"))
    return record
