"""Sections to a fragment of a page, or to a document around it, through jinja2 templates.

The only user of jinja2 in a run.  Templates get rich text and the writers' filters; nothing from a
bibliography is ever read as a template.  The packaged templates of HTML and Markdown are there as Python too
(:mod:`publist.documents.precompile`), since jinja2 takes longer to import than a short list to write.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publist.documents.precompiled import LISTS
from publist.errors import InputError
from publist.listing import Section
from publist.output import html, text
from publist.output.layout import layout
from publist.patterns import pattern
from publist.phrases import phrase
from publist.publication import Link
from publist.richtext import Text, plain
from publist.settings.formats import Name
from publist.settings.options import Page

if TYPE_CHECKING:
    from jinja2 import Environment, Template

    from publist.listing.news import NewsItem

_TEMPLATES = Path(__file__).parent.parent / "templates"
# Letters that fonts for Latin text lack: Greek, Cyrillic, Chinese …
_OTHER_SCRIPTS = pattern(r"[\u0370-\u1dff\u2e80-\ufaff\ufe30-\uffef\U00010000-\U0010ffff]")


def fragment(sections: Sequence[Section], format_: Name, page: Page) -> str:
    """The sections in the format of a template, ending with a newline.

    A template gets what ``docs/reference/templates.md`` says.  Raises InputError where it cannot be read or
    is no template.
    """
    names: dict[str, Any] = {
        "sections": sections,
        "level": page.level,
        "legend": page.legend,
        "more": page.more,
        "words": lambda key: phrase(key, page.language),
        "title": page.title,
        "language": page.language.partition("-")[0],
        "summary": page.summary,
        "width": page.width,
    }
    if page.template is None and format_ in LISTS:
        written = _precompiled(format_, names)
    else:
        if format_ not in LISTS:  # these have no use for it
            names["widest"] = _widest(sections)
        written = _rendered(page.template or _TEMPLATES / f"list.{format_}.j2", format_, names)
    if page.template is None:
        written = re.sub(r"\n{3,}", "\n\n", written)  # where a part of the packaged template has no text
    if page.standalone:
        names |= {"body": written, "many_scripts": bool(_OTHER_SCRIPTS.search(written))}
        written = _rendered(_TEMPLATES / f"page.{format_}.j2", format_, names)
    return written


def news(items: Sequence[NewsItem], format_: Name, template: Path | None = None) -> str:
    """The lines of news in HTML or Markdown.  Raises InputError as :func:`fragment` does."""
    return _rendered(template or _TEMPLATES / f"news.{format_}.j2", format_, {"items": items})


def _precompiled(format_: Name, names: dict[str, Any]) -> str:
    from markupsafe import escape

    return _ended(LISTS[format_](names, _filters(format_), escape if format_ == "html" else str))


def _rendered(path: Path, format_: Name, names: dict[str, Any]) -> str:
    from jinja2 import TemplateError, TemplateSyntaxError

    try:
        written = _template(_environment(format_, packaged=path.parent == _TEMPLATES), path).render(names)
    except TemplateSyntaxError as error:
        raise InputError(f"is no template: {error.message}", file=str(path), line=error.lineno) from error
    except TemplateError as error:
        raise InputError(f"the template failed: {error}", file=str(path)) from error
    return _ended(written)


def _ended(written: str) -> str:
    return written.strip("\n") + "\n"


def _widest(sections: Sequence[Section]) -> str:
    """The longest label in the margin, e.g. ``[C12]``; "" where there is none."""
    labels = (label_of(entry.shown) for section in sections for entry in section.entries if entry.labelled)
    return max(labels, key=len, default="")


def label_of(content: Text) -> str:
    """What stands in the margin beside a citation, as plain text."""
    return plain(layout(content).label).strip()


def _template(environment: Environment, path: Path) -> Template:
    try:
        return environment.from_string(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the template cannot be read: {error}", file=str(path)) from error


def _environment(format_: Name, *, packaged: bool) -> Environment:
    """Where a template runs: in jinja2's sandbox, but for the packaged ones, which need none."""
    from jinja2 import Environment, StrictUndefined

    kind = Environment
    if not packaged:
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        kind = ImmutableSandboxedEnvironment
    environment = kind(
        autoescape=format_ == "html",
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters.update(_filters(format_))
    return environment


def _filters(format_: Name) -> dict[str, Callable[..., Any]]:
    """What a template writes text with."""
    if format_ == "html":
        from markupsafe import Markup

        return {
            "plain": plain,
            "rich": lambda value: Markup(html.render(value)),  # noqa: S704 - the writer escapes
            "link": lambda link: Markup(html.link(link.url, link.label, _link_class(link), link.icon)),  # noqa: S704
            "class_name": html.class_name,
            "identifier": html.identifier,
        }
    writer = importlib.import_module(f"publist.output.{format_}")
    filters = {"plain": plain, "rich": writer.render, "link": lambda link: writer.link(link.url, link.label)}
    if hasattr(writer, "lines"):
        filters.update(
            label=lambda content: writer.render(layout(content).label),
            body=lambda content: writer.lines(layout(content).lines),
            heading=writer.heading,
            margin=_margin,
            wrap=lambda value, width, first="", rest="": text.wrap(value, width, first=first, rest=rest),
            quoted=getattr(writer, "quoted", str),
        )
    return filters


def _margin(content: Text, widest: str) -> tuple[str, str]:
    """What stands before the first and before every other line of a citation in plain text."""
    label = label_of(content)
    width = text.columns(widest) + 1 if widest else 4
    return (label + " " * (width - text.columns(label)) if label else "", " " * width)


def _link_class(link: Link) -> str:
    return f"publist-link {html.class_name(link.kind)}"
