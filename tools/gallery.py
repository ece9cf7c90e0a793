"""The gallery of the documentation: pictures of the demo's list in styles, themes and sites.

``python -m tools.gallery`` makes the pictures anew, with Chromium, and MkDocs, Jekyll and pdftoppm where they
are there.  A style or theme without a picture is not in the page.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from publist.page.sheets import DEFAULT, themes

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "assets" / "gallery"
LIST = ["render", str(ROOT / "bib" / "shao.bib"), "--highlight", "W. Shao", "--quiet"]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")

STYLES = {
    "homepage": "publist's own, the default",
    "apa": "American Psychological Association",
    "ieee": "IEEE",
    "nature": "Nature",
    "modern-language-association": "Modern Language Association",
    "chicago-author-date": "Chicago Manual of Style, author-date",
    "american-chemical-society": "American Chemical Society",
    "american-medical-association": "American Medical Association",
}


class Picture(NamedTuple):
    """A picture of the gallery: its file, what it shows, and the command that makes what it shows."""

    name: str
    caption: str
    command: str

    @property
    def path(self) -> Path:
        """Where the picture is."""
        return PICTURES / f"{self.name}.png"


def styles() -> list[Picture]:
    """One picture for each style."""
    return [
        Picture(f"style-{name}", title, f"publist render --style {name}") for name, title in STYLES.items()
    ]


def looks() -> list[Picture]:
    """One picture for each theme of the page, light and dark."""
    return [
        Picture(
            f"theme-{name}-{scheme}",
            f"{name}, {scheme}",
            "publist render --format page" + (f" --theme {name}" if name != DEFAULT else ""),
        )
        for name in themes()
        for scheme in ("light", "dark")
    ]


SITES = [
    Picture(
        "site-html", "A page of its own, on a phone", "publist render --format page -o publications.html"
    ),
    Picture("site-jekyll", "Jekyll, theme minima", "publist render -o _includes/publications.html"),
    Picture("site-mkdocs", "MkDocs, Material", "publist render -o docs/publications.md"),
    Picture("site-cv", "A CV as PDF", "publist render --group-by type --numbering section -o cv.pdf"),
]


def shown(pictures: list[Picture]) -> str:
    """The pictures that are there, as Markdown: a heading, the command, the picture."""
    return "".join(
        f"\n### {one.caption}\n\n`{one.command}`\n\n"
        f"![{one.caption}](assets/gallery/{one.path.name}){{ .publist-shot loading=lazy }}\n"
        for one in pictures
        if one.path.exists()
    )


def _publist(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "publist", *LIST, *arguments], check=True, cwd=ROOT)


def _shoot(page: Path, picture: Picture, *, width: int = 760, height: int = 900, dark: bool = False) -> None:
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    more = ["--force-dark-mode", "--blink-settings=preferredColorScheme=0"] if dark else []
    command = [CHROMIUM, "--headless", "--disable-gpu", "--hide-scrollbars", *sandbox, *more,
               f"--user-data-dir={page.parent / 'profile'}", f"--window-size={width},{height}",
               f"--screenshot={picture.path}", page.as_uri()]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def _style(picture: Picture, folder: Path) -> None:
    name = picture.name.removeprefix("style-")
    _publist("--style", name, "--limit", "6", "--links", "none", "-o", str(folder / "list.html"))
    sheet = subprocess.run(
        [sys.executable, "-m", "publist", "css"], check=True, capture_output=True, text=True
    ).stdout
    text = (folder / "list.html").read_text(encoding="utf-8")
    page = folder / "page.html"
    look = "body { font: 16px/1.45 system-ui, sans-serif; margin: 24px; background: #fff; color: #1a1a1a }"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><style>{look}{sheet}</style>{text}", encoding="utf-8"
    )
    _shoot(page, picture, height=560)


def _look(picture: Picture, folder: Path) -> None:
    _, name, scheme = picture.name.split("-")
    option = ["--theme", name] if "--theme" in picture.command else []
    page = folder / "page.html"
    _publist("--format", "page", *option, "-o", str(page))
    _shoot(page, picture, height=800, dark=scheme == "dark")


def _html(picture: Picture, folder: Path) -> None:
    page = folder / "page.html"
    _publist("--format", "page", "-o", str(page))
    _shoot(page, picture, width=500, height=900)


def _jekyll(picture: Picture, folder: Path) -> None:
    _publist("--limit", "8", "-o", str(folder / "_includes" / "publications.html"))
    (folder / "_config.yml").write_text("title: Wenqi Shao\ntheme: minima\n", encoding="utf-8")
    page = "---\nlayout: page\ntitle: Publications\n---\n{% include publications.html %}\n"
    (folder / "publications.html").write_text(page, encoding="utf-8")
    subprocess.run(["jekyll", "build", "--quiet"], cwd=folder, check=True)
    made = folder / "_site" / "publications.html"
    made.write_text(made.read_text(encoding="utf-8").replace('="/assets', '="assets'), encoding="utf-8")
    _shoot(made, picture)


def _mkdocs(picture: Picture, folder: Path) -> None:
    _publist("--limit", "8", "-o", str(folder / "docs" / "publications.md"))
    theme = "theme: {name: material, font: false}"
    config = f"site_name: Wenqi Shao\nuse_directory_urls: false\n{theme}\nnav: [publications.md]\n"
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True)
    _shoot(folder / "site" / "publications.html", picture, width=1100, height=800)


def _cv(picture: Picture, folder: Path) -> None:
    look = ["--group-by", "type", "--numbering", "section", "--summary", "--title", "Publications"]
    _publist(*look, "-o", str(folder / "cv.pdf"))
    command = [
        "pdftoppm",
        "-png",
        "-r",
        "80",
        "-singlefile",
        str(folder / "cv.pdf"),
        str(picture.path.with_suffix("")),
    ]
    subprocess.run(command, check=True)


SITE_MAKERS: dict[str, tuple[str, Callable[[Picture, Path], None]]] = {
    "site-html": ("", _html),
    "site-jekyll": ("jekyll", _jekyll),
    "site-mkdocs": ("mkdocs", _mkdocs),
    "site-cv": ("pdftoppm", _cv),
}


def make() -> None:
    """Make all pictures; one whose program is missing stays as it is."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    makers = [*((one, "", _style) for one in styles()), *((one, "", _look) for one in looks())]
    makers += [(one, *SITE_MAKERS[one.name]) for one in SITES]
    for picture, needed, maker in makers:
        if needed and shutil.which(needed) is None:
            sys.stderr.write(f"{picture.name}: needs {needed}\n")
            continue
        with tempfile.TemporaryDirectory() as folder:
            maker(picture, Path(folder))


if __name__ == "__main__":
    make()
