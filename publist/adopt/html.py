"""HTML to the tree, by lxml: no network, no entities of the page's own, nothing run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publist.adopt.page import PageElement, TypedPage, Words
from publist.patterns import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What a reader does not see.
_UNSEEN = frozenset(
    "script style template noscript head button select option iframe object svg canvas".split()
)
_HIDDEN = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden")
_BIBTEX = pattern(r"\s*@\w+\s*\{")
_DEEPEST = 200  # elements in elements; a page by hand has 20, lxml stops at 255
_XML = pattern(r"^\s*<\?xml[^>]*\?>")


def parsed(text: str) -> TypedPage:
    """The tree of an HTML page or of a piece of one."""
    import lxml.etree
    import lxml.html

    # Browsers read a closing break as a break (HTML, 13.2.6.4.7); an XML declaration may name an encoding.
    text = re.sub(r"</br\s*>", "<br/>", _XML.sub("", text), flags=re.IGNORECASE).replace("\x00", "")
    parser = lxml.html.HTMLParser(no_network=True, remove_pis=True, encoding="utf-8")
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace") or b"<p>", parser=parser)
    except lxml.etree.ParserError:  # no element at all: a comment, an end of what has not begun
        return TypedPage(PageElement("body", {}, 1))
    metas = {(meta.get("name") or "").lower(): meta.get("content") or "" for meta in root.iter("meta")}
    title = next((" ".join((found.text or "").split()) for found in root.iter("title")), "")
    body = _node(root, 0)
    return TypedPage(body, title, metas.get("author", ""), metas.get("keywords", ""), _bibtex(root))


def _bibtex(root: HtmlElement) -> str:
    """The BibTeX that stands on the page, as people paste it, whether it is seen or not."""
    holders = root.iter("pre", "code", "textarea")
    outer = (one for one in holders if one.getparent().tag not in ("pre", "code"))
    texts = ("".join(str(text) for text in one.itertext()) for one in outer)
    return "\n".join(text for text in texts if _BIBTEX.match(text))


def _node(element: HtmlElement, depth: int) -> PageElement:
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    node = PageElement(str(element.tag).lower(), attributes, element.sourceline or 1)
    line = node.line
    if element.text:
        node.children.append(Words(element.text, line))
        line += element.text.count("\n")
    for child in element:
        if isinstance(child.tag, str):
            line = max(line, child.sourceline or line)
            if depth < _DEEPEST and _is_seen(child):
                node.children.append(_node(child, depth + 1))
            line += _lines(child)
        if child.tail:
            node.children.append(Words(child.tail, line))
            line += child.tail.count("\n")
    return node


def _lines(element: HtmlElement) -> int:
    return sum(
        (found.text or "").count("\n") for found in element.iter() if isinstance(found.tag, str)
    ) + sum((found.tail or "").count("\n") for found in element.iterdescendants())


def _is_seen(element: HtmlElement) -> bool:
    if element.tag in _UNSEEN or "hidden" in element.attrib or _HIDDEN.search(element.get("style") or ""):
        return False
    if element.tag in ("pre", "code", "textarea") and _BIBTEX.match("".join(element.itertext())):
        return False  # the work once more
    return "hidden" not in (element.get("class") or "").split()
