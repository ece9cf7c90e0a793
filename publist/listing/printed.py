"""The addresses that a citation prints: each is the link itself, and the row of links leaves it out."""

from __future__ import annotations

import re

from publist.identifiers import ADDRESSES, Identifier
from publist.patterns import pattern
from publist.publication import Link
from publist.richtext import LinkSpan, Mark, NameSpan, Node, VariableSpan, plain, walk, with_children
from publist.settings.options import LinksShown
from publist.url import safe_url, same_target

_KINDS = {"URL": "url", "DOI": "doi", "PMID": "pmid", "PMCID": "pmcid"}
# What styles print before a number so that the two are an address (CSL 1.0.2, Appendix VI).
_PREFIX = pattern(r"https?://\S*/$")
_ADDRESS = pattern(r"(?:https?://|www\.)[^\s<>\"“”]+", re.IGNORECASE)
_BEHIND = pattern(r"(?<![.,;:!?'’)\]])[.,;:!?'’)\]]++$")
# Kinds of links that lead to the work as others hold it, and not to what its authors put beside it.
_NOT_OWN = frozenset(ADDRESSES) | {"url", "html"}


def linked(children: tuple[Node, ...]) -> tuple[Node, ...]:
    """The citation with every DOI, URL, PMID and PMCID in it as a link, its prefix within.

    >>> linked(("https://doi.org/", VariableSpan("DOI", ("10.1000/x",))))[0].url
    'https://doi.org/10.1000/x'
    """
    result: list[Node] = []
    for node in children:
        if isinstance(node, VariableSpan) and (url := _url(node)):
            result.append(_with_prefix(result, node, url))
        elif isinstance(node, (str, Mark, LinkSpan, NameSpan)):
            result.append(node)
        else:
            inner = linked(node.children)
            result.append(node if inner is node.children else with_children(node, inner))
    found = tuple([piece for node in result for piece in (_bare(node) if isinstance(node, str) else (node,))])
    return children if found == children else found


def _url(node: VariableSpan) -> str:
    """Where the printed value of a variable leads; "" if nowhere."""
    kind = _KINDS.get(node.variable)
    if kind is None:
        return ""
    value = plain(node.children).strip()
    if kind == "url":
        return value if safe_url(value) and "://" in value else ""
    identifier = Identifier.parse(kind, value)
    return identifier.url if identifier else ""


def _with_prefix(before: list[Node], node: VariableSpan, url: str) -> LinkSpan:
    """The link around a value, and around the beginning of an address that the style puts before it."""
    last = before[-1] if before else ""
    prefix = _PREFIX.search(last) if isinstance(last, str) and "://" in last else None
    if prefix is None:
        return LinkSpan(url, (node,))
    before[-1] = prefix.string[: prefix.start()]
    return LinkSpan(url, (prefix[0], node))


def _bare(text: str) -> tuple[Node, ...]:
    """A text with the addresses in it as links."""
    if "://" not in text and "www." not in text.lower():
        return (text,) if text else ()
    pieces: list[Node] = []
    at = 0
    for match in _ADDRESS.finditer(text):
        address = _BEHIND.sub("", match[0])
        url = address if "://" in address else f"http://{address}"
        pieces += [text[at : match.start()], LinkSpan(url, (address,))]
        at = match.start() + len(address)
    return tuple(piece for piece in (*pieces, text[at:]) if piece)


def row(links: tuple[Link, ...], content: tuple[Node, ...], shown: LinksShown) -> tuple[Link, ...]:
    """The links that stand below a citation: not those that it prints, and only such as are asked for."""
    if shown == "none":
        return ()
    printed = {same_target(node.url) for node in walk(content) if isinstance(node, LinkSpan)}
    return tuple(
        link
        for link in links
        if same_target(link.url) not in printed and (shown == "all" or link.kind not in _NOT_OWN)
    )
