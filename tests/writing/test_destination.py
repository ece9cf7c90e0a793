"""Files that publist takes for its own, mends, or refuses.  Oracles: the docstrings; GNU diff."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.errors import OutputError
from publist.output.pages import MARK
from publist.pipeline import Rendered
from publist.settings.options import Page
from publist.settings.target import Target
from publist.writing.destination import Outcome, mend, placed, put, stale_pages

# How the pages of the site generators begin: Markdown, HTML, and the XML of TYPO3 and the like.
OURS = {
    "a.md": f"---\n# {MARK}\ntitle: A\n",
    "b.html": f"<!DOCTYPE html>\n<!-- {MARK} -->\n",
    "c.html": f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {MARK} -->\n',
}


def rendered(*names: str) -> Rendered:
    return Rendered(b"", [], dict.fromkeys(names, "new"))


def test_a_bibliography_is_mended_if_it_is_as_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(b"old")
    assert mend(path, b"old", b"new") == Outcome(path, changed=True)
    assert path.read_bytes() == b"new"
    assert mend(path, b"new", b"new") == Outcome(path, changed=False)


def test_a_bibliography_that_has_changed_since_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(b"edited")
    with pytest.raises(OutputError) as caught:
        mend(path, b"old", b"new")
    assert caught.value.report == (
        f"{path}: error: has changed since it was read, and is left as it is; run again"
    )
    assert path.read_bytes() == b"edited"


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (b"1\n2\n", b"1\n3\n", ["@@ -1,2 +1,2 @@\n", " 1\n", "-2\n", "+3\n"]),
        ("ü\n".encode(), b"u\n", ["@@ -1 +1 @@\n", "-ü\n", "+u\n"]),
        ("ü\n".encode("latin-1"), "ä\n".encode("latin-1"), ["@@ -1 +1 @@\n", "-ü\n", "+ä\n"]),
        (b"1", b"1\n", ["@@ -1 +1 @@\n", "-1\n", "\\ No newline at end of file\n", "+1\n"]),
    ],
)
def test_a_check_says_what_would_change(tmp_path: Path, old: bytes, new: bytes, lines: list[str]) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(old)
    names = [f"--- {path} (as it is)\n", f"+++ {path} (as it would be)\n"]
    assert mend(path, old, new, check=True) == Outcome(path, changed=True, diff="".join([*names, *lines]))
    assert path.read_bytes() == old
    assert mend(path, old, old, check=True) == Outcome(path, changed=False)


@pytest.mark.parametrize(("old", "new"), [(b"PK\0", b"PK"), (b"PK", b"PK\0")])
def test_a_check_of_a_file_that_is_no_text_says_that_it_differs(
    tmp_path: Path, old: bytes, new: bytes
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(old)
    (outcome,) = put(Rendered(new, [], {}), Target("x", "html", output=path), check=True)
    assert outcome == Outcome(path, changed=True, diff=f"{path} differs\n")


def test_pages_of_publications_no_longer_listed_are_found_in_all_folders(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    for name in ("z.html", "old/a.md", "b.html", "c.html", "d.txt", "a.md"):
        (tmp_path / name).write_text(OURS.get(Path(name).name, OURS["a.md"]), encoding="utf-8")
    (tmp_path / "z.html").write_text(f"<!DOCTYPE html>\n# {MARK}\n", encoding="utf-8")  # no mark of HTML
    (tmp_path / "mine.md").write_bytes(b"---\n\xe9\n")
    (tmp_path / "empty.md").write_bytes(b"")
    names = [path.relative_to(tmp_path).as_posix() for path in stale_pages(rendered("a.md"), tmp_path)]
    assert names == ["old/a.md"]
    names = [path.relative_to(tmp_path).as_posix() for path in stale_pages(rendered("b.html"), tmp_path)]
    assert names == ["c.html"]


@pytest.mark.parametrize("name", OURS)
def test_a_page_of_ours_is_written_anew(tmp_path: Path, name: str) -> None:
    target = Target("x", "pages", output_dir=tmp_path / "pages")
    put(rendered(name), target)
    (tmp_path / "pages" / name).write_text(OURS[name], encoding="utf-8")
    assert put(rendered(name), target) == [Outcome(tmp_path / "pages" / name, changed=True)]
    assert (tmp_path / "pages" / name).read_bytes() == b"new"


def test_a_link_among_the_pages_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "b.md").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError) as caught:
        put(rendered("a.md", "b.md"), Target("x", "pages", output_dir=tmp_path), force=True)
    assert caught.value.report == (
        f"{tmp_path / 'b.md'}: error: is a link, which may lead anywhere; remove it, or make it a file"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["b.md"]


def test_a_page_by_hand_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    target = Target("x", "pages", output_dir=tmp_path)
    (tmp_path / "b.md").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        put(rendered("a.md", "b.md"), target)
    assert caught.value.report == (
        f"{tmp_path / 'b.md'}: error: is a page that publist did not make; "
        "move it, or write over it with --force"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["b.md"]
    assert [one.changed for one in put(rendered("a.md", "b.md"), target, check=True)] == [True, True]
    assert (tmp_path / "b.md").read_text(encoding="utf-8") == "mine"
    put(rendered("a.md", "b.md"), target, force=True)
    assert (tmp_path / "b.md").read_text(encoding="utf-8") == "new"


def test_what_the_list_is_made_from_is_never_written(tmp_path: Path) -> None:
    source = tmp_path / "my.bib"
    source.write_bytes(b"@book{a}")
    target = Target("x", "bibtex", output=tmp_path / "folder" / ".." / "my.bib")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError) as caught:
        put(rendered(), target, force=True, sources=[tmp_path / "other.bib", source])
    assert caught.value.message == "is what the list is made from; name another file"
    assert caught.value.file == str(target.output)
    assert source.read_bytes() == b"@book{a}"


def test_a_target_without_a_place_is_refused() -> None:
    with pytest.raises(OutputError) as caught:
        put(rendered(), Target("x", "html"))
    assert caught.value.message == "a target needs into, output or output-dir"


def test_markers_need_a_file_that_exists(tmp_path: Path) -> None:
    path = tmp_path / "none.html"
    with pytest.raises(OutputError) as caught:
        put(rendered(), Target("x", "html", into=path))
    assert caught.value.report == (f"{path}: error: there is no such file; markers need a file that exists")
    assert not path.exists()


PAGE = Page(languages=("en", "de"))
BESIDE = ("list.bib", "list.json", "list.xml", "list.de.html")
MADE = {
    "list.bib": "% made by publist\n",
    "list.json": '{\n "sections": []}',
    "list.xml": "<generator>publist</generator>",
    "list.de.html": '<meta name="generator" content="publist">',
}


def page_at(path: Path, *taken: Path) -> Page:
    return placed(PAGE, Target("x", "page", output=path), taken)


def test_a_page_has_its_data_and_its_other_languages_beside_it(tmp_path: Path) -> None:
    page = page_at(tmp_path / "list.html")
    assert page == PAGE._replace(
        file="list.html", beside=BESIDE, alternates=(("en", "list.html"), ("de", "list.de.html"))
    )


def test_beside_a_page_only_what_is_ours_and_nobody_elses_target_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "list.html"
    for name, text in MADE.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert page_at(path).beside == BESIDE
    assert page_at(path, tmp_path / "x" / ".." / "list.bib").beside == BESIDE[1:]
    for number, (name, text) in enumerate(MADE.items()):
        (tmp_path / name).write_text(f"{'mine' * 2500}{text}", encoding="utf-8")  # the mark comes too late
        assert page_at(path).beside == BESIDE[number + 1 :]
    assert page_at(path).alternates == (("en", "list.html"),)


def test_a_folder_of_a_name_beside_a_page_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "list.json").mkdir()
    assert page_at(tmp_path / "list.html").beside == ("list.bib", "list.xml", "list.de.html")


@pytest.mark.parametrize("output", [None, Path("/dev/null")])
def test_nothing_stands_beside_a_page_without_a_folder(output: Path | None) -> None:
    assert placed(PAGE, Target("x", "page", output=output)) is PAGE


def test_nothing_stands_beside_a_list_that_is_no_page(tmp_path: Path) -> None:
    assert placed(PAGE, Target("x", "html", output=tmp_path / "list.html")) is PAGE
