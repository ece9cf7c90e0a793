"""Links, badges and people as publist.toml wants them.  Oracle: docs/reference/custom-fields.md, by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist import settings
from publist.errors import ConfigError
from publist.item import Item
from publist.listing.customise import arranged, customised
from publist.people import Known
from publist.publication import Badge, Link, Publication
from publist.settings.look import options_for
from publist.settings.persons import known_people, own_roles
from publist.settings.project import BadgeTable, Links, Owner, Project

PAPER, PDF = Link("paper", "Paper", "https://x.org/paper"), Link("pdf", "PDF", "x.pdf")


def publication(**parts: object) -> Publication:
    return Publication(Item("a"), "a", **parts)  # type: ignore[arg-type]  # parts of any kind, by name


def load(folder: Path, text: str) -> Project:
    (folder / "publist.toml").write_text(text, encoding="utf-8")
    return settings.load(folder).project


def test_order_labels_icons_and_hidden_kinds() -> None:
    settings = Links(order=("pdf",), labels={"paper": "Read"}, icons={"pdf": "fa fa-file"}, hidden=("doi",))
    links = (PAPER, PDF, Link("doi", "DOI", "https://doi.org/10.1000/x"))
    assert arranged(links, settings) == (
        Link("pdf", "PDF", "x.pdf", "fa fa-file"),
        Link("paper", "Read", "https://x.org/paper"),
    )


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("x.pdf", "/assets/pdf/x.pdf"),
        ("2022/x.pdf", "2022/x.pdf"),
        ("/x.pdf", "/x.pdf"),
        ("https://x.org/x.pdf", "https://x.org/x.pdf"),
    ],
)
def test_a_folder_stands_before_a_bare_file_name(url: str, shown: str) -> None:
    (link,) = arranged((Link("pdf", "PDF", url),), Links(folders={"pdf": "/assets/pdf/"}))
    assert link.url == shown


@pytest.mark.parametrize(
    ("value", "setting", "badges"),
    [
        ("23%", BadgeTable("{} accepted", "gold"), (Badge("rate", "23% accepted", "gold"),)),
        ("true", BadgeTable(), (Badge("rate", "Rate"),)),
        ("true", BadgeTable("Rated"), (Badge("rate", "Rated"),)),
        ("23%", BadgeTable(), (Badge("rate", "23%"),)),
        ("false", BadgeTable("Rated"), ()),
    ],
)
def test_a_field_becomes_a_badge(value: str, setting: BadgeTable, badges: tuple[Badge, ...]) -> None:
    made = customised(publication(fields={"rate": value}), Links(), {"rate": setting})
    assert made.badges == badges


def test_a_known_badge_gets_a_colour() -> None:
    made = customised(
        publication(badges=(Badge("oral", "Long Oral"),)), Links(), {"oral": BadgeTable(color="red")}
    )
    assert made.badges == (Badge("oral", "Long Oral", "red"),)


def test_people_of_the_settings(tmp_path: Path) -> None:
    project = load(
        tmp_path,
        '[owner]\nname = "Wenwei Zhang"\naliases = "张文蔚"\norcid = "https://orcid.org/0000-0002-1825-009x"\n'
        '[groups]\nlab = "strong"\nstudents = ["underline", "em"]\n'
        '[[people]]\nname = "Wenqi Shao"\ngroup = ["lab", "students"]\n[[people]]\nname = "Ping Luo"\n',
    )
    owner, shao, luo = known_people(project, ())
    assert (owner.owner, owner.orcid, owner.highlight) == (True, "0000-0002-1825-009X", ("strong",))
    assert [name.text for name in owner.names] == ["Wenwei Zhang", "张文蔚"]
    assert (shao.groups, shao.highlight) == (("lab", "students"), ("strong", "underline", "em"))
    assert (luo.highlight, luo.owner) == ((), False)


def labels(known: tuple[Known, ...]) -> list[tuple[str, bool, tuple[str, ...]]]:
    return [(person.label, person.owner, person.highlight) for person in known]


def test_a_highlighted_name_that_is_the_owners_is_an_alias() -> None:
    project = Project(owner=Owner("Wenqi Shao", highlight=("em",)))
    assert labels(known_people(project, ["W. Shao"])) == [("Wenqi Shao", True, ("em",))]
    assert labels(known_people(project, ["Ping Luo"])) == [
        ("Wenqi Shao", True, ("em",)),
        ("Ping Luo", True, ("em",)),
    ]


def test_a_highlighted_name_adds_to_a_persons_groups(tmp_path: Path) -> None:
    project = load(tmp_path, '[groups]\nlab = "underline"\n[[people]]\nname = "Ping Luo"\ngroup = "lab"\n')
    assert labels(known_people(project, ["P. Luo"])) == [("Ping Luo", True, ("strong", "underline"))]


def test_a_highlight_without_a_name_is_a_mistake() -> None:
    with pytest.raises(ConfigError, match="--highlight needs a name"):
        known_people(Project(), ["  "])


def test_an_address_that_may_be_no_link_is_a_mistake() -> None:
    project = Project(owner=Owner("W. Shao", url="javascript:alert(1)"))
    with pytest.raises(ConfigError, match="the url of a person is no web address"):
        known_people(project, ())
    with pytest.raises(ConfigError, match="more-url is no web address"):
        options_for({"more-url": "javascript:alert(1)"})


def test_roles_of_the_settings(tmp_path: Path) -> None:
    project = load(tmp_path, '[roles.intern]\nsign = "†"\nlabel = "Intern"\n')
    assert [(role.name, role.sign, role.label) for role in own_roles(project)] == [("intern", "†", "Intern")]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('[owner]\nname = "x"\naliass = "y"\n', 3, "did you mean owner.aliases?"),
        ('people = "x"\n', 1, "write [[people]]"),
        ('[[people]]\nname = "a"\n[[people]]\nnam = "b"\n', 4, "did you mean people.name?"),
        ("[roles]\nintern = 3\n", 2, "write [roles.intern]"),
        ('[news]\nform = "long"\n', 2, 'is one of "dated", "counted"'),
        ("[links]\norder = [1]\n", 2, "is text or a list of text"),
        ('[links]\nlabels = "x"\n', 2, "write [links.labels]"),
        ("[groups]\nlab = 1\n", 2, "is text or a list of text"),
        ('select = "year > 2000"\nmax-authors = -1\n', 2, "max-authors is a whole number"),
        ('title = "x"\nselect = "year >="\n', 2, "select expected a value, found the end, at character 8"),
        ('[targets.a]\noutput = "a.html"\nmore-url = "javascript:x"\n', 3, "more-url is no web address"),
        ('[owner]\nname = "W. Shao"\naliases = [" "]\n', 3, "owner.aliases is no name"),
        ('[[people]]\nname = "a"\n[[people]]\nurl = "data:x"\n', 4, "people.url is no web address"),
        ('title = """\n[owner]\nnmae = 1"""\n[owner]\nnmae = "x"\n', 5, "did you mean owner.name?"),
    ],
)
def test_a_mistake_has_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    assert caught.value.line == line
    assert message in caught.value.message
