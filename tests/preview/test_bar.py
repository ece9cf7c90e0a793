"""What the preview adds to a page.  Oracles: Content Security Policy Level 3 and what stands in the page."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from publist.errors import InputError
from publist.page.complete import policy
from publist.preview import bar
from publist.preview.attempts import Attempt
from publist.problems import Problem
from publist.rules import MISSING_COMMA, REFUSED_ENTRY
from publist.settings import Config

COMMA = Problem("a<b>.bib", 12, MISSING_COMMA, "no comma </script><script>alert(1)</script>")
REFUSED = Problem("a.bib", 3, REFUSED_ENTRY, "it is broken")


def barred(page: str, *problems: Problem, error: InputError | None = None) -> str:
    return bar.with_bar(page.encode(), Attempt(Config(), problems=problems, error=error), "v1").decode()


def test_problems_stand_at_the_end_with_file_and_line() -> None:
    made = barred("<html><body><p>The </body> of it</p></body>\n</html>", COMMA)
    assert made.startswith("<html><body><p>The </body> of it</p><style>")
    assert made.endswith("</script>\n</body>\n</html>")
    assert "<li>a&lt;b&gt;.bib:12: warning: no comma &lt;/script&gt;" in made
    assert "<details><summary>1 problem</summary>" in made


def test_errors_are_open_and_a_list_that_cannot_be_made_is_said() -> None:
    assert "<details open><summary>1 problem</summary><ol>" in barred("", REFUSED)
    made = barred("<body></body>", COMMA, error=InputError("is no bibliography", file="b.bib", line=4))
    assert "<summary>2 problems</summary><p>This is the last page" in made
    assert "<li>b.bib:4: error: is no bibliography</li>" in made


def test_a_page_without_problems_has_no_words() -> None:
    assert "<summary>" not in barred("<body></body>")


def test_bytes_that_are_no_text_stay() -> None:
    made = bar.with_bar(b"<body>\xff</body>", Attempt(Config()), "v1")
    assert made.startswith(b"<body>\xff<style>")


def _hash(name: str) -> str:
    text = (Path(bar.__file__).parent / name).read_bytes()
    return f"'sha256-{b64encode(sha256(text).digest()).decode()}'"


@pytest.mark.parametrize(
    ("own", "wanted"),
    [
        ("default-src 'none'", "default-src 'none'; style-src {css}; script-src {js}; connect-src 'self'"),
        ("default-src 'self'; script-src 'unsafe-inline'",
         "default-src 'self'; script-src 'unsafe-inline'; style-src 'self' {css}; connect-src 'self' 'self'"),
        ("img-src *", "img-src *"),
    ],
)  # fmt: skip
def test_the_pages_own_policy_lets_the_bar_in(own: str, wanted: str) -> None:
    from html import unescape

    made = barred(f'<meta http-equiv="Content-Security-Policy" content="{own}"><body></body>')
    found = unescape(made.split('content="')[1].split('"')[0])
    assert found == wanted.format(css=_hash("bar.css"), js=_hash("bar.js"))


def test_the_policy_of_the_publications_page_is_known() -> None:
    made = barred(f'<meta http-equiv="Content-Security-Policy" content="{policy("x", ["y"])}"><body></body>')
    assert made.split('content="')[1].split('"')[0].count("sha256-") == 4


def test_another_page_or_problem_is_another_version() -> None:
    said = [Attempt(Config()), Attempt(Config(), problems=[COMMA]), Attempt(Config(), error=InputError("no"))]
    names = {bar.version(page, attempt) for page in (b"a", b"b") for attempt in said}
    assert len(names) == 6
