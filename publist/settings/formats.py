"""The output formats, in one table: the command line, ``publist.toml``, its schema and the tests use it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple, get_args

Name = Literal[
    "html",
    "markdown",
    "latex",
    "typst",
    "text",
    "rtf",
    "docx",
    "pdf",
    "json",
    "yaml",
    "csl-json",
    "bibtex",
    "pages",
]

DEFAULT: Name = "html"

Site = Literal["academicpages", "hugo", "astro"]
"""The site generators that the format ``pages`` knows."""


class Format(NamedTuple):
    """One format, e.g. ``Format("fragment", ".tex")``.

    ``fragment`` is a part of a page or document, which a template makes and which may stand between markers;
    ``document`` a whole file; ``data`` what programs read; ``pages`` a folder of files.  ``extensions`` begin
    with the usual one.  ``extra`` is the extra of the package that the format needs.
    """

    kind: Literal["fragment", "document", "data", "pages"]
    extensions: tuple[str, ...] = ()
    standalone: bool = False  # has a whole document as well
    extra: str = ""


FORMATS: dict[Name, Format] = {
    "html": Format(
        "fragment", (".html", ".htm", ".xhtml", ".php", ".jinja", ".j2", ".njk", ".liquid", ".astro")
    ),
    "markdown": Format("fragment", (".md", ".markdown", ".mdx", ".qmd", ".rmd")),
    "latex": Format("fragment", (".tex", ".ltx"), standalone=True),
    "typst": Format("fragment", (".typ",), standalone=True),
    "text": Format("fragment", (".txt",)),
    "rtf": Format("document", (".rtf",)),
    "docx": Format("document", (".docx",), extra="docx"),
    "pdf": Format("document", (".pdf",), extra="pdf"),
    "json": Format("data", (".json",)),
    "yaml": Format("data", (".yaml", ".yml")),
    "csl-json": Format("data"),
    "bibtex": Format("data", (".bib",)),
    "pages": Format("pages"),
}
assert tuple(FORMATS) == get_args(Name)  # noqa: S101 - the two lists above are one


def of_file(path: Path | None) -> Name:
    """The format that a file's name asks for, e.g. ``latex`` for ``cv.tex``; HTML for any other."""
    suffix = path.suffix.lower() if path else ""
    return next((name for name, one in FORMATS.items() if suffix in one.extensions), DEFAULT)
