"""A rule: titles of the house are no questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publist.check.work import Checked
from publist.problems import Problem, Rule

QUESTION = Rule("house-question", "warning", "House", "A title is a question.", "Say what was found.")


def question(works: Sequence[Checked]) -> Iterator[Problem]:
    """The title ends in a question mark."""
    for work in works:
        if work.text("title").endswith("?"):
            yield work.problem(QUESTION, "the title is a question; say what was found", "title")


RULES = {QUESTION: question}
