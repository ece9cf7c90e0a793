"""XML as it is saved: read by lxml, without a network, without a DTD, and no entity is put in.

An entity of HTML's, which DBLP uses, becomes its letter; any other stays as it is typed.
"""

from __future__ import annotations

import html.entities
import re
from typing import TYPE_CHECKING

from publist import rules
from publist.errors import InputError
from publist.patterns import pattern
from publist.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from lxml.etree import _Element

    SourceElement: TypeAlias = _Element

_BARE = pattern(rb"&(?!#?\w{1,31};)")
_ENTITY = pattern(rb"&([A-Za-z]\w{1,30});")
_INLINE = {"i": "i", "sub": "sub", "sup": "sup", "b": "b"}


def parsed(data: bytes, file: str) -> tuple[SourceElement, list[Problem]]:
    """The root element; a file that is not well formed is read as far as it goes, and that is said."""
    from lxml import etree

    if not data.strip():
        raise InputError("is empty where XML should be", file=file)
    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    data = _ENTITY.sub(_letter, data)
    try:
        return etree.fromstring(data, etree.XMLParser(**safe)), []  # type: ignore[arg-type]  # lxml's stubs want each option by name
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        problem = Problem(file, line, rules.NOT_WELL_FORMED, f"is not well formed: {error.msg}")
        mended = _BARE.sub(b"&amp;", data)
        root = etree.fromstring(mended, etree.XMLParser(recover=True, **safe))  # type: ignore[arg-type]  # lxml's stubs want each option by name
        if root is None:
            raise InputError(f"is no XML: {error.msg}", file=file, line=line) from error
        return root, [problem]


def _letter(found: re.Match[bytes]) -> bytes:
    """An entity of HTML's as the number of its letter; XML's own, and others, stay."""
    name = found[1].decode("ascii")
    letter = html.entities.html5.get(f"{name};", "")
    own = name in ("amp", "lt", "gt", "quot", "apos")
    return found[0] if own or len(letter) != 1 else f"&#{ord(letter)};".encode("ascii")


def line(element: SourceElement) -> int:
    """The line of an element, from 1; 0 if it is not known."""
    number = element.sourceline
    return number if isinstance(number, int) else 0


def name(element: SourceElement) -> str:
    """The name of an element without its namespace, in lower case; "" for a comment or an entity."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def children(element: SourceElement | None, *path: str) -> Iterator[SourceElement]:
    """The elements at the end of a path of names, e.g. ``children(record, "authors", "author")``."""
    if element is None:
        return
    if not path:
        yield element
        return
    for child in element:
        if name(child) == path[0]:
            yield from children(child, *path[1:])


def text(element: SourceElement | None, *path: str) -> str:
    """The text at the first end of a path, with tags of HTML's italics and the like; "" without one."""
    found = next(children(element, *path), None)
    return " ".join(_inner(found).split()) if found is not None else ""


def _inner(element: SourceElement) -> str:
    pieces = [element.text or ""]
    for child in element:
        if name(child):
            tag = _INLINE.get(name(child), "")
            inner = _inner(child)
            pieces.append(f"<{tag}>{inner}</{tag}>" if tag else inner)
        elif str(child.text or "").startswith("&"):
            pieces.append(html.unescape(str(child.text)))
        pieces.append(child.tail or "")
    return "".join(pieces)


def without_stop(title: str) -> str:
    """A title without the full stop that DBLP ends it with."""
    return re.sub(r"(?<![.\s])\.$", "", title)
