"""Each source read into BibTeX.  The oracle is the paper that ``samples`` has in every source's form."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.bibtex import loads
from publist.bibtex.entry import Entry
from publist.errors import InputError
from publist.sources import imported
from tests.sources import samples

_NO_AUTHORS = frozenset({"orcid.json", "resume.json"})  # these sources have none
_NO_DOI = frozenset({"old.txt"})


def entries_of(folder: Path, name: str, text: str | bytes) -> list[Entry]:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return loads(imported([path]).text).entries


def said(folder: Path, name: str, text: str, rule: str) -> list[tuple[int, str]]:
    (folder / name).write_text(text, encoding="utf-8")
    found = imported([folder / name])
    return [(one.line, one.message) for one in found.problems if one.rule.id == rule]


@pytest.mark.parametrize("name", samples.FILES)
def test_the_same_paper_comes_out_of_every_source(tmp_path: Path, name: str) -> None:
    (entry,) = entries_of(tmp_path, name, samples.FILES[name])
    assert entry.get("title").replace(r"\textit{whales}", "whales") == "Quiet whales"
    assert entry.get("year") == "2024"
    if name not in _NO_DOI:
        assert entry.get("doi") == "10.1000/whales"
    if name not in _NO_AUTHORS:
        first, second = entry.get("author").split(" and ")
        assert first in ("Doe, Jane", "Doe, J")
        assert second.startswith("Roe, ")


@pytest.mark.parametrize("name", sorted(samples.FILES.keys() - {"arxiv.atom", "resume.json", "inspire.json"}))
def test_a_journal_article_is_one_with_its_journal(tmp_path: Path, name: str) -> None:
    (entry,) = entries_of(tmp_path, name, samples.FILES[name])
    assert (entry.type, entry.get("journal").split(r" \&")[0]) == ("article", "Journal of Whales")


def test_keys_are_made_of_name_year_and_word_and_are_the_same_in_each_run(tmp_path: Path) -> None:
    first = entries_of(tmp_path, "a.ris", samples.RIS + samples.RIS)
    assert [entry.key for entry in first] == ["doe2024quiet", "doe2024quiet-2"]
    assert first[0].key == entries_of(tmp_path, "a.ris", samples.RIS)[0].key


@pytest.mark.parametrize(
    ("name", "key"),
    [("pandoc.yaml", "doe2024"), ("dblp.xml", "DBLP:journals/jw/DoeR24"), ("inspire.json", "Doe:2024abc"),
     ("items.json", "doe2024quiet")],
)  # fmt: skip
def test_a_citation_key_of_the_source_stays(tmp_path: Path, name: str, key: str) -> None:
    assert entries_of(tmp_path, name, samples.FILES[name])[0].key == key


def test_a_field_that_bibtex_lacks_is_kept_and_named_with_its_line(tmp_path: Path) -> None:
    assert entries_of(tmp_path, "a.ris", samples.RIS)[0].get("ris_an") == "W:1"
    assert said(tmp_path, "a.ris", samples.RIS, "kept-field") == [
        (1, "BibTeX has no field for these; kept as they are: ris_an")
    ]


def test_every_value_of_a_repeated_tag_is_kept(tmp_path: Path) -> None:
    assert entries_of(tmp_path, "a.ris", samples.RIS)[0].get("issn") == "1234-5679, 2345-6780"


def test_a_record_without_its_end_costs_no_other(tmp_path: Path) -> None:
    broken = samples.RIS.replace("ER  -\n", "") + samples.RIS.replace("Quiet", "Loud")
    assert [entry.get("title") for entry in entries_of(tmp_path, "a.ris", broken)] == [
        "Quiet whales",
        "Loud whales",
    ]


def test_lines_outside_a_record_are_named(tmp_path: Path) -> None:
    text = "Exported by hand\n" + samples.RIS
    assert said(tmp_path, "a.ris", text, "not-imported") == [(1, "belongs to no work: Exported by hand")]


def test_values_go_on_in_the_next_line(tmp_path: Path) -> None:
    text = samples.RIS.replace("TI  - Quiet whales", "TI  - Quiet\n      whales")
    assert entries_of(tmp_path, "a.ris", text)[0].get("title") == "Quiet whales"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_old_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    text = samples.RIS.replace("Jane", "Zoë").replace("\n", "\r\n").encode(encoding)
    assert entries_of(tmp_path, "a.ris", text)[0].get("author").startswith("Doe, Zoë")


def test_the_preferred_summary_of_a_group_counts(tmp_path: Path) -> None:
    (entry,) = entries_of(tmp_path, "orcid.json", samples.ORCID)
    assert (entry.get("title"), entry.get("month")) == ("Quiet whales", "March")


def test_a_bare_ampersand_is_read_and_said(tmp_path: Path) -> None:
    (entry,) = entries_of(tmp_path, "old.xml", samples.ENDNOTE_7)
    assert entry.get("journal") == r"Journal of Whales \& Seals"
    assert len(said(tmp_path, "old.xml", samples.ENDNOTE_7, "not-well-formed")) == 1


def test_no_entity_of_a_file_is_put_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden", encoding="utf-8")
    head = f'<!DOCTYPE dblp [<!ENTITY e SYSTEM "{secret.as_uri()}"><!ENTITY l "ha">]><dblp>'
    body = samples.DBLP.split("<r>")[1].split("</r>")[0].replace("Quiet", "Sch&ouml;n &e; &l;")
    (entry,) = entries_of(tmp_path, "dblp.xml", f"{head}{body}</dblp>")
    assert "hidden" not in entry.get("title")
    assert "haha" not in entry.get("title")
    assert "Schön" in entry.get("title")


def test_yaml_runs_nothing_and_guesses_no_types(tmp_path: Path) -> None:
    (entry,) = entries_of(tmp_path, "pandoc.yaml", samples.CSL_YAML)
    assert entry.get("author") == "Doe, Jane and Roe, No"
    with pytest.raises(InputError, match="is not YAML"):
        entries_of(tmp_path, "x.yaml", "- title: !!python/object/apply:os.getcwd []\n")


def test_aliases_that_multiply_end_soon(tmp_path: Path) -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))
    with pytest.raises(InputError, match="its aliases make it too large"):
        entries_of(tmp_path, "bomb.yaml", f"l0: &l0 [x]\n{levels}")


def test_a_script_in_a_title_is_text_and_its_address_no_link(tmp_path: Path) -> None:
    text = samples.JEKYLL.replace("https://example.org/code", "javascript:alert(1)").replace(
        "Quiet whales", "Quiet <script>alert(1)</script> whales"
    )
    (entry,) = entries_of(tmp_path, "p.yml", text)
    assert r"\textless{}script" in entry.get("title")
    assert not [field for field in entry.fields if field.startswith(("code", "url"))]
    assert said(tmp_path, "p.yml", text, "unplaced") == [(3, "could not place “code: javascript:alert(1)”")]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.txt", "Dear all,", "has no works"),
        ("a.json", '{"a": 1}', "has no works"),
        ("a.json", '[{"title": "x"', "is not JSON"),
        ("a.json", "[" * 100_000, "nested too deeply"),
        ("a.xml", "<html><body/></html>", "an HTML page"),
        ("a.xml", "<rss><channel/></rss>", "outermost element is rss"),
        ("a.yml", "a: [", "is not YAML"),
        ("a.pdf", "%PDF-1.4 x", "a PDF"),
        ("a.bib", "% nothing yet", "no entries"),
        ("empty.ris", " \n", "is empty"),
    ],
)
def test_what_is_no_source_is_one_clear_error(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        entries_of(tmp_path, name, text)


def test_a_bundle_of_hugos_has_what_its_own_bib_says(tmp_path: Path) -> None:
    page = tmp_path / "content" / "publication" / "whales"
    page.mkdir(parents=True)
    (page / "index.md").write_text(samples.HUGO_TOML, encoding="utf-8")
    (page / "cite.bib").write_text("@book{own, title = {Loud whales}, year = 2023}", encoding="utf-8")
    (page.parent / "_index.md").write_text("---\ntitle: Papers\n---\n", encoding="utf-8")
    (entry,) = loads(imported([tmp_path]).text).entries
    assert (entry.type, entry.key, entry.get("title"), entry.get("year")) == (
        "book",
        "own",
        "Loud whales",
        "2023",
    )
    assert entry.get("page_title") == "Quiet whales"
    assert entry.get("author") == "Doe, Jane and Roe, John Q."


def test_a_file_of_a_folder_without_works_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(samples.ACADEMICPAGES, encoding="utf-8")
    (tmp_path / "b.md").write_text("---\ntitle: About\n---\n", encoding="utf-8")
    found = imported([tmp_path])
    assert found.works == 1
    assert [Path(one.file).name for one in found.problems if one.rule.id == "not-imported"] == ["b.md"]
