"""``publist pseudonymize``: nothing that it replaces remains, and the shape is that of the file.

Oracle: the words of the file itself, and publist's own reading of both.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from publist import bibtex
from publist.bibtex import Bibliography
from publist.check import pseudonyms
from publist.cli import main
from publist.errors import InputError
from tests.data import ROOT, shared

FILES = [*sorted(shared("bibtex", "corpus").glob("*.bib")), *sorted(shared("bibtex", "messy").glob("*.bib"))]
BIB = r"""% Jane's list
@article{doe2020whales,
  title = {On {W}hales \& Seals: $E = mc^2$},
  author = {Doe, Jane and D{\"o}e, J{\'e}r{\^o}me and Roe*, R. and others},
  journal = {Journal of Doe Studies},
  url = {https://janedoe.org/papers/whales.pdf?utm_source=x},
  doi = {10.1000/whales.42},
  month = jan, year = 2020, pages = {12--34}
}
@misc{roe2021, crossref = {doe2020whales}, author = {Jane Doe}, note = {See Jane}}
"""


def words_of(text: str) -> set[str]:
    """The words of a value that are replaced: of three letters and more, but for TeX commands."""
    bare = re.sub(r"\\[A-Za-z@]+\*?|&#?\w+;|utm_\w+=", " ", text)
    found = {word.lower() for word in re.findall(r"[^\W\d_]{3,}", bare)}
    return found - pseudonyms._STAYING


def replaced(bibliography: Bibliography) -> dict[tuple[int, str], str]:
    """The values that are replaced in whole, by the number of their entry and the name of their field."""
    return {
        (number, name): field.value
        for number, entry in enumerate(bibliography.entries)
        for name, field in entry.fields.items()
        if field.start >= 0
        and name not in pseudonyms._KEPT
        and "http" not in field.value
        and bibliography.source.text[field.value_start] in '{"'
    }


def shape(text: str) -> str:
    """A text with one sign for each letter: its blanks, braces, commands and signs remain."""
    return re.sub(r"[^\W_]", "x", text)


@pytest.mark.long
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_that_is_replaced_remains(path: Path) -> None:
    try:
        before = bibtex.load(path)
    except InputError:
        return
    text = pseudonyms.pseudonymized(before, "seed")
    after = bibtex.loads(text, str(path))
    assert shape(text) == shape(before.source.text)
    assert [(one.type, list(one.fields)) for one in after.entries] == [
        (one.type, list(one.fields)) for one in before.entries
    ]
    assert [one.rule for one in after.problems] == [
        one.rule for one in before.problems if one.rule.id != "encoding"
    ]
    values = replaced(after)
    for place, value in replaced(before).items():
        assert not words_of(value) & words_of(values[place]), place
    people = pseudonyms._people(before)
    assert not people & {word.lower() for entry in after.entries for word in words_of(entry.get("author"))}


def test_what_the_words_stand_for_fits_together() -> None:
    text = pseudonyms.pseudonymized(bibtex.loads(BIB), "seed")
    one, two = bibtex.loads(text).entries
    family, given = one.get("author").split(" and ")[0].split(", ")
    assert two.get("author") == f"{given} {family}"
    assert two.get("crossref") == one.key
    assert one.key.startswith(family.lower())
    assert one.get("journal") == f"Journal of {family} Studies"
    assert one.get("author").split(" and ")[2].startswith("R") is False
    assert "Roe" not in text
    assert (one.get("year"), one.get("pages"), one.get("month")) == ("2020", "12--34", "January")
    assert re.fullmatch(r"https://[a-z]{7}\.org/[a-z]{6}/[a-z]{6}\.pdf\?utm_source=[a-z]", one.get("url"))
    assert re.fullmatch(r"10\.1000/[a-z]{6}\.\d\d", one.get("doi"))
    assert text.startswith("% ")
    assert "Jane" not in text


def test_another_seed_gives_other_words() -> None:
    bibliography = bibtex.loads(BIB)
    one, same, other = (pseudonyms.pseudonymized(bibliography, seed) for seed in ("a", "a", "b"))
    assert one == same != other


def test_the_command_prints_a_file_that_reads_the_same(tmp_path: Path) -> None:
    path = ROOT / "bib" / "shao.bib"
    result = CliRunner().invoke(main, ["pseudonymize", str(path), "-o", str(tmp_path / "a.bib")])
    assert result.exit_code == 0
    again = CliRunner().invoke(main, ["pseudonymize", str(path), "--seed", "x"])
    assert again.output != (tmp_path / "a.bib").read_text(encoding="utf-8")
    assert bibtex.load(tmp_path / "a.bib").read == bibtex.load(path).read
    refused = CliRunner().invoke(main, ["pseudonymize", "-"], input='[{"id": "a"}]')
    assert (refused.exit_code, "is no .bib file" in refused.output) == (2, True)
