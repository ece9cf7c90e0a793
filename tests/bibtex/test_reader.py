"""Reading: entries, macros, comments, encodings; the expected values are BibTeX's rules by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.bibtex import Bibliography, load, loads
from publist.errors import InputError


def fields(bibliography: Bibliography, place: int = 0) -> dict[str, str]:
    return {field.name: field.value for field in bibliography.entries[place].fields.values()}


def rules(bibliography: Bibliography) -> list[tuple[int, str]]:
    return [(problem.line, problem.rule.id) for problem in bibliography.problems]


def test_macros_are_expanded_and_pieces_joined() -> None:
    read = loads(
        '@string{acm = "ACM"}\n@string(full = acm # { Press})\n'
        '@book{b, publisher = full # ", NY", month = jan # "~10", journal = ACM}'
    )
    assert fields(read) == {"publisher": "ACM Press, NY", "month": "January~10", "journal": "ACM"}
    assert read.macros == {"acm": "ACM", "full": "ACM Press"}


def test_a_macro_nobody_defined_stands_for_its_name() -> None:
    read = loads("@book{b,\n note = nowhere}")
    assert fields(read) == {"note": "nowhere"}
    assert rules(read) == [(2, "undefined-macro")]


@pytest.mark.parametrize(
    "header", ["@book{b,", "@book\n{b,", "@ book{b,", "@BOOK {b,", "@book(b,", "  @book{ b ,", "@@book{b,"]
)
def test_an_entry_may_begin_in_many_ways(header: str) -> None:
    read = loads(f"{header} title={{T}}{')' if '(' in header else '}'}")
    assert [(entry.type, entry.key) for entry in read.entries] == [("book", "b")]
    assert fields(read) == {"title": "T"}


@pytest.mark.parametrize(
    "key", ["städler2009", "O’Neill", "DBLP:conf/x/Y-16", "10.1145/3507923.3507924", "a b"]
)
def test_keys_are_kept_as_typed(key: str) -> None:
    assert loads(f"@book{{{key}, title={{T}}}}").entries[0].key == key


def test_a_percent_sign_at_a_lines_start_begins_a_comment() -> None:
    read = loads("% @article{x,\n%  title = {X},\n% }\n@book{b,\n % year = 1,\n title={100% sure}, % end\n}")
    assert (read.present, fields(read)) == (1, {"title": "100% sure"})
    assert rules(read) == [(1, "commented-entry"), (5, "commented-field")]


def test_an_at_sign_in_a_value_begins_no_entry() -> None:
    read = loads("@article{a,\n abstract = {foo\n@bar {x} baz},\n title={T}}\n@book{b,title={B}}\n")
    assert [entry.key for entry in read.entries] == ["a", "b"]
    assert fields(read)["abstract"] == "foo\n@bar {x} baz"


def test_a_run_of_at_signs_in_a_value_is_text() -> None:  # found by fuzzing
    assert fields(loads("@book{b, title={Erd@@@@H{o}s @ x{y}}}")) == {"title": "Erd@@@@H{o}s @ x{y}"}


def test_text_between_entries_is_a_comment() -> None:
    read = loads(
        "---\ntitle: x\n---\nmail foo@bar {x}\n@comment{@book{c, title={C}}}\n@book{b,title={B}}\nend"
    )
    assert [(entry.key, entry.line) for entry in read.entries] == [("b", 6)]


def test_a_preamble_is_kept_with_its_macros_expanded() -> None:
    read = loads(
        '@string{v = "\\\\v"}\n@preamble{ "\\\\newcommand" # v }\n@ preamble({x})\n@book{b,title={B}}'
    )
    assert read.preambles == ["\\\\newcommand\\\\v", "x"]
    assert (rules(read), read.present) == ([], 1)


@pytest.mark.parametrize("header", ["@ar-ticle{k,", "@ ar-ticle\n(k,"])
def test_a_type_may_have_a_hyphen(header: str) -> None:
    read = loads(f"{header} title={{T}}{')' if '(' in header else '}'}")
    assert [(entry.type, entry.key) for entry in read.entries] == [("ar-ticle", "k")]


@pytest.mark.parametrize(
    "entry",
    ["@art icle{k, title = {T}}", "@article,k, title={T}}", "@article k,\n title = {T},\n}",
     "2020@article{k, title = {T}}", "@*{k, title = \"T\"}"],
)  # fmt: skip
def test_no_entry_vanishes_without_a_word(entry: str) -> None:
    read = loads(f"@book{{a,title={{A}}}}\n{entry}\n@book{{b,title={{B}}}}")
    assert [found.key for found in read.entries] == ["a", "b"]
    assert (read.refused, [found for found in rules(read) if found[1] == "refused-entry"]) == (
        1, [(2, "refused-entry")],
    )  # fmt: skip


@pytest.mark.parametrize("text", ["write to a@b.org, b@c.org", "see @book, and @ home", "x @misc: y = z"])
def test_an_at_sign_in_text_between_entries_is_no_entry(text: str) -> None:
    assert (loads(text).present, rules(loads(text))) == (0, [])


def test_a_brace_behind_a_backslash_counts_as_in_bibtex() -> None:
    assert fields(loads("@book{b, title = {a \\{ b} c}}")) == {"title": "a \\{ b} c"}


def test_counts_add_up() -> None:
    read = loads("@book{b,title={B}}\n@book{\n@article{a,title={A}}")
    assert (read.read, read.refused, read.present) == (2, 1, 3)
    refused = [problem for problem in read.problems if problem.rule.id == "refused-entry"]
    assert [(problem.line, problem.rule.severity) for problem in refused] == [(2, "error")]


def test_windows_1252_is_read_with_a_warning_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(b"\xef\xbb\xbf% caf\xc3\xa9\n@book{b, title={Caf\xe9 \x96 x}}\r\n")
    read = load(path)
    assert fields(read) == {"title": "Café – x"}
    assert rules(read) == [(2, "encoding")]


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"@book{b,\n title={\0}}", "NUL byte"), (b"\xff\xfe@\0b\0", "UTF-16"), (None, "cannot read")],
)
def test_what_is_no_text_is_refused_in_one_line(tmp_path: Path, data: bytes | None, words: str) -> None:
    path = tmp_path / "a.bib"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InputError, match=words) as caught:
        load(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_count_from_one_with_every_line_end(newline: str) -> None:
    read = loads(
        "@book{a,\n title={one \\\ntwo},\n year = 1\n}\n\n@book{b,\n title={B}}".replace("\n", newline)
    )
    assert [entry.line for entry in read.entries] == [1, 7]
    assert [field.line for field in read.entries[0].fields.values()] == [2, 4]
