"""Which works are one.  The oracle is what a reader of the two entries says."""

from __future__ import annotations

import pytest

from publist.bibtex import loads
from publist.convert import publications
from publist.publication import Publication
from publist.update.same import Works


def work(fields: str, kind: str = "article") -> Publication:
    (found,), _ = publications(loads(f"@{kind}{{x, {fields}}}"))
    return found


_PAPER = (
    "author={Doe, Jane and Roe, John}, title={The Quiet of Whales at Night}, journal={J. Whales}, year=2024"
)
_EDITORIAL = "author={Doe, Jane}, title={Editorial}, journal={J. Whales}, year=2024"


@pytest.mark.parametrize(
    ("known", "new", "fit"),
    [
        (_PAPER + ", doi={10.1000/A}", _PAPER + ", doi={https://doi.org/10.1000/a}", "identifier"),
        (_PAPER, _PAPER, "title"),
        (_PAPER, _PAPER.replace("The Quiet", "the {Quiét}").replace("Doe, Jane", "J. Doe"), "title"),
        (_PAPER, _PAPER.replace("Night", "Nights"), "title"),
        (_PAPER, _PAPER.replace("2024", "2025"), "title"),
        (_PAPER, _PAPER.replace("2024", "2020"), None),
        (_PAPER, _PAPER.replace("Doe, Jane and Roe, John", "Poe, Ann and Moe, Max"), None),
        (_PAPER, _PAPER.replace("Night", "Night: Part 2"), None),
        (_PAPER + ", eprint={2403.00001v2}", _PAPER + ", eprint={2403.00001}", "identifier"),
        (_EDITORIAL, _EDITORIAL.replace("2024", "2023"), None),
        (_PAPER.replace("Night", "Night, Part 12"), _PAPER.replace("Night", "Night, Part 13"), None),
        (_PAPER.replace("Night", "Night II"), _PAPER.replace("Night", "Night III"), None),
        # a subtitle that one of the two leaves out, by the same people
        (_PAPER, _PAPER.replace("Night", "Night: A Study of the Sea"), "title"),
        (_PAPER.replace("Night", "Night -- A Study of the Sea"), _PAPER, "title"),
        (_PAPER, _PAPER.replace("Night", "Night: A Study").replace("Roe, John", "Poe, Ann"), None),
        (_PAPER.replace("Night", "Night: One Study"), _PAPER.replace("Night", "Night: Another"), None),
        (_EDITORIAL, _EDITORIAL.replace("Editorial", "Editorial: On whales"), None),
        # a DOI of a whole volume
        (_PAPER + ", doi={10.1000/v}", _EDITORIAL + ", doi={10.1000/v}", None),
    ],
)  # fmt: skip
def test_the_same_work_is_known(known: str, new: str, fit: str | None) -> None:
    found = Works([work(known)]).find(work(new))
    assert (found.by if found else None) == fit
    assert found is None or not found.version


@pytest.mark.parametrize(
    "new",
    [
        "author={Doe, Jane and Roe, John}, title={The Quiet of Whales at Night}, eprint={2403.00001}, "
        "archiveprefix={arXiv}, year=2023",
        _PAPER + ", doi={10.1000/b}",
    ],
)
def test_a_version_is_no_copy(new: str) -> None:
    known = work(_PAPER + ", doi={10.1000/a}")
    found = Works([known]).find(work(new, "misc" if "eprint" in new else "article"))
    assert found is not None
    assert found.version
