"""Entries to CSL items: types, fields, inheritance, and back; by btxdoc and the biblatex manual."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from publist.bibtex import loads
from publist.convert import publications
from publist.convert.mapping import ENTRY_TYPES
from publist.convert.to_bibtex import bibtex
from publist.item import ITEM_TYPES, NUMBER_VARIABLES, TEXT_VARIABLES, Date, Item, Name
from publist.richtext import Span, plain


def item(fields: str, kind: str = "article") -> Item:
    return publications(loads(f"@{kind}{{k, {fields}}}"))[0][0].item


def rules(text: str) -> list[str]:
    read = loads(text)
    return [problem.rule.id for problem in [*read.problems, *publications(read)[1]]]


def test_every_type_is_one_of_csls() -> None:
    assert {known.csl for known in ENTRY_TYPES.values()} <= ITEM_TYPES


def test_what_zotero_leaves_in_a_note_is_dropped() -> None:
    assert "note" not in item(r"title={T}, note={\_eprint: https://x.org/a.pdf}").variables
    assert item(r"title={T}, note={In press}").variables["note"] == "In press"


@pytest.mark.parametrize(
    ("kind", "csl", "genre"),
    [
        ("phdthesis", "thesis", "PhD thesis"),
        ("talk", "speech", ""),
        ("poster", "speech", "Poster"),
        ("online", "webpage", ""),
        ("conference", "paper-conference", ""),
        ("award", "document", ""),
        ("dataset", "dataset", ""),
    ],
)
def test_types(kind: str, csl: str, genre: str) -> None:
    found = item("title={T}", kind)
    assert (found.type, found.variables.get("genre", "")) == (csl, genre)


@pytest.mark.parametrize(
    ("kind", "fields", "variable", "value"),
    [
        ("article", "journal={J}, number=3", "issue", "3"),
        ("techreport", "number={TR-3}", "number", "TR-3"),
        ("book", "series={S}, number=3", "collection-number", "3"),
        ("article", "journaltitle={J}, journalsubtitle={K}", "container-title", "J: K"),
        ("article", "pages={10--20}", "page", "10-20"),
        ("article", "eid={e7}", "page", "e7"),
        ("book", "title={T?}, subtitle={S}", "title", "T? S"),
        ("book", "location={New York and London}", "publisher-place", "New York; London"),
        ("book", "publisher={Kegan {and} Paul}", "publisher", "Kegan and Paul"),
        ("misc", "howpublished={\\url{http://a.org/x}}", "URL", "http://a.org/x"),
        ("misc", "eprint={2401.00001}, archiveprefix={arXiv}", "URL", "https://arxiv.org/abs/2401.00001"),
        ("article", "doi={https://doi.org/10.1000/a_b}", "DOI", "10.1000/a_b"),
        ("article", "langid={ngerman}", "language", "de-DE"),
        ("article", "pubstate={inpress}", "status", "in press"),
        ("article", "year={to appear}", "status", "to appear"),
        ("patent", "location={countryfr and countryuk}", "jurisdiction", "France; United Kingdom"),
        ("article", "abbr={ICML}", "container-title-short", "ICML"),
    ],
)
def test_fields(kind: str, fields: str, variable: str, value: str) -> None:
    assert plain(item(fields, kind).variables[variable]) == value


def test_titles_stay_as_typed_and_braces_keep_their_case() -> None:
    assert item("title={On the {DNA} of Mice}").variables["title"] == (
        "On the ", Span("nocase", ("DNA",)), " of Mice",
    )  # fmt: skip


def test_a_child_has_its_parents_fields() -> None:
    read = loads(
        "@inproceedings{a, title={T}, crossref={P}}\n"
        "@proceedings{p, title={Proc}, year=2020, editor={E F}, publisher={X}, doi={10.1/p}}"
    )
    child = publications(read)[0][0].item
    assert child.variables["container-title"] == "Proc"
    assert child.variables["publisher"] == "X"
    assert child.names["editor"] == (Name("F", "E"),)
    assert child.dates["issued"] == Date(((2020,),))
    assert "DOI" not in child.variables


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("@book{a, year=1, crossref={b}}", "missing-parent"),
        ("@book{a, crossref={b}}\n@book{b, crossref={a}}", "crossref-cycle"),
        ("@book{a, xdata={x}}", "missing-parent"),
    ],
)
def test_a_broken_reference_is_a_problem(text: str, rule: str) -> None:
    assert rule in rules(text)


def test_xdata_and_sets_are_no_works() -> None:
    read = loads("@xdata{x, publisher={P}}\n@book{b, title={B}, xdata={x}}\n@set{s, entryset={b}}")
    found = publications(read)[0]
    assert [publication.key for publication in found] == ["b"]
    assert found[0].item.variables["publisher"] == "P"


def test_equal_keys_are_numbered() -> None:
    found = publications(loads("@book{a,title={A}}\n@book{A,title={B}}\n@book{a-2,title={C}}"))[0]
    assert [publication.key for publication in found] == ["a", "A-2", "a-2-2"]


_TEXT = st.text(alphabet="abcAB é&%$#_{}~^\\'\"`<>-", min_size=1, max_size=20).map(
    lambda text: " ".join(text.split())
)
# Signs alone stand for no value, a dash that ends a venue for nothing, words as a volume for an issue's name.
_VALUE = _TEXT.filter(
    lambda text: (
        any(map(str.isalnum, text)) and not text.endswith(" -") and text.count(" ") < 2 and '" ' not in text
    )
)
_HELD = sorted(
    (TEXT_VARIABLES | NUMBER_VARIABLES)
    & {"title", "container-title", "publisher", "note", "volume", "edition", "abstract", "publisher-place"}
)
_PART = st.text(alphabet="abcdeé", min_size=1, max_size=8).map(str.capitalize)
_NAME = st.builds(
    Name, _PART, _PART, st.just(""), st.sampled_from(["", "van", "de la"]), st.sampled_from(["", "Jr."])
)
_DATE = st.one_of(
    st.integers(1000, 2100).map(lambda year: Date(((year,),))),
    st.tuples(st.integers(1000, 2100), st.integers(1, 12), st.integers(1, 28)).map(
        lambda parts: Date((parts,))
    ),
)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.sampled_from(_HELD), _VALUE),
    st.lists(_NAME, max_size=3),
    st.none() | _DATE,
)
def test_an_item_written_and_read_again_is_the_same(
    variables: dict[str, str], names: list[Name], date: Date | None
) -> None:
    said = ["".join(filter(str.isalnum, value.lower())) for value in variables.values()]
    assume("note" not in variables or sum(said[list(variables).index("note")] in one for one in said) == 1)
    original = Item("k", "article-journal", dict(variables))
    if names:
        original.names["author"] = tuple(names)
    if date:
        original.dates["issued"] = date
    text, problems = bibtex([original])
    assert not problems
    again = publications(loads(text))[0][0].item
    assert {name: plain(value) for name, value in again.variables.items()} == original.variables
    assert again.names == original.names
    assert again.dates == original.dates


def test_what_bibtex_cannot_hold_is_named() -> None:
    _, problems = bibtex([Item("k", "book", {"title": "T", "archive_location": "Box 3"})])
    assert [problem.rule.id for problem in problems] == ["not-in-bibtex"]
    assert "archive_location" in problems[0].message
