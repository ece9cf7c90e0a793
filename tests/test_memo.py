"""What is kept between builds changes nothing.  Oracle: a build that keeps nothing."""

from __future__ import annotations

import contextlib
import random
import re
from pathlib import Path

import pytest

from publist import memo, pipeline
from publist.pipeline import Rendered
from publist.settings.look import options_for
from tests.data import ROOT

BIB = (ROOT / "bib" / "zhang.bib").read_text(encoding="utf-8")
EXTRA = """
@string{venue = {Journal of Things}}
@article{a1, author = {Doe, Jane and Roe, Max}, title = {On Ninetails}, journal = venue,
  year = 2020, selected = {true}}
@article{a2, author = {Doe, Jane and Roe, Max}, title = {More on {Ninetails} of the North},
  journal = venue, year = 2020}
@article{a3, author = {Doe, Jane*}, title = {Again}, journal = venue, year = 2020, doi = {10.1000/x},
  abstract = {Short}}
"""
LOOKS = [
    {"style": "homepage", "format": "page"},
    {"style": "ieee", "format": "html", "numbering": "section", "group-by": "type"},
    {"style": "apa", "format": "json", "disambiguate": True, "group-by": "none"},
    {"style": "chicago-author-date", "format": "markdown", "max-authors": 2, "show": ["bibtex"]},
    {"style": "homepage", "format": "text", "select": "year >= 2020", "merge-versions": True},
]


def _built(text: str, path: Path, look: dict[str, object], highlight: tuple[str, ...]) -> Rendered:
    path.write_text(text, encoding="utf-8")
    with memo.shelf(memo.SOURCE):
        source = pipeline.read([path])
    with memo.shelf("list"):
        return pipeline.render(source, options_for(look, highlight=highlight))


def _entries(text: str) -> list[str]:
    return re.split(r"(?m)^(?=@)", text)


def _word(text: str, chance: random.Random) -> str:
    words = list(re.finditer(r"(?<=[ {])[A-Za-z]{4,}", text))
    word = chance.choice(words)
    return text[: word.start()] + chance.choice(["Quark", "of", "X-ray", "{NASA}"]) + text[word.end() :]


def _moved(text: str, chance: random.Random) -> str:
    entries = _entries(text)
    chance.shuffle(entries)
    return "\n".join(entries)


def _lines(text: str, chance: random.Random) -> str:
    entries = _entries(text)
    entries.insert(chance.randrange(len(entries)), "\n" * chance.randrange(1, 4))
    return "".join(entries)


def _without_one(text: str, chance: random.Random) -> str:
    entries = _entries(text)
    entries.pop(chance.randrange(1, len(entries)))
    return "".join(entries)


def _twice(text: str, chance: random.Random) -> str:
    return text + chance.choice(_entries(text)[1:])


def _broken(text: str, chance: random.Random) -> str:
    braces = [match.start() for match in re.finditer(r"\}", text)]
    at = chance.choice(braces)
    return text[:at] + text[at + 1 :]


def _macro(text: str, chance: random.Random) -> str:
    return text.replace("Journal of Things", chance.choice(["Journal of Thoughts", "J. Thngs"]))


EDITS = (_word, _word, _word, _moved, _lines, _without_one, _twice, _broken, _macro)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look['style']}-{look['format']}")
def test_builds_after_random_edits_are_as_fresh_ones(look: dict[str, object], tmp_path: Path) -> None:
    chance = random.Random(7)
    path, text, highlight = tmp_path / "a.bib", BIB + EXTRA, ("Jane Doe",)
    with memo.keeping():
        kept = [_built(text, path, look, highlight)]
        texts = [text]
        for step in range(9):
            text = texts[0] if step == 5 else chance.choice(EDITS)(text, chance)
            highlight = ("Max Roe",) if step > 6 else ("Jane Doe",)
            texts.append(text)
            kept.append(_built(text, path, look, highlight))
    for step, (text, built) in enumerate(zip(texts, kept, strict=True)):
        highlight = ("Max Roe",) if step > 7 else ("Jane Doe",)
        assert built == _built(text, path, look, highlight), step


def test_only_what_changed_is_made_again() -> None:
    made: list[str] = []

    def make(word: str) -> str:
        digest = memo.digest("step", lambda: (word,))
        return memo.kept(digest, lambda: made.append(word) or word)  # type: ignore[func-returns-value]  # called for its effect

    with memo.keeping():
        with memo.shelf("list"):
            assert [make(word) for word in ("ant", "bee", "ant", "ape")] == ["ant", "bee", "ant", "ape"]
        assert made == ["ant", "bee", "ape"]
        with memo.shelf("list"):
            make("bee")
        assert made == ["ant", "bee", "ape"]
        with memo.shelf("list"):  # what the build before had no use for has gone
            assert [make(word) for word in ("bee", "ant")] == ["bee", "ant"]
        assert made == ["ant", "bee", "ape", "ant"]
        with memo.shelf("other"):
            make("bee")
        assert made[-1] == "bee"
    make("ant")
    make("ant")
    assert made[5:] == ["ant", "ant"]


def test_what_was_made_from_a_named_value_is_told_apart_from_it() -> None:
    first, second = ["one"], ["one"]
    with memo.keeping(), memo.shelf(memo.SOURCE):
        name = memo.digest("reading", lambda: ("a line",))
        memo.named(first, name)
        assert memo.name_of(first)
        assert not memo.name_of(second)
        digests = {memo.digest("step", lambda value=value: (value,)) for value in (first, second, ["two"])}
        assert len(digests) == 3
        memo.named(second, name)
        assert memo.digest("step", lambda: (first,)) == memo.digest("step", lambda: (second,))


def test_a_failed_build_loses_nothing() -> None:
    made: list[str] = []
    with memo.keeping():
        for fails in (False, True, False):
            with contextlib.suppress(ValueError), memo.shelf("list"):
                if fails:
                    raise ValueError
                memo.kept(memo.digest("step", lambda: ("ant",)), lambda: made.append("ant"))
    assert made == ["ant"]
