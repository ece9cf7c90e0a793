"""What the rules find, and what they let pass.

Oracle: the documentation of each rule, and for identifiers ISO 2108 and ISO 3297.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from publist import bibtex, check, convert, rules
from publist.check.run import CHECKS
from publist.errors import InputError
from publist.problems import Problem
from tests.data import ROOT, shared

NAMES = [function.__name__.replace("_", "-") for function in CHECKS]


def findings(text: str) -> list[Problem]:
    """What is found in a .bib file, but for what it ignores."""
    bibliography = bibtex.loads(text, "a.bib")
    publications, _ = convert.publications(bibliography)
    return check.ignoring(check.findings(publications, [bibliography]), [bibliography])


def marked(text: str, problem: Problem) -> str:
    """The characters of a problem's place."""
    line = text.split("\n")[problem.line - 1]
    return line[problem.column - 1 : problem.column - 1 + problem.width]


def entry(fields: str, kind: str = "article", key: str = "doe2020") -> str:
    """An entry with a title, an author and a year, if the fields do not give them, a field a line."""
    given = [field.strip() for field in fields.split(";;")]
    for name, value in {"title": f"On {key}", "author": "Doe, Jane", "year": "2020"}.items():
        if not any(field.startswith(name) for field in given):
            given.append(f"{name} = {{{value}}}")
    return f"@{kind}{{{key},\n" + ",\n".join(given) + "\n}\n"


@pytest.mark.parametrize(
    ("fields", "kind", "rule", "mark"),
    [
        ("title = {Salt &amp; Pepper}", "article", "html-entity", "&amp;"),
        ("title = {Salt & Pepper}", "article", "unescaped-sign", "&"),
        ("title = {Up by 50% or more}", "article", "unescaped-sign", "%"),
        ("author = {Doe, Jane et al.}", "article", "et-al-author", "et al."),
        ("title = {THE WHOLE TITLE IN CAPITALS}", "article", "capitals", "THE WHOLE TITLE IN CAPITALS"),
        ("title = {A title.}", "article", "title-full-stop", "A title."),
        ("pages = {12-34}", "article", "page-hyphen", "12-34"),
        ("pages = {192--138}", "article", "page-order", "192--138"),
        ("date = {2019-05}", "article", "year-against-date", "2020"),
        ("booktitle = {Proc. of ICML'24}", "inproceedings", "year-against-venue", "ICML'24"),
        ("booktitle = {Vision (ICCV), 2021}", "inproceedings", "year-against-venue", "ICCV), 2021"),
        ("booktitle = {ECC'97}", "inproceedings", "year-against-venue", "ECC'97"),
        ("booktitle = {Proc. X}", "article", "article-with-booktitle", "Proc. X"),
        ("journal = {Proc. X}", "inproceedings", "paper-with-journal", "Proc. X"),
        ("booktitle = {Proc. X}", "misc", "misc-with-venue", "Proc. X"),
        ("isbn = {3-540-43786-4}", "book", "isbn", "3-540-43786-4"),
        ("isbn = {0950-0340}", "book", "isbn", "0950-0340"),
        ("issn = {0950-0341}", "article", "issn", "0950-0341"),
        ("url = {https://doi.org/10.1000/182}", "article", "doi-as-url", "10.1000/182"),
        ("note = {doi: 10.1000/182}", "article", "doi-in-note", "10.1000/182"),
        ("url = {https://x.org/a?utm_source=b}", "article", "tracking", "https://x.org/a?utm_source=b"),
        ("author = {Doe, J. and Roe, R. and Doe, J.}", "article", "author-twice",
         "Doe, J. and Roe, R. and Doe, J."),
        ("journal = {arXiv preprint arXiv:1901.00001};;year = {2019}", "article", "old-preprint",
         "On doe2020"),
        ("title = {Salt und Kümmel}".replace("ü", "Ã¼"), "article", "mojibake", "Salt und KÃ¼mmel"),
        ("title = {Salt  and pepper}", "article", "doubled-blanks", "t  a"),
        ("title = {A study of DNA in Peru}", "article", "unprotected-name", "DNA"),
        ("year = {1020}", "article", "implausible-year", "1020"),
        ("year = {2222}", "article", "implausible-year", "2222"),
        ("howpublished = {Talk at NeurIPS 2020}", "misc", "misc-with-meeting", "NeurIPS 2020"),
        ("howpublished = {arXiv:2001.00001}", "misc", "no-eprint", "2001.00001"),
        ("eprint = {20010.1};;archiveprefix = {arXiv}", "misc", "arxiv-form", "20010.1"),
        ("url = {http://x.org/a/b};;pdf = {https://x.org/c/d.pdf}", "article", "insecure-link", "http://x.org"),
        ("url = {see my page}", "article", "no-address", "see my page"),
        ("month = {June}", "article", "month-word", "June"),
        ("doi = {https://doi.org/10.1000/182}", "article", "doi-form", "https://doi.org/10.1000/182"),
        ("doi = {10.1000/182};;url = {https://doi.org/10.1000/182}", "article", "doubled-link",
         "https://doi.org/10.1000/182"),
        ("booktitle = {Proceedings of the Conference on}", "inproceedings", "cut-venue",
         "Proceedings of the Conference on"),
        ("booktitle = {Advances in Neural Information Processing (NeurIPS)}", "inproceedings", "cut-venue",
         "Advances in Neural Information Processing (NeurIPS)"),
    ],
)  # fmt: skip
def test_a_fault_is_found_at_its_place(fields: str, kind: str, rule: str, mark: str) -> None:
    text = entry(fields, kind)
    found = [problem for problem in findings(text) if problem.rule.id == rule]
    assert [marked(text, problem) for problem in found] == [mark]
    assert found[0].key == "doe2020"


ARXIV = "eprint = {9810003};;archiveprefix = {arXiv}"


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        (r"title = {Salt \& pepper, 50\% of $a & b$}", "article"),
        ("title = {{AT&T}; or not}".replace("&", r"\&"), "article"),
        ("author = {Doe, Jane and others}", "article"),
        ("title = {{BERT}}", "article"),
        ("title = {Written by {J. Doe Jr.}}", "article"),
        ("title = {And so on...}", "article"),
        ("pages = {12--34}", "article"),
        ("pages = {1234--41}", "article"),
        ("pages = {" + "9" * 5000 + "--1}", "article"),
        ("date = {2020-05}", "article"),
        ("booktitle = {Proc. of ICML'19}", "inproceedings"),
        ("booktitle = {ICLR 2021, formerly 2020}", "inproceedings"),
        ("booktitle = {In Newark, NJ, 2001}", "inproceedings"),
        ("journal = {J. Testing};;booktitle = {Proc. X}", "article"),
        (f"journal = {{arXiv:2001.00001}};;eprint = {{2001.00001}};;year = {{{date.today().year}}}", "misc"),
        ("isbn = {978-3-16-148410-0 (print), 0-306-40615-2}", "book"),
        ("issn = {0378-5955, 2434-561X}", "article"),
        ("url = {https://dl.acm.org/doi/10.1000/182};;doi = {10.1000/182}", "article"),
        ("url = {https://x.org/a?id=3}", "article"),
        ("author = {Doe, J. and Doe, K.}", "article"),
        ("title = {Bees of {Peru}}", "article"),
        ("note = {PCT/SG2014/000391}", "misc"),
        (f"{ARXIV};;primaryclass = {{quant-ph}};;year = {{{date.today().year}}}", "article"),
        ("url = {pdf/doe.pdf}", "article"),
        ("booktitle = {Conference on Computer Vision}", "inproceedings"),
        ("booktitle = {International Conference on Learning Represent.}", "inproceedings"),
        ("booktitle = {Summer School in 2020}", "inproceedings"),
    ],
)  # fmt: skip
def test_what_is_right_is_let_pass(fields: str, kind: str) -> None:
    assert findings(entry(fields, kind)) == []


def rule_lines(*entries: str) -> list[tuple[str, str]]:
    """The rules that speak of several entries, and the keys that they name."""
    return [(problem.rule.id, problem.key) for problem in findings("".join(entries))]


TITLE = "title = {A title of many words};;"


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (TITLE + "journal = {J A}", TITLE + "journal = {J A}", ["duplicate-work"]),
        (TITLE + "doi = {10.1000/1};;journal = {J A}", TITLE + "doi = {10.1000/1}", ["duplicate-work"]),
        (TITLE + "journal = {J A}", TITLE + "journal = {J B}", ["perhaps-version"]),
        (
            TITLE + "journal = {J A}",
            TITLE + "journal = {J B};;related = {a2020};;relatedtype = {version}",
            [],
        ),
        (TITLE + "journal = {J A}", TITLE + "author = {Roe, R.};;journal = {J A}", []),
        ("title = {One thing};;doi = {10.1000/1}", "title = {Else};;url = {https://doi.org/10.1000/1}",
         ["doi-as-url", "shared-identifier"]),
        ("title = {One thing};;url = {https://x.org/a/b.pdf}",
         "title = {Else};;url = {http://www.x.org/a/b.pdf}", ["same-link"]),
        ("title = {One thing};;code = {https://x.org/a/b}", "title = {Else};;code = {https://x.org/a/b}", []),
        ("title = {One thing};;url = {https://x.org/}", "title = {Else};;url = {https://x.org/}", []),
    ],
)  # fmt: skip
def test_entries_are_compared(one: str, two: str, found: list[str]) -> None:
    rules_found = rule_lines(entry(one, key="a2020"), entry(two, key="b2020"))
    assert sorted(rule for rule, _ in rules_found) == found


def test_a_venue_has_the_form_that_most_entries_have() -> None:
    forms = ["Physical Review Letters", "Phys. Rev. Lett.", "Physical Review Letters", "Optics Express"]
    text = "".join(entry(f"journal = {{{form}}}", key=f"k{place}") for place, form in enumerate(forms))
    (problem,) = findings(text)
    assert (problem.rule, problem.key) == (rules.VENUE_NAMES, "k1")
    assert "Physical Review Letters" in problem.message


def test_one_short_form_has_one_name() -> None:
    names = [
        "10th Conference on Testing Things",
        "Conference on Tesing Things",
        "Conference on Testing Things",
    ]
    text = "".join(
        entry(f"booktitle = {{{name} (CTT)}}", "inproceedings", f"k{place}")
        for place, name in enumerate(names)
    )
    (problem,) = findings(text)
    assert (problem.rule, problem.key) == (rules.MEETING_NAMES, "k1")
    assert marked(text, problem) == "Conference on Tesing Things (CTT)"


def test_meetings_of_two_years_are_two_venues() -> None:
    forms = ["IGARSS 2023 Symposium X", "IGARSS 2023 Symposium X", "IGARSS 2020 Symposium X"]
    text = "".join(entry(f"journal = {{{form}}};;year = {{{form[7:11]}}}", key=f"k{place}") for place, form in
                   enumerate(forms))  # fmt: skip
    assert findings(text) == []


def test_a_file_of_one_pattern_has_few_other_keys() -> None:
    keys = [f"doe{year}" for year in range(2000, 2010)] + ["misc"]
    (problem,) = findings("".join(entry("", key=key) for key in keys))
    assert (problem.rule, problem.key) == (rules.KEY_PATTERN, "misc")


def test_a_comment_ignores_a_rule_in_one_entry_or_in_the_file() -> None:
    stop = entry("title = {One.}")
    above = "% publist: ignore title-full-stop\n" + stop
    inside = stop.replace("\n", "\n% publist: ignore capitals, title-full-stop\n", 1)
    other = entry("title = {Two.}", key="roe2020")
    assert rule_lines(above, other) == rule_lines(inside, other) == [("title-full-stop", "roe2020")]
    assert rule_lines("% publist: ignore title-full-stop\n\n", stop, other) == []
    assert [rule for rule, _ in rule_lines("% publist: ignore no-such\n\n", stop)] == [
        "title-full-stop", "unknown-rule",
    ]  # fmt: skip


def test_every_function_has_a_rule_and_says_what_it_finds() -> None:
    assert set(NAMES) <= rules.BY_ID.keys()
    assert len(NAMES) == len(set(NAMES))
    assert all(function.__doc__ for function in CHECKS)


def test_the_table_of_precision_has_every_rule_with_its_severity() -> None:
    page = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
    table = page.split("## How often the rules")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| `")]
    assert {row[0].strip("`"): row[1] for row in rows} == {name: rules.BY_ID[name].severity for name in NAMES}
    for _, severity, *_, precision in rows:
        assert severity == "info" or precision == "–" or int(precision.split()[0]) >= 85


def test_a_list_typed_by_hand_shows_its_faults() -> None:
    path = ROOT / "tests" / "data" / "seed-as-it-stands.bib"
    text = path.read_text(encoding="utf-8")
    found = {(problem.rule.id, problem.key): marked(text, problem) for problem in findings(text)}
    assert found["year-against-venue", "chen2022co3"] == "ICLR), 2023"
    assert found["shared-identifier", "shao2021bwcp"] == "https://arxiv.org/abs/2206.04028"
    assert found["author-twice", "luo2019differentiable"].startswith("P. Luo and")
    assert found["tracking", "sun2021what"].endswith("?ref=https://githubhelp.com")
    assert found["meeting-names", "chen2022co3"] == "arXiv preprint (ICLR), 2023"
    assert found["perhaps-version", "shao2019sparse"].startswith("SSN:")
    assert (
        found["cut-venue", "shao2022dynamic"] == "International Conference on Learning Representation (ICLR)"
    )
    assert found["cut-venue", "huang2021rethinking"] == "Advances in Neural Information Processing (NeurIPS)"


@pytest.mark.parametrize("path", sorted((ROOT / "bib").glob("*.bib")), ids=lambda path: path.name)
def test_the_demos_are_clean(path: Path) -> None:
    bibliography = bibtex.load(path)
    publications, problems = convert.publications(bibliography)
    everything = [*bibliography.problems, *problems, *check.findings(publications, [bibliography])]
    assert check.ignoring(everything, [bibliography]) == []


def test_one_person_has_one_spelling() -> None:
    names = ["Müller, Jörg", "Muller, Jorg", "Müller, Jörg", "Müllerr, Jörg", "Müller, J."]
    text = "".join(
        entry(f"author = {{{name} and Doe, Jane}}", key=f"k{place}") for place, name in enumerate(names)
    )
    found = {problem.key: marked(text, problem) for problem in findings(text)}
    assert found == {"k1": "Muller", "k3": "Müllerr"}


def test_two_people_of_one_entry_are_two() -> None:
    text = entry("author = {Müller, Jörg and Roe, R.}", key="a1")
    text += entry("author = {Müllerr, Jörg and Müller, Jörg and Roe, R.}", key="a2")
    assert findings(text) == []


def test_nearly_one_title_is_said_and_a_number_makes_another() -> None:
    titles = ["A reader of long bibliographies", "The reader of long bibliographies",
              "A reader of long bibliographies 2"]  # fmt: skip
    text = "".join(entry(f"title = {{{title}}}", key=f"k{place}") for place, title in enumerate(titles))
    assert [(one.rule.id, one.key) for one in findings(text)] == [("similar-title", "k1")]


def test_links_to_arxiv_have_one_form() -> None:
    forms = ["abs", "abs", "pdf", "abs"]
    text = "".join(
        entry(f"url = {{https://arxiv.org/{form}/2001.0000{place}}}", key=f"k{place}")
        for place, form in enumerate(forms)
    )
    (problem,) = (one for one in findings(text) if one.rule.id == "mixed-links")
    assert (problem.key, marked(text, problem)) == ("k2", "arxiv.org/pdf/")


@pytest.mark.parametrize("path", sorted(shared("bibtex", "messy").iterdir()), ids=lambda path: path.name)
def test_every_place_is_in_the_file(path: Path) -> None:
    try:
        bibliography = bibtex.load(path)
    except InputError:
        return
    publications, _ = convert.publications(bibliography)
    lines = bibliography.source.text.count("\n") + 1 + bibliography.source.text.count("\r")
    assert all(0 <= problem.line <= lines for problem in check.findings(publications, [bibliography]))
