"""The lists of HTML and Markdown; publist.documents.precompile makes this of their templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Names = Mapping[str, Any]
Filters = Mapping[str, Callable[..., Any]]


def list_html(names: Names, filters: Filters, escape: Callable[[Any], str]) -> str:
    """What ``list.html.j2`` writes."""
    legend = names["legend"]
    level = names["level"]
    more = names["more"]
    sections = names["sections"]
    summary = names["summary"]
    words = names["words"]
    class_name_ = filters["class_name"]
    identifier_ = filters["identifier"]
    link_ = filters["link"]
    rich_ = filters["rich"]
    written: list[str] = []
    written += ['<div class="publist">']
    if summary:
        written += ['\n<p class="publist-summary">', escape(rich_(summary)), '</p>']
    members_1 = tuple(sections)
    for place_1, section in enumerate(members_1, 1):
        if section.heading:
            written += ['\n<h', escape(min([(level + section.depth), 6])), ' class="publist-heading">', escape(rich_(section.heading)), '</h', escape(min([(level + section.depth), 6])), '>']
        if section.entries:
            written += ['\n<ul class="publist-list"']
            if section.labelled:
                written += [' style="list-style:none"']
            written += ['>']
            members_2 = tuple(section.entries)
            for place_2, entry in enumerate(members_2, 1):
                written += ['\n<li class="publist-entry ', escape(class_name_(f"{'type-'}{entry.publication.item.type}")), '" id="', escape(identifier_(entry.publication.key)), '">']
                if entry.preview:
                    written += ['\n<img class="publist-preview" src="', escape(rich_(entry.preview)), '" alt="">']
                written += ['\n<div class="publist-citation">', escape(rich_(entry.shown)), '</div>']
                if entry.names:
                    written += ['\n<details class="publist-names"><summary>', escape(words('all-names')), '</summary>', escape(rich_(entry.names)), '</details>']
                if entry.badges:
                    written += ['\n<span class="publist-badges">']
                    members_3 = tuple(entry.badges)
                    for place_3, badge in enumerate(members_3, 1):
                        written += ['<strong class="publist-badge ', escape(class_name_(badge.kind))]
                        if badge.color:
                            written += [' ', escape(class_name_(f"{'color-'}{badge.color}"))]
                        written += ['">', escape(rich_(badge.label)), '</strong>', escape((' ' if (not (place_3 == len(members_3))) else ''))]
                    written += ['</span>']
                if entry.links:
                    written += ['\n<span class="publist-links">']
                    members_3 = tuple(entry.links)
                    for place_3, link in enumerate(members_3, 1):
                        written += ['[', escape(link_(link)), ']', escape((' ' if (not (place_3 == len(members_3))) else ''))]
                    written += ['</span>']
                members_3 = tuple(entry.notes)
                for place_3, note in enumerate(members_3, 1):
                    written += ['\n<div class="publist-note">', escape(rich_(note)), '</div>']
                if entry.bibtex:
                    written += ['\n<details class="publist-bibtex"><summary>BibTeX</summary><pre>', escape(rich_(entry.bibtex)), '</pre></details>']
                if entry.legend:
                    written += ['\n<div class="publist-legend">']
                    members_3 = tuple(entry.legend)
                    for place_3, mark in enumerate(members_3, 1):
                        written += ['<span>', escape(rich_(mark.sign)), ' ', escape(rich_(mark.label)), '</span>', escape(('; ' if (not (place_3 == len(members_3))) else ''))]
                    written += ['</div>']
                written += ['\n</li>']
            written += ['\n</ul>']
    if more:
        written += ['\n<p class="publist-more">', escape(rich_(more)), '</p>']
    if legend:
        written += ['\n<p class="publist-legend">']
        members_1 = tuple(legend)
        for place_1, mark in enumerate(members_1, 1):
            written += ['<span>', escape(rich_(mark.sign)), ' ', escape(rich_(mark.label)), '</span>', escape(('; ' if (not (place_1 == len(members_1))) else ''))]
        written += ['</p>']
    written += ['\n</div>\n']
    return "".join(written)


def list_markdown(names: Names, filters: Filters, escape: Callable[[Any], str]) -> str:
    """What ``list.markdown.j2`` writes."""
    legend = names["legend"]
    level = names["level"]
    more = names["more"]
    sections = names["sections"]
    summary = names["summary"]
    link_ = filters["link"]
    rich_ = filters["rich"]
    written: list[str] = []
    if summary:
        written += ['\n', escape(rich_(summary)), '\n\n']
    members_1 = tuple(sections)
    for place_1, section in enumerate(members_1, 1):
        if section.heading:
            written += ['\n', escape(('#' * min([(level + section.depth), 6]))), ' ', escape(rich_(section.heading)), '\n\n']
        members_2 = tuple(section.entries)
        for place_2, entry in enumerate(members_2, 1):
            written += ['- ', escape(rich_(entry.shown).replace('\n', '\n' + 2 * ' '))]
            if (entry.badges or entry.links):
                written += [escape('  '), '\n  ']
                members_3 = tuple(entry.badges)
                for place_3, badge in enumerate(members_3, 1):
                    written += ['**', escape(rich_(badge.label)), '**', escape((' ' if ((not (place_3 == len(members_3))) or entry.links) else ''))]
                members_3 = tuple(entry.links)
                for place_3, link in enumerate(members_3, 1):
                    written += ['\\[', escape(link_(link)), '\\]', escape((' ' if (not (place_3 == len(members_3))) else ''))]
            members_3 = tuple(entry.notes)
            for place_3, note in enumerate(members_3, 1):
                written += [escape('  '), '\n  ', escape(rich_(note))]
            if entry.legend:
                written += [escape('  '), '\n  ']
                members_3 = tuple(entry.legend)
                for place_3, mark in enumerate(members_3, 1):
                    written += [escape(rich_(mark.sign)), ' ', escape(rich_(mark.label)), escape(('; ' if (not (place_3 == len(members_3))) else ''))]
            written += ['\n']
    if more:
        written += ['\n', escape(rich_(more)), '\n']
    if legend:
        written += ['\n']
        members_1 = tuple(legend)
        for place_1, mark in enumerate(members_1, 1):
            written += [escape(rich_(mark.sign)), ' ', escape(rich_(mark.label)), escape(('; ' if (not (place_1 == len(members_1))) else ''))]
        written += ['\n']
    written += ['\n']
    return "".join(written)


LISTS = {"html": list_html, "markdown": list_markdown}
