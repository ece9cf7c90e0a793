"""One list in every format: the same entries, order, numbers and words, bold on the same names.

The JSON of the list is the reference; each format is read by a reader of its own.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from publist import pipeline
from publist.settings.formats import FORMATS, FormatName
from publist.settings.look import options_for
from tests.data import ROOT, shared
from tests.output.readers import read_rtf

FILES = {
    "shao": (ROOT / "bib" / "shao.bib", "W. Shao"),
    "bamos": ("bamos__cv__all.bib", "Brandon Amos"),
    "dieuwke": ("dieuwkehupkes__Curriculum-Vitae__mypublications.bib", "Dieuwke Hupkes"),
    "aijunbai": ("aijunbai__homepage__publications.bib", "Aijun Bai"),
}
# Two of them in every run, all in the long one.
NAMES = [pytest.param(name, marks=[] if name in ("shao", "dieuwke") else pytest.mark.long) for name in FILES]
LOOKS: dict[str, dict[str, Any]] = {
    "cv": {"group-by": "type-year", "numbering": "section", "counts": True, "summary": True},
    "ieee": {"style": "ieee", "group-by": "none"},
}
# Words of a text, and those of them that are bold, in reading order.
Reading = tuple[str, list[str]]


def folded(text: str) -> str:
    """The text without blanks, soft hyphens and the difference of ﬁ and fi or ² and 2."""
    composed = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u00ad\u200b\u200c\u200d\u2060\ufeff]+", "", composed)


class _Html(HTMLParser):
    def __init__(self, bold: str) -> None:
        super().__init__()
        self.bold, self.text, self.found = bold, "", [""]
        self.inside = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.inside += tag == self.bold

    def handle_endtag(self, tag: str) -> None:
        if tag == self.bold:
            self.inside -= 1
            self.found.append("")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.inside:
            self.found[-1] += data


def read_html(data: bytes) -> Reading:
    reader = _Html("strong")
    reader.feed(data.decode("utf-8"))
    return reader.text, [text for text in reader.found if text]


def read_markdown(data: bytes) -> Reading:
    return read_html(MarkdownIt("commonmark").render(data.decode("utf-8")).encode("utf-8"))


def read_docx(data: bytes) -> Reading:
    docx = pytest.importorskip("docx")
    made = docx.Document(io.BytesIO(data))
    text = "\n".join(paragraph.text for paragraph in made.paragraphs)
    bold = [run.text for paragraph in made.paragraphs for run in paragraph.runs if run.bold]
    return text, bold


def read_rtf_file(data: bytes) -> Reading:
    source = data.decode("ascii")
    assert read_rtf(source)[1] == 0
    bold = [read_rtf(text)[0] for text in re.findall(r"\{\\b ((?:[^{}\\]|\\.)*)\}", source)]
    return read_rtf(source)[0], bold


def read_pdf(data: bytes) -> Reading:
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext")
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    text = done.stdout.decode("utf-8")
    return re.sub(r"(?m)^\s*\d+\n\f", "\n", text), []  # the page numbers


def read_text(data: bytes) -> Reading:
    return data.decode("utf-8"), []


READERS: dict[FormatName, Callable[[bytes], Reading]] = {
    "html": read_html,
    "markdown": read_markdown,
    "text": read_text,
    "rtf": read_rtf_file,
    "docx": read_docx,
    "pdf": read_pdf,
}


def source_of(name: str) -> pipeline.Loaded:
    file, _ = FILES[name]
    path = file if isinstance(file, Path) else shared("bibtex", "corpus", str(file))
    return pipeline.read([path])


def made(source: pipeline.Loaded, name: str, look: str, format_: FormatName, **more: Any) -> bytes:
    options = options_for({**LOOKS[look], **more, "format": format_}, highlight=[FILES[name][1]])
    return pipeline.render(source, options).data


def reference(source: pipeline.Loaded, name: str, look: str) -> tuple[list[str], list[str]]:
    """The lines of the list in order, with their numbers, and the names in bold."""
    data = json.loads(made(source, name, look, "json"))
    entries = [entry for section in data["sections"] for entry in section["entries"]]
    assert entries
    lines = [folded(entry.get("label", "") + entry["text"]) for entry in entries]
    bold = [
        text
        for entry in entries
        for text in re.findall(r'<strong class="publist-highlight">(.*?)</strong>', entry["html"])
    ]
    assert bold
    return lines, [folded(text) for text in bold]


def assert_same(reading: Reading, lines: list[str], bold: list[str], *, has_bold: bool = True) -> None:
    text = folded(reading[0])
    at = 0
    for line in lines:
        found = text.find(line, at)
        assert found >= 0, f"{line[:80]} is missing or out of order"
        at = found + len(line)
    if has_bold:
        names = [folded(one) for one in reading[1]]
        assert [one for one in names if one in set(bold)] == bold


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("format_", READERS)
@pytest.mark.parametrize("name", NAMES)
def test_same_list_in_every_format(name: str, format_: FormatName, look: str) -> None:
    source = source_of(name)
    lines, bold = reference(source, name, look)
    data = made(source, name, look, format_)
    assert_same(READERS[format_](data), lines, bold, has_bold=format_ not in ("text", "pdf"))


def bold_of_pdf(data: bytes, folder: Path) -> str:
    """All that is set in bold, run together: a name may be broken between two lines."""
    if shutil.which("pdftohtml") is None:
        pytest.skip("needs pdftohtml")
    (folder / "a.pdf").write_bytes(data)
    command = ["pdftohtml", "-xml", "-i", "-stdout", str(folder / "a.pdf")]
    done = subprocess.run(command, capture_output=True, check=True)
    reader = _Html("b")
    reader.feed(done.stdout.decode("utf-8"))
    return folded("".join(reader.found))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", NAMES)
def test_bold_on_the_same_names_in_pdf(name: str, look: str, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    source = source_of(name)
    _, bold = reference(source, name, look)
    found = bold_of_pdf(made(source, name, look, "pdf"), tmp_path)
    assert {one: found.count(one) for one in bold} == {one: bold.count(one) for one in bold}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", NAMES)
def test_same_list_in_typst(name: str, look: str) -> None:
    pytest.importorskip("typst")
    from publist.output import pdf

    source = source_of(name)
    lines, bold = reference(source, name, look)
    written = made(source, name, look, "typst")
    found = re.findall(r'#text\(weight: "bold"\)\[((?:[^\]\\]|\\.)*)\];', written.decode("utf-8"))
    reading = read_pdf(pdf.document('#set page(numbering: "1")\n' + written.decode("utf-8")))
    assert_same((reading[0], [re.sub(r"\\(.)", r"\1", text) for text in found]), lines, bold)


@pytest.mark.long
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", FILES)
def test_same_list_in_latex(name: str, look: str, tmp_path: Path) -> None:
    if shutil.which("lualatex") is None:
        pytest.skip("needs lualatex")
    source = source_of(name)
    lines, bold = reference(source, name, look)
    written = made(source, name, look, "latex", standalone=True)
    (tmp_path / "a.tex").write_bytes(written)
    command = ["lualatex", "-interaction=nonstopmode", "-halt-on-error", "a.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout[-1500:].decode("utf-8", "replace")
    reading = read_pdf((tmp_path / "a.pdf").read_bytes())
    found = re.findall(r"\\textbf\{([^{}\\]*)\}", written.decode("utf-8"))
    assert_same((reading[0], found), lines, bold)


@pytest.mark.parametrize(
    "format_", [name for name, one in FORMATS.items() if one.kind in ("fragment", "document")]
)
def test_same_list_gives_the_same_bytes(format_: FormatName) -> None:
    if extra := FORMATS[format_].extra:
        pytest.importorskip({"pdf": "typst"}.get(extra, extra))
    source = source_of("shao")
    assert made(source, "shao", "cv", format_) == made(source, "shao", "cv", format_)


@pytest.mark.parametrize("format_", ["json", "yaml"])
def test_data_formats_hold_the_same_data(format_: FormatName) -> None:
    yaml = pytest.importorskip("yaml")
    source = source_of("shao")
    assert yaml.safe_load(made(source, "shao", "cv", format_)) == json.loads(
        made(source, "shao", "cv", "json")
    )


def test_items_are_in_the_order_of_the_list() -> None:
    source = source_of("shao")
    items = json.loads(made(source, "shao", "cv", "csl-json"))
    data = json.loads(made(source, "shao", "cv", "json"))
    assert [item["id"] for item in items] == [
        e["id"] for section in data["sections"] for e in section["entries"]
    ]


def test_bibtex_has_public_fields_alone_and_reads_back_as_the_same_items(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(
        "@article{a, title = {On {DNA} & \\'Etude}, author = {Shao*, Wenqi and Luo, Ping}, year = 2020,"
        " journal = {J}, _note = {secret}, file = {/home/x.pdf}, mine = {hidden}}",
        encoding="utf-8",
    )
    source = pipeline.read([path], ["mine"])
    written = pipeline.render(source, options_for({"format": "bibtex"})).data.decode("utf-8")
    assert not any(word in written for word in ("secret", "x.pdf", "hidden", "*"))
    path.write_text(written, encoding="utf-8")
    again = pipeline.read([path])
    assert pipeline.converted(again.publications, "bibtex")[0] == written
    assert again.problems == []
    assert [one.item for one in again.publications] == [one.item for one in source.publications]


@pytest.mark.parametrize(
    ("format_", "module", "advice"), [("docx", "docx", "publist[docx]"), ("pdf", "typst", "publist[pdf]")]
)
def test_a_missing_extra_is_one_line_that_says_what_to_install(
    format_: FormatName, module: str, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from publist.errors import OutputError

    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(OutputError) as caught:
        made(source_of("shao"), "shao", "cv", format_)
    assert f'pip install "{advice}"' in caught.value.message
    assert "\n" not in caught.value.message
