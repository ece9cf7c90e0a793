"""Disambiguation: names, given names, the condition, year suffixes.

Oracle: CSL 1.0.2 (Disambiguation), with the names of its examples.
"""

from __future__ import annotations

from typing import Any

import pytest

from publist.csl import Citation, Cite, Processor
from publist.csl.disambiguate import year_suffix
from publist.richtext import plain
from tests.csl.small import person, style, texts

NAMES = '<names variable="author"><name form="short" initialize-with="." {}/></names>'
YEAR = '<date variable="issued" prefix=" "><date-part name="year"/></date>'


def cites(layout: str, options: str, *authors: list[dict[str, str]], titles: str = "") -> list[str]:
    items: list[dict[str, Any]] = [
        {"id": str(at), "type": "book", "title": titles[at : at + 1], "author": names,
         "issued": {"date-parts": [[2000]]}}
        for at, names in enumerate(authors)
    ]  # fmt: skip
    processor = Processor(style('<text variable="title"/>', cite=layout, citation=options), items)
    return [plain(text) for text in processor.cite([Citation((Cite(item["id"]),)) for item in items])]


A, B, C, D = (person(name, f"{name}nn") for name in "ABCD")


def test_names_are_added_until_cites_differ() -> None:
    options = 'disambiguate-add-names="true" et-al-min="3" et-al-use-first="1"'
    layout = NAMES.format("")
    assert cites(layout, options, [A, B, C], [A, D, C]) == ["A, B, et al.", "A, D, et al."]


def test_names_that_do_not_help_are_not_added() -> None:
    options = 'disambiguate-add-names="true" et-al-min="3" et-al-use-first="1"'
    assert cites(NAMES.format(""), options, [A, B, C], [A, B, C]) == ["A et al.", "A et al."]


@pytest.mark.parametrize(
    ("rule", "names", "wanted"),
    [
        ("by-cite", "true", ["J. Doe 2000", "K. Doe 2000", "Roe, J. Poe 2000"]),
        # Oracle: citeproc-js 1.4: cite by cite, a style that adds no names tells the first one apart.
        ("by-cite", "false", ["J. Doe 2000", "K. Doe 2000", "Roe, Poe 2000"]),
        ("all-names", "false", ["J. Doe 2000", "K. Doe 2000", "Roe, J. Poe 2000"]),
        ("primary-name", "false", ["J. Doe 2000", "K. Doe 2000", "Roe, Poe 2000"]),
        ("primary-name-with-initials", "false", ["J. Doe 2000", "K. Doe 2000", "Roe, Poe 2000"]),
    ],
)
def test_given_names_by_rule(rule: str, names: str, wanted: list[str]) -> None:
    options = f'disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"'
    options += f' disambiguate-add-names="{names}"'
    people = [[person("Doe", "John")], [person("Doe", "Kim")], [person("Roe", "R"), person("Poe", "Jo")],
              [person("Roe", "R"), person("Poe", "Mo")]]  # fmt: skip
    assert cites(NAMES.format("") + YEAR, options, *people)[:3] == wanted


def test_initials_that_are_the_same_are_written_out() -> None:
    options = 'disambiguate-add-givenname="true"'
    people = [[person("Doe", "John")], [person("Doe", "Jane")]]
    assert cites(NAMES.format(""), options, *people) == ["John Doe", "Jane Doe"]


def test_the_condition_holds_where_names_do_not_help() -> None:
    layout = NAMES.format("") + (
        '<choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose>'
    )
    assert cites(layout, "", [A], [A], [B], titles="xyz") == ["A, x", "A, y", "B"]


def test_year_suffixes_follow_the_order_of_the_bibliography() -> None:
    items: list[dict[str, Any]] = [
        {"id": key, "type": "book", "title": title, "author": [A], "issued": {"date-parts": [[2000]]}}
        for key, title in (("1", "Zebra"), ("2", "Ape"))
    ]
    made = style(
        f'<text variable="title"/>{YEAR}',
        cite=NAMES.format("") + YEAR,
        citation='disambiguate-add-year-suffix="true"',
        bibliography="",
        sort='<sort><key variable="title"/></sort>',
    )
    told_apart = Processor(made, items).bibliography()
    assert [plain(entry.content) for entry in told_apart] == ["Ape 2000a", "Zebra 2000b"]
    plainly = Processor(made, items, disambiguate=False).bibliography()
    assert [plain(entry.content) for entry in plainly] == ["Ape 2000", "Zebra 2000"]


def test_suffixes_go_on_after_z() -> None:
    suffixes = [year_suffix(number) for number in (0, 25, 26, 27, 701, 702)]
    assert suffixes == ["a", "z", "aa", "ab", "zz", "aaa"]


def test_many_equal_cites_are_quick() -> None:
    names = [person(f"F{number}", "A") for number in range(50)]
    options = (
        'disambiguate-add-names="true" disambiguate-add-givenname="true" disambiguate-add-year-suffix="true"'
        ' et-al-min="3" et-al-use-first="1"'
    )
    result = cites(NAMES.format("") + YEAR, options, *([names] * 300))
    assert len(set(result)) == 300


FEW = 'et-al-min="3" et-al-use-first="1"'


@pytest.mark.parametrize(
    ("givens", "wanted"),
    [("", ["A et al. 2000", "A et al. 2000"]), ("true", ["A, B, et al. 2000", "A, D, et al. 2000"])],
)
def test_added_names_stand_in_a_bibliography_only_with_given_names(givens: str, wanted: list[str]) -> None:
    """Oracle: citeproc-js."""
    options = f'disambiguate-add-names="true" disambiguate-add-givenname="{givens or "false"}" {FEW}'
    items = [{"author": names, "issued": {"date-parts": [[2000]]}} for names in ([A, B, C], [A, D, C])]
    layout = NAMES.format("") + YEAR
    assert texts(layout, *items, citation=options, bibliography=FEW) == wanted


def test_works_of_a_list_differ_as_cites_that_come_again() -> None:
    """et-al-subsequent-min makes them alike.  Oracle: citeproc-js."""
    options = 'et-al-min="4" et-al-subsequent-min="3" disambiguate-add-year-suffix="true"'
    items = [{"author": names, "issued": {"date-parts": [[2000]]}} for names in ([A, B, C], [A, D, C])]
    assert texts(YEAR, *items, citation=options, cite=NAMES.format("") + YEAR) == [" 2000a", " 2000b"]


@pytest.mark.parametrize(
    ("demote", "wanted"),
    [("never", ["dos Smith", "Smith"]), ("sort-only", ["Alan dos Smith", "Beatrice Smith"])],
)
def test_a_particle_tells_family_names_apart_where_it_is_part_of_them(demote: str, wanted: list[str]) -> None:
    # Oracle: citeproc-js 1.4.
    layout = '<names variable="author"><name form="short"/></names>'
    options = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="primary-name"'
    people = person("dos Smith", "Alan"), person("Smith", "Beatrice")
    items = [{"id": each["given"], "type": "book", "author": [each]} for each in people]
    made = style("<text value='x'/>", cite=layout, citation=options,
                 attributes=f'demote-non-dropping-particle="{demote}"')  # fmt: skip
    document = [Citation((Cite(item["id"]),)) for item in items]
    assert [plain(text) for text in Processor(made, items).cite(document)] == wanted


def test_year_suffixes_go_before_the_condition() -> None:
    # Oracle: citeproc-js 1.4; CSL 1.0.2, Choose: the condition counts where all other methods have failed.
    options = 'disambiguate-add-year-suffix="true"'
    title = '<choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose>'
    layout = NAMES.format("") + YEAR + title
    assert cites(layout, options, [A], [A], titles="XY") == ["A 2000a", "A 2000b"]


BOTH = 'disambiguate-add-names="true" disambiguate-add-givenname="true"'
ET_AL = 'et-al-min="3" et-al-use-first="1"'


@pytest.mark.parametrize(
    ("citation", "wanted"),
    [
        (BOTH, "A, B, C"),
        (f'{BOTH} et-al-min="3" et-al-use-first="2"', "A, B, et al."),
        (f"{BOTH} {ET_AL}", "A et al."),
        ('disambiguate-add-names="true"', "A et al."),
        ('disambiguate-add-givenname="true"', "A et al."),
    ],
)
def test_names_that_cites_show_are_seen_in_the_bibliography(citation: str, wanted: str) -> None:
    """CSL 1.0.2: detail that distinguishes cites must be shown in the entries; when is as in citeproc-js."""
    layout = '<names variable="author"><name form="short"/></names>'
    assert texts(layout, {"author": [A, B, C]}, citation=citation, bibliography=ET_AL) == [wanted]


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("all-names", ["Mia Z, Al R | Max Z", "Max Z | Al R"]),
        ("primary-name", ["Mia Z, A. R | Max Z", "Max Z | A. R"]),
        ("all-names-with-initials", ["M. Z, A. R | M. Z", "M. Z | A. R"]),
    ],
)
def test_a_name_is_told_apart_in_every_list(rule: str, wanted: list[str]) -> None:
    """Oracle: citeproc-js; cites show the authors alone."""
    mia, max_, al, ann = person("Z", "Mia"), person("Z", "Max"), person("R", "Al"), person("R", "Ann")
    names = '<names variable="{}"><name initialize-with=". "/></names>'
    layout = f'{names.format("author")}<text value=" | "/>{names.format("editor")}'
    citation = f'disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"'
    items = [{"author": [mia, al], "editor": [max_]}, {"author": [max_], "editor": [al]}]
    other = {"author": [person("X", "Yu"), ann], "editor": [ann]}
    cite = names.format("author")
    assert texts(layout, *items, other, citation=citation, cite=cite)[:2] == wanted
