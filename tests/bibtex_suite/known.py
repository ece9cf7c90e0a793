"""Differences that are meant, each with its reason."""

from __future__ import annotations

import re

from tests.bibtex_suite.check import Check

# (part of the folder, pattern in "name: want -> got", reason)
_MEANT = tuple(
    (part, re.compile(pattern, re.DOTALL), reason)
    for part, pattern, reason in (
        ("names.json", r"Å|Ž|İ|Š|É|Ö", "bibtex takes a capital beyond ASCII for a small letter: no particle"),
        (
            "names.json",
            r"\('', '', '', ''\)|-> \[\]|: \[\] ->",
            "two 'and' in a row: the empty name is left out",
        ),
        ("names.json", r"Mu\\\\ noz|Qui\\\\ nones", "an accent is part of its word, a hyphen begins none"),
        (
            "to-csl-cases.json",
            r"publisher: .*(oxford university press|walter de gruyter)",
            "and in a publisher's name is the word; BibLaTeX would split it",
        ),
        ("names.json", r"\{\{Bashima", "one blank more or less behind a brace"),
        ("to-csl-cases.json", r": type: \"\" -> \"document\"", "CSL 1.0.2 has the type document for @misc"),
        ("to-csl-cases.json", r": title: .*mathbf", "a formula that has a readable form is converted"),
        ("to-csl-cases.json", r": page: null -> ", "eid is the article's number where it has no pages"),
        ("to-csl-cases.json", r"\[0\]\]", "an open range's end is [0, 0, 0] in citeproc-js"),
    )
)


def reason(part: str, check: Check) -> str:
    """Why a failed check fails on purpose; "" if it does not."""
    text = f"{check.name}: {check.want} -> {check.got}"
    return next((why for of, pattern, why in _MEANT if of == part and pattern.search(text)), "")
