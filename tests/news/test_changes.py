"""What is new or changed.  Expected values by hand; the repository is made here."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from publist.errors import ConfigError
from publist.item import Date, Item
from publist.news import changes
from publist.publication import Publication


def work(key: str, title: str = "T", *date: int, **variables: str) -> Publication:
    item = Item(key, "book", {"title": title, **variables}, dates={"issued": Date((date,))} if date else {})  # type: ignore[dict-item]  # parts of any kind
    return Publication(item, key)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", (2024, 1, 1)),
        ("2024-03", (2024, 3, 1)),
        ("2024-03-09", (2024, 3, 9)),
        ("2024-13", None),
        ("v1", None),
    ],
)
def test_dates(text: str, date: tuple[int, int, int] | None) -> None:
    assert changes.parse_date(text) == date


def test_since_a_date() -> None:
    works = [
        work("a", "A", 2023, 12, 31), work("b", "B", 2024, 1, 1), work("c", "C", 2024), work("d", "D"),
        work("e", "E", status="in press"), work("f", "F", 2023),
    ]  # fmt: skip
    assert [one.key for one in changes.since_date(works, (2024, 1, 1))] == ["b", "c", "e"]


def test_new_changed_and_the_same() -> None:
    old = [work("same", "S", 2020), work("moved", "M", 2020), work("oldkey", "Kept title", 2020)]
    now = [
        work("same", "S", 2020), work("moved", "M", 2021, volume="3"), work("newkey", "Kept Title!", 2020),
        work("fresh", "F", 2021),
    ]  # fmt: skip
    found = changes.between(old, now)
    assert [one.key for one in found.new] == ["fresh"]
    assert found.changed == {"moved": ("volume", "issued"), "newkey": ("title",)}


def test_doi_tells_that_a_renamed_entry_is_the_same() -> None:
    found = changes.between([work("a", "Old", 2020, DOI="10.1/X")], [work("b", "New", 2020, DOI="10.1/x")])
    assert found.new == []
    assert found.changed == {"b": ("DOI", "title")}


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_versions_of_git(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.org")
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    path = tmp_path / "a b.bib"
    path.write_bytes(b"@book{a}\n")
    with pytest.raises(ConfigError, match="not a git repository"):
        changes.version_at(path, "HEAD")
    git("init")
    git("add", ".")
    git("commit", "-m", "first")
    path.write_bytes(b"@book{b}\n")
    assert changes.version_at(path, "HEAD") == b"@book{a}\n"
    assert changes.version_at(tmp_path / "later.bib", "HEAD") is None
    with pytest.raises(ConfigError, match="neither a date"):
        changes.version_at(path, "nowhere")
    with pytest.raises(ConfigError, match="neither a date"):
        changes.version_at(path, "--output=x")
