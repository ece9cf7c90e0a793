"""Lists in pandoc's documents: read and written by pandoc itself."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from publist.embed.pandoc import filtered
from publist.errors import PublistError

pypandoc = pytest.importorskip("pypandoc")

_BIB = r"""@article{a, title = {Ünder *stars* and {\em italics}}, author = {Doe, Jane and Roe*, Rick},
 journal = {J}, year = 2024, code = {https://x.org/c?a=1&b=2}, oral = {true}}
@book{b, title = {B}, author = {Roe, Rick}, publisher = {P}, year = 2023}
"""


def pandoc(text: str, *arguments: str) -> str:
    command = [pypandoc.get_pandoc_path(), *arguments]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.bib").write_text(_BIB, encoding="utf-8")
    return tmp_path


def made(markdown: str, folder: Path, to: str = "plain") -> str:
    written = filtered(pandoc(markdown, "-t", "json"), folder)
    return pandoc(written, "-f", "json", "-t", to, "--wrap=none")


def test_a_division_becomes_the_list(folder: Path) -> None:
    text = made(
        'Before\n\n::: {.publist bibliography="a.bib" highlight="J. Doe" limit=1}\n:::\n\nAfter\n',
        folder,
        "html",
    )
    assert "<h2" in text
    assert "Ünder *stars* and <em>italics</em>" in text
    assert "<strong>J. Doe</strong>, R. Roe<sup>*</sup>" in text
    assert '<a href="https://x.org/c?a=1&amp;b=2">Code</a>' in text
    assert text.index("Before") < text.index("Oral") < text.index("and 1 more") < text.index("After")


@pytest.mark.parametrize("to", ["docx", "latex", "typst", "revealjs", "gfm", "asciidoc", "org"])
def test_every_format_of_pandocs_has_it(to: str, folder: Path) -> None:
    written = filtered(pandoc("::: {.publist bibliography=a.bib}\n:::\n", "-t", "json"), folder)
    target = folder / f"a.{to}"
    pandoc(written, "-f", "json", "-t", to, "-o", str(target))
    if to in ("docx", "latex", "gfm"):
        back = pandoc("", "-t", "plain", "-f", to, str(target), "--wrap=none")
        assert "Ünder *stars* and" in back
        assert back.index("2024") < back.index("2023")


def test_the_bibliography_of_the_document_is_the_default(folder: Path) -> None:
    text = made(
        "---\nbibliography: [a.bib]\n---\n\n> - x\n>\n>   ::: {.publist style=apa group-by=none}\n>   :::\n",
        folder,
    )
    assert "Doe, J., & Roe" in text


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ("bibliography=none.bib", "none.bib"),
        ("bibliography=a.bib stile=apa", "stile"),
        ("bibliography=a.bib limit=many", "limit"),
        ("", "no bibliography"),
    ],
)
def test_a_wrong_attribute_is_said(attributes: str, message: str, folder: Path) -> None:
    with pytest.raises(PublistError, match=message):
        made(f"::: {{.publist {attributes}}}\n:::\n", folder)


@pytest.mark.parametrize("text", ["", "x", "[]", '{"blocks": 1}', '{"blocks": [1]}', json.dumps("x")])
def test_what_is_no_document_is_said(text: str) -> None:
    with pytest.raises(PublistError, match="no document of pandoc's"):
        filtered(text, Path())
