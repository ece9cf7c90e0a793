"""The lab's page of the docs: three groups, each set off in its own way.  Oracle: its settings, by hand."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from publist.cli import main
from tests.data import ROOT


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(ROOT / "docs" / "examples" / "lab")
    result = CliRunner().invoke(main, ["render"])
    assert result.exit_code == 0, result.stderr
    assert result.stderr == "13 entries read, 13 listed, 0 refused\n"
    return result.stdout


def name(page: str, text: str) -> set[str]:
    """The ways in which a name stands in the page."""
    return set(re.findall(rf'<span class="publist-name publist-author">((?:<[^>]+>)*{text})', page))


def test_the_groups(page: str) -> None:
    assert name(page, "W\\. Shao") == {
        '<strong class="publist-highlight"><u class="publist-highlight">W. Shao'
    }
    assert name(page, "P\\. Luo") == {'<a href="http://luoping.me/"><strong class="publist-highlight">P. Luo'}
    assert name(page, "Y\\. Ge") == {'<em class="publist-highlight">Y. Ge'}
    assert name(page, "R\\. Zhang") == {"R. Zhang"}


def test_the_longest_list_of_names_unfolds(page: str) -> None:
    assert page.count("<details") == 1
    assert "H. Xu</span>, …, <span" in page
    assert " and 2 others</div>" in page


def test_links_in_their_own_order_and_words(page: str) -> None:
    assert re.findall(r'href="[^"]+">(\w+)</a>\]', page)[:2] == ["Code", "Paper"]
    assert ">Appendix</a>" in page
