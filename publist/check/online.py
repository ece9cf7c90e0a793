"""Links that lead nowhere, which only the network knows: ``publist check --online``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from publist import rules
from publist.bibtex import Bibliography
from publist.check.work import Checked, works
from publist.identifiers import Identifier
from publist.patterns import pattern
from publist.problems import Problem
from publist.publication import Publication
from publist.web.probe import Probe

_ADDRESS = pattern(r"https?://[^\s{}\"<>\\]+(?:\\[_&%#~][^\s{}\"<>\\]*)*")
_ESCAPED = pattern(r"\\([_&%#~])")


def dead_links(
    publications: Sequence[Publication],
    bibliographies: Sequence[Bibliography],
    probe: Probe,
    progress: Callable[[int, int], None],
) -> list[Problem]:
    """A problem for each link and DOI that leads nowhere, or of which its server says nothing."""
    shown = works([one for one in publications if not one.hidden], bibliographies)
    links = [(work, *link) for work in shown for link in _links(work)]
    reached = probe.all((url for _, _, url, _ in links), progress)
    found = []
    for work, name, url, typed in links:
        answer = reached[url]
        if answer.is_there:
            continue
        if answer.is_gone:
            message = f"{url} {answer.reason}; correct or remove it"
            found.append(work.problem(rules.DEAD_LINK, message, name, typed))
        else:
            message = f"{url} {answer.reason}; see whether it leads anywhere"
            found.append(work.problem(rules.UNCHECKED_LINK, message, name, typed))
    return found


def _links(work: Checked) -> Iterator[tuple[str, str, str]]:
    """The addresses of a work: field, address, and how it is typed there."""
    for name, field in work.entry.fields.items():
        for match in _ADDRESS.finditer(field.value if field.start >= 0 and "http" in field.value else ""):
            typed = match[0].rstrip(".,;)")
            yield name, _ESCAPED.sub(r"\1", typed), typed
    doi = Identifier.parse("doi", work.entry.get("doi").strip())
    if doi and "http" not in work.entry.get("doi"):
        yield "doi", doi.url, doi.value
