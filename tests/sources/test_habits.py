"""What exporters make of their formats.  The oracle is what each means, as its documentation has it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from publist.sources import imported
from tests.sources.test_sources import entries_of, said

_ENDNOTE = (
    '<xml><records><record><ref-type name="Book">6</ref-type><contributors><authors><author>Doe, J.'
    "</author></authors></contributors><titles><title>Whales</title></titles><dates><year>2020</year></dates>%s"
    "</record></records></xml>"
)


def _ris(*lines: str, kind: str = "JOUR") -> str:
    return "\n".join([f"TY  - {kind}", *lines, "ER  - ", ""])


def _page(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", ""])


@pytest.mark.parametrize(
    ("name", "text", "fields"),
    [
        # Scopus: editors without a comma, numbers with their names, the book in C3 and its series in T2
        (
            "a.ris",
            _ris(
                "TI  - Whales",
                "T2  - Lecture Notes in Computer Science",
                "C3  - Vision 2022",
                "AU  - Li, X.",
                "A2  - Smith J.",
                "A2  - Doe M.",
                "SN  - 9783031207129 (ISBN)",
                kind="CONF",
            ),
            {
                "booktitle": "Vision 2022",
                "series": "Lecture Notes in Computer Science",
                "editor": "Smith, J. and Doe, M.",
                "isbn": "9783031207129",
            },
        ),
        # EndNote: an organisation ends with a comma; whoever stands at an edited book has edited it
        ("a.ris", _ris("TI  - Whales", "A2  - Roe, John", kind="EDBOOK"), {"editor": "Roe, John"}),
        (
            "a.ris",
            _ris("TI  - Whales", "AU  - Roe, John", kind="EDBOOK"),
            {"editor": "Roe, John", "author": ""},
        ),
        (
            "a.enw",
            "%0 Report\n%T Whales\n%A Anon Corp.,\n%D 2019\n%8 June 3\n%> internal-pdf://a.pdf\n",
            {"author": "{Anon Corp}", "year": "2019", "month": "June", "file": "internal-pdf://a.pdf"},
        ),
        # Cochrane's own tags
        (
            "a.ris",
            _ris(
                "AU  - Adams, B",
                "TI  - A trial",
                "YR  - 2004",
                "NO  - 2",
                "PG  - 215-222",
                "DOI  - 10.1079/BJN20031037",
            ),
            {"year": "2004", "number": "2", "pages": "215--222", "doi": "10.1079/BJN20031037"},
        ),
        # IEEE Xplore: the volume twice, the journal thrice
        (
            "a.ris",
            _ris(
                "TI  - Tags",
                "T2  - J. Things",
                "JO  - J. Things",
                "JA  - J. Things",
                "VO  - 9",
                "VL  - 9",
                "AU  - B. van Dijk",
                "PY  - 2022",
            ),
            {
                "journal": "J. Things",
                "volume": "9",
                "shortjournal": "",
                "ris_vo": "",
                "author": "van Dijk, B.",
            },
        ),
        # PubMed: a suffix behind the initials, a group
        (
            "a.nbib",
            "PMID- 5\nTI  - Whales.\nDP  - 1975 Nov-Dec\nAU  - St. John PW Jr\nCN  - L'Oeuvre\n",
            {"author": "St. John, Jr, P. W. and {L’Oeuvre}", "month": "November"},
        ),
        # Web of Science: capitals, acronyms in parentheses
        (
            "a.txt",
            "FN Clarivate\nVR 1.0\nPT S\nAU Kim, J\nTI Whales\nSO ADVANCES IN WHALE SYSTEMS 32 (NIPS 2019)\n"
            "DT Proceedings Paper\nPY 2019\nER\n\nEF\n",
            {"booktitle": "Advances in Whale Systems 32 (NIPS 2019)"},
        ),
        # DBLP: entities of HTML are letters, and the file is whole
        (
            "a.xml",
            '<dblp><article key="j/x/1"><author>Jos&eacute; Doe</author><title>A &amp; &ouml;.</title>'
            "<year>2020</year></article></dblp>",
            {"author": "Doe, José", "title": r"A \& ö"},
        ),
        # Crossref: lines and italics in a title, the series before the book
        (
            "a.json",
            json.dumps(
                {
                    "message": {
                        "DOI": "10.1/A",
                        "type": "book-chapter",
                        "title": ["Whales:\n   <i>Balaena</i>"],
                        "author": [],
                        "container-title": ["Lecture Notes", "Vision"],
                        "URL": "https://doi.org/10.1/a",
                        "issued": {"date-parts": [[2020]]},
                    }
                }
            ),
            {
                "title": r"Whales: \textit{Balaena}",
                "booktitle": "Vision",
                "series": "Lecture Notes",
                "doi2": "",
            },
        ),
        # ORCID: a thesis is written at its institution
        (
            "a.json",
            json.dumps(
                {
                    "title": {"title": {"value": "T"}},
                    "external-ids": {},
                    "type": "dissertation-thesis",
                    "journal-title": {"value": "MIT"},
                }
            ),
            {"school": "MIT", "series": ""},
        ),
        # OpenAlex: the person's name, not that in capitals, but of another surname the paper's
        (
            "a.json",
            json.dumps(
                {
                    "results": [
                        {
                            "id": "https://openalex.org/W1",
                            "title": "T",
                            "type": "article",
                            "authorships": [
                                {"raw_author_name": "DOE, JANE", "author": {"display_name": "Jane Doe"}},
                                {"raw_author_name": "Ann Poe", "author": {"display_name": "Ann Roe"}},
                            ],
                        }
                    ]
                }
            ),
            {"author": "Doe, Jane and Poe, Ann"},
        ),
        # Sites: links in a name, a venue with its volume, a state; colons and quotation marks too many
        (
            "a.yaml",
            "cv:\n  sections:\n    publications:\n      - {title: T, authors: [Jane Doe], journal: "
            '"[J. Sea](https://j.org) 532, 34-56 (2016)"}\n',
            {"journal": "J. Sea", "volume": "532", "pages": "34--56", "year": "2016"},
        ),
        (
            "a.md",
            _page("title: T", "authors: [Jane Doe]", "venue: Under review"),
            {"note": "under review", "journal": ""},
        ),
        (
            "a.md",
            _page(
                "title: Odd: a colon",
                "collection: publications",
                "venue: 'Whale's Journal'",
                "date: 2019-12-31",
            ),
            {"title": "Odd: a colon", "journal": "Whale’s Journal", "year": "2019"},
        ),
        # Jekyll has the date from the name
        (
            "2011-02-03-a.md",
            _page("title: T", "collection: publications"),
            {"year": "2011", "month": "February"},
        ),
        # lists of names in one text, with "and" in it
        *(
            (
                "a.yaml",
                f'- {{title: T, authors: "{names}", year: 2020, journal: J}}\n',
                {"author": "Doe, Jane and Roe, John and Poe, Ann"},
            )
            for names in (
                "Jane Doe, John Roe, and Ann Poe",
                "Jane Doe, John Roe and Ann Poe",
                "Doe, Jane and Roe, John and Poe, Ann",
                "Jane Doe*, **John Roe** & Ann Poe",
            )
        ),
        # Pandoc: names as texts, a span, a date as text, a particle of either kind
        (
            "a.yaml",
            "references:\n- id: a\n  type: book\n  title: '[On *E. coli*]{.nocase}'\n"
            "  author: [{name: 'Doe, Jane'}, {family: G, given: V, dropping-particle: van}]\n"
            "  issued: {literal: circa 2003}\n",
            {"title": r"On \textit{E. coli}", "author": "Doe, Jane and van G, V", "year": "2003"},
        ),
        # a venue with its year; one in italics, with what stands behind it
        (
            "a.yaml",
            '- {title: T, authors: [Jane Doe], venue: "Nature, 2019"}\n',
            {"journal": "Nature", "year": "2019"},
        ),
        (
            "a.yaml",
            '- {title: T, authors: [Jane Doe], publication: "In *Conference A*, IEEE.", year: 2019}\n',
            {"booktitle": "Conference A", "site_venue": "IEEE"},
        ),
        # what leads nowhere but on one machine is kept, and no link
        ("a.ris", _ris("TI  - T", "L1  - file:///C:/x.pdf"), {"file": "file:///C:/x.pdf", "pdf": ""}),
        ("a.ris", _ris("TI  - Whales' songs aren't \"quiet\""), {"title": 'Whales’ songs aren’t "quiet"'}),
    ],
)
def test_each_means_what_it_says(tmp_path: Path, name: str, text: str, fields: dict[str, str]) -> None:
    (entry,) = entries_of(tmp_path, name, text)
    assert {field: entry.get(field) for field in fields} == fields


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_bytes_of_old_programs_are_read(tmp_path: Path, encoding: str, line_end: str) -> None:
    text = _ris("AU  - Müller, Jörg", "TI  - Über Wale", "PY  - 1978").replace("\n", line_end)
    (entry,) = entries_of(tmp_path, "a.ris", text.encode(encoding))
    assert (entry.get("author"), entry.get("title")) == ("Müller, Jörg", "Über Wale")


def test_bibtex_of_others_comes_in_as_it_stands(tmp_path: Path) -> None:
    """As Google Scholar exports it; what an entry inherits stands in it, as its parent may stay away."""
    text = (
        '@string{jw = "J. Whales"}\n@article{doe2020quiet,\n  title={Quiet {W}hales \\& $x^2$},\n'
        "  author={D{\\'o}e, Jane and others},\n  journal=jw, year={2020}, note={mine}, mine={kept},\n}\n"
        "@inproceedings{b, title={Loud}, crossref={p}}\n@proceedings{p, title={Seals}, year=2019}\n"
    )
    quiet, loud, _ = entries_of(tmp_path, "scholar.bib", text)
    assert {name: field.value for name, field in quiet.fields.items()} == {
        "title": r"Quiet {W}hales \& $x^2$", "author": r"D{\'o}e, Jane and others", "journal": "J. Whales",
        "year": "2020", "note": "mine", "mine": "kept",
    }  # fmt: skip
    assert (loud.get("booktitle"), loud.get("year"), loud.get("crossref")) == ("Seals", "2019", "")


def test_names_of_csl_json_may_be_texts(tmp_path: Path) -> None:
    items = [{"type": "book", "title": "A", "author": [{"family": "Doe"}]},
             {"type": "book", "title": "B", "author": "Doe, Jane and Roe, John"},
             {"type": "book", "title": "C", "author": ["Jane Doe"]}]  # fmt: skip
    found = entries_of(tmp_path, "a.json", json.dumps(items))
    assert [one.get("author") for one in found] == ["Doe", "Doe, Jane and Roe, John", "Doe, Jane"]


def test_json_may_have_a_work_on_each_line_and_none_needs_an_id(tmp_path: Path) -> None:
    lines = [
        json.dumps({"type": "book", "title": title, "author": [{"family": "Doe"}]})
        for title in ("Whales", "Seals")
    ]
    assert [one.key for one in entries_of(tmp_path, "a.jsonl", "\n".join(lines) + "\n")] == [
        "doewhales",
        "doeseals",
    ]
    assert said(tmp_path, "a.jsonl", "\n".join(lines), "missing-id") == []


def test_an_empty_line_of_a_resume_is_no_work(tmp_path: Path) -> None:
    works = [{"name": "Whales", "publisher": "J", "releaseDate": "2014-10"}, {"name": ""}]
    assert len(entries_of(tmp_path, "a.json", json.dumps({"publications": works}))) == 1


def test_what_databases_write_above_the_records_is_no_work(tmp_path: Path) -> None:
    head = '1.\nProvider: JSTOR http://www.jstor.org\nContent: text/plain; charset="UTF-8"\n\n'
    assert said(tmp_path, "a.ris", head + _ris("TI  - T"), "not-imported") == []


def test_a_broken_file_loses_no_record(tmp_path: Path) -> None:
    text = _ENDNOTE % "<x><y></x>" + "\n"
    broken = text.replace("</records></xml>", "") + (_ENDNOTE % "").removeprefix("<xml><records>")
    entries = entries_of(tmp_path, "a.xml", broken)
    assert [entry.get("title") for entry in entries] == ["Whales", "Whales"]


def test_short_names_of_a_hugo_site_are_people(tmp_path: Path) -> None:
    person, work = tmp_path / "content/authors/admin", tmp_path / "content/publication/a"
    for folder in (person, work):
        folder.mkdir(parents=True)
    (person / "_index.md").write_text(_page('title: "Jane Doe"'))
    (work / "index.md").write_text(
        _page("title: T", "authors: [admin, John Roe]", 'publication_types: ["2"]')
    )
    assert imported([tmp_path]).entries[0].fields["author"] == "Doe, Jane and Roe, John"
