"""Jekyll and Hugo build a site from every output that they may read, with all hostile strings in place.

Oracle: the generators themselves.  Nothing is run: no secret of the site's settings is printed, and every
page is built.  Skipped where the generators are not installed; ``.ci/run`` installs them.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from publist.settings.formats import FORMATS
from tests.hostile import strings
from tests.hostile.test_strings import NO_SITE_READS
from tests.sites.test_generators import generate, run, write

SECRET = "squeamish-ossifrage"
SITES = ("academicpages", "hugo", "astro")
# Formats that a page may take in; a new format stands here by itself.
INCLUDED = [name for name in FORMATS if name not in NO_SITE_READS and FORMATS[name].kind != "pages"]
DATA = {name for name in INCLUDED if FORMATS[name].kind == "data"}

pytestmark = pytest.mark.long


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "in").mkdir()
    write(tmp_path / "in" / "x.bib", strings.bibtex())
    write(tmp_path / "in" / "y.json", strings.csl_json())
    return tmp_path


def render(format_: str, output: str, front_matter: str = "") -> None:
    shown = ("--show", "abstract", "--show", "bibtex")
    run("render", "in/x.bib", "in/y.json", "--format", format_, *shown, "--output", output)
    if front_matter:
        path = Path(output)
        path.write_text(front_matter + path.read_text(encoding="utf-8"), encoding="utf-8")


_SCRIPT = re.compile(r"\s*(?:java|vb)script:|data:", re.IGNORECASE)


class _Attacks(HTMLParser):
    """What a browser would run: scripts, handlers of events, addresses of scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        runs = [name for name, value in attrs if name.startswith("on") or _SCRIPT.match(value or "")]
        if tag == "script" or runs:
            self.found.append(f"{tag} {attrs}")


def assert_nothing_ran(folder: Path, pages: int) -> None:
    made = [path for path in folder.rglob("*") if path.suffix in (".html", ".xml")]
    assert len(made) >= pages
    for page in made:
        text = page.read_text(encoding="utf-8")
        assert SECRET not in text, page
        if not DATA & set(re.findall(r"\w+", page.name)):  # data is no markup
            attacks = _Attacks()
            attacks.feed(text)
            assert not attacks.found, page


def test_jekyll_runs_nothing_of_a_bibliography(site: Path) -> None:
    write(
        site / "_config.yml",
        f"secret: {SECRET}\nexclude: [in, cache]\nplugins: []\n"
        "collections:\n  publications:\n    output: true\n"
        "defaults:\n  - scope: {path: '', type: publications}\n    values: {layout: theme}\n",
    )
    # As academicpages' theme prints a page.
    write(
        site / "_layouts" / "theme.html",
        "<title>{{ page.title | markdownify | strip_html | escape_once }}</title><h1>{{ page.title }}</h1>"
        '<i>{{ page.venue }}</i><a href="{{ page.paperurl }}">{{ page.citation }}</a>{{ content }}',
    )
    write(site / "secret.html", "---\n---\n{{ site.secret | upcase }}\n")
    for format_ in INCLUDED:
        render(format_, f"_includes/list.{format_}")
        write(site / f"{format_}.html", f"---\n---\n{{% include list.{format_} %}}\n")
    for format_ in ("html", "markdown", "atom"):
        run("news", "in/x.bib", "--format", format_, "--output", f"_includes/news.{format_}")
        write(site / f"news-{format_}.html", f"---\n---\n{{% include news.{format_} %}}\n")
    write(site / "page.md", "---\n---\n{% include list.markdown %}\n\n{% include news.markdown %}\n")
    render("markdown", "own.md", "---\n---\n")
    run("render", "in/x.bib", "in/y.json", "--format", "pages", "--output-dir", "_publications")
    recipe = (Path(__file__).parents[2] / "docs" / "how-to" / "sites.md").read_text(encoding="utf-8")
    render("yaml", "_data/publications.yaml")
    write(site / "recipe.html", "---\n---\n" + recipe.split("```liquid\n")[1].split("```")[0])
    generate("jekyll", "build", "--quiet", cwd=site)
    assert SECRET.upper() in (site / "_site" / "secret.html").read_text(encoding="utf-8")
    pages = len(list((site / "_publications").glob("*.md")))
    assert_nothing_ran(site / "_site", pages + len(INCLUDED) + 6)


def test_hugo_runs_nothing_of_a_bibliography(site: Path) -> None:
    settings = f'baseURL = "https://example.org/"\n[params]\nsecret = "{SECRET}"\n'
    write(site / "hugo.toml", settings)
    write(site / "config.toml", settings)
    write(
        site / "layouts" / "_default" / "single.html",
        "<h1>{{ .Title }}</h1>{{ .Params.authors }}{{ .Params.publication | markdownify }}"
        "{{ .Params.abstract | markdownify }}{{ .Content }}",
    )
    write(site / "layouts" / "shortcodes" / "readfile.html", "{{ readFile (.Get 0) }}")
    write(site / "layouts" / "index.html", '<main>{{ partial "list.html" . }}</main>')
    render("html", "layouts/partials/list.html")
    for format_ in INCLUDED:
        render(format_, f"content/list-{format_}.md", "---\ntitle: L\n---\n")
    for kind in ("hugo", "academicpages", "astro"):
        run(
            "render", "in/x.bib", "in/y.json", "--format", "pages", "--site", kind,
            "--output-dir", f"content/{kind}",
        )  # fmt: skip
    generate("hugo", "--quiet", cwd=site)
    assert_nothing_ran(site / "public", len(list((site / "content").rglob("*.md"))) // 2)
