"""A list in HTML for a page of its own: each entry has a permanent link."""

from __future__ import annotations

from urllib.parse import quote

from publist.output.html import HtmlWriter, escape, identifier
from publist.output.rows import EntryRows, Sheet
from publist.phrases import phrase


class PageWriter(HtmlWriter):
    """HTML as in a fragment, with what a page adds to an entry."""

    def __init__(self, sheet: Sheet) -> None:
        """Take the language of the words."""
        super().__init__(sheet)
        self.permanent = escape(phrase("permanent-link", sheet.language))

    def tail(self, entry: EntryRows) -> str:
        """The permanent link, e.g. ``#publist-shao2022sfda``."""
        target = escape("#" + quote(identifier(entry.key)))
        words = self.permanent
        return f'<a class="publist-permalink" href="{target}" aria-label="{words}" title="{words}">#</a>'
