r"""Texts that are meant to be run, as data: what opens a piece of a template language, a tag, a command.

Each stands for its kind; ``tests/hostile/test_strings.py`` puts all of them into every field of BibTeX and
CSL-JSON and looks at every format.
"""

from __future__ import annotations

import json

from publist.bibtex.latex.encode import encode

STRINGS: tuple[str, ...] = (
    "{{site.secret}}",  # Liquid (Jekyll), Nunjucks, Jinja
    "{{`hugo.toml`|readFile}}",  # Go (Hugo)
    '{{< readfile "hugo.toml" >}}',  # Hugo's shortcodes, Quarto
    "{{% readfile hugo.toml %}}",
    "{% raw %}",
    "{%- include_relative _config.yml -%}",
    "{# comment",
    "${{ site.secret }}",
    "${process.env.HOME}",
    "{process.exit(1)}",  # MDX, Astro, Svelte
    "export const x = process.exit(1)",
    "import x from 'fs'",
    "<% process.exit(1) %>",  # EJS, ERB
    "<?php exit(1) ?>",
    "`r quit(status=1)#`",  # knitr
    "```{r}\nquit()\n```",
    "{::nomarkdown}<b>{:/}",  # kramdown
    "{: onclick='x()'}",
    "[x](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "<!-- publist:end list -->",
    "---\ntitle: x\n---",
)

OPENERS: tuple[str, ...] = ("{{", "{%", "{#", "${", "<%", "<?", "<!--", "<script", "</script")
"""What no text that a site reads may hold, wherever it stands in it."""

# Two nodes of rich text that meet in an opener.
MEETING: tuple[str, ...] = (
    r"B \{\textsc{\% raw \%}\}",
    r"$\{$\{ site.secret \}\}",
    r"\{\emph{\{ site.secret \}}\}",
    r"\textbf{\{}\{ site.secret \}\}",
    r"\{\href{http://x.org}{\% raw \%}\}",
)

TEXT_FIELDS = (
    "title subtitle booktitle journal series publisher address note howpublished edition volume number pages"
    " abstract keywords shortjournal abbr nickname award language doi eprint isbn location pubstate type"
).split()
URL_FIELDS = "url pdf code slides video preview".split()
VARIABLES = (
    "title container-title container-title-short collection-title publisher publisher-place note genre"
    " edition volume issue page abstract DOI URL PMID PMCID ISBN language status event-title archive number"
    " medium"
).split()


def bibtex() -> str:
    """A file with all strings in all fields, one entry for each pair of them, and for each meeting."""
    entries = []
    for n, string in enumerate(STRINGS):
        typed = encode(string.replace("\n", " "))
        address = string if string.count("{") == string.count("}") else typed
        entries += [_entry(f"s{n}{field}", {field: typed}) for field in TEXT_FIELDS]
        entries += [_entry(f"u{n}{field}", {field: f"http://x.org/{address}"}) for field in URL_FIELDS]
        entries.append(_entry(f"a{n}", {"author": f"{{{typed}}} and {typed}, Jane"}))
    for n, value in enumerate(MEETING):
        entries += [_entry(f"m{n}{f}", {f: value}) for f in ("title", "subtitle", "journal", "note")]
    return "\n".join(entries)


def _entry(key: str, fields: dict[str, str]) -> str:
    given = {"title": "T", "author": "Doe, Jane", "year": "2024", "accepted": "2024-01"} | fields
    return f"@article{{{key}, " + ", ".join(f"{name} = {{{value}}}" for name, value in given.items()) + "}\n"


def csl_json() -> str:
    """The strings in every variable of CSL-JSON, and as ids, types and names."""
    items: list[dict[str, object]] = []
    for n, string in enumerate(STRINGS):
        items += [_item(f"v{n}{name}", {name: string}) for name in VARIABLES]
        items += [
            _item(string, {"title": "T"}),
            _item(f"t{n}", {"type": string}),
            _item(f"n{n}", {"author": [{"family": string, "given": string}, {"literal": string}]}),
            _item(f"d{n}", {"issued": {"literal": string}}),
            _item(f"b{n}", {"title": f"<i>{string[:1]}</i>{string[1:]}"}),
        ]
    return json.dumps(items)


def _item(id_: str, given: dict[str, object]) -> dict[str, object]:
    return {"id": id_, "type": "book", "title": "T", "issued": {"date-parts": [[2024]]}} | given
