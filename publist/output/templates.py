"""Templates of jinja2: a list by a template of one's own, the document around a list, lines of news.

The only user of jinja2, and imported for these alone: it takes longer to import than a list to write.
Nothing from a bibliography is ever read as a template.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from publist.errors import InputError
from publist.listing import Section
from publist.output import html, tool
from publist.output.rows import Sheet
from publist.output.writer import Writer
from publist.patterns import pattern
from publist.phrases import phrase
from publist.richtext import plain
from publist.settings.formats import FormatName
from publist.settings.options import Page

# What a template writes text with, and the method of a writer that does it.
_FILTERS = {"rich": "render"} | {
    name: name for name in "link label body heading class_name identifier wrap margin quoted".split()
}
_TEMPLATES = Path(__file__).parent.parent / "templates"
# Letters that fonts for Latin text lack: Greek, Cyrillic, Chinese …
_OTHER_SCRIPTS = pattern(r"[\u0370-\u1dff\u2e80-\ufaff\ufe30-\uffef\U00010000-\U0010ffff]")


def of_ones_own(sections: Sequence[Section], format_: FormatName, page: Page, writer: Writer) -> str:
    """The sections by the page's template, which gets what ``docs/reference/templates.md`` says.

    Raises InputError where it cannot be read or is no template.
    """
    names = {
        "sections": sections,
        "level": page.level,
        "legend": page.legend,
        "more": page.more,
        "words": lambda key: phrase(key, page.language),
        "width": page.width,
        "widest": getattr(writer, "widest", ""),
        **_of_page(page),
    }
    return _rendered(page.template or Path(), format_, names, writer)


def standalone(written: str, format_: FormatName, page: Page, writer: Writer) -> str:
    """The whole document around a written list."""
    names = _of_page(page) | {"body": written, "many_scripts": bool(_OTHER_SCRIPTS.search(written))}
    return _rendered(_TEMPLATES / f"page.{format_}.j2", format_, names, writer)


def by_name(name: str, format_: FormatName, values: Mapping[str, Any], template: Path | None = None) -> str:
    """What the packaged template ``name``, or a user's own, makes of the values, e.g. of lines of news.

    Raises InputError as :func:`of_ones_own` does.
    """
    path = template or _TEMPLATES / f"{name}.{format_}.j2"
    return _rendered(path, format_, values, tool(format_)(Sheet()))


def _of_page(page: Page) -> dict[str, Any]:
    return {"title": page.title, "language": page.language.partition("-")[0], "summary": page.summary}


def _rendered(path: Path, format_: FormatName, names: Mapping[str, Any], writer: Writer) -> str:
    environment = _environment(format_, writer, packaged=path.parent == _TEMPLATES)
    try:
        written = environment.from_string(_source(path)).render(names)
    except TemplateSyntaxError as error:
        raise InputError(f"is no template: {error.message}", file=str(path), line=error.lineno) from error
    except TemplateError as error:
        raise InputError(f"the template failed: {error}", file=str(path)) from error
    return written.strip("\n") + "\n"


def _source(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the template cannot be read: {error}", file=str(path)) from error


def _environment(format_: FormatName, writer: Writer, *, packaged: bool) -> Environment:
    """Where a template runs: in jinja2's sandbox, but for the packaged ones, which need none."""
    kind = Environment if packaged else ImmutableSandboxedEnvironment
    is_html = format_ == "html"
    environment = kind(
        autoescape=is_html,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        finalize=_escaped if is_html else None,
    )
    own = {name: getattr(writer, method) for name, method in _FILTERS.items() if hasattr(writer, method)}
    filters = {name: _escaping(write) for name, write in own.items()} if is_html else own
    environment.filters.update({"plain": plain, **filters})
    return environment


def _escaped(value: object) -> object:
    """A value as the writer escapes it; jinja2 would leave what other template languages read."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return Markup(html.escape(value))  # noqa: S704 - the writer escapes


def _escaping(write: Callable[..., Any]) -> Callable[..., Markup]:
    """The same for jinja2, which need not escape what the writer has escaped."""
    return lambda *values: Markup(write(*values))  # noqa: S704 - the writer escapes
