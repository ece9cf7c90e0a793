"""What tells titles, names and works apart, one kind a snippet.  The oracle is what a reader sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.adopt import adopt
from publist.bibtex import loads
from publist.convert import publications
from publist.richtext import plain

HEAD = "<title>Jane Doe</title><h1>Jane Doe</h1><h2>Publications</h2>"
TIDES = "<li>J. Doe and R. Roe. The tides of small lakes. <i>Lake Review</i>, 2021.</li>"
Works = list[tuple[str, list[str]]]

PAGES: dict[str, tuple[str, str, Works]] = {
    "together with": (
        ".html",
        HEAD
        + "<ul><li><b>On quiet oceans</b><br>Together with <a href='/r'>Richard Roe</a>.<br>In Proc. of SEA 2020.</li>"
        "<li><b>On loud oceans</b><br>Together with Mary Major and Richard Roe.<br>In Proc. of SEA 2021.</li></ul>",
        [("On quiet oceans", ["Doe", "Roe"]), ("On loud oceans", ["Doe", "Major", "Roe"])],
    ),
    "a co-author in parentheses": (
        ".html",
        HEAD
        + "<p>On quiet oceans (with Richard Roe). Lake Review 7, 1-9, 2020.</p>"
        "<p>On loud oceans (with Mary Major). Lake Review 8, 1-9, 2021.</p>",
        [("On quiet oceans", ["Doe", "Roe"]), ("On loud oceans", ["Doe", "Major"])],
    ),
    "with behind a comma": (
        ".html",
        HEAD
        + "<ul><li>On quiet oceans with applications to whales, with Richard Roe, SEA 2020</li>"
        "<li>On loud oceans, with Mary Major and R. Roe, SEA 2021</li></ul>",
        [("On quiet oceans with applications to whales", ["Doe", "Roe"]), ("On loud oceans", ["Doe", "Major", "Roe"])],
    ),
    "a note among the names": (
        ".html",
        HEAD
        + "<ul><li>Jane Doe, Richard Roe (equal contribution), Mary Major. <b>On quiet oceans</b>. SEA, 2020.</li>"
        "<li>Mary (May) Major, Jane Doe. <b>On loud oceans</b> (* equal contribution), SEA, 2021.</li></ul>",
        [("On quiet oceans", ["Doe", "Roe", "Major"]), ("On loud oceans", ["Major", "Doe"])],
    ),
    "a date before the title": (
        ".html",
        HEAD
        + "<ul><li>Doe, J., Roe, R., 2020, Redundant Oceans and Big Data in Lakes, <i>Lake Review</i>, Vol. 7.</li>"
        "<li>Doe, J., & Roe, R. (2021, accepted Lake Review). On loud oceans.</li></ul>",
        [("Redundant Oceans and Big Data in Lakes", ["Doe", "Roe"]), ("On loud oceans", ["Doe", "Roe"])],
    ),
    "a title's first word behind initials": (
        ".html",
        HEAD
        + "<ul><li>Doe, J., Roe, R. & Major, M. Estimating quiet oceans. <i>Lake Review</i>, 2020.</li>"
        "<li>J. Doe, R. Roe, M. Major, Bridging Loud Oceans and Quiet Lakes, In: Proceedings of SEA, 2021.</li></ul>",
        [
            ("Estimating quiet oceans", ["Doe", "Roe", "Major"]),
            ("Bridging Loud Oceans and Quiet Lakes", ["Doe", "Roe", "Major"]),
        ],
    ),
    "a journal that begins with an initial": (
        ".html",
        HEAD
        + "<ul><li>“On quiet oceans”, J. Doe and R. Roe, J. Algorithms, 7 (2020), 1-9.</li>"
        "<li>“On loud oceans”, J. Doe and R. Roe, SIAM J. Computing, 8 (2021), 1-9.</li></ul>",
        [("On quiet oceans", ["Doe", "Roe"]), ("On loud oceans", ["Doe", "Roe"])],
    ),
    "a surname and et al.": (
        ".html",
        HEAD + f"<ul>{TIDES}<li>Roe et. al (2020), On quiet oceans, <b>Lake Review</b> 7, 1-9.</li></ul>",
        [("The tides of small lakes", ["Doe", "Roe"]), ("On quiet oceans", ["Roe"])],
    ),
    "a particle as surname": (
        ".html",
        HEAD + f"<ul>{TIDES}<li>Jane Doe, Thai Le, Richard Roe. <b>On quiet oceans</b>. SEA, 2020.</li></ul>",
        [("The tides of small lakes", ["Doe", "Roe"]), ("On quiet oceans", ["Doe", "Le", "Roe"])],
    ),
    "names behind dashes": (
        ".md",
        "# Publications\n\n- On quiet oceans--Doe, J., Roe, R. 2020, Lake Review\n"
        "- On loud oceans--Roe, R., Doe, J., Major, M. 2021, Lake Review\n",
        [("On quiet oceans", ["Doe", "Roe"]), ("On loud oceans", ["Roe", "Doe", "Major"])],
    ),
    "a line of labels": (
        ".html",
        HEAD
        + "<p>J. Doe and R. Roe. <b>On quiet oceans</b>. Lake Review, 2020.</p><p>Full paper (8/12/20): <a href='/1.pdf'>PDF</a></p>"
        "<p>J. Doe and M. Major. <b>On loud oceans</b>. Lake Review, 2021.</p><p>Full paper (8/12/21): <a href='/2.pdf'>PDF</a></p>",
        [("On quiet oceans", ["Doe", "Roe"]), ("On loud oceans", ["Doe", "Major"])],
    ),
    "a subject below Publications": (
        ".html",
        HEAD + f"<h3>Software</h3><ul>{TIDES}</ul><h3>Talks</h3><ul>{TIDES.replace('tides', 'talk')}</ul>",
        [("The tides of small lakes", ["Doe", "Roe"])],
    ),
    "a page that is called after its menu": (
        ".html",
        f"<body class='nav-fixed'><div class='page-layout page-navbar'><main>{HEAD}<ul>{TIDES}</ul></main></div>",
        [("The tides of small lakes", ["Doe", "Roe"])],
    ),
    "titles alone among titles with names": (
        ".html",
        HEAD
        + "<p><b>On quiet oceans</b> with Richard Roe. Under review.</p><p><b>On my own lake in the north</b>. Under review.</p>"
        "<p><b>On loud oceans</b> with Mary Major. Under review.</p>",
        [("On quiet oceans", ["Doe", "Roe"]), ("On my own lake in the north", ["Doe"]), ("On loud oceans", ["Doe", "Major"])],
    ),
    "headings with a list below": (
        ".md",
        "# Publications\n\n## On quiet oceans and the whales of the night\n* Jane Doe, Richard Roe, Mary Major\n\n"
        "## On loud oceans and the whales of the day\n* Richard Roe, Jane Doe\n",
        [
            ("On quiet oceans and the whales of the night", ["Doe", "Roe", "Major"]),
            ("On loud oceans and the whales of the day", ["Roe", "Doe"]),
        ],
    ),
    "a title on several lines of the source": (
        ".html",
        HEAD
        + "<div><a class='thumb' href='/1'><img alt='Quiet sea'></a><a class='pub-title' href='/1'>On quiet oceans and\n the whales"
        "\n of the night</a><p>Jane Doe, Richard Roe</p><p>SEA 2020</p></div>"
        "<div><a class='thumb' href='/2'><img alt='Loud sea'></a><a class='pub-title' href='/2'>On loud oceans and\n the whales"
        "\n of the day</a><p>Richard Roe, Jane Doe</p><p>SEA 2021</p></div>",
        [
            ("On quiet oceans and the whales of the night", ["Doe", "Roe"]),
            ("On loud oceans and the whales of the day", ["Roe", "Doe"]),
        ],
    ),
    "a type in brackets": (
        ".jemdoc",
        "= Publications\n. [1] Doe J, Roe R, et al. On quiet oceans[J]. Lake Review, 2020, 7: 1-9.\n"
        ". [2] Roe R, Doe J. On loud oceans[C]//2021 Symposium on Seas. SEA, 2021: 1-9.\n",
        [("On quiet oceans", ["Doe", "Roe"]), ("On loud oceans", ["Roe", "Doe"])],
    ),
    "several works in one paragraph": (
        ".html",
        HEAD
        + "<p>[1] J. Doe and R. Roe, “On quiet oceans,” Lake Review, 2020.<br>[2] R. Roe and J. Doe, “On loud oceans,”"
        " Lake Review, 2021. [3] J. Doe, “On other oceans,” Lake Review, 2022.</p>",
        [("On quiet oceans", ["Doe", "Roe"]), ("On loud oceans", ["Roe", "Doe"]), ("On other oceans", ["Doe"])],
    ),
    "a list typed with stars in one paragraph": (
        ".html",
        HEAD + "<p>\n* J. Doe and R. Roe. On quiet oceans. Lake Review, 2020.\n\n* R. Roe and J. Doe. On loud\n oceans."
        " Lake Review, 2021.\n</p>",
        [("On quiet oceans", ["Doe", "Roe"]), ("On loud oceans", ["Roe", "Doe"])],
    ),
    "cards with the names as headings": (
        ".html",
        HEAD
        + "<div><h3>Jane Doe, Mary Major</h3><p>The tides of small lakes</p><p>SEA 2020</p></div>"
        "<div><h3>Richard Roe, Jane Doe, Mary Major</h3><p>On loud oceans and the whales of the day</p><p>SEA 2021</p></div>",
        [
            ("The tides of small lakes", ["Doe", "Major"]),
            ("On loud oceans and the whales of the day", ["Roe", "Doe", "Major"]),
        ],
    ),
    "titles in title case behind names in full": (
        ".html",
        HEAD
        + "<ul><li>Jane Doe, Richard Roe, Mary Major, Deep Quiet Oceans for Whales, In Proceedings of SEA, 2020.</li>"
        "<li>Richard Roe, Mary Major, Jane Doe, Loud Oceans: Whale Songs By Day, Lake Review, 2021.</li>"
        "<li>Jane Doe and Mary Major, Blue Whale Songs, Tides, and Lakes, Lake Review, 2021</li>"
        "<li>Mary Major, Jane Doe, Peter Public, Small Lake Tides, Proceedings of SEA, 2019</li></ul>",
        [
            ("Deep Quiet Oceans for Whales", ["Doe", "Roe", "Major"]),
            ("Loud Oceans: Whale Songs By Day", ["Roe", "Major", "Doe"]),
            ("Blue Whale Songs, Tides, and Lakes", ["Doe", "Major"]),
            ("Small Lake Tides", ["Major", "Doe", "Public"]),
        ],
    ),
    "links to profiles": (
        ".html",
        HEAD + f"<ul><li><a href='/a'>dblp Page</a><br><a href='/b'>GitHub Page</a></li>{TIDES}</ul>",
        [("The tides of small lakes", ["Doe", "Roe"])],
    ),
    "lines that say what they are": (
        ".html",
        HEAD
        + "<ul><li><b>Title: </b>On quiet oceans<br><b>Authors: </b>Doe, M. A. and Roe, R.<br><b>Journal: </b>Lake Review<br>"
        "<b>Publication Year: </b>2020</li><li><b>Title: </b>On loud oceans<br><b>Author: </b>Doe, M. A.<br>"
        "<b>Journal: </b>Lake Review<br><b>Publication Year: </b>2021</li></ul>",
        [("On quiet oceans", ["Doe", "Roe"]), ("On loud oceans", ["Doe"])],
    ),
    "a distinction in an item of its own": (
        ".html",
        HEAD + f"<ul>{TIDES}<li>Best Paper Award, SEA 2020</li></ul>",
        [("The tides of small lakes", ["Doe", "Roe"])],
    ),
    "a given name behind an initial": (
        ".html",
        HEAD
        + "<ul><li>M. Ellen Public, Jane Doe, Md. Saidur Roe. On quiet oceans. Lake Review, 2020.</li>"
        "<li>J. Doe, R. Roe Major. On loud oceans. Lake Review, 2021.</li>"
        "<li><b>Roe Major R</b>, Doe J. 2022. On other oceans. Lake Review.</li></ul>",
        [
            ("On quiet oceans", ["Public", "Doe", "Roe"]),
            ("On loud oceans", ["Doe", "Roe Major"]),
            ("On other oceans", ["Roe Major", "Doe"]),
        ],
    ),
    "a title without a blank behind the names": (
        ".html",
        HEAD
        + "<ul><li>Jane Doe, Mary Major.Whale Sampling for oceans. Lake Review, 2020.</li>"
        "<li>J. Doe, R. Roe.Other oceans. Lake Review, 2020.</li></ul>",
        [("Whale Sampling for oceans", ["Doe", "Major"]), ("Other oceans", ["Doe", "Roe"])],
    ),
    "a tag in brackets": (
        ".html",
        HEAD + f"<ul>{TIDES}<li><i>[Working Paper]</i> On quiet oceans. J. Doe and M. Major. 2020.</li></ul>",
        [("The tides of small lakes", ["Doe", "Roe"]), ("On quiet oceans", ["Doe", "Major"])],
    ),
    "pictures and blanks of jemdoc": (
        ".jemdoc",
        "= Jane Doe\n== Papers\n~~~\n{}{img_left}{photos/a.png}{alt text}{250}{172}\nOn quiet oceans\\n\n"
        "*Jane Doe*, Richard Roe\\n\nLake Review, 2020.\\n\n~~~\n\n"
        "~~~\n{}{img_left}{photos/b.png}{alt text}{250}{172}\nOn loud oceans\\n\nM.~Major, *Jane Doe*\\n\nLake Review, 2021.\\n\n~~~\n",
        [("On quiet oceans", ["Doe", "Roe"]), ("On loud oceans", ["Major", "Doe"])],
    ),
}  # fmt: skip


def _works(text: str) -> Works:
    works, _ = publications(loads(text))
    people = [
        [plain(name.family) for name in one.item.names.get("author", ()) if not name.others] for one in works
    ]
    return [(plain(one.item.variables["title"]), names) for one, names in zip(works, people, strict=True)]


@pytest.mark.parametrize("name", PAGES)
def test_titles_and_authors(name: str, tmp_path: Path) -> None:
    suffix, text, wanted = PAGES[name]
    page = tmp_path / f"page{suffix}"
    page.write_text(text, encoding="utf-8")
    assert _works(adopt(page).text) == wanted


def test_several_dois_of_one_work_are_links_of_their_own(tmp_path: Path) -> None:  # a fifth one had no name
    page = tmp_path / "page.html"
    links = " ".join(f'<a href="https://doi.org/10.1234/{number}">doi</a>' for number in range(5))
    page.write_text(f"{HEAD}<ul>{TIDES.replace('</li>', links + '</li>')}</ul>", encoding="utf-8")
    work, *_ = publications(loads(adopt(page).text))[0]
    assert {link.url for link in work.links} == {f"https://doi.org/10.1234/{number}" for number in range(5)}


def test_who_speaks_and_where_to_write_is_no_work(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        f"{HEAD}<ul><li>I am with Richard Roe and Mary Major since 2020.</li>"
        f"<li>Jane Doe, jane@example.org, Example Street 1, since 2019</li>{TIDES}</ul>",
        encoding="utf-8",
    )
    assert adopt(page).works == 1


def test_labels_in_the_heading_of_the_names_are_the_works(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    works = "".join(
        f"<h3>On {name} oceans and the whales of the night</h3><h5>Jane Doe, Mary Major, Richard Roe<br>"
        f"> <a href='https://example.org/{name}'>paper</a></h5>"
        for name in ("quiet", "loud")
    )
    page.write_text(HEAD + works, encoding="utf-8")
    found = publications(loads(adopt(page).text))[0]
    assert [[link.url for link in work.links] for work in found] == [
        ["https://example.org/quiet"],
        ["https://example.org/loud"],
    ]
