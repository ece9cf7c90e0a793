"""Sections of a CV and their numbers.  Expected values by hand."""

from __future__ import annotations

import pytest

from publist import listing, phrases
from publist.item import Date, Item
from publist.listing import kinds, sections
from publist.listing.kinds import kind_of
from publist.listing.sections import arrange
from publist.listing.summary import summary
from publist.publication import Badge, Publication
from publist.settings.options import Arrangement


def work(key: str, year: int, type_: str = "article-journal", **rest: object) -> Publication:
    variables = {
        name.replace("_", "-"): rest.pop(name) for name in ("container_title", "event_title") if name in rest
    }
    item = Item(key, type_, variables, dates={"issued": Date(((year,),))})  # type: ignore[arg-type]  # parts of any kind, by name
    return Publication(item, key, **rest)  # type: ignore[arg-type]  # parts of any kind, by name


WORKS = [
    work("j3", 2023), work("c2", 2023, "paper-conference"), work("w1", 2022, "paper-conference",
    container_title="Proc. of the 3rd Workshop on X"), work("j2", 2022), work("j1", 2021),
    work("c1", 2021, "paper-conference"), work("p1", 2020, container_title="arXiv preprint arXiv:2001.00001"),
]  # fmt: skip


def shown(arrangement: Arrangement) -> list[tuple[str, int, list[str]]]:
    return [
        (group.heading, group.depth, [group.labels.get(p.key, p.key) for p in group.publications])
        for group in arrange(WORKS, arrangement)
    ]


@pytest.mark.parametrize(
    ("publication", "kind"),
    [
        (work("a", 2020, "paper-conference", event_title="ICML workshop on Y"), "workshop"),
        (work("a", 2020, "paper-conference", container_title="Workshopping"), "conference"),
        (work("a", 2020, container_title="CoRR"), "preprint"),
        (work("a", 2020, container_title="Corrosion Science"), "journal"),
        (work("a", 2020, "speech"), "talk"),
        (work("a", 2020, "map"), "other"),
        (work("a", 2020, "paper-conference", subtype="Workshop"), "workshop"),
    ],
)
def test_kinds(publication: Publication, kind: str) -> None:
    assert kind_of(publication) == kind


def test_numbers_per_section_fall_from_the_newest() -> None:
    assert shown(Arrangement("type", numbering="section")) == [
        ("Journal articles", 0, ["[J3]", "[J2]", "[J1]"]),
        ("Conference papers", 0, ["[C2]", "[C1]"]),
        ("Workshop papers", 0, ["[W1]"]),
        ("Preprints", 0, ["[P1]"]),
    ]


def test_numbers_rise_on_request() -> None:
    assert shown(Arrangement("type", numbering="section", ascending=True))[0][2] == ["[J1]", "[J2]", "[J3]"]


def test_continuous_numbers_have_no_code() -> None:
    numbers = [
        label for _, _, labels in shown(Arrangement("type", numbering="continuous")) for label in labels
    ]
    assert numbers == ["[7]", "[6]", "[5]", "[4]", "[3]", "[2]", "[1]"]


def test_years_below_kinds_share_their_numbers_and_count() -> None:
    assert shown(Arrangement("type-year", numbering="section", counts=True))[:5] == [
        ("Journal articles (3)", 0, []),
        ("2023", 1, ["[J3]"]),
        ("2022", 1, ["[J2]"]),
        ("2021", 1, ["[J1]"]),
        ("Conference papers (2)", 0, []),
    ]


def test_order_names_and_codes_are_the_owners() -> None:
    arrangement = Arrangement(
        "type", order=("preprint", "conference"), headings={"conference": "Refereed"},
        codes={"conference": "R"}, numbering="section", language="de-CH",
    )  # fmt: skip
    assert [(heading, labels[0]) for heading, _, labels in shown(arrangement)] == [
        ("Preprints", "[P1]"), ("Refereed", "[R2]"), ("Zeitschriftenartikel", "[J3]"),
        ("Workshopbeiträge", "[W1]"),
    ]  # fmt: skip


def test_selected_works_move_up_and_keep_their_numbers() -> None:
    works = [work("a", 2023), work("b", 2022, selected=True), work("c", 2021)]
    (group,) = arrange(works, Arrangement("none", numbering="continuous", selected_first=True))
    assert [(p.key, group.labels[p.key]) for p in group.publications] == [
        ("b", "[2]"),
        ("a", "[3]"),
        ("c", "[1]"),
    ]


def test_keywords_and_venues_list_each_work_once() -> None:
    works = [
        work("a", 2023, keywords=("vision", "nlp"), container_title="B Journal"),
        work("b", 2022, keywords=("nlp",), container_title="A Journal"),
        work("c", 2021),
    ]
    by_keyword = arrange(works, Arrangement("keyword"))
    assert [(g.heading, [p.key for p in g.publications]) for g in by_keyword] == [
        ("nlp", ["b"]), ("vision", ["a"]), ("Other", ["c"]),
    ]  # fmt: skip
    ordered = arrange(works, Arrangement("keyword", order=("nlp",)))
    assert [(g.heading, [p.key for p in g.publications]) for g in ordered] == [
        ("nlp", ["a", "b"]),
        ("Other", ["c"]),
    ]
    assert [g.heading for g in arrange(works, Arrangement("venue"))] == ["A Journal", "B Journal", "Other"]


@pytest.mark.parametrize("grouping", ["year", "type", "type-year", "keyword", "venue", "none"])
@pytest.mark.parametrize("numbering", ["none", "continuous", "section"])
def test_no_work_is_lost_or_doubled(grouping: sections.Grouping, numbering: sections.Numbering) -> None:
    groups = arrange(listing.by_date(WORKS), Arrangement(grouping, numbering=numbering, counts=True))
    assert sorted(p.key for group in groups for p in group.publications) == sorted(w.key for w in WORKS)


def test_every_kind_has_its_own_code_and_words_in_all_languages() -> None:
    codes = [kind.code for kind in kinds.KINDS.values()]
    assert len(set(codes)) == len(codes)
    for name in kinds.KINDS:
        for language in phrases.LANGUAGES:
            assert phrases.phrase(f"kind-{name}", language)
            assert "2" in phrases.counted(f"count-{name}", 2, language)


def test_summary_counts_what_a_cv_counts() -> None:
    works = [*WORKS, work("t", 2020, "thesis", badges=(Badge("oral", "Oral"),))]
    owned = {"j3": [("author", 0)], "c2": [("author", 1)], "t": [("author", 0)]}
    assert summary(works, owned) == (
        "8 publications (3 journal, 2 conference, 1 workshop, 1 preprint, 1 thesis),"
        " 2 as first author, 1 oral"
    )
    assert summary([], {}) == "0 publications"


def test_summary_speaks_the_list_s_language_and_names_badges_in_words() -> None:
    badges = (Badge("award_name", "Test of Time"), Badge("bestpaper", "Best Paper"), Badge("tier_one", "A*"))
    works = [work("a", 2020, "thesis", badges=badges), work("b", 2020, badges=badges[1:2])]
    assert summary(works, {}, "en") == (
        "2 publications (1 journal, 1 thesis), 1 award, 2 best papers, 1 × tier one"
    )
    assert summary(works[:1], {"a": [("author", 0)]}, "de-AT") == (
        "1 Publikation (1 Abschlussarbeit), 1 in Erstautorschaft, 1 Auszeichnung, 1 bester Beitrag,"
        " 1 × tier one"
    )
    assert summary(works, {}, "zh-CN").startswith("论著2篇（期刊1篇，学位论文1篇）")
    assert summary([], {}, "fr") == "0 publication"


def test_years_before_christ_states_and_no_date_are_in_the_list_s_language() -> None:
    old, none, press = work("o", -44), work("n", 0), work("p", 0)
    none.item.dates.clear()
    press.item.dates.clear()
    press.item.variables["status"] = "in press"

    def headings(language: str) -> list[str]:
        return [group.heading for group in arrange([press, old, none], Arrangement(language=language))]

    assert headings("en-US") == ["In press", "44 BC", "No date"]
    assert headings("de-DE") == ["Im Druck", "44 v.\N{NO-BREAK SPACE}Chr.", "Ohne Datum"]
    assert headings("zh-CN") == ["出版中", "公元前44年", "日期不详"]
    press.item.variables["status"] = "in the author's drawer"
    assert headings("de-DE")[0] == "In the author's drawer"
