"""What a file is that is no bibliography.  Oracle: what the forms' own programs write."""

from __future__ import annotations

import pytest

from publist.inputs import Input, looks_like, refusal


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"\xef\xbb\xbfTY  - JOUR\r\nER  - \r\n", "RIS"),
        (b"%PDF-1.4\n", "a PDF"),
        (b"PK\x03\x04 word/document.xml", "ZIP"),
        (b"<!doctype HTML>\n", "HTML"),
        (b"<table><tr><td>", "XML"),
        (b"FN Clarivate Analytics Web of Science\nVR 1.0\n", "Web of Science"),
        (b"\\begin{thebibliography}{9}\n", "LaTeX"),
        (b'[owner]\nname = "x"\n', "TOML"),
        (b'"Authors","Title","Year"\n"Doe, J.","Alpha","2020"\n', "CSV"),
    ],
)
def test_a_form_is_named(data: bytes, form: str) -> None:
    assert form in looks_like(data)


@pytest.mark.parametrize(
    "data", [b"@article{a,\n title = {T},\n year = 2020,\n}\n", b"% a, b, c\n", b"", b"Doe"]
)
def test_bibtex_and_plain_text_look_like_nothing_else(data: bytes) -> None:
    assert looks_like(data) == ""


def test_a_refusal_is_one_line() -> None:
    for data in (b"", b"\n", b"% x", b"TY  - JOUR", b"x"):
        assert "\n" not in refusal(data)
        assert refusal(data).startswith("no entries")


@pytest.mark.parametrize(
    ("name", "data", "is_json"),
    [
        ("a.bib", b"@book{b}", False),
        ("a.bib", b' [\n {"id": "a"}]', True),
        ("-", b"\xef\xbb\xbf{}", True),
        ("a.json", b"@book{b}", False),
        ("a.json", b"nothing", True),
        ("a.bib", b"{@book{b}", False),
        ("a.bib", b"[1] @book{b}", False),
    ],
)
def test_json_is_known_by_its_first_characters(name: str, data: bytes, is_json: bool) -> None:
    assert Input(name, data).is_json is is_json
