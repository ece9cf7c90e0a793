"""Documents for paper.  Oracles: pdfinfo, python-docx, CLDR, the typst wheel's fonts."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from publist import pipeline
from publist.output.latex import LatexWriter
from publist.output.layout import paper_of
from publist.richtext import Mark
from publist.rules import MISSING_LETTERS
from publist.settings.look import options_for
from publist.settings.options import Page

BIB = r"""
@article{a, author = {Doe*, Jane and Roe, Max}, title = {First}, journal = {J}, year = 2020,
  doi = {10.1000/xyz}, code = {https://x.org/code}}
@article{b, author = {Doe, Jane}, title = {Second}, journal = {J}, year = 2019}
"""


def rendered(folder: Path, bib: str = BIB, **look: Any) -> pipeline.Rendered:
    path = folder / "a.bib"
    path.write_text(bib, encoding="utf-8")
    return pipeline.render(
        pipeline.read([path]), options_for({key.replace("_", "-"): v for key, v in look.items()})
    )


@pytest.mark.parametrize(
    ("language", "paper", "size"),
    [
        ("en-US", "auto", "letter"), ("en", "auto", "letter"), ("fr-CA", "auto", "letter"),
        ("en-GB", "auto", "a4"), ("de", "auto", "a4"), ("zh-CN", "auto", "a4"), ("fr", "auto", "a4"),
        ("en-US", "a4", "a4"), ("de-DE", "letter", "letter"),
    ],
)  # fmt: skip
def test_sheets_are_those_of_the_country(language: str, paper: Any, size: str) -> None:
    assert paper_of(Page(language=language, paper=paper)) == size


@pytest.mark.parametrize(("locale", "points"), [("en-US", (612, 792)), ("de-DE", (595, 842))])
def test_each_format_has_the_sheets(locale: str, points: tuple[int, int], tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    section = docx.Document(io.BytesIO(rendered(tmp_path, format="docx", locale=locale).data)).sections[0]
    assert (round(section.page_width.pt), round(section.page_height.pt)) == points
    rtf = rendered(tmp_path, format="rtf", locale=locale).data.decode()
    width = int(rtf.split("\\paperw")[1].split("\\")[0])
    assert round(width / 20) == points[0]
    names = {612: ("us-letter", "letterpaper"), 595: ('"a4"', "a4paper")}[points[0]]
    for format_, name in zip(("typst", "latex"), names, strict=True):
        assert name in rendered(tmp_path, format=format_, locale=locale, standalone=True).data.decode()
    if shutil.which("pdfinfo"):
        pytest.importorskip("typst")
        (tmp_path / "a.pdf").write_bytes(rendered(tmp_path, format="pdf", locale=locale).data)
        done = subprocess.run(["pdfinfo", "a.pdf"], cwd=tmp_path, capture_output=True, text=True, check=True)
        width_points = float(done.stdout.split("Page size:")[1].split()[0])
        assert round(width_points) == points[0]


@pytest.mark.parametrize(
    ("format_", "links", "shown"),
    [
        ("docx", None, ["Code"]), ("docx", "all", ["DOI", "Code"]), ("docx", "none", []),
        ("rtf", None, ["Code"]), ("typst", None, ["DOI", "Code"]), ("latex", None, ["DOI", "Code"]),
    ],
)  # fmt: skip
def test_in_documents_links_are_the_authors_own(
    format_: str, links: str | None, shown: list[str], tmp_path: Path
) -> None:
    docx = pytest.importorskip("docx")
    data = rendered(tmp_path, format=format_, **({"links": links} if links else {})).data
    is_word = format_ == "docx"
    text = "".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs) if is_word else data.decode()
    assert [label for label in ("DOI", "Code") if label in text] == shown


def test_word_has_its_own_look(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    made = docx.Document(
        io.BytesIO(rendered(tmp_path, format="docx", title="Papers", fonts=["Georgia"]).data)
    )
    for name in ("Title", "Heading 1", "Heading 2", "Normal"):
        style = made.styles[name]
        assert style.font.name == "Georgia"
        assert str(style.font.color.rgb) == "000000"
    assert not made.styles["Title"].element.xpath(".//w:pBdr")
    assert made.styles["Heading 1"].paragraph_format.keep_with_next
    assert made.styles["Bibliography"].paragraph_format.keep_together
    assert "PAGE" in made.sections[0].footer._element.xml


def test_a_star_is_larger_than_other_raised_signs(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    made = docx.Document(io.BytesIO(rendered(tmp_path, format="docx").data))
    stars = [run for p in made.paragraphs for run in p.runs if run.text == "*" and run.font.superscript]
    assert [run.font.size.pt for run in stars] == [13]


def test_no_page_ends_inside_an_entry_of_latex(tmp_path: Path) -> None:
    assert r"\interlinepenalty=10000" in rendered(tmp_path, format="latex").data.decode()


def test_the_title_of_latex_is_above_the_sections(tmp_path: Path) -> None:
    made = rendered(tmp_path, format="latex", standalone=True, title="My {papers}").data.decode()
    assert r"\LARGE\bfseries My \{papers\}" in made
    assert made.count(r"\section*") == 2


def test_signs_without_a_font_are_drawn_or_replaced() -> None:
    assert r"\begin{picture}" in LatexWriter().render((Mark("✉", "corresponding"),))
    assert LatexWriter().render((Mark("α", "alphabetical"),)) == r"\textsuperscript{\ensuremath{\alpha}}"
    assert not any(sign in LatexWriter().render(f"a{sign}b") for sign in "✉✝★⋆✦⋄")


@pytest.mark.long
@pytest.mark.skipif(shutil.which("lualatex") is None, reason="needs lualatex")
def test_every_sign_is_in_the_pdf_of_lualatex(tmp_path: Path) -> None:
    bib = BIB.replace("Doe*, Jane and Roe, Max", "Doe*, Jane and Roe✉, Max and Poe†, E. and Loe✝, L.")
    made = rendered(tmp_path, bib, format="latex", standalone=True)
    (tmp_path / "a.tex").write_bytes(made.data)
    command = ["lualatex", "-interaction=nonstopmode", "-halt-on-error", "a.tex"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, errors="replace", check=False
    )
    assert done.returncode == 0, done.stdout[-1000:]
    assert "Missing character" not in (tmp_path / "a.log").read_text(encoding="utf-8", errors="replace")


def test_letters_that_no_font_has_are_found() -> None:
    pytest.importorskip("typst")
    from publist.output.pdf import font_for, lacking

    text = "Plain “text” – é ß Ω ж ✉ 漢字 한 ไ"
    assert lacking(text, own_fonts_only=True) == "ไ字漢한"
    assert lacking("Plain “text” – é ß Ω ж", own_fonts_only=True) == ""
    assert [font_for(letter) for letter in "漢한あ"] == [
        f"Noto Serif CJK {region}" for region in ("SC", "KR", "JP")
    ]


def test_a_pdf_without_letters_is_said_at_the_first_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("typst")
    from publist.output import pdf

    monkeypatch.setattr(pdf, "lacking", lambda text, _fonts: "".join(sorted(set(text) & set("漢字"))))
    made = rendered(tmp_path, BIB.replace("Second", "漢字"), format="pdf")
    (problem,) = [one for one in made.problems if one.rule == MISSING_LETTERS]
    assert (problem.key, problem.line) == ("b", 4)
    assert 'fonts = ["Noto Serif CJK SC"]' in problem.message
