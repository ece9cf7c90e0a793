"""A feed in Atom (RFC 4287)."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from publist.output import html
from publist.patterns import pattern
from publist.richtext import Text, plain
from publist.url import safe_url

# Characters that XML 1.0 does not have (2.2, Char).
_NOT_XML = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Under this name ids are made where the feed has no address: it must never change.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://publist.example/news")
# A site may run its template language over the feed, hence the braces.
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "{": "&#123;", "}": "&#125;"})
_NEVER = "1970-01-01T00:00:00Z"  # a feed without entries still says when it was updated


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry; ``id`` is stable and unique in the feed, ``date`` a month or day such as ``2024-01``."""

    id: str
    date: str
    text: Text


def feed(entries: Sequence[FeedEntry], *, title: str, author: str, url: str = "") -> str:
    """The feed as a file: the same entries always give the same bytes.

    Ids are ``url#id`` where the feed has an address, else UUIDs made from author and id (RFC 4122, 4.3).
    """
    address = safe_url(url) if url else None
    updated = max((_moment(entry.date) for entry in entries), default=_NEVER)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"  <id>{_escape(address or _urn(author, 'feed'))}</id>",
        f"  <title>{_escape(title)}</title>",
        f"  <updated>{updated}</updated>",
        f"  <author><name>{_escape(author or title)}</name></author>",
        "  <generator>publist</generator>",
    ]
    if address:
        lines.append(f'  <link href="{_escape(address)}"/>')
    for entry in entries:
        lines += [
            "  <entry>",
            f"    <id>{_escape(f'{address}#{entry.id}' if address else _urn(author, entry.id))}</id>",
            f"    <title>{_escape(' '.join(plain(entry.text).split()))}</title>",
            f"    <updated>{_moment(entry.date)}</updated>",
            f'    <content type="html">{_escape(html.render(entry.text))}</content>',
            "  </entry>",
        ]
    return "\n".join([*lines, "</feed>"]) + "\n"


def _escape(text: str) -> str:
    return _NOT_XML.sub("", text).translate(_ESCAPES)


def _urn(author: str, name: str) -> str:
    return uuid.uuid5(_NAMESPACE, f"{author}\n{name}").urn


def _moment(date: str) -> str:
    """The start of the month or day in UTC (RFC 3339)."""
    year, month, day = (*date.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}T00:00:00Z"
