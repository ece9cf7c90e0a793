"""Identifiers in the shapes in which bibliographies have them.

Oracle: the specifications that ``publist/identifiers.py`` names, the corpus, and by hand.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.identifiers import Identifier
from publist.url import same_target


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        *(
            ("arxiv", text, "2401.01234")
            for text in (
                "2401.01234", "arXiv:2401.01234", "arxiv: 2401.01234 [cs.CL]", "ARXIV:2401.01234",
                "abs/2401.01234", "CoRR abs/2401.01234", "arXiv preprint arXiv:2401.01234",
                "arXiv e-prints, arXiv:2401.01234",
                "10.48550/arXiv.2401.01234", "https://doi.org/10.48550/ARXIV.2401.01234",
                "arxiv.org/abs/2401.01234",
                "http://www.arxiv.org/pdf/2401.01234.pdf", "https://export.arxiv.org/abs/2401.01234?context=cs",
                "https://ar5iv.labs.arxiv.org/html/2401.01234",
            )
        ),
        ("arxiv", "arXiv:2401.01234v2 [cs.CL]", "2401.01234v2"),
        ("arxiv", "0704.0001", "0704.0001"),
        ("arxiv", "hep-th/9901001v1", "hep-th/9901001v1"),
        ("arxiv", "https://arxiv.org/abs/math.GT/0309136", "math.GT/0309136"),
        *(
            ("doi", text, "10.1000/x(1).2")
            for text in (
                "10.1000/x(1).2", "doi:10.1000/x(1).2", "DOI: 10.1000/x(1).2", "https://doi.org/10.1000/x(1).2",
                "http://dx.doi.org/10.1000/x(1).2", "dx.doi.org/10.1000/x(1).2", "www.doi.org/10.1000/x(1).2",
                "https://doi.org/doi:10.1000/x(1).2",
            )
        ),
        ("doi", "10.1000.10/123", "10.1000.10/123"),
        ("doi", r"10.1007/978-3-319-96812-4\_9", "10.1007/978-3-319-96812-4_9"),
        ("pmid", "23638368", "23638368"),
        ("pmid", "PMID: 23638368", "23638368"),
        ("pmid", "https://www.ncbi.nlm.nih.gov/pubmed/23638368", "23638368"),
        ("pmid", "https://pubmed.ncbi.nlm.nih.gov/23638368/", "23638368"),
        ("pmcid", "pmc3098765", "PMC3098765"),
        ("pmcid", "https://pmc.ncbi.nlm.nih.gov/articles/PMC3098765/", "PMC3098765"),
        ("hal", "hal-01309004", "hal-01309004"),
        ("hal", "https://hal.archives-ouvertes.fr/hal-01309004v2", "hal-01309004v2"),
        ("hal", "https://inria.hal.science/inria-00123456", "inria-00123456"),
        ("jstor", "https://www.jstor.org/stable/2118397?seq=1", "2118397"),
        ("jstor", "10.2307/2118397", "2118397"),
        ("handle", "http://hdl.handle.net/2027.42/117493", "2027.42/117493"),
        ("isbn", "ISBN 978-953-307-909-7", "978-953-307-909-7"),
        ("isbn", "88-901928-0-x", "88-901928-0-X"),
        ("issn", "e-ISSN: 1064-546x", "1064-546X"),
        ("orcid", "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
    ],
)  # fmt: skip
def test_every_shape_is_one_identifier(kind: str, text: str, value: str) -> None:
    assert Identifier.parse(kind, text) == (kind, value)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("arxiv", "2401.123"), ("arxiv", "2401.0123456"), ("arxiv", "yes"), ("arxiv", "https://alphaxiv.org/abs/x"),
        ("doi", "10.1/x"), ("doi", "https://example.org/10.1000/x"), ("doi", "10.1000/x y"), ("pmid", "PMC1"),
        ("pmcid", "12"), ("hal", "hal"), ("isbn", "123456789"), ("issn", "1064-54"), ("orcid", "0000-0002"),
    ],
)  # fmt: skip
def test_anything_else_is_none(kind: str, text: str) -> None:
    assert Identifier.parse(kind, text) is None


@pytest.mark.parametrize(
    "identifier",
    [
        Identifier("arxiv", "2401.01234v2"), Identifier("doi", "10.1000/x"), Identifier("pmid", "1"),
        Identifier("pmcid", "PMC1"), Identifier("hal", "hal-01309004"), Identifier("jstor", "1"),
        Identifier("handle", "2027/x"), Identifier("orcid", "0000-0002-1825-0097"),
    ],
)  # fmt: skip
def test_an_address_is_read_back(identifier: Identifier) -> None:
    assert Identifier.parse(identifier.kind, identifier.url) == identifier


@given(st.from_regex(r"[a-z]{2,8}-[a-z]{2}/\d{7}(v[1-9])?|\d{4}\.\d{4,5}(v[1-9])?", fullmatch=True))
def test_the_versions_of_a_preprint_are_one_work(number: str) -> None:
    identifier = Identifier("arxiv", number)
    assert identifier.work == Identifier.parse("arxiv", identifier.work.url)
    assert same_target(identifier.url) == identifier.work.value
    assert not re.search(r"v\d$", identifier.work.value)


@pytest.mark.parametrize(
    ("kind", "value", "valid"),
    [
        # the examples of ISO 2108's user manual, ISO 3297 and orcid.org
        ("isbn", "978-0-571-08989-5", True), ("isbn", "978-0-571-08989-6", False),
        ("isbn", "0-306-40615-2", True),
        ("issn", "2049-3630", True), ("issn", "2049-3631", False),
        ("orcid", "0000-0002-1825-0097", True), ("orcid", "0000-0002-1825-0096", False),
        ("doi", "10.1000/x", True),
    ],
)  # fmt: skip
def test_the_check_digit(kind: str, value: str, valid: bool) -> None:
    assert Identifier(kind, value).is_valid is valid


def test_an_identifier_inside_a_text() -> None:
    assert Identifier.find("orcid", "see 0000-0002-1825-0097, please") == ("orcid", "0000-0002-1825-0097")
    assert Identifier.find("arxiv", "to appear (arXiv:2401.01234v2)") == ("arxiv", "2401.01234v2")
    assert Identifier.find("arxiv", "pp. 12401.01234") is None
