"""Two formats: data, and a fragment that inherits from one of publist's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from publist.listing import Section
from publist.output.markdown import MarkdownWriter
from publist.problems import Problem
from publist.richtext import Text
from publist.settings.formats import Format


def keys(sections: Sequence[Section], _problems: Iterable[Problem]) -> tuple[str, list[Problem]]:
    """The keys of the list, one a line."""
    return "".join(f"{entry.publication.key}\n" for one in sections for entry in one.entries), []


class SlidesWriter(MarkdownWriter):
    """Markdown in which each heading begins a slide."""

    def heading(self, content: Text, level: int) -> str:
        """The heading below a rule."""
        return "---\n\n" + super().heading(content, level)


KEYS = Format("data", "formats:keys", package="publist_house")
SLIDES = Format("fragment", "formats:SlidesWriter", package="publist_house")
