"""The allow-list of URLs."""

from __future__ import annotations

import pytest

from publist.url import safe_url, without_tracking


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


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://x.org/p?utm_source=a&utm_medium=b", "https://x.org/p"),
        ("https://x.org/p?id=3&fbclid=x#part", "https://x.org/p?id=3#part"),
        # as on the first homepage
        ("https://proceedings.mlr.press/v139/sun21b.html?ref=https://githubhelp.com",
         "https://proceedings.mlr.press/v139/sun21b.html"),
        ("https://api.github.com/x?ref=main", "https://api.github.com/x?ref=main"),
        ("https://openreview.net/forum?id=utm_x", "https://openreview.net/forum?id=utm_x"),
        ("https://x.org/?", "https://x.org/"),
        ("https://x.org/a#b?utm_source=c", "https://x.org/a#b?utm_source=c"),
    ],
)  # fmt: skip
def test_tracking_parameters_are_dropped(url: str, bare: str) -> None:
    assert without_tracking(url) == bare
