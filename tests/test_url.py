"""The allow-list of URLs."""

from __future__ import annotations

import pytest

from publist.url import safe_url


@pytest.mark.parametrize(
    "url",
    [
        "https://a.b/c?d#e",
        "http://a.b",
        "mailto:a@b.c",
        "papers/x.pdf",
        "../x.pdf",
        "#bib",
        "HTTP://A",
        "x?a=b:c",
    ],
)
def test_allowed(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:x", "java\nscript:x", " javascript:x", "data:text/html,x", "file:///etc/passwd",
     "vbscript:x", "\x01javascript:x", "", "  ", "1x:y", "ftp://a.b"],
)  # fmt: skip
def test_refused(url: str) -> None:
    assert safe_url(url) is None


def test_blanks_are_encoded() -> None:
    assert safe_url(" https://a.b/c d.pdf\n") == "https://a.b/c%20d.pdf"
