"""The recipes of docs/how-to/sites.md, with the generators themselves where they are installed.

``PUBLIST_GENERATORS`` may name folders with more of them, parted as in ``PATH``.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from publist.cli import main
from tests.data import ROOT

SEARCH = os.pathsep.join((os.environ.get("PUBLIST_GENERATORS", ""), os.environ.get("PATH", "")))
# A title with what the generators' template languages would take for their own.
BIB = r"""
@article{braces,
  title = {On \{\{ site.title \}\} and \{\% raw \%\} \& \# 2 < 3 > 1},
  author = {Shao, Wenqi}, journal = {J. *X*\_y\_}, year = 2024, code = {https://example.org/c?a=1&b=2},
}
"""
TITLE = "On {{ site.title }} and {% raw %} & # 2 < 3 > 1"

pytestmark = pytest.mark.long


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "my.bib").write_text(BIB, encoding="utf-8")
    return tmp_path


def make(site: Path, kind: str, more: str = "") -> None:
    run("init", "--bibliography", "my.bib", "--name", "W. Shao", "--kind", kind)
    with (site / "publist.toml").open("a", encoding="utf-8") as stream:
        stream.write(more)
    run("build")


def run(*arguments: str) -> None:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == 0, result.output


def generate(command: str, *arguments: str, cwd: Path) -> None:
    program = shutil.which(command, path=SEARCH)
    if program is None:
        pytest.skip(f"needs {command}")
    done = subprocess.run([program, *arguments], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def text_of(page: Path) -> str:
    words = html.unescape(re.sub(r"<[^>]*>", "", page.read_text(encoding="utf-8")))
    return " ".join(words.split())


def assert_list(page: Path) -> None:
    assert TITLE in text_of(page)
    source = page.read_text(encoding="utf-8")
    assert re.search(r"<strong[^>]*>W\. Shao</strong>", source)
    assert re.search(r'href="https://example.org/c\?a=1&(amp;|#38;)?b=2"', source)
    assert "J. *X*_y_" in text_of(page)


def test_jekyll_includes_the_list_reads_the_data_and_makes_pages(site: Path) -> None:
    more = (
        '[targets.data]\noutput = "_data/publications.yaml"\n'
        '[targets.pages]\noutput-dir = "_publications"\nsite = "academicpages"\n'
        '[targets.markdown]\ninto = "page.md"\n'
    )
    write(site / "_config.yml", "collections:\n  publications:\n    output: true\nmarkdown: kramdown\n")
    write(site / "index.html", "---\n---\n<main>{% include publications.html %}</main>\n")
    write(site / "page.md", "---\n---\n<!-- publist:begin markdown -->\n<!-- publist:end markdown -->\n")
    write(
        site / "data.html",
        "---\n---\n{% for section in site.data.publications.sections %}"
        "{% for entry in section.entries %}<p>{{ entry.html }}</p>{% endfor %}{% endfor %}\n",
    )
    make(site, "jekyll", more)
    generate("jekyll", "build", "--quiet", cwd=site)
    assert_list(site / "_site" / "index.html")
    assert_list(site / "_site" / "page.html")
    assert TITLE in text_of(site / "_site" / "data.html")
    assert (site / "_site" / "publications" / "braces.html").exists() or (
        site / "_site" / "publication" / "braces.html"
    ).exists()


def test_hugo_includes_the_list_and_makes_pages(site: Path) -> None:
    write(site / "hugo.toml", 'baseURL = "https://example.org/"\n')
    write(site / "config.toml", 'baseURL = "https://example.org/"\n')
    write(site / "layouts" / "index.html", '<main>{{ partial "publications.html" . }}</main>')
    write(
        site / "layouts" / "_default" / "single.html",
        "<h1>{{ .Title }}</h1>{{ .Params.authors }}{{ .Content }}",
    )
    write(
        site / "content" / "list.md",
        "---\ntitle: L\n---\n<!-- publist:begin list -->\n<!-- publist:end list -->\n",
    )
    more = (
        '[targets.list]\ninto = "content/list.md"\n'
        '[targets.pages]\noutput-dir = "content/publication"\nsite = "hugo"\n'
    )
    make(site, "hugo", more)
    generate("hugo", "--quiet", cwd=site)
    assert_list(site / "public" / "index.html")
    assert_list(site / "public" / "list" / "index.html")
    assert TITLE in text_of(site / "public" / "publication" / "braces" / "index.html")


def test_eleventy_includes_the_list(site: Path) -> None:
    write(site / "index.njk", '<main>{% include "publications.html" %}</main>\n')
    make(site, "eleventy")
    generate("eleventy", "--quiet", "--input=.", "--output=_site", cwd=site)
    assert_list(site / "_site" / "index.html")


def test_astro_reads_the_collection_and_the_list(site: Path) -> None:
    program = shutil.which("astro", path=SEARCH)
    if program is None:
        pytest.skip("needs astro")
    (site / "node_modules").symlink_to(Path(program).parent.parent)
    recipes = (ROOT / "docs" / "how-to" / "sites.md").read_text(encoding="utf-8")
    write(site / "src" / "content.config.ts", recipes.split("```ts\n")[1].split("```")[0])
    write(
        site / "src" / "pages" / "index.astro",
        '---\nimport list from "../publications.html?raw";\nimport { getCollection } from "astro:content";\n'
        'const all = await getCollection("publications");\n---\n'
        "<Fragment set:html={list} />{all.map((page) => <h3>{page.data.title}</h3>)}\n",
    )
    make(site, "astro", '[targets.list]\noutput = "src/publications.html"\n')
    generate("astro", "build", cwd=site)
    assert_list(site / "dist" / "index.html")
    assert text_of(site / "dist" / "index.html").count(TITLE) == 2


def test_mkdocs_has_the_list_as_a_page(site: Path) -> None:
    write(site / "mkdocs.yml", "site_name: S\nnav:\n  - publications.md\n")
    make(site, "mkdocs")
    generate("mkdocs", "build", "--quiet", "--strict", cwd=site)
    assert_list(site / "site" / "publications" / "index.html")


def test_sphinx_includes_the_list(site: Path) -> None:
    write(site / "conf.py", 'project = "S"\n')
    write(site / "index.rst", "List\n====\n\n.. raw:: html\n   :file: publications.html\n")
    make(site, "sphinx")
    generate("sphinx-build", "-q", "-W", "-b", "html", ".", "_build", cwd=site)
    assert_list(site / "_build" / "index.html")


def test_pelican_includes_the_list(site: Path) -> None:
    write(site / "pelicanconf.py", 'THEME_TEMPLATES_OVERRIDES = ["theme/templates"]\nSITEURL = ""\n')
    write(site / "content" / "pages" / "list.md", "Title: L\n\nx\n")
    write(site / "theme" / "templates" / "page.html", "<main>{% include 'publications.html' %}</main>\n")
    make(site, "pelican")
    generate("pelican", "content", "-s", "pelicanconf.py", "-o", "output", "-q", cwd=site)
    assert_list(site / "output" / "pages" / "l.html")


def test_every_recipe_of_the_docs_is_a_kind_of_init() -> None:
    from publist.settings.starter import KINDS

    recipes = (ROOT / "docs" / "how-to" / "sites.md").read_text(encoding="utf-8").lower()
    names = {"html": "html", "latex": "latex", "academicpages": "academicpages", "hugoblox": "hugo blox"}
    assert [kind for kind in KINDS if names.get(kind, kind) not in recipes] == []
