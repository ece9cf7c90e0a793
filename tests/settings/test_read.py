"""publist.toml: what it may say, and what is said about mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist import settings
from publist.errors import ConfigError


def load(folder: Path, text: str) -> settings.Config:
    (folder / "publist.toml").write_text(text, encoding="utf-8")
    return settings.load(folder)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert settings.load(tmp_path) == settings.Config()


@pytest.mark.parametrize("deep", ["", "bib", "bib/old"])
def test_a_file_above_is_found_and_paths_are_relative_to_it(tmp_path: Path, deep: str) -> None:
    below = tmp_path / deep
    below.mkdir(parents=True, exist_ok=True)
    load(tmp_path, 'bibliography = "a.bib"\n')
    assert [path.resolve() for path in settings.load(below).bibliography] == [tmp_path / "a.bib"]


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    load(tmp_path, 'bibliography = "a.bib"\n')
    (tmp_path / "bib").mkdir()
    assert load(tmp_path / "bib", 'bibliography = "b.bib"\n').bibliography == (tmp_path / "bib" / "b.bib",)


@pytest.mark.parametrize("root", ["repository", "home"])
def test_nothing_is_taken_from_beyond_a_repository_or_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: str
) -> None:
    load(tmp_path, 'bibliography = "a.bib"\n')
    inner = tmp_path / "work" / "bib"
    inner.mkdir(parents=True)
    if root == "repository":
        (tmp_path / "work" / ".git").mkdir()
    else:
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert settings.load(inner) == settings.Config()


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    found = load(tmp_path, 'bibliography = "a.bib"\n[owner]\nname = "W. Shao"\n')
    assert found.bibliography == (tmp_path / "a.bib",)
    assert found.owner.name == "W. Shao"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('bibliography = "a"\nstlye = "ieee"\n', 2, "did you mean style?"),
        ('[owner]\nnmae = "x"\n', 2, "did you mean owner.name?"),
        ("style = 3\n", 1, "is text"),
        ("bibliography = [1]\n", 1, "list of file names"),
        ("\n\nstyle = \n", 3, "is not TOML"),
        ('owner = "W. Shao"\n', 1, "[owner]"),
    ],
)
def test_a_mistake_has_its_line_and_what_to_do(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    assert caught.value.line == line
    assert message in caught.value.message
