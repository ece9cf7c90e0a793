"""A file in parts.  Oracle: the same file read as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.bibtex import Bibliography, FileParts, load_bytes, parts
from publist.errors import InputError
from tests.test_corpus import SOME

_ENTRY = "@article{k%d,\n  title = {T%d},\n  journal = jw\n}\n"
_MANY = "".join(_ENTRY % (number, number) for number in range(20))


def said(read: list[Bibliography]) -> tuple[object, ...]:
    """All that the parts say together."""
    entries = [
        (
            entry.type,
            entry.key,
            entry.line,
            [(field.name, field.value, field.line) for field in entry.fields.values()],
        )
        for one in read
        for entry in one.entries
    ]
    problems = [problem for one in read for problem in one.problems]
    return entries, problems, sum(one.refused for one in read), read[-1].macros if read else {}


def assert_the_same(data: bytes, least: int) -> None:
    whole, made = said([load_bytes(data, "a.bib")]), said(list(FileParts(data, "a.bib")))
    assert made == whole
    assert len(list(FileParts(data, "a.bib"))) >= least


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_SIZE", 100)


@pytest.mark.parametrize(
    ("text", "least"),
    [
        (_MANY, 5),
        (_MANY.replace("\n", "\r\n"), 5),
        (_MANY.replace("\n", "\r"), 1),
        ("\ufeff" + _MANY, 5),
        ("---\ntitle: x\n---\n" + _MANY, 5),
        ("@string{jw = {Journal}}\n" + _MANY, 5),
        (_MANY + "@string{jw = {Journal}}\n" + _MANY, 10),  # and every key twice
        (_MANY.replace("journal = jw\n}", "journal = {J", 3), 5),
        (_MANY.replace("title = {T7}", "title = {{T7}"), 5),
        ("% @article{x,\n% title = {y}}\n" + _MANY + "@comment{about}\n" + _MANY, 10),
        (_MANY + "@comment{" + _MANY + "}\n" + _MANY, 5),
        (_MANY + "@comment{\n% }\n" + _MANY + _MANY, 5),
        (_MANY + "title = {lost}\n@art icle{x, title = {y}}\n" + _MANY, 5),
        ("", 0),
    ],
)
def test_parts_say_what_the_file_says(text: str, least: int) -> None:
    assert_the_same(text.encode("utf-8"), least)


def test_a_file_in_an_old_encoding_is_one_part() -> None:
    data = (_MANY.replace("T3", "Zürich") + _MANY.replace("T5", "Genève")).encode("cp1252")
    assert_the_same(data, 1)
    assert len(list(FileParts(data, "a.bib"))) == 1


def test_a_file_is_read_again_by_who_goes_through_it_again() -> None:
    read = FileParts(_MANY.encode(), "a.bib")
    assert said(list(read)) == said(list(read))


def test_a_part_that_is_no_text_is_refused_in_its_line() -> None:
    data = (_MANY + "\0" + _MANY).encode()
    with pytest.raises(InputError) as whole:
        load_bytes(data, "a.bib")
    with pytest.raises(InputError) as made:
        list(FileParts(data, "a.bib"))
    assert made.value.report == whole.value.report


@pytest.mark.parametrize("path", SOME)
def test_real_files_in_parts_say_what_they_say(path: Path) -> None:
    assert_the_same(path.read_bytes(), 0)
