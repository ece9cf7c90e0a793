"""The list for programs that make a CV of data: rendercv's YAML and JSON Resume."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from publist.listing import ListEntry, Section
from publist.output import yaml
from publist.output.characters import printable, without_openers
from publist.output.facts import in_one_line, iso_date, names_of, title_of, url_of, venue_of
from publist.patterns import pattern
from publist.problems import Problem
from publist.publication import Publication

_TAG = pattern(r"<(?=[A-Za-z/!?])")
_SECTION = "Publications"  # where the list has no headings; both formats are in English


def as_rendercv(sections: Sequence[Section], _problems: Iterable[Problem]) -> tuple[str, list[Problem]]:
    """A file that rendercv reads: a section of publications for each heading, the owner in bold.

    The form is that of rendercv's ``PublicationEntry``; texts are its Markdown.
    """
    parts: dict[str, list[object]] = {}
    for section in sections:
        entries = parts.setdefault(_markdown(section.heading) or _SECTION, [])
        entries += map(_publication_entry, section.entries)
    cv = {"name": _owner(sections), "sections": {heading: part for heading, part in parts.items() if part}}
    return yaml.dump({"cv": _filled(cv)}), []


def as_json_resume(sections: Sequence[Section], _problems: Iterable[Problem]) -> tuple[str, list[Problem]]:
    """The works as JSON Resume 1.0.0 has them (jsonresume.org/schema), with the citation as the summary."""
    works = [_filled(_work(entry)) for section in sections for entry in section.entries]
    data = _filled({"basics": _filled({"name": _owner(sections)}), "publications": works})
    return without_openers(json.dumps(data, ensure_ascii=False, indent=1)) + "\n", []


def _publication_entry(entry: ListEntry) -> dict[str, object]:
    publication = entry.publication
    # Short DOIs (10/abc) are none to rendercv.
    dois = (one.value for one in publication.identifiers if one.kind == "doi")
    doi = next((one for one in dois if one.startswith("10.")), "")
    data = {
        "journal": _markdown(venue_of(publication)),
        "date": iso_date(publication),
        "doi": doi,
        "url": "" if doi else url_of(publication, absolute=True),
    }
    return {"title": _markdown(title_of(publication)), "authors": _authors(entry), **_filled(data)}


def _work(entry: ListEntry) -> dict[str, object]:
    publication = entry.publication
    return {
        "name": title_of(publication),
        "publisher": venue_of(publication),
        "releaseDate": iso_date(publication),
        "url": url_of(publication, absolute=True),
        "summary": in_one_line(entry.content),
    }


def _filled(data: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in data.items() if value not in ("", [], {})}


def _authors(entry: ListEntry) -> list[str]:
    """The authors, or who stands for them, in reading order; the owner as ``**W. Shao**``."""
    variable, names = _people(entry.publication)
    known = [entry.known.get((variable, place)) for place in range(len(names))]
    return [
        f"**{_markdown(name)}**" if person is not None and person.owner else _markdown(name)
        for name, person in zip(names, known, strict=True)
    ]


def _people(publication: Publication) -> tuple[str, list[str]]:
    names = publication.item.names
    variable = next((one for one in ("author", "editor", *names) if names.get(one)), "author")
    return variable, names_of(names.get(variable, ()))


def _owner(sections: Sequence[Section]) -> str:
    """The owner's name; "" where the list has none."""
    known = (one for section in sections for entry in section.entries for one in entry.known.values())
    return next((one.label for one in known if one.owner), "")


def _markdown(text: str) -> str:
    r"""The text for rendercv, which reads ``*`` and ``[…](…)`` of Markdown and knows ``\*`` alone.

    In its HTML a tag would be one; a word joiner keeps it text there and in its PDF.
    """
    return _TAG.sub("<\u2060", printable(text).replace("*", r"\*").replace("](", "] ("))
