"""Pages for tests that look at them in a browser or by a checker."""

from __future__ import annotations

from pathlib import Path

from publist import pipeline
from publist.output.document import document
from publist.page.complete import complete
from publist.page.sheets import themes
from publist.settings.look import options_for
from publist.settings.project import Owner, Project

RICH = r"""
@inproceedings{one, title = {Sparse Attention for {3D} Point Clouds}, year = 2024, shortjournal = {CVPR},
  author = {M{\"u}ller, Zora and Doe*, Ann and Roe*, Jo and Noe\textsuperscript{1}, Bo}, selected = {true},
  booktitle = {Proceedings of the Conference on Computer Vision}, keywords = {vision, speech}, oral = {true},
  abstract = {An abstract with a formula $x^2$, \emph{italics}, and a few words more.}, preview = {p.png},
  award = {Best Paper Award}, doi = {10.1000/one}, code = {https://example.org/code}, pdf = {one.pdf}}
@article{two, title = {Dense Retrieval}, author = {Doe, Ann}, journal = {Journal of Y}, year = 2023,
  volume = 3, number = 4, pages = {1--20}, license = {CC BY 4.0}, note = {See \url{https://example.org/a_b}}}
@phdthesis{three, title = {A Thesis with a Long Title that Does Not Fit Into One Line of a Page},
  author = {Doe, Ann}, school = {University of Somewhere}, year = 2019}
""" + "".join(
    f"@article{{n{number}, title = {{Number {number}}}, author = {{Doe, Ann and Roe, Jo}},"
    f" year = {2010 + number}, arxiv = {{2101.{number:05}}}}}\n"
    for number in range(12)
)
INTRODUCTION = "We study **how machines see**, and [what they miss](https://example.org).\n\n- one\n- two"
LINKS = {"github": "ann", "Lab": "https://x.org"}
PROJECT = Project(Owner("Ann Doe", url="https://example.org", links=LINKS))


def rich_page(folder: Path, theme: str, **look: object) -> Path:
    """A page with everything that one can have, as a file of the folder."""
    source = folder / "rich.bib"
    source.write_text(RICH, encoding="utf-8")
    given = {"format": "page", "theme": theme, "introduction": INTRODUCTION, **look}
    page = folder / f"{theme}.html"
    page.write_bytes(pipeline.render(pipeline.read([source]), options_for(given, PROJECT)).data)
    return page


def in_all_themes(source: Path, folder: Path) -> list[Path]:
    """The page of a bibliography in each theme, as files of the folder."""
    wanted = options_for({"format": "page", "show": ["abstract", "bibtex"]}, PROJECT)
    found = pipeline.listed(pipeline.read([source], may_be_empty=True), wanted)
    legend = found.formatter.legend(found.sections)
    paths = []
    for theme in themes():
        page = wanted.page._replace(theme=theme, legend=legend)
        fragment = document(found.sections, "page", page).decode("utf-8")
        path = folder / f"{source.stem}-{theme}.html"
        path.write_text(complete(fragment, found.sections, page), encoding="utf-8")
        paths.append(path)
    return paths
