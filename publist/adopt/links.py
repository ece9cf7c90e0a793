"""An item's links by their labels: which field each is, and which of them are the text itself."""

from __future__ import annotations

import re
from itertools import chain, count

from publist.adopt import words
from publist.adopt.item import LinkStretch, ListItem, words_of
from publist.identifiers import Identifier
from publist.patterns import pattern
from publist.records import NamedTuple
from publist.url import safe_url, without_tracking

# Where text says that a DOI or a number of arXiv's follows; what it is, publist.identifiers reads.
_SAID = {
    "doi": pattern(
        r"(?:https?://)?(?:(?:dx\.)?doi\.org/|doi[:\s]\s*(?:https?://(?:dx\.)?doi\.org/)?)10\.\d{4,9}/[^\s,;\])>\"”]+",
        re.IGNORECASE,
    ),
    "arxiv": pattern(
        r"(?:https?://)?(?:www\.)?(?:arxiv\.org/(?:abs|pdf|html)/|arxiv\s*:\s*(?:\[\w[\w.\-]*\]\s*)?)"
        r"(?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?",
        re.IGNORECASE,
    ),
}
ADDRESSES = {"doi": "https://doi.org/", "arxiv": "https://arxiv.org/abs/"}
_BRACKETS = pattern(r"[\[\](){}<>\"”“]")
_BARE_URL = pattern(r"https?://[^\s<>\"”\])\ue000]+")
_SLUG = pattern(r"[^a-z0-9]+")
_AROUND = pattern(r"[\[(\s|/,·•]*$")


class LabelledLink(NamedTuple):
    """A link as a field, e.g. ``LabelledLink("code", "https://…", "Code", 12)``."""

    field: str
    url: str
    label: str
    line: int


def take_labelled(item: ListItem) -> list[LabelledLink]:
    """The links whose text is a label, not part of the citation; their text is placed by that."""
    found: list[LabelledLink] = []
    for span in item.links():
        label = span.label.strip()
        if is_label(label) or _is_bracketed(item, span):
            if span.url.strip("#"):
                found.append(as_field(span.url, label, span.line))
                found += _named_by_label(found[-1])
            _take_with_brackets(item, span)
    found += _identifiers(item)
    return found


def is_label(text: str) -> bool:
    """Whether a link's text says what the link is.

    >>> is_label("[Code]"), is_label("arXiv:2401.00001"), is_label("Deep nets for all")
    (True, True, False)
    """
    bare = _bare(text)
    if bare in words.LINK_LABELS or _SAID["arxiv"].fullmatch(text.strip(" []()")) or _BARE_URL.match(text):
        return True
    if re.match(r"(?:doi|arxiv|hal|pmid|isbn|ssrn|eprint|iacr)\b", bare) and len(bare.split()) < 5:
        return True
    parts = [part for part in words_of(bare) if not part.isdigit() and part not in ("min", "minute", "mb")]
    parts = [part for part in parts if not re.fullmatch(r"\d+-?min", part)]
    known = sum(part in words.LINK_WORDS for part in parts)
    return (
        not parts
        or (len(parts) <= 5 and known == len(parts))
        or (len(parts) <= 3 and 2 * known > len(parts) and parts[-1] in words.LINK_WORDS)
    )


def _named_by_label(link: LabelledLink) -> list[LabelledLink]:
    """The DOI or arXiv identifier that is a link's label, where the address is another page's."""
    for kind in ("doi", "arxiv"):
        if link.field not in ("doi", "arxiv") and (value := _in_label(kind, link.label)):
            return [LabelledLink(kind, value, link.label, link.line)]
    return []


def _in_label(kind: str, label: str) -> str:
    """The identifier that a label names, e.g. ``10.1000/x`` of ``[10.1000/x]``; arXiv's if it says so."""
    if kind == "arxiv":
        match = _SAID[kind].search(label)
        return _number(match[0]) if match else ""
    found = Identifier.find(kind, _BRACKETS.sub(" ", label))
    return found.value if found else ""


def _number(text: str) -> str:
    """The number of arXiv's in a text, without its version."""
    found = Identifier.find("arxiv", text)
    return re.sub(r"v\d+$", "", found.value) if found else ""


def contradicts(link: LabelledLink) -> str:
    """The identifier that a link's label names where its address has another, else ""."""
    said = _in_label(link.field, link.label).lower() if link.field in _SAID else ""
    return "" if said == link.url.lower() else said


def _is_bracketed(item: ListItem, span: LinkStretch) -> bool:
    """Whether a link stands in square brackets by itself, as labels do: [policy brief]."""
    if not (
        item.text[: span.start].rstrip(" ").endswith("[")
        and item.text[span.end :].lstrip(" ").startswith("]")
    ):
        return span.label.strip().startswith("[") and span.label.strip().endswith("]")
    return len(words_of(span.label)) < 7 and not re.search(r"(?:19|20)\d\d", span.label)


def _bare(text: str) -> str:
    return re.sub(r"^[^\w]+|[^\w]+$", "", text.strip().lower().replace("\u00a0", " "))


def as_field(url: str, label: str, line: int) -> LabelledLink:
    """The field for an address with its label: by the label, else by the address."""
    bare = _bare(label)
    found = Identifier.at(url.strip())
    if found and found.kind == "doi":
        return LabelledLink("doi", found.value, label, line)
    if found and found.kind == "arxiv" and "/abs/" in url:
        return LabelledLink("arxiv", _number(found.value), label, line)
    field = words.LINK_LABELS.get(bare)
    if field is None:
        field = next(
            (
                words.LINK_LABELS[word]
                for word in words_of(bare)
                if word in words.LINK_LABELS and len(words_of(bare)) < 3 and words.LINK_LABELS[word]
            ),
            None,
        )
    if field == "doi" or bare.startswith(("doi", "http")):
        field = "paper"
    if not field:
        field = f"url_{_SLUG.sub('_', bare.encode('ascii', 'ignore').decode()).strip('_')[:40] or 'link'}"
    if field in ("pmid", "pmcid", "hal", "inspire", "arxiv") and "://" not in url:
        field = "paper"
    return LabelledLink(field, url.strip(), label, line)


def of_text(span: LinkStretch) -> LabelledLink:
    """The field for a link on a title, a venue or a whole citation: by its address alone."""
    named = as_field(span.url, "paper", span.line)
    if named.field == "paper" and re.search(r"\.pdf(?:$|[?#])", span.url, re.IGNORECASE):
        return named._replace(field="pdf", label=span.label)
    return named._replace(label=span.label)


def _take_with_brackets(item: ListItem, span: LinkStretch) -> None:
    start, end = span.start, span.end
    before = item.left[:start].rstrip(" ")
    after = re.match(r"\s*[\])]", item.left[end:])
    if before.endswith(("[", "(")) and after:
        start, end = len(before) - 1, end + after.end()
    item.take(start, end)


def _identifiers(item: ListItem) -> list[LabelledLink]:
    """Identifiers and addresses that are typed as plain text."""
    found: list[LabelledLink] = []
    for kind, said in _SAID.items():
        while match := said.search(item.left):
            line = item.line_at(match.start())
            value = _number(match[0]) if kind == "arxiv" else _in_label(kind, match[0])
            found.append(LabelledLink(kind, value, match[0], line))
            item.take(match.start(), match.end())
    while match := _BARE_URL.search(item.left):
        url = match[0].rstrip(".,;")
        found.append(LabelledLink("paper", url, url, item.line_at(match.start())))
        item.take(match.start(), match.start() + max(len(url), 1))
    return found


def fields(found: list[LabelledLink]) -> tuple[dict[str, str], list[LabelledLink]]:
    """Each link in a field of its own, and those that may not be links at all."""
    named: dict[str, str] = {}
    unsafe: list[LabelledLink] = []
    for link in found:
        if link.field not in ("doi", "arxiv") and safe_url(link.url) is None:
            unsafe.append(link)
            continue
        if link.url in named.values():
            continue
        name = link.field
        if name in ADDRESSES and name in named:  # a second one is an address
            name, link = "paper", link._replace(url=ADDRESSES[name] + link.url)
        base = name if name.startswith("url_") else f"url_{name}"
        more = (f"{base}_{number}" for number in count(2))
        others = chain([base], more) if link.field in ADDRESSES else more
        while name in named:
            name = next(others)
        named[name] = without_tracking(link.url)
    return named, unsafe
