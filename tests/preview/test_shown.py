"""What a browser is given of a build.  Oracle: the files that a page names, and no others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publist import settings
from publist.preview.attempts import Attempt, first_page
from publist.preview.shown import Given, shown
from publist.writing.build import build, chosen

BIB = """@article{one, author = {Doe, Jane}, title = {On Quarks}, journal = {J. Things}, year = 2020,
  preview = {img/one.png}}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Given]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my.bib").write_text(BIB)

    def made(target: str, **files: str) -> Given:
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        Path("publist.toml").write_text(f'bibliography = "my.bib"\n[targets.homepage]\n{target}\n')
        config = settings.load(Path())
        return shown(Attempt(config, list(build(config, chosen(config, [])))))

    return made


def test_a_page_is_given_with_the_pictures_of_the_bibliography(project: Callable[..., Given]) -> None:
    made = project('format = "page"\noutput = "publications.html"', img__one_png="P", img__two_png="no")
    assert b"On Quarks" in made.page
    assert made.pieces["/img/one.png"].file == Path("img/one.png").resolve()
    assert made.pieces["/publications.html"].data == made.page
    assert not [
        address for address in made.pieces if "two" in address or "my.bib" in address or "toml" in address
    ]


@pytest.mark.parametrize(
    "address",
    [
        "../secret.png", "/../secret.png", "my.bib", "publist.toml", "//host/one.png", "%2e%2e/secret.png",
        "http://host/one.png", "file:///secret.png", "link.png", "img", "",
    ],
)  # fmt: skip
def test_other_files_are_not_given(address: str, project: Callable[..., Given], tmp_path: Path) -> None:
    (tmp_path.parent / "secret.png").write_text("no")
    Path("secret.txt").write_text("no")
    Path("link.png").symlink_to("secret.txt")
    page = f'<body><img src="{address}"><!-- publist:begin homepage --><!-- publist:end homepage --></body>'
    made = project('into = "index.html"', index_html=page)
    assert set(made.pieces) == {"/", "/index.html"}


def test_a_page_of_ones_own_is_given_with_its_sheet(project: Callable[..., Given]) -> None:
    page = """<html><head><link rel="stylesheet" href="a.css?v=1"><script src="/js/a.js"></script></head>
    <body><!-- publist:begin homepage --><!-- publist:end homepage --></body></html>"""
    made = project('into = "index.html"', index_html=page, a_css="p {}", js__a_js="1")
    assert {"/", "/a.css", "/js/a.js", "/index.html"} == set(made.pieces)
    assert made.pieces["/a.css"].type.startswith("text/css")


@pytest.mark.parametrize("target", ['output = "_includes/list.html"', 'output = "list.jinja"'])
def test_a_fragment_has_a_page_around_it(target: str, project: Callable[..., Given]) -> None:
    made = project(target)
    assert made.page.startswith(b"<!DOCTYPE html>")
    assert b".publist" in made.page.partition(b"<body>")[0]
    assert b"On Quarks" in made.page.partition(b"<body>")[2]


@pytest.mark.parametrize(
    "target",
    [
        'output = "cv.tex"\nstandalone = true',
        'output-dir = "pages"',
        'output = "list.json"',
        'output = "l.md"',
    ],
)
def test_what_no_browser_shows_is_shown_as_a_page(target: str, project: Callable[..., Given]) -> None:
    made = project(target)
    assert b'class="publist-count"' in made.page
    assert b"On Quarks" in made.page


def test_a_pdf_is_shown_as_it_is(project: Callable[..., Given]) -> None:
    pytest.importorskip("typst")
    made = project('output = "cv.pdf"')
    assert made.pieces["/list.pdf"].data.startswith(b"%PDF")
    assert b"/list.pdf" in made.page


def test_the_best_target_of_a_browser_is_found(project: Callable[..., Given]) -> None:
    project(
        'output = "cv.tex"\n[targets.l]\noutput = "l.html"\n[targets.page]\nformat = "page"\noutput = "a"'
    )
    assert first_page(settings.load(Path())) == ["page"]
