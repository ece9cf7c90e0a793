"""Sort keys.  Oracle: CSL 1.0.2, Sorting; for dates in macros, the order that citeproc-js gives."""

from __future__ import annotations

from typing import Any

import pytest

from publist.csl import Processor, Style
from tests.csl.small import texts

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><id>x</id><title>x</title></info>
<macro name="key">{macro}</macro>
<macro name="year"><date variable="issued"><date-part name="year"/></date></macro>
<citation><layout><text value="x"/></layout></citation>
<bibliography><sort>{keys}</sort><layout><text variable="title"/></layout></bibliography></style>"""
DATE = '<date variable="issued"><date-part name="year"/></date>'
NO_DATE = f'<choose><if variable="issued">{DATE}</if><else><text term="no date"/></else></choose>'


def item(key: str, year: int | None = None, family: str = "", **more: str) -> dict[str, Any]:
    made: dict[str, Any] = {"id": key, "type": "book", "title": key, **more}
    if year is not None:
        made["issued"] = {"date-parts": [[year]]}
    if family:
        made["author"] = [{"family": family, "given": "J"}]
    return made


def order(items: list[dict[str, Any]], keys: str, macro: str = "") -> str:
    style = Style.loads(STYLE.format(macro=macro or '<text variable="title"/>', keys=keys))
    return " ".join(Processor(style, items).order())


def test_a_range_of_numbers_comes_before_the_next() -> None:
    volumes = [item(f"v{volume}", volume=volume) for volume in ("10", "2", "1–2", "1")]
    assert order(volumes, '<key variable="volume"/>') == "v1 v1–2 v2 v10"


@pytest.mark.parametrize(
    ("demote", "wanted"),
    [("never", "al de none van"), ("sort-only", "van none de al"), ("display-and-sort", "van none de al")],
)
def test_particles_count_before_the_given_name_where_they_are_never_demoted(demote: str, wanted: str) -> None:
    # Oracle: citeproc-js 1.4.
    names = {
        "none": {"given": "Jane"},
        "de": {"given": "John", "dropping-particle": "de"},
        "al": {"given": "Zed", "dropping-particle": "al"},
        "van": {"given": "Adam", "non-dropping-particle": "van"},
    }
    items = [{**item(key), "author": [{"family": "Smith", **name}]} for key, name in names.items()]
    style = STYLE.replace("<style", f'<style demote-non-dropping-particle="{demote}"')
    fonts = '<name name-as-sort-order="all"><name-part name="family" font-variant="small-caps"/></name>'
    macro = f'<names variable="author">{fonts}</names>'
    for key in ('variable="author"', 'macro="key"'):
        loaded = Style.loads(style.format(macro=macro, keys=f"<key {key}/>"))
        assert " ".join(Processor(loaded, items).order()) == wanted


DATED = [item("none"), item("b", 2011), item("a", 1999), item("c", -43)]


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ('<key variable="issued"/>', "c a b none"),
        ('<key variable="issued" sort="descending"/>', "b a c none"),
        ('<key macro="key"/>', "c a b none"),
        ('<key macro="key" sort="descending"/>', "b a c none"),
    ],
)
def test_an_item_without_a_date_comes_last(keys: str, wanted: str) -> None:
    assert order(DATED, keys, NO_DATE) == wanted


def test_beside_names_a_macro_with_a_date_adds_the_date_alone() -> None:
    items = [item("b1", 1999, "B"), item("b0", None, "B"), item("a1", 2011, "A")]
    macro = '<names variable="author"/><text macro="year"/>'
    assert order(items, '<key macro="key"/>', macro) == "a1 b0 b1"


def test_of_a_macro_with_a_date_in_it_only_the_date_counts() -> None:
    items = [item("z", 1999, publisher="a"), item("y", 1998, publisher="b"), item("x", publisher="0")]
    assert order(items, '<key macro="key"/>', f'<text variable="publisher"/>{DATE}') == "y z x"


def test_a_list_of_types_is_met_by_any_of_them() -> None:  # affix_WithCommas.txt
    items = [item("b"), {**item("a"), "type": "song"}, {**item("c"), "type": "map"}]
    macro = '<choose><if type="song map"><text value="1"/></if><else><text value="2"/></else></choose>'
    assert order(items, '<key macro="key"/><key variable="title"/>', macro) == "a c b"


def test_titles_are_compared_without_quotes_and_markup() -> None:  # sort_Quotes.txt, sort_StripMarkup.txt
    items = [
        item("3", title="Simple “title” C"),
        item("2", title='"Simple title" B'),
        item("1", title="<i>Simple</i> title, A"),
    ]
    assert order(items, '<key variable="title"/>') == "1 2 3"


def by_names(lists: str, name: str, bibliography: str = "") -> str:
    """The lists of people, one letter each, in the order that a macro of their names gives."""
    items = [
        {"note": people or "none", "author": [{"family": one} for one in people]}
        for people in lists.split("-")
    ]
    macro = f'<macro name="key"><names variable="author">{name}</names></macro>'
    entries = texts(
        '<text variable="note" prefix="-"/>', *items, before=macro, bibliography=bibliography,
        sort='<sort><key macro="key"/><key variable="note"/></sort>',
    )  # fmt: skip
    return "".join(entries).removeprefix("-")


@pytest.mark.parametrize(
    ("bibliography", "own", "wanted"),
    [
        ("", "", "AC-AD-AXB-AYA"),
        ('et-al-min="3" et-al-use-first="1"', "", "AXB-AYA-AC-AD"),
        ('et-al-min="3" et-al-use-first="1"', 'et-al-min="9" et-al-use-first="8"', "AXB-AYA-AC-AD"),
        ('et-al-min="9" et-al-use-first="1"', 'et-al-min="3" et-al-use-first="1"', "AC-AD-AXB-AYA"),
        ("", 'et-al-min="3"', "AC-AD-AXB-AYA"),
        ("", 'et-al-min="3" et-al-use-first="1"', "AXB-AYA-AC-AD"),
    ],
)
def test_et_al_of_a_key_is_as_what_is_around_it_says(bibliography: str, own: str, wanted: str) -> None:
    """Oracle: citeproc-js."""
    assert by_names("AYA-AXB-AD-AC", f"<name {own}/>", bibliography) == wanted


def test_no_names_count_nothing() -> None:
    """Oracle: citeproc-js."""
    assert by_names("AB--A", '<name form="count"/>') == "none-A-AB"
