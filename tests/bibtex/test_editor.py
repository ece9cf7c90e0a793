"""Editing leaves every other byte as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.bibtex import loads
from publist.bibtex.editor import Editor
from publist.bibtex.source import decode
from publist.bibtex.writer import NewEntry, written
from publist.errors import InputError
from tests.data import shared

TEXT = """% head
@article{a,
  author  = "A B",   % who
  title   = {T},
  year    = 1999,
}
@book(b
, title = {B}
, year = 2020
)
"""


def edited(text: str, place: int, name: str, value: str | None) -> str:
    read = loads(text)
    editor = Editor(read)
    if value is None:
        editor.remove(read.entries[place], name)
    else:
        editor.set(read.entries[place], name, value)
    return editor.text()


@pytest.mark.parametrize(
    ("place", "name", "value", "old", "new"),
    [
        (0, "title", "New", "{T}", "{New}"),
        (0, "author", "C D", '"A B"', '"C D"'),
        (0, "year", "2000", "1999", "2000"),
        (0, "year", "soon", "1999", "{soon}"),
        (0, "note", "x", "1999,", "1999,\n  note    = {x},"),
        (1, "note", "x", "2020\n", "2020\n, note = {x}\n"),
        (0, "year", None, "  year    = 1999,\n", ""),
        (0, "author", None, '  author  = "A B",', "  "),
        (1, "year", None, "\n, year = 2020", ""),
    ],
)
def test_one_change_is_one_splice(place: int, name: str, value: str | None, old: str, new: str) -> None:
    got = edited(TEXT, place, name, value)
    if name == "author" and value is None:
        assert "% who" in got
        assert "author" not in got
    else:
        assert got == TEXT.replace(old, new, 1)


def test_an_entry_is_added_and_removed() -> None:
    read = loads(TEXT)
    editor = Editor(read)
    editor.remove_entry(read.entries[0])
    editor.add_entry("misc", "c", {"title": "C", "month": "jan"})
    assert editor.text() == TEXT.replace(TEXT[7 : TEXT.index("@book")], "") + "\n" + written(
        [NewEntry("misc", "c", {"title": "C", "month": "jan"})]
    )


def test_the_encoding_and_line_ends_stay() -> None:
    data = b"@book{a,\r\n title = {Caf\xe9},\r\n year = 1}\r\n"
    source, _ = decode(data, "a.bib")
    read = loads(source.text)
    read.source = source
    editor = Editor(read)
    assert editor.data() == data
    editor.set(read.entries[0], "note", "é")
    assert editor.data() == data.replace(b"1}", b"1,\r\n note = {\xe9}}")
    editor.set(read.entries[0], "note", "\u4e00")
    with pytest.raises(InputError, match="UTF-8"):
        editor.data()


@pytest.mark.parametrize(("name", "value"), [("a b", "x"), ("a", "{x"), ("a", "x}{")])
def test_what_could_not_be_read_again_is_refused(name: str, value: str) -> None:
    read = loads(TEXT)
    with pytest.raises(InputError):
        Editor(read).set(read.entries[0], name, value)


@given(st.binary(max_size=200))
def test_no_change_gives_the_same_bytes(data: bytes) -> None:
    data = data.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    source, _ = decode(data, "x.bib")
    read = loads(source.text.removeprefix("\ufeff")) if not source.text.startswith("\ufeff") else loads("")
    if source.text.startswith("\ufeff"):
        return
    read.source = source
    assert Editor(read).data() == data


def test_every_file_of_the_corpus_is_written_back_as_it_was() -> None:
    from publist.bibtex import load

    for path in sorted(shared("bibtex", "corpus").glob("*.bib"))[::8]:
        assert Editor(load(path)).data() == path.read_bytes(), path.name
