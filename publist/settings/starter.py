"""A first ``publist.toml``, with comments, for one kind of site."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from publist.settings.schema import ADDRESS


@dataclass(frozen=True, slots=True)
class SiteKind:
    """A kind of site: what it is, the settings of its target, and how the list gets into a page.

    ``sheet`` is where the site keeps its style sheets, e.g. ``assets/publist.css``; "" where the site has one
    for its lists or the target is no HTML.  ``signs`` are files that only such a site has, as patterns.
    """

    title: str
    target: Mapping[str, str]
    advice: str
    sheet: str = ""
    signs: Sequence[str] = ()


KINDS: dict[str, SiteKind] = {
    "html": SiteKind(
        "a page of HTML",
        {"format": "page", "output": "publications.html"},
        "It is a page of its own, with search.  Or write into a page that you have: in place of the two\n"
        'settings below into = "index.html", and in that page the two lines\n'
        "<!-- publist:begin homepage --> and <!-- publist:end homepage -->",
        "publist.css",
    ),
    "jekyll": SiteKind(
        "Jekyll, also as GitHub Pages run it",
        {"output": "_includes/publications.html"},
        "In a page: {% include publications.html %}",
        "assets/publist.css",
        signs=("_config.yml", "_config.yaml"),
    ),
    "academicpages": SiteKind(
        "academicpages: one page for each publication",
        {"output-dir": "_publications", "site": "academicpages"},
        "The theme lists the pages of this folder by itself.",
        signs=("_publications/*.md",),
    ),
    "hugo": SiteKind(
        "Hugo",
        {"output": "layouts/partials/publications.html"},
        'In a template: {{ partial "publications.html" . }}',
        "static/publist.css",
        signs=("hugo.toml", "hugo.y*ml", "hugo.json", "config/_default/*", "archetypes/*.md"),
    ),
    "hugoblox": SiteKind(
        "Hugo Blox: one page for each publication",
        {"output-dir": "content/publication", "site": "hugo"},
        "The theme lists the pages of this folder by itself.",
        signs=("content/publication/**/index.md", "config/_default/hugo.y*ml"),
    ),
    "astro": SiteKind(
        "Astro: a content collection",
        {"output-dir": "src/content/publications", "site": "astro"},
        "See docs/how-to/sites.md for the collection's definition.",
        signs=("astro.config.*",),
    ),
    "eleventy": SiteKind(
        "Eleventy",
        {"output": "_includes/publications.html"},
        "In a page: {% include publications.html %}",
        "publist.css",
        signs=(".eleventy.js", "eleventy.config.*"),
    ),
    "mkdocs": SiteKind(
        "MkDocs",
        {"output": "docs/publications.md"},
        "Add the page to nav in mkdocs.yml.",
        signs=("mkdocs.y*ml",),
    ),
    "pelican": SiteKind(
        "Pelican",
        {"output": "theme/templates/publications.html"},
        "In a template of the theme: {% include 'publications.html' %}",
        "theme/static/publist.css",
        signs=("pelicanconf.py",),
    ),
    "sphinx": SiteKind(
        "Sphinx",
        {"output": "publications.html"},
        "In a page: .. raw:: html and below it, indented, :file: publications.html",
        "_static/publist.css",
        signs=("conf.py",),
    ),
    "latex": SiteKind("a CV in LaTeX", {"output": "publications.tex"}, "In the CV: \\input{publications}"),
}


_BETWEEN = "The list stands between its markers; its headings are one level below the heading before them."
# Told apart in this order: sites of a theme have the files of their generator as well.
_TOLD = ("academicpages", "hugoblox", *(kind for kind in KINDS if kind not in ("academicpages", "hugoblox")))


def kind_of(folder: Path) -> str:
    """What the folder holds, by files that only such a site has, e.g. ``jekyll``; ``html`` for any other."""
    found = (kind for kind in _TOLD for sign in KINDS[kind].signs if any(folder.glob(sign)))
    return next(found, "html")


def starter(
    bibliography: Sequence[str], name: str, kind: str, marked: tuple[str, str] | None = None, orcid: str = ""
) -> str:
    """The text of the file; ``marked`` is a page that has markers, and the name in them.

    >>> print(starter(["my.bib"], "W. Shao", "html").splitlines()[2])
    bibliography = ["my.bib"]
    """
    chosen = KINDS[kind]
    target = "cv" if kind == "latex" else "homepage"
    if marked:
        chosen = SiteKind("a page that has markers", {"into": marked[0]}, _BETWEEN, chosen.sheet)
        target = marked[1]
    settings = "".join(f"{key} = {_quoted(value)}\n" for key, value in chosen.target.items())
    owner = f"name = {_quoted(name)}" if name else '# name = "W. Shao"'
    if orcid:
        owner += f"\norcid = {_quoted(orcid)}"
    lines = chosen.advice.split("\n")
    if chosen.sheet:
        lines.append(f"A style sheet is {chosen.sheet}: link to it in the head of a page that takes a list.")
    advice = "".join(f"# {line}\n" for line in lines)
    return f"""\
#:schema {ADDRESS}
# Where your publications are: BibTeX or BibLaTeX (.bib), or CSL-JSON (.json).
bibliography = [{", ".join(map(_quoted, bibliography))}]

# The look of every list: `publist styles` names the styles; group-by may be year, type, type-year, keyword,
# venue or none.  docs/reference/config.md has every setting.
style = "homepage"
group-by = "year"

[owner]
# Your name is set off in the lists, however it is written there.
{owner}

# `publist build` makes every target.  This one is for {chosen.title}.
{advice}[targets.{_key(target)}]
{settings}
# A CV: [J3] [C12] by type, newest first.
# [targets.{"paper" if target == "cv" else "cv"}]
# output = "cv.pdf"          # or cv.docx, cv.tex, cv.typ, cv.txt
# group-by = "type"
# numbering = "section"
# counts = true
"""


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _quoted(name)


def _quoted(text: str) -> str:
    # JSON's strings are TOML's basic strings, but for DEL.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
