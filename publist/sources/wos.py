"""Web of Science's plain text (``savedrecs.txt``, "Full Record").

Source: webofscience.help.clarivate.com, "Web of Science Core Collection Field Tags".
"""

from __future__ import annotations

from publist.convert.shouted import quiet
from publist.sources import tagged
from publist.sources.batch import Batch
from publist.sources.names import names_of
from publist.sources.record import Record
from publist.sources.tagged import TaggedLine

_TEXTS = {
    "TI": "title", "SO": "container-title", "SE": "collection-title", "VL": "volume", "IS": "issue",
    "PU": "publisher", "PI": "publisher-place", "AB": "abstract", "LA": "language", "PM": "PMID",
    "CT": "event-title", "CL": "event-place", "JI": "container-title-short", "DE": "keyword",
}  # fmt: skip
_TYPES = {
    "J": "article-journal",
    "B": "book",
    "S": "paper-conference",
    "P": "patent",
    "C": "paper-conference",
}
# Addresses, counts and categories of Web of Science's own record.
_OWN = frozenset(
    "PT AU AF BE ED DT ID C1 C3 RP EM RI OI FU FX FP CR NR TC Z9 U1 U2 PA SN EI BN J9 PD PY EA BP EP AR"
    " PN SU SI MA PG WC WE SC GA UT OA HC HP DA DI D2 GP BA BF CA CY HO SP TA WP".split()
)

_ACRONYM = 8  # letters; a shorter name in capitals may be one, as IEEE and PNAS are


def read(text: str) -> Batch:
    """The works of a file."""
    lines = [line for line in text.splitlines() if not line.startswith(("FN ", "VR ", "EF"))]
    head = len(text.splitlines()) - len(lines) - text.count("\nEF")
    records, outside = tagged.records("\n" * head + "\n".join(lines), tagged.WOS)
    return Batch([_record(found) for found in records], [(line.line, line.value) for line in outside])


def _record(lines: list[TaggedLine]) -> Record:
    tags = {line.tag: line.value for line in lines}
    kind = tags.get("DT", "").lower()
    record = Record(_TYPES.get(tags.get("PT", "J"), "article-journal"), lines[0].line)
    if "proceedings paper" in kind:
        record.type = "paper-conference"
    elif "book chapter" in kind:
        record.type = "chapter"
    for tag, role in (("AF", "author"), ("BF", "author"), ("BE", "editor"), ("ED", "editor")):
        if tag in tags and role not in record.names:
            record.put_names(role, names_of(tags[tag].splitlines()))
    if "author" not in record.names and "AU" in tags:
        record.put_names("author", names_of(tags["AU"].splitlines(), family_first=True))
    for line in lines:
        if line.tag in _TEXTS:
            record.put(_TEXTS[line.tag], _title(line), f"wos_{line.tag}")
        elif line.tag not in _OWN:
            record.keep(f"wos_{line.tag}", line.value)
    first, last = tags.get("BP", ""), tags.get("EP", "")
    pages = f"{first}-{last}" if first and last and first != last else first
    record.put("page", pages or tags.get("AR", ""))
    record.put_date(f"{tags.get('PD', '')} {tags.get('PY', '')}".strip() or tags.get("EA", ""))
    record.put_doi(tags.get("DI", ""))
    for tag in ("SN", "EI"):
        record.add("ISSN", tags.get(tag, ""))
    record.put("ISBN", tags.get("BN", ""))
    if "UT" in tags:
        record.fields["wos"] = tags["UT"].removeprefix("WOS:")
    return record


def _title(line: TaggedLine) -> str:
    """A value in one line; journals and publishers, which stand in capitals, as others write them."""
    value = " ".join(line.value.split())
    if line.tag not in ("SO", "SE", "PU", "PI") or not value.isupper():
        return value
    word = line.tag == "PI" or (" " not in value and len(value) >= _ACRONYM)
    return value.title() if word else quiet(value)
