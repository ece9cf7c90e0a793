"""A list in HTML for a page of its own: what readers do with an entry, and what programs read of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from publist.listing import text_of
from publist.listing.open_access import is_open
from publist.output.coins import coins
from publist.output.html import HtmlWriter, badge_html, class_name, escape, href, identifier, row_html
from publist.output.rows import Bar, Entries, EntryRows, Fold, Legend, Line, Sheet
from publist.phrases import phrase
from publist.publication import Link, Publication
from publist.richtext import Mark, NameSpan, Node, VariableSpan, rewrite, with_children
from publist.url import safe_url

# The symbol of each kind of link; those of identifiers and all others have that of a link.
_SYMBOLS = {
    "paper": "page", "pdf": "page", "html": "page", "supp": "clip", "code": "code", "dataset": "data",
    "slides": "slides", "poster": "slides", "video": "play", "demo": "play", "project": "globe",
    "website": "globe", "blog": "globe",
}  # fmt: skip
# What readers and the sheets tell apart in a citation; a page of thousands has no room for the rest.
_PARTS = frozenset("title author editor container-title-short".split())
_PIECE = 100  # entries

MOST_DESCRIBED = 500
"""Of how many entries of a long list programs are told: search engines and reference managers."""


class PageWriter(HtmlWriter):
    """HTML as in a fragment, with what a page adds to an entry.

    What opens, is copied or is read by programs alone stands in one element, ``publist-foot``.
    """

    def __init__(self, sheet: Sheet, addresses: Mapping[str, str] = MappingProxyType({})) -> None:
        """Take the language of the words, and the meaning of marks where a legend gives it.

        ``addresses`` are those of pages for single works, by key; their links are the permanent ones.
        """
        super().__init__(sheet)
        self.addresses = dict(addresses)
        self.signs = {mark.sign: mark.label for legend in _legends(sheet) for mark in legend.marks}

    def words(self, key: str) -> str:
        """A phrase in the language of the list."""
        return phrase(key, self.language)

    def rows(self, entry: EntryRows) -> list[str]:
        """As in a fragment, links as buttons; what opens stands together."""
        feet = [row for row in entry.rows if isinstance(row, Fold) and row.name != "names"]
        legends = [row for row in entry.rows if isinstance(row, Legend)]
        lines = [row for row in entry.rows if row not in (*feet, *legends)]
        citation = Line("citation", rewrite(entry.citation, self._change))
        return [
            self._picture(entry),
            _venue(entry.work),
            row_html(citation),
            *(self._bar(row, entry.work) if isinstance(row, Bar) else row_html(row) for row in lines),
            self._foot(entry, feet),
            *map(row_html, legends),
        ]

    def _picture(self, entry: EntryRows) -> str:
        if not entry.picture or urlsplit(entry.picture).netloc:
            return ""  # the page asks nothing of other servers
        title = text_of(entry.work.item.variables.get("title")) if entry.work else ""
        alt = escape(self.words("picture-of").format(title=title or entry.key))
        address = escape(entry.picture)
        size = 'width="160" height="120" loading="lazy" decoding="async"'
        return f'<img class="publist-preview" src="{address}" alt="{alt}" {size}>'

    def _bar(self, bar: Bar, work: Publication | None) -> str:
        badges = " ".join(map(badge_html, bar.badges))
        links = " ".join(map(_button, bar.links)) + (self._open() if work and is_open(work) else "")
        parts = {"badges": badges, "links": links}
        made = (f'<span class="publist-{name}">{part}</span>' for name, part in parts.items() if part)
        return "\n".join(made)

    def _open(self) -> str:
        words = escape(self.words("open-access"))
        said = f'role="img" aria-label="{words}" title="{words}"'
        return f' <span class="publist-open" {said}>{_icon("open")}</span>'

    def _foot(self, entry: EntryRows, feet: list[Fold]) -> str:
        address = self.addresses.get(entry.key) or "#" + quote(identifier(entry.key))
        target, words = escape(address), escape(self.words("permanent-link"))
        parts = [
            *map(row_html, feet),
            f'<a class="publist-permalink" href="{target}" aria-label="{words}" title="{words}">#</a>',
            self.coins(entry),
        ]
        return f'<div class="publist-foot">{"".join(parts)}</div>'

    def coins(self, entry: EntryRows) -> str:
        """What reference managers find of the entry."""
        return f'<span class="Z3988" title="{escape(coins(entry.work))}"></span>' if entry.work else ""

    def _said(self, mark: Mark) -> Mark:
        """The mark with its meaning, for those who hear the page."""
        return Mark(mark.sign, mark.role, self.signs.get(mark.sign) or self.words(mark.role))

    def _change(self, node: Node) -> tuple[Node, ...]:
        """Marks with their words, each list of names as one, and no element that nothing asks for."""
        if isinstance(node, Mark):
            return (self._said(node),)
        if isinstance(node, VariableSpan) and node.variable not in _PARTS:
            return node.children
        if isinstance(node, (str, NameSpan)) or not any(isinstance(one, NameSpan) for one in node.children):
            return (node,)
        return (with_children(node, _joined(node.children)),)


class BareWriter(PageWriter):
    """Entries of a long list: citation, badges and links alone, with as few tags as they can do with.

    Lists of more than a hundred are cut into several: browsers skip those that are off the screen as a whole.

    ``whole_entries`` are the same entries as :class:`PageWriter` writes them, with their citations left out;
    the page's script puts both together.
    """

    def __init__(self, sheet: Sheet, addresses: Mapping[str, str] = MappingProxyType({})) -> None:
        """Begin without entries."""
        super().__init__(sheet, addresses)
        self.whole_entries: list[str] = []

    def entry(self, entry: EntryRows) -> str:
        """The bare entry."""
        self.whole_entries.append(super().entry(entry._replace(citation=())))
        shown = [Line("citation", rewrite(entry.citation, self._bare_names))]
        bars = [_bare(row) for row in entry.rows if isinstance(row, Bar)]
        rows = "".join([*map(row_html, shown), *bars])
        return f'<li class="publist-entry" id="{identifier(entry.key)}">{rows}</li>'

    def entries(self, part: Entries) -> str:
        """The list in pieces."""
        starts = range(0, len(part.entries), _PIECE)
        pieces = (part._replace(entries=part.entries[start : start + _PIECE]) for start in starts)
        return "\n".join(super(BareWriter, self).entries(piece) for piece in pieces)

    def written(self, entries: Sequence[EntryRows]) -> Iterator[str]:
        """The bare entries, never from memory: the whole ones are gathered."""
        return map(self.entry, entries)

    def _bare_names(self, node: Node) -> tuple[Node, ...]:
        """Names, and values but for titles, without elements of their own."""
        if isinstance(node, Mark):
            return (self._said(node),)
        if isinstance(node, NameSpan) or (isinstance(node, VariableSpan) and node.variable != "title"):
            return node.children
        return (node,)

    def coins(self, entry: EntryRows) -> str:
        """Of the first entries only."""
        return super().coins(entry) if len(self.whole_entries) < MOST_DESCRIBED else ""


def _bare(bar: Bar) -> str:
    badges = " ".join(map(badge_html, bar.badges))
    urls = {link.label: safe_url(link.url) for link in bar.links}
    links = " ".join(f'<a href="{href(url)}">{escape(label)}</a>' for label, url in urls.items() if url)
    return badges + (f'<span class="publist-links">{links}</span>' if links else "")


def _joined(children: tuple[Node, ...]) -> tuple[Node, ...]:
    """The children with their names, from the first to the last, in one span, e.g. of ``author``."""
    places = [place for place, child in enumerate(children) if isinstance(child, NameSpan)]
    first, end = places[0], places[-1] + 1
    inner: list[Node] = []
    for child in children[first:end]:
        inner += child.children if isinstance(child, NameSpan) else (child,)
    variable = next(child.variable for child in children if isinstance(child, NameSpan))
    return (*children[:first], VariableSpan(variable, tuple(inner)), *children[end:])


def _legends(sheet: Sheet) -> list[Legend]:
    own = [part for part in sheet.parts if isinstance(part, Legend)]
    entries = [entry for part in sheet.parts if isinstance(part, Entries) for entry in part.entries]
    return [*own, *(row for entry in entries for row in entry.rows if isinstance(row, Legend))]


def _venue(work: Publication | None) -> str:
    """The venue's short form as a badge of the theme; the citation says it to those who listen."""
    short = text_of(work.item.variables.get("container-title-short")) if work else ""
    return f'<span class="publist-venue" aria-hidden="true">{escape(short)}</span>' if short else ""


def _icon(name: str) -> str:
    return f'<svg aria-hidden="true"><use href="#publist-i-{name}"/></svg>'


def _button(link: Link) -> str:
    target = safe_url(link.url)
    if target is None:
        return escape(link.label)
    words = _icon(_SYMBOLS.get(link.kind, "link")) + escape(link.label)
    return f'<a class="publist-link {class_name(link.kind)}" href="{href(target)}">{words}</a>'
