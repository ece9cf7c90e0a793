"""The same .bib by refkit (hayagriva, in Rust) and by publist, in the same styles.  Oracle: refkit.

What differs is named with its reason, and strictly so both ways.  Markup and white space are not compared.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from publist import bibtex, convert
from publist.csl import Processor, Style
from publist.csl.catalogue import find
from publist.richtext import plain

BIB = r"""
@article{article, author = {Doe, Jane and Roe, John R. and van der Berg, Eric}, title = {On the
  Growth of Trees}, journal = {Journal of Forests}, year = {2021}, volume = {12}, number = {3},
  pages = {101--118}, doi = {10.1000/182}}
@article{many, author = {Aalto, A. and Berg, B. and Chen, C. and Diaz, D. and Eco, E. and Fry, F.
  and Gold, G. and Hall, H.}, title = {Eight people}, journal = {Nature}, year = {2019}, month =
  may, volume = {567}, pages = {e12}}
@book{book, author = {Knuth, Donald E.}, title = {The Art of Computer Programming}, publisher =
  {Addison-Wesley}, address = {Reading, MA}, edition = {3}, volume = {1}, year = {1997}}
@inproceedings{conference, author = {Müller, Ólafur}, title = {Deep Learning for {NASA}}, booktitle
  = {Proceedings of the Conference on X}, editor = {Smith, Ann}, year = {2020}, pages = {1--9},
  publisher = {ACM}, address = {New York}}
@incollection{chapter, author = {Poe, Edgar}, title = {A Chapter}, booktitle = {A Book of Chapters},
  editor = {Smith, Ann and Jones, Bob}, publisher = {Springer}, year = {2018}, pages = {20--30}}
@phdthesis{thesis, author = {Curie, Marie}, title = {Recherches sur les substances radioactives},
  school = {Universit\'e de Paris}, year = {1903}}
@techreport{report, author = {{World Bank}}, title = {World Development}, institution = {World
  Bank}, number = {TR-12}, year = {2015}}
@online{online, author = {Doe, Jane}, title = {A Page}, url = {https://example.org/a}, date =
  {2022-03-04}, urldate = {2023-05-06}}
@misc{undated, author = {Zoe, Z.}, title = {Without a Date}}
@proceedings{proceedings, editor = {Smith, Ann}, title = {Proceedings of Y}, year = {2017},
  publisher = {IEEE}}
"""
DISSERTATION = "refkit writes Doctoral dissertation; @phdthesis is PhD thesis here, as in biblatex"
PARTICLE = "refkit puts a particle last; the style keeps it (demote-non-dropping-particle)"
BOOKTITLE = "refkit prints the book's title as the title of its volume, too"
EDITORS = "refkit leaves the editors of a chapter out"
PUBLISHER = "a publisher that is the author is not named twice here, as in the manual of APA"
KNOWN = {
    ("ieee", "thesis"): DISSERTATION,
    ("ieee", "report"): "the type of a report has a capital here",
    ("apa", "thesis"): DISSERTATION,
    ("apa", "report"): PUBLISHER,
    ("apa", "article"): PARTICLE,
    ("apa", "conference"): BOOKTITLE,
    ("apa", "chapter"): BOOKTITLE,
    ("american-medical-association", "report"): PUBLISHER,
    ("american-medical-association", "article"): PARTICLE,
    ("american-medical-association", "conference"): EDITORS,
    ("american-medical-association", "chapter"): EDITORS,
    ("american-medical-association", "thesis"): DISSERTATION,
    ("american-medical-association", "proceedings"): "refkit puts the label before the name",
}


def library(folder: Path) -> Path:
    path = folder / "library.bib"
    path.write_text(BIB, encoding="utf-8")
    return path


def ours(path: Path, style: str) -> dict[str, str]:
    items = [publication.item for publication in convert.publications(bibtex.load(path))[0]]
    entries = Processor(Style.load(style), items, locale="en-US").bibliography()
    return {entry.id: "".join(plain(entry.content).split()) for entry in entries}


def theirs(path: Path, style: str) -> list[str]:
    refkit = pytest.importorskip("refkit", reason="refkit is not installed (the extra bench)")
    rendered = refkit.full_bibliography(str(path), style=refkit.Style.from_path(str(find(style))))
    return ["".join(line.split()) for line in rendered.text.splitlines() if line.strip()]


@pytest.mark.parametrize("style", sorted({style for style, _ in KNOWN}))
def test_entries_are_refkits_but_for_known_ones(style: str, tmp_path: Path) -> None:
    path = library(tmp_path)
    wanted, got = theirs(path, style), ours(path, style)
    assert len(wanted) == len(got)
    differing = {key for text, (key, own) in zip(wanted, got.items(), strict=True) if text != own}
    assert differing == {key for known, key in KNOWN if known == style}
