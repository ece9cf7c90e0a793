"""Roles as al-folio, bamos/cv, Hugo Blox and BibLaTeX write them.

Oracle: the manuals of those tools (biblatex, 3.7 "Data Annotations"), by hand.  The entry is a real one:
four authors, of which three contributed equally.
"""

from __future__ import annotations

import pytest

from publist import bibtex, convert
from publist.problems import Problem
from publist.publication import Person

ENTRY = """@inproceedings{luo2019towards,
  title  = {Towards understanding regularization in batch normalization},
  author = {%s},
  year   = {2019},
  %s
}
"""
NAMES = "Luo, Ping and Wang, Xiaogang and Shao, Wenqi and Peng, Z."


def read(fields: str, author: str = NAMES) -> tuple[dict[int, Person], list[Problem]]:
    bibliography = bibtex.loads(ENTRY % (author, fields), file="luo.bib")
    publications, problems = convert.publications(bibliography)
    assert bibliography.problems == []
    return {person.position + 1: person for person in publications[0].people}, problems


def roles(fields: str, author: str = NAMES) -> dict[int, tuple[str, ...]]:
    people, problems = read(fields, author)
    assert [str(problem) for problem in problems] == []
    return {position: person.roles for position, person in people.items()}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("equal = {1,2,3}", {1: ("equal",), 2: ("equal",), 3: ("equal",)}),
        ("equal = {Ping Luo and W. Shao}", {1: ("equal",), 3: ("equal",)}),
        ("corresponding = {1}", {1: ("corresponding",)}),
        ("corresponding = {Shao, Wenqi and 4}", {3: ("corresponding",), 4: ("corresponding",)}),
        ("author+an = {3=highlight}", {3: ("highlight",)}),
        ("author+an = {1=equal; 3=equal,highlight}", {1: ("equal",), 3: ("equal", "highlight")}),
        ("author+an = {2:family=student}", {2: ("student",)}),
        ('author+an:role = {2="PhD student";4="intern"}', {2: ("student",), 4: ("intern",)}),
        ("author+an:equal = {1=true;2=false;3=yes}", {1: ("equal",), 3: ("equal",)}),
        ("author+an = {=reviewed}", {}),
        ('author+an:affiliation = {1="HKU"}', {}),
        (
            "author_notes = {Equal contribution; Equal contribution; ; Deceased.}",
            {1: ("equal",), 2: ("equal",), 4: ("deceased",)},
        ),
        (
            'author_notes = {["Equal contribution", "", "Corresponding author"]}',
            {1: ("equal",), 3: ("corresponding",)},
        ),
        ("alphabetical = {true}", dict.fromkeys((1, 2, 3, 4), ("alphabetical",))),
        ("alphabetical = {false}", {}),
        ("supervision = {1, 2}", {1: ("supervision",), 2: ("supervision",)}),
    ],
)  # fmt: skip
def test_a_field_that_names_roles(fields: str, expected: dict[int, tuple[str, ...]]) -> None:
    assert roles(fields) == expected


@pytest.mark.parametrize(
    "author",
    [
        "Luo*, Ping and Shao, Wenqi",
        "*Luo, Ping and Shao, Wenqi",
        "Luo, Ping* and Shao, Wenqi",
        "Luo, *Ping and Shao, Wenqi",
        "Ping Luo* and Shao, Wenqi",
        "Ping* Luo and Shao, Wenqi",
        "Luo∗, Ping and Shao, Wenqi",
        "Luo$^*$, Ping and Shao, Wenqi",
        r"Luo$^{\ast}$, Ping and Shao, Wenqi",
        r"Luo\textsuperscript{*}, Ping and Shao, Wenqi",
        r"{Luo\textsuperscript{*}}, Ping and Shao, Wenqi",
        "Ping Luo^* and Shao, Wenqi",
        "Ping {Luo*} and Shao, Wenqi",
        "{Luo$^*$}, Ping and Shao, Wenqi",
    ],
)
def test_a_star_typed_into_a_name_is_equal_contribution(author: str) -> None:
    publications, _ = convert.publications(bibtex.loads(ENTRY % (author, ""), file="luo.bib"))
    (publication,) = publications
    assert [name.text for name in publication.item.names["author"]] == ["Ping Luo", "Wenqi Shao"]
    assert [(person.position, person.roles) for person in publication.people] == [(0, ("equal",))]


@pytest.mark.parametrize(
    ("typed", "sign"),
    [
        ("^", "^"), ("&", "&"), ("†", "†"), ("‡", "‡"), ("§", "§"), ("¶", "¶"), ("‖", "‖"), ("#", "#"),
        (r"\&", "&"), ("$^&$", "&"), (r"$^{\dagger}$", "†"), (r"$^\ddagger$", "‡"), (r"$^{\S}$", "§"),
        (r"\textsuperscript{\P}", "¶"), (r"\textsuperscript{\#}", "#"), (r"$^{\parallel}$", "‖"),
    ],
)  # fmt: skip
def test_a_mark_without_a_known_meaning_keeps_its_sign(typed: str, sign: str) -> None:
    publications, _ = convert.publications(
        bibtex.loads(ENTRY % (f"Luo{typed}, Ping and Shao, Wenqi", ""), file="luo.bib")
    )
    (publication,) = publications
    assert [name.text for name in publication.item.names["author"]] == ["Ping Luo", "Wenqi Shao"]
    assert [(person.position, person.marks) for person in publication.people] == [(0, (sign,))]


SIGNS = {
    "*": "*",
    "†": "†",
    "‖": "‖",
    "&": "&",
    r"\&": "&",
    "#": "#",
    r"\#": "#",
    r"\dagger": "†",
    r"\S": "§",
}
PLACES = [
    "Luo%s, Ping", "%sLuo, Ping", "Luo, Ping%s", "Luo, %sPing", "Luo %s, Ping", "Ping Luo%s", "%sPing Luo",
    "Ping%s Luo", "Ping %sLuo", "Ping Luo %s", "{Ping Luo}%s",
]  # fmt: skip
NOTATIONS = [
    "$^%s$",
    "$^{%s}$",
    "${}^{%s}$",
    r"\textsuperscript{%s}",
    r"{\textsuperscript{%s}}",
    "{%s}",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("typed", SIGNS)
def test_a_mark_in_any_notation_at_any_place_leaves_the_name(typed: str, place: str) -> None:
    notations = [notation.replace("%s", typed) for notation in NOTATIONS]
    bare = [typed + "{}"] if typed.startswith("\\") else [typed]
    names = [place.replace("%s", notation) for notation in (*notations, *bare)]
    publications, _ = convert.publications(bibtex.loads(ENTRY % (" and ".join(names), ""), file="luo.bib"))
    assert [name.text for name in publications[0].item.names["author"]] == ["Ping Luo"] * len(names)
    found = [[*person.marks, *("*" for role in person.roles)] for person in publications[0].people]
    assert found == [[SIGNS[typed]]] * len(names)


def test_a_sign_inside_a_name_stays() -> None:
    names = r"{Barnes \& Noble} and {AT\&T Labs} and {AT{\&}T Research} and {Barnes {\&} Sons}"
    publications, _ = convert.publications(bibtex.loads(ENTRY % (names, ""), file="luo.bib"))
    assert [name.text for name in publications[0].item.names["author"]] == [
        "Barnes & Noble",
        "AT&T Labs",
        "AT&T Research",
        "Barnes & Sons",
    ]
    assert publications[0].people == ()


def test_al_folio_says_what_a_mark_means() -> None:
    people, _ = read(
        "annotation = {* Equal contribution; † Corresponding author}", "Luo$^†$, Ping and Shao*, Wenqi"
    )
    assert people[1] == Person("author", 0, ("corresponding",))
    assert people[2] == Person("author", 1, ("equal",))


def test_a_meaning_of_ones_own_stays_with_its_sign() -> None:
    annotation = "annotation = {* Equal contribution; ‡ Work done at X}"
    source = ENTRY % ("Luo$^‡$, Ping and Shao*, Wenqi", annotation)
    (publication,), _ = convert.publications(bibtex.loads(source, file="luo.bib"))
    assert publication.meanings == (("‡", "Work done at X"),)


def test_an_orcid_by_annotation() -> None:
    people, _ = read('author+an:orcid = {3="https://orcid.org/0000-0002-1825-009x"}')
    assert people[3].orcid == "0000-0002-1825-009X"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("equal = {5}", "equal names '5'; give positions from 1 to 4"),
        ("equal = {0}", "equal names '0'"),
        ("corresponding = {Wei Shao}", "corresponding names Wei Shao, who is no author"),
        ("author+an = {9=equal}", "give positions from 1 to 4"),
        ("author+an = {first=equal}", "give positions from 1 to 4"),
        ('author+an:orcid = {1="12"}', "is no ORCID"),
    ],
)
def test_a_mistake_is_told_with_its_line(fields: str, message: str) -> None:
    people, problems = read(fields)
    assert people == {} or not people[1].orcid
    assert [(problem.line, problem.rule.severity) for problem in problems] == [(5, "warning")]
    assert message in problems[0].message
