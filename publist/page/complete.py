"""A written list as a page of its own: one file that asks nothing of the network."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from html import unescape
from itertools import zip_longest
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any
from urllib.parse import urljoin

from publist.listing import Section
from publist.output import templates
from publist.output.characters import without_control, without_openers
from publist.output.layout import laid_out
from publist.output.page import MOST_DESCRIBED, BareWriter
from publist.output.writer import written
from publist.page.chart import chart
from publist.page.facets import Facet, facets, index
from publist.page.introduction import introduction
from publist.page.metadata import article, json_ld
from publist.page.profiles import profiles
from publist.page.sheets import sheet
from publist.phrases import phrase
from publist.records import NamedTuple
from publist.settings.options import Page

_FOLDER = Path(__file__).parent
# What ends a script element, or begins a comment in it, stands in no data (HTML, 4.12.1.3).
_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_STYLE = re.compile(r'\sstyle="([^"]*)"')  # text of the bibliography has no quotation marks: they are escaped
_MOST_OPEN = 250_000  # characters of a list that stands as it is; a longer one is packed
_RIGHT_TO_LEFT = frozenset("ar dv fa he ps ur yi".split())
_NONE = "'none'"
_NO_MENU = frozenset({"venue"})  # searched, and asked for by address


def complete(
    fragment: str,
    sections: Sequence[Section],
    page: Page,
    owner: str = "",
    addresses: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The page around a fragment of :class:`~publist.output.page.PageWriter`; ``owner`` is in its title.

    ``addresses`` are those that the writer was given.
    """
    entries = [entry for section in sections for entry in section.entries]
    found = facets(entries, page.language)
    shared, script = around(page), "\n" + _read("page.js")
    heading = page.title or phrase("publications", page.language)
    data = _data(fragment, sections, found, page, addresses)
    values = shared | {
        "heading": heading,
        "title": f"{heading} – {owner}" if owner and not page.title else heading,
        "policy": policy(script, [shared["style"], *styles(data.styled)]),
        "script": script,
        "single": bool(addresses),
        **_beside(page),
        "canonical": page.url and urljoin(page.url, "index.html" if addresses else page.file),
        "profiles": profiles(page.owner),
        "introduction": introduction(page.introduction),
        "chart": chart(found, page.language),
        "facets": [facet for facet in found if len(facet.choices) > 1 and facet.name not in _NO_MENU],
        "selected": sum(entry.publication.selected for entry in entries),
        "total": len(entries),
        **data._asdict(),
    }
    return templates.by_name("publications", "html", values)


def _beside(page: Page) -> dict[str, Any]:
    """What the page links to of the files beside it."""
    labels = {".bib": "BibTeX", ".json": "JSON", ".xml": phrase("feed", page.language)}
    files = {PurePath(name).suffix: name for name in page.beside}
    return {
        "alternates": page.alternates,
        "others": [one for one in page.alternates if one[1] != page.file],
        "own_name": lambda language: phrase("own-name", language),
        "feed": files.get(".xml", ""),
        "downloads": [(label, files[suffix]) for suffix, label in labels.items() if suffix in files],
    }


def around(page: Page) -> dict[str, Any]:
    """What every page of the theme has."""
    return {
        "language": page.language,
        "direction": "rtl" if page.language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr",
        "style": "\n" + sheet(page.theme),
        "icons": _read("icons.svg"),
        "words": lambda key: phrase(key, page.language),
    }


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


class _Data(NamedTuple):
    """The list as it stands in the page, and the data beside it: as it is, or packed for the script.

    ``styled`` is all HTML of both.
    """

    body: str
    styled: str
    metadata: str = ""
    known: str = ""
    packed: str = ""


def _data(
    fragment: str,
    sections: Sequence[Section],
    found: Sequence[Facet],
    page: Page,
    addresses: Mapping[str, str],
) -> _Data:
    """Of a long list the page has bare entries, and their other parts packed, which takes a quarter.

    Without scripts that list has its citations and links.
    """
    entries = [entry.publication for section in sections for entry in section.entries]
    known = index(entries, found)
    articles = [article(publication) for publication in entries[:MOST_DESCRIBED]]
    if len(fragment) <= _MOST_OPEN or page.template:
        return _Data(fragment, fragment, in_script(json_ld(articles)), in_script(known))
    sheet_ = laid_out(sections, page)
    writer = BareWriter(sheet_, addresses)
    body = str(written(sheet_, writer))
    # Beside each other, an entry and its article have most words in common.
    parts = [known, [list(pair) for pair in zip_longest(writer.whole_entries, articles)]]
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    packed = b64encode(_compressed(text.encode("utf-8"))).decode("ascii")
    return _Data(body, body + "".join(writer.whole_entries), packed=packed)


def _compressed(data: bytes) -> bytes:
    stream = zlib.compressobj(9, memLevel=9)
    return stream.compress(data) + stream.flush()


def in_script(data: object) -> str:
    r"""The data as JSON that may stand in a script element.

    >>> in_script({"a": "</script>"})
    '{"a":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return without_openers(without_control(text).translate(_IN_SCRIPT))


def policy(script: str, styles: Iterable[str]) -> str:
    """The Content-Security-Policy: this script, these styles and pictures beside the page, nothing else."""
    hashes = " ".join(dict.fromkeys(map(policy_hash, styles)))
    return (
        f"default-src 'none'; script-src {policy_hash(script) if script else _NONE};"
        f" style-src 'unsafe-hashes' {hashes};"
        " img-src 'self' data:; base-uri 'none'; form-action 'none'"
    )


def styles(fragment: str) -> Iterable[str]:
    """The values of its ``style`` attributes."""
    return (unescape(style) for style in _STYLE.findall(fragment))


def policy_hash(text: str) -> str:
    """A script or style as a policy names it (Content Security Policy 3, 2.3.1)."""
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
