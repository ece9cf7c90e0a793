"""Links, badges and private fields under the names of other tools.

Oracle: the documentation and templates of al-folio, Hugo Blox, bamos/cv, academicpages, bibtexbrowser,
BibBase and bibble, as docs/reference/custom-fields.md lists them; by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from publist import bibtex, convert
from publist.cli import main
from publist.convert.custom import link_kind
from publist.publication import Publication

ENTRY = "@inproceedings{shao2022sfda, title = {Not All Models Are Equal}, year = 2022, %s}"


def read(fields: str, private: tuple[str, ...] = ()) -> Publication:
    publications, problems = convert.publications(bibtex.loads(ENTRY % fields, file="a.bib"), private)
    assert [str(problem) for problem in problems] == []
    return publications[0]


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        # al-folio
        ("html", "html"), ("pdf", "pdf"), ("supp", "supp"), ("video", "video"), ("blog", "blog"),
        ("code", "code"),
        ("poster", "poster"), ("slides", "slides"), ("website", "website"), ("arxiv", "arxiv"),
        ("doi", "doi"),
        ("hal", "hal"), ("pmid", "pmid"), ("inspirehep_id", "inspire"),
        # Hugo Blox
        ("url_pdf", "pdf"), ("url_code", "code"), ("url_dataset", "dataset"), ("url_poster", "poster"),
        ("url_project", "project"), ("url_slides", "slides"), ("url_source", "code"), ("url_video", "video"),
        ("url_preprint", "preprint"),
        # bamos/cv
        ("codeurl", "code"), ("slidesurl", "slides"), ("talkurl", "video"),
        # academicpages
        ("paperurl", "paper"),
        # BibBase
        ("url_paper", "paper"), ("url_link", "link"), ("paper_url", "paper"), ("slides_url", "slides"),
        # bibtexbrowser, and bibliographies from DBLP
        ("ee", "paper"),
        # bibble, HAL
        ("hal_id", "hal"), ("pmcid", "pmcid"),
        # no links
        ("title", ""), ("note", ""), ("preview", ""), ("biburl", ""), ("bdsk-url-1", ""), ("curl", ""),
    ],
)  # fmt: skip
def test_a_field_of_another_tool_is_a_link(field: str, kind: str) -> None:
    assert link_kind(field) == kind


@pytest.mark.parametrize(
    ("fields", "links"),
    [
        ("pmid = {12345}", [("PubMed", "https://pubmed.ncbi.nlm.nih.gov/12345/")]),
        ("pmcid = {PMC12345}", [("PMC", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12345/")]),
        ("hal_id = {hal-01234567}", [("HAL", "https://hal.science/hal-01234567")]),
        ("inspirehep_id = {1234567}", [("INSPIRE", "https://inspirehep.net/literature/1234567")]),
        ("eprint = {2207.03036}, archiveprefix = {arXiv}", [("arXiv", "https://arxiv.org/abs/2207.03036")]),
        (
            "eprint = {0601033}, primaryclass = {quant-ph}",
            [("arXiv", "https://arxiv.org/abs/quant-ph/0601033")],
        ),
        ("doi = {dx.doi.org/10.1000/x}", [("DOI", "https://doi.org/10.1000/x")]),
        ("pmid = {PMID: 12345}", [("PubMed", "https://pubmed.ncbi.nlm.nih.gov/12345/")]),
        # three fields, one target
        (
            "arxiv = {2207.03036}, eprint = {2207.03036v2}, url = {http://arxiv.org/abs/2207.03036}",
            [("arXiv", "https://arxiv.org/abs/2207.03036")],
        ),
        # the order is fixed
        (
            "code = {https://github.com/TencentARC/SFDA}, paper = {https://arxiv.org/abs/2207.03036}",
            [("Paper", "https://arxiv.org/abs/2207.03036"), ("Code", "https://github.com/TencentARC/SFDA")],
        ),
        ("code = {https://x.org/?utm_source=feed&v=1}", [("Code", "https://x.org/?v=1")]),
        ("pdf = {sfda.pdf}", [("PDF", "sfda.pdf")]),
    ],
)
def test_links(fields: str, links: list[tuple[str, str]]) -> None:
    assert [(link.label, link.url) for link in read(fields).links] == links


@pytest.mark.parametrize(
    ("fields", "badges"),
    [
        ("oral = {true}", [("oral", "Oral")]),
        ("spotlight = {true}, oral = {false}", [("spotlight", "Spotlight")]),
        ("presentation = {Oral}", [("oral", "Oral")]),
        ("presentation = {Long oral presentation}", [("oral", "Long oral presentation")]),
        ("note = {Spotlight presentation}", [("spotlight", "Spotlight presentation")]),
        ("note = {Best Student Paper Award}", [("bestpaper", "Best Student Paper Award")]),
        ("note = {Accepted with minor revisions}", []),
        ("note = {Oral history of a town}", []),
        ("award_name = {Best Paper}, award = {The jury said …}", [("award_name", "Best Paper")]),
        ("award = {Best PKL Award}", [("award", "Best PKL Award")]),
        ("honorable = {true}", [("honorable", "Honorable Mention")]),
        ("bestpaper = {true}", [("bestpaper", "Best Paper")]),
        ("oral = {true}, note = {oral}", [("oral", "Oral")]),
    ],
)
def test_badges(fields: str, badges: list[tuple[str, str]]) -> None:
    assert [(badge.kind, badge.label) for badge in read(fields).badges] == badges


@pytest.mark.parametrize("field", ["_note", "file", "owner", "timestamp"])
def test_a_private_field_is_taken_off(field: str) -> None:
    publication = read(f"{field} = {{tell nobody}}")
    assert "tell nobody" not in repr(publication)


def test_the_settings_name_more_private_fields() -> None:
    publication = read(
        "abstract = {tell nobody}, Review = {reject}, doi = {10.1000/x}", ("abstract", "review", "DOI")
    )
    assert publication.fields == {"title": "Not All Models Are Equal", "year": "2022"}
    assert "tell nobody" not in repr(publication)
    assert publication.links == ()


@pytest.mark.parametrize(
    "form", ["html", "markdown", "latex", "typst", "text", "rtf", "json", "yaml", "csl-json", "bibtex"]
)
def test_no_output_has_a_private_field(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    secrets = ", ".join(
        f"{field} = {{SECRET}}" for field in ("_note", "file", "review", "abstract", "note", "keywords")
    )
    (tmp_path / "my.bib").write_text(ENTRY % secrets, encoding="utf-8")
    (tmp_path / "publist.toml").write_text(
        'private = ["review", "Abstract", "note", "keywords"]', encoding="utf-8"
    )
    commands = [["render", "my.bib", "--format", form]]
    if form in ("csl-json", "bibtex"):
        commands.append(["convert", "my.bib", "--to", form])
    for command in commands:
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 0, result.stderr
        assert "Not All Models".lower() in result.stdout.lower()
        assert "SECRET" not in result.output


def test_the_short_venue_of_bamos() -> None:
    assert read("booktitle = {ECCV long}, _venue = {ECCV}").item.variables["container-title-short"] == "ECCV"


def test_what_lists_ask_for_has_a_type() -> None:
    publication = read(
        "accepted = {2024-01}, entrysubtype = {Workshop}, related = {a, b}, relatedtype = {version},"
        " preview = {x.png}, additional_info = {See \\emph{there}}, bibtex_show = {true}"
    )
    assert (publication.accepted, publication.subtype) == ("2024-01", "Workshop")
    assert (publication.related, publication.relation) == (("a", "b"), "version")
    assert (publication.preview, publication.information) == ("x.png", "See there")
    assert publication.shows_bibtex


def test_any_field_is_there_as_plain_text_for_what_the_user_names() -> None:
    publication = read(r"acceptance_rate = {25\%}, codeurl = {http://a.org/x\_y}")
    assert publication.fields["acceptance_rate"] == "25%"
    assert publication.fields["codeurl"] == "http://a.org/x_y"
    assert "missing" not in publication.fields


def test_the_identifiers_of_a_work() -> None:
    publication = read("doi = {10.1000/x}, arxiv = {2401.01234}")
    assert [str(identifier) for identifier in publication.identifiers] == [
        "arXiv:2401.01234",
        "doi:10.1000/x",
    ]
