"""Real bibliographies, whole and broken: nothing crashes, and every entry is listed or refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publist import pipeline
from tests.data import SHARED

FOLDERS = [SHARED / "bibtex" / "corpus", SHARED / "bibtex" / "messy"]
FILES = sorted(path for folder in FOLDERS for path in folder.glob("*.bib"))
# A tenth of the files in every run, all of them in .ci/run.
SOME = [
    pytest.param(path, id=path.stem, marks=[] if index % 10 == 0 else [pytest.mark.long])
    for index, path in enumerate(FILES)
] or [pytest.param(None, marks=pytest.mark.skip(f"needs {SHARED / 'bibtex'}"), id="no shared data")]

# An entry type and its opening at a line's start; what stands in a comment is none.
_ENTRY = re.compile(
    r"^[ \t]*@[ \t]*(?!(?:comment|string|preamble)\b)[A-Za-z]+\s*[{(]", re.MULTILINE | re.IGNORECASE
)


@pytest.mark.parametrize("path", SOME)
def test_every_entry_is_listed_or_refused_in_every_format(path: Path) -> None:
    source = pipeline.read([path])
    present = len(_ENTRY.findall(path.read_text(encoding="utf-8", errors="replace")))
    assert source.present >= present * 0.9  # a rough count from outside: one "@" may stand in an abstract
    assert len([p for p in source.problems if p.rule.severity == "error"]) >= source.refused
    for style in ("ieee", "apa", "homepage"):
        for format_ in ("html", "markdown"):
            options = pipeline.Options(style=style, format=format_)  # type: ignore[arg-type]  # one of the names of formats
            rendered = pipeline.render(source, options)
            assert rendered.present == source.present
            text = rendered.data.decode("utf-8")
            written = text.count("<li class=" if format_ == "html" else "\n- ")
            written += format_ == "markdown" and text.startswith("- ")
            assert written == rendered.listed


@pytest.mark.parametrize("path", SOME)
def test_problems_have_their_place_and_one_line(path: Path) -> None:
    lines = path.read_bytes().count(b"\n") + 1
    for problem in pipeline.read([path]).problems:
        assert problem.file == str(path)
        assert 0 <= problem.line <= lines
        assert "\n" not in problem.message
        assert re.fullmatch(r"[a-z-]+", problem.rule.id)
