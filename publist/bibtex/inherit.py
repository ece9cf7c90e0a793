"""What an entry has from others: ``crossref`` and ``xdata``.

BibTeX: an entry with ``crossref`` takes every field that it lacks from its parent (btxdoc, 2.1.4).
BibLaTeX also renames: the parent's ``title`` is the child's ``booktitle``, and some fields stay behind
(biblatex manual, appendix B).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from publist import rules
from publist.bibtex.entry import Entry, Field
from publist.problems import Problem, Rule

_LONGEST = 50  # a chain of references; biblatex's own examples have three
_NEVER = frozenset(
    "crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions"
    " relatedstring relatedtype shortauthor shorteditor shorthand shorttitle sortkey sorttitle indextitle ids"
    " keywords abstract annotation annote note addendum file timestamp owner doi url eprint pages subtitle"
    " titleaddon pdf code slides poster video selected hidden".split()
)
_DATE = frozenset({"date", "year", "month", "day"})
_IN_PROCEEDINGS = frozenset(
    "inproceedings conference incollection inbook suppcollection bookinbook suppbook inreference".split()
)
_MULTIVOLUME = frozenset({"mvbook", "mvcollection", "mvproceedings", "mvreference"})
_VOLUMES = frozenset({"book", "collection", "proceedings", "reference"})
_PERIODICAL = {"title": "journaltitle", "subtitle": "journalsubtitle", "titleaddon": "journaltitleaddon"}
_BOOK = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_MAIN = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}


def resolve(entries: Sequence[Entry], problems: list[Problem]) -> list[Entry]:
    """The entries of a file with what they inherit, in order; who inherits nothing is unchanged."""
    by_key: dict[str, Entry] = {}
    for entry in entries:
        for name in names_of(entry):
            by_key.setdefault(name, entry)
    resolver = _Resolver(by_key, problems)
    return [resolver.resolved(entry, ()) for entry in entries]


def names_of(entry: Entry) -> list[str]:
    """By what others may refer to the entry: its key and BibLaTeX's ``ids``, in lower case."""
    aliases = (alias.strip().lower() for alias in entry.get("ids").split(","))
    return [entry.key.lower(), *filter(None, aliases)]


def references(entry: Entry) -> list[tuple[Field, str]]:
    """From whom the entry inherits: each field that says so, with a key in it."""
    fields = entry.fields
    found: list[tuple[Field, str]] = []
    if data := fields.get("xdata"):
        found += [(data, key.strip()) for key in data.value.split(",")]
    if parent := fields.get("crossref"):
        found.append((parent, parent.value.strip()))
    return found


class _Resolver:
    def __init__(self, by_key: dict[str, Entry], problems: list[Problem]) -> None:
        self.by_key = by_key
        self.problems = problems
        self.done: dict[int, Entry] = {}

    def resolved(self, entry: Entry, path: tuple[int, ...]) -> Entry:
        referred = references(entry)
        if not referred:
            return entry
        if id(entry) in self.done:
            return self.done[id(entry)]
        path = (*path, id(entry))
        fields = dict(entry.fields)
        for reference, key in referred:
            parent = self._parent(entry, reference, key, path)
            if parent is not None:
                for field in _inherited(entry, parent, everything=reference.name == "xdata"):
                    if field.name not in _DATE or _may_date(field, entry, parent):
                        fields.setdefault(field.name, field)
        self.done[id(entry)] = replace(entry, fields=fields)
        return self.done[id(entry)]

    def _parent(self, entry: Entry, reference: Field, key: str, path: tuple[int, ...]) -> Entry | None:
        parent = self.by_key.get(key.lower())
        if parent is None:
            message = f"the {reference.name} of {entry.key} names {key}, which is not in this file; add it"
            self._problem(rules.MISSING_PARENT, entry, reference, message)
            return None
        if id(parent) in path:
            message = f"the {reference.name} of {entry.key} leads back to itself by {key}; remove it"
            self._problem(rules.CROSSREF_CYCLE, entry, reference, message)
            return None
        if len(path) > _LONGEST:
            message = f"{entry.key} inherits over more than {_LONGEST} entries; name the last one directly"
            self._problem(rules.TOO_COMPLEX, entry, reference, message)
            return None
        return self.resolved(parent, path)

    def _problem(self, rule: Rule, entry: Entry, reference: Field, message: str) -> None:
        line = reference.line or entry.line
        self.problems.append(Problem(entry.file, line, rule, message, entry.key))


def _inherited(child: Entry, parent: Entry, *, everything: bool) -> list[Field]:
    if everything:
        return [
            _copy(field, name) for name, field in parent.fields.items() if name not in ("xdata", "crossref")
        ]
    names = _renamed(child.type, parent.type)
    # BibTeX's custom: a parent with a booktitle of its own lends that one.
    lends_booktitle = names is _BOOK and "booktitle" in parent.fields
    fields: list[Field] = []
    for name, field in parent.fields.items():
        if name in names and not lends_booktitle:
            fields.append(_copy(field, names[name]))
        elif name == "author" and child.type in _IN_PROCEEDINGS and parent.type in _VOLUMES | _MULTIVOLUME:
            fields.append(_copy(field, "bookauthor"))
            if child.type in ("inbook", "bookinbook", "suppbook"):
                fields.append(_copy(field, "author"))
        elif name not in _NEVER and not (name == "title" and names):
            fields.append(_copy(field, name))
    return fields


def _may_date(field: Field, child: Entry, parent: Entry) -> bool:
    """Whether a part of the parent's date is the child's too: ``date`` and ``year`` are one thing.

    What the child's own entry says counts; a parent's month or day goes with the parent's year alone.
    """
    if "date" in child.fields:
        return False
    if "year" not in child.fields:
        return True
    same = child.get("year").strip() == parent.get("year").strip()
    return same and field.name != "date" and "month" not in child.fields


def _renamed(child: str, parent: str) -> dict[str, str]:
    if parent in _MULTIVOLUME:
        return _MAIN
    if child in _IN_PROCEEDINGS and parent not in _IN_PROCEEDINGS:
        return _BOOK
    if child in ("article", "suppperiodical") and parent in ("periodical", "journal"):
        return _PERIODICAL
    return {}


def _copy(field: Field, name: str) -> Field:
    return Field(name, field.value, field.line)
