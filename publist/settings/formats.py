"""The output formats, in one table: the command line, ``publist.toml``, its schema and the tests use it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from publist.records import NamedTuple
from publist.settings.values import Open

Site = Literal["academicpages", "hugo", "astro", "none"]
"""The site generators that the format ``pages`` knows; ``none`` makes whole pages."""


class Format(NamedTuple):
    """One format, e.g. ``Format("fragment", "latex:LatexWriter", (".tex",))``.

    ``fragment`` is a part of a page or document, which may stand between markers; ``document`` a whole file;
    ``data`` what programs read; ``pages`` a folder of files.  ``tool`` is the module of ``output/`` that
    makes it, and what in it: a writer, or for data and pages a function.  ``extensions`` begin with the
    usual one.  ``extra`` is the extra of the package that the format needs; ``made_of`` the format whose
    whole document its function takes; ``package`` the package of the module.
    """

    kind: Literal["fragment", "document", "data", "pages"]
    tool: str
    extensions: tuple[str, ...] = ()
    standalone: bool = False  # has a whole document as well
    extra: str = ""
    made_of: str = ""
    paper: bool = False  # a document to print
    package: str = "publist.output"


_PAGES = (".html", ".htm", ".xhtml", ".php", ".jinja", ".j2", ".njk", ".liquid", ".astro")
FORMATS: dict[FormatName, Format] = {
    "html": Format("fragment", "html:HtmlWriter", _PAGES),
    "page": Format("document", "page:PageWriter"),
    "markdown": Format("fragment", "markdown:MarkdownWriter", (".md", ".markdown", ".mdx", ".qmd", ".rmd")),
    "latex": Format("fragment", "latex:LatexWriter", (".tex", ".ltx"), standalone=True),
    "typst": Format("fragment", "typst:TypstWriter", (".typ",), standalone=True),
    "text": Format("fragment", "text:TextWriter", (".txt",)),
    "asciidoc": Format("fragment", "asciidoc:AsciidocWriter", (".adoc", ".asciidoc", ".asc")),
    "org": Format("fragment", "org:OrgWriter", (".org",)),
    "pandoc": Format("document", "pandoc:PandocWriter"),
    "rtf": Format("document", "rtf:RtfWriter", (".rtf",), paper=True),
    "docx": Format("document", "docx:WordWriter", (".docx",), extra="docx", paper=True),
    "pdf": Format("document", "pdf:document", (".pdf",), extra="pdf", made_of="typst", paper=True),
    "json": Format("data", "data:as_json", (".json",)),
    "yaml": Format("data", "data:as_yaml", (".yaml", ".yml")),
    "csv": Format("data", "table:as_csv", (".csv",)),
    "rendercv": Format("data", "cv:as_rendercv"),
    "jsonresume": Format("data", "cv:as_json_resume"),
    "nsf-coa": Format("data", "collaborators:as_nsf_coa"),
    "csl-json": Format("data", "items:as_csl_json"),
    "bibtex": Format("data", "items:as_bibtex", (".bib",)),
    "biblatex": Format("data", "items:as_biblatex"),
    "pages": Format("pages", "pages:pages"),
}


def is_plugged(name: object) -> bool:
    """Whether an installed package has a format of this name, which is one of :data:`FORMATS` from now on."""
    from publist import plugins

    if isinstance(name, str) and name not in FORMATS and name:
        FORMATS.update(plugins.load("formats", name))
    return name in FORMATS


if TYPE_CHECKING:
    FormatName: TypeAlias = str
else:
    FormatName = Annotated[Literal[tuple(FORMATS)], Open(is_plugged)]  # so that the settings know the choices
"""The name of a format, e.g. ``html``: a key of :data:`FORMATS`."""

DEFAULT: FormatName = "html"


def of_file(path: Path | None) -> FormatName:
    """The format that a file's name asks for, e.g. ``latex`` for ``cv.tex``; HTML for any other."""
    suffix = path.suffix.lower() if path else ""
    return next((name for name, one in FORMATS.items() if suffix in one.extensions), DEFAULT)
