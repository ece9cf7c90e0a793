"""A written list as a page of its own: one file that asks nothing of the network."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from html import unescape
from pathlib import Path

from publist.listing import Section
from publist.output import templates
from publist.output.characters import without_control, without_openers
from publist.page.facets import facets, index
from publist.page.metadata import json_ld
from publist.page.sheets import sheet
from publist.phrases import phrase
from publist.settings.options import Page

_SCRIPT = Path(__file__).parent / "page.js"
# What ends a script element, or begins a comment in it, stands in no data (HTML, 4.12.1.3).
_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_STYLE = re.compile(r'\sstyle="([^"]*)"')  # text of the bibliography has no quotation marks: they are escaped
_RIGHT_TO_LEFT = frozenset("ar dv fa he ps ur yi".split())


def complete(fragment: str, sections: Sequence[Section], page: Page, owner: str = "") -> str:
    """The page around a fragment of :class:`~publist.output.page.PageWriter`; ``owner`` is in its title."""
    entries = [entry for section in sections for entry in section.entries]
    found = facets(entries, page.language)
    style, script = "\n" + sheet(), "\n" + _SCRIPT.read_text(encoding="utf-8")
    heading = page.title or phrase("publications", page.language)
    values = {
        "body": fragment,
        "language": page.language,
        "direction": "rtl" if page.language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr",
        "heading": heading,
        "title": f"{heading} – {owner}" if owner and not page.title else heading,
        "policy": policy(script, [style, *_styles(fragment)]),
        "style": style,
        "script": script,
        "metadata": in_script(json_ld(entries)),
        "index": in_script(index(entries, found)),
        "facets": [facet for facet in found if len(facet.choices) > 1],
        "selected": sum(entry.publication.selected for entry in entries),
        "total": len(entries),
        "words": lambda key: phrase(key, page.language),
    }
    return templates.by_name("publications", "html", values)


def in_script(data: object) -> str:
    r"""The data as JSON that may stand in a script element.

    >>> in_script({"a": "</script>"})
    '{"a":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return without_openers(without_control(text).translate(_IN_SCRIPT))


def policy(script: str, styles: Iterable[str]) -> str:
    """The Content-Security-Policy: this script, these styles and pictures beside the page, nothing else."""
    hashes = " ".join(dict.fromkeys(map(_hash, styles)))
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src 'unsafe-hashes' {hashes};"
        " img-src 'self' data:; base-uri 'none'; form-action 'none'"
    )


def _styles(fragment: str) -> Iterable[str]:
    return (unescape(style) for style in _STYLE.findall(fragment))


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
