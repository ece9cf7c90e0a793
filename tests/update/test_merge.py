"""Imports into a file.  The oracle is the file itself: all of its bytes are there, in their order."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from pytest_httpserver import HTTPServer

from publist.bibtex import load_bytes, loads
from publist.bibtex.writer import NewEntry
from publist.cli import main
from publist.errors import InputError
from publist.update.merge import merged
from tests.sources import samples
from tests.sources.servers import ORCID_ID, orcid, summary

_FILE = """\
% mine, do not touch
@string{jw = "Journal of Whales"}
@article{mine,
  author  = "Doe, Jane and Roe, John Q",
  title   = {{Quiet} whales}, % fine
  journal = jw,
  year    = 2024
}

@comment{ an old one }
"""


def new(*fields: dict[str, str], kind: str = "article") -> list[NewEntry]:
    base = {"author": "Doe, Jane and Poe, Ann", "title": "Loud seals", "journal": "Seals", "year": "2023"}
    return [NewEntry(kind, f"new{number}", base | one) for number, one in enumerate(fields)]


def test_a_new_work_goes_to_the_end_and_nothing_else_changes() -> None:
    result = merged(loads(_FILE), new({}), "x.ris")
    assert result.data.decode().startswith(_FILE)
    assert [entry.key for entry in load_bytes(result.data, "").entries] == ["mine", "new0"]
    assert result.keys == {"new0": "new0"}


def test_line_ends_and_encoding_stay() -> None:
    file = _FILE.replace("Roe", "Röe").replace("\n", "\r\n").encode("cp1252")
    result = merged(load_bytes(file, "my.bib"), new({"title": "Löud seals"}), "x")
    assert result.data.startswith(file)
    assert b"L\xf6ud" in result.data or b'\\"' in result.data
    assert b"\n" not in result.data.replace(b"\r\n", b"")


def test_a_known_work_is_not_added_and_what_differs_is_proposed() -> None:
    known = {
        "author": "Doe, J. and Roe, J.",
        "title": "Quiet Whales",
        "year": "2025",
        "doi": "10.1000/whales",
    }
    result = merged(loads(_FILE), new(known), "orcid:1")
    assert result.data.decode() == _FILE
    assert [one.message for one in result.problems] == [
        "mine: orcid:1 has doi 10.1000/whales, which is missing here, year 2025, not 2024"
    ]
    assert result.problems[0].line == 3


def test_a_key_that_is_taken_gets_a_number() -> None:
    entry = new({})[0]._replace(key="Mine")
    assert merged(loads(_FILE), [entry], "x").keys == {"Mine": "Mine-2"}


def test_the_preprint_of_a_paper_is_added_and_related() -> None:
    preprint = {
        "author": "Doe, Jane and Roe, John Q", "title": "Quiet whales", "eprint": "2303.00001",
        "archiveprefix": "arXiv", "journal": "", "year": "2023",
    }  # fmt: skip
    result = merged(loads(_FILE), new(preprint, kind="misc"), "arxiv:2303.00001")
    entry = load_bytes(result.data, "").entries[1]
    assert (entry.get("related"), entry.get("relatedtype")) == ("mine", "version")
    assert [one.rule.id for one in result.problems] == ["version-added"]


def test_preprint_and_paper_of_one_import_are_related(tmp_path: Path) -> None:
    arxiv, ris, bib = tmp_path / "a.atom", tmp_path / "a.ris", tmp_path / "my.bib"
    arxiv.write_text(samples.ARXIV.replace("10.1000/whales", ""))
    ris.write_text(samples.RIS)
    assert run(tmp_path, str(arxiv), str(ris), "-o", str(bib))[0] == 0
    preprint, paper = load_bytes(bib.read_bytes(), "").entries
    assert (paper.get("related"), paper.get("relatedtype")) == (preprint.key, "version")


def test_a_work_twice_in_one_import_is_added_once() -> None:
    assert len(merged(loads(""), new({}, {}), "x").keys) == 1


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["import", *arguments])
    return result.exit_code, result.stderr


def test_an_import_into_a_file_says_what_it_did(tmp_path: Path) -> None:
    bib, ris = tmp_path / "my.bib", tmp_path / "a.ris"
    bib.write_text(_FILE, encoding="utf-8")
    ris.write_text(
        samples.RIS + samples.RIS.replace("Quiet whales", "Loud seals").replace("/whales", "/seals")
    )
    code, said = run(tmp_path, str(ris), "-o", str(bib))
    assert code == 0
    assert f"1 work added to {bib}, 1 known" in said
    assert bib.read_text(encoding="utf-8").startswith(_FILE)
    before = bib.read_bytes()
    _, said = run(tmp_path, str(ris), "-o", str(bib))
    assert f"0 works added to {bib}, 2 known" in said
    assert bib.read_bytes() == before


_DIFFERENT = """\
@article{mine,
  author = {Doe, Jane and Roe, John Q}, % by hand
  title = {Quiet whales},
  journal = {Journal of Whales},
  volume = 11,
  pages = "1--9",
  year = 2023
}
"""


def test_what_differs_is_a_patch_that_is_shown_and_written_if_asked(tmp_path: Path) -> None:
    bib, ris = tmp_path / "my.bib", tmp_path / "a.ris"
    bib.write_text(_DIFFERENT, encoding="utf-8")
    ris.write_text(samples.RIS)
    code, said = run(tmp_path, str(ris), "-o", str(bib))
    assert (code, bib.read_text(encoding="utf-8")) == (0, _DIFFERENT)
    assert said.splitlines()[-1].startswith(f"0 works added to {bib}, 1 known, 1 to change with --write, ")
    shown = CliRunner().invoke(main, ["import", str(ris), "-o", str(bib), "--diff"])
    assert (shown.exit_code, bib.read_text(encoding="utf-8")) == (0, _DIFFERENT)
    assert '-  pages = "1--9",' in shown.stdout
    code, said = run(tmp_path, str(ris), "-o", str(bib), "--write")
    after = bib.read_text(encoding="utf-8")
    assert "1 known, 1 changed" in said
    assert after.startswith("@article{mine,\n  author = {Doe, Jane and Roe, John Q}, % by hand\n")
    entry = load_bytes(after.encode(), "").entries[0]
    assert (entry.get("doi"), entry.get("volume"), entry.get("year")) == ("10.1000/whales", "12", "2024")
    code, said = run(tmp_path, str(ris), "-o", str(bib))
    assert said.splitlines()[-1] == f"0 works added to {bib}, 1 known, 0 places to look at"


def test_a_diff_shows_new_works_too_and_writes_nothing(tmp_path: Path) -> None:
    bib, ris = tmp_path / "my.bib", tmp_path / "a.ris"
    bib.write_text("% mine\n", encoding="utf-8")
    ris.write_text(samples.RIS)
    shown = CliRunner().invoke(main, ["import", str(ris), "-o", str(bib), "--diff"])
    assert "+  title = {Quiet whales}," in shown.stdout
    assert f"1 work to add to {bib}, 0 known" in shown.stderr
    assert bib.read_text(encoding="utf-8") == "% mine\n"
    nowhere = CliRunner().invoke(main, ["import", str(ris), "--diff"])
    assert (nowhere.exit_code, "needs -o" in nowhere.stderr) == (2, True)


def test_fields_have_the_names_of_the_entrys_dialect_and_what_is_inherited_stays() -> None:
    file = (
        "@proceedings{p, title={Whales}, year=2023, volume=7}\n"
        "@article{mine, author={Doe, Jane}, title={Quiet whales of the sea}, journaltitle={J},"
        " date={2023-05}, issue={1}}\n"
        "@inproceedings{other, author={Doe, Jane}, title={Loud seals of the north}, crossref={p}}\n"
    )
    base = {"author": "Doe, Jane", "volume": "8", "number": "2", "year": "2024", "doi": "10.1000/a"}
    one = NewEntry("article", "a", base | {"title": "Quiet whales of the sea", "journal": "J"})
    two = NewEntry("inproceedings", "b", base | {"title": "Loud seals of the north", "doi": "10.1000/b"})
    first, second = load_bytes(merged(loads(file), [one, two], "x").patched, "").entries[1:]
    assert (first.get("date"), first.get("issue"), "number" in first.fields) == ("2024", "2", False)
    assert (second.get("doi"), "year" in second.fields) == ("10.1000/b", False)


def test_json_is_not_merged_into(tmp_path: Path) -> None:
    target, ris = tmp_path / "my.json", tmp_path / "a.ris"
    target.write_text("[]")
    ris.write_text(samples.RIS)
    code, said = run(tmp_path, str(ris), "-o", str(target))
    assert (code, target.read_text()) == (2, "[]")
    assert "is JSON" in said


def test_a_letter_that_the_encoding_lacks_changes_nothing() -> None:
    file = "@book{a, title={Wäle}}".encode("cp1252")
    with pytest.raises(InputError, match="save the file as UTF-8"):
        merged(load_bytes(file, "my.bib"), new({"title": "静かな鯨"}), "x")


@pytest.mark.parametrize("number", [1000])
def test_a_thousand_works_imported_twice_propose_nothing(
    httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    groups = [
        [summary(place, f"Whales of the sea number {place}", 1, f"10.1000/w{place}" if place % 3 else "")]
        for place in range(number)
    ]
    orcid(httpserver, *groups)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PUBLIST_ALLOW_LOOPBACK", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    address = httpserver.url_for("/orcid/")
    Path("publist.toml").write_text(f'[sources.orcid]\nurl = "{address}"\n')
    Path("my.bib").write_text("% mine\n")
    code, said = run(tmp_path, f"orcid:{ORCID_ID}", "-o", "my.bib")
    assert (code, said.strip()) == (0, f"{number} works added to my.bib, 0 known, 0 places to look at")
    before = Path("my.bib").read_bytes()
    code, said = run(tmp_path, f"orcid:{ORCID_ID}", "-o", "my.bib")
    assert (code, said.strip()) == (0, f"0 works added to my.bib, {number} known, 0 places to look at")
    assert Path("my.bib").read_bytes() == before
