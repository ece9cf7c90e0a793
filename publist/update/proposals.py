"""What is proposed for .bib files: found anywhere, applied by the editor, shown in four ways."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from publist.bibtex import Bibliography, Entry
from publist.bibtex.editor import Editor
from publist.bibtex.writer import NewEntry, holdable
from publist.errors import shown
from publist.patterns import pattern
from publist.problems import Problem, Rule
from publist.records import NamedTuple

_MARKDOWN = pattern(r"([\\`*_{}\[\]<>()#+!|~@$])")


class Proposal(NamedTuple):
    """A change of one entry, or a new one, with its reason.

    ``fields`` are values in LaTeX, None for a field to remove; ``type`` is the entry's new type.  ``source``
    is who says it, e.g. ``crossref``; ``score`` is that of a search by text (0 to 100), None where an
    identifier decided.  A proposal without a change is something to look at.  ``new`` goes to the end of the
    file ``target``; an ``entry`` beside it is the one of which it is a version.
    """

    rule: Rule
    message: str
    source: str
    entry: Entry | None = None
    type: str = ""
    fields: Mapping[str, str | None] = MappingProxyType({})
    new: NewEntry | None = None
    score: float | None = None
    target: str = ""

    @property
    def file(self) -> str:
        """The file that it changes."""
        return self.target or (self.entry.file if self.entry else "")

    @property
    def line(self) -> int:
        """The line of the entry, from 1; 0 where it is in no file yet."""
        return self.entry.line if self.entry and self.entry.file == self.file else 0

    @property
    def key(self) -> str:
        """The key of the entry that it is about."""
        return self.new.key if self.new else self.entry.key if self.entry else ""

    @property
    def changes(self) -> bool:
        """Whether there is something to write."""
        return bool(self.type or self.fields or self.new)

    def problem(self) -> Problem:
        """The proposal as a line for a person."""
        found = (
            f" ({self.source}, {self.score:.0f} of 100)" if self.score is not None else f" ({self.source})"
        )
        return Problem(self.file, self.line, self.rule, f"{self.key}: {self.message}{found}", self.key)


def deciding(proposals: Iterable[Proposal], least: float | None = None) -> list[Proposal]:
    """Those that a patch has: identifiers decided, or a search with at least this score."""
    return [
        one
        for one in proposals
        if one.changes and (one.score is None or (least is not None and one.score >= least))
    ]


def applied(bibliography: Bibliography, proposals: Iterable[Proposal]) -> bytes:
    """The file with those of the changes that are its own; all other entries keep every byte.

    Of two proposals for one field the first counts.
    """
    editor = Editor(bibliography)
    done: set[tuple[int, str]] = set()
    for one in (one for one in proposals if one.file == bibliography.file):
        if one.new is not None:
            editor.add_entry(one.new.type, one.new.key, one.new.fields)
        elif one.entry is not None:
            _change(editor, one.entry, one, done)
    return editor.data()


def _change(editor: Editor, entry: Entry, proposal: Proposal, done: set[tuple[int, str]]) -> None:
    if proposal.type and (entry.start, "@") not in done:
        done.add((entry.start, "@"))
        editor.retype(entry, proposal.type)
    for name, value in proposal.fields.items():
        if (entry.start, name) in done:
            continue
        done.add((entry.start, name))
        if value is None:
            editor.remove(entry, name)
        elif (held := holdable(value)) is not None:  # no server ends a value with a brace of its own
            editor.set(entry, name, held)


def as_json(proposals: Sequence[Proposal]) -> str:
    """The proposals for programs."""
    return json.dumps(
        [
            {
                "file": one.file, "line": one.line, "key": one.key, "rule": one.rule.id,
                "message": one.message, "source": one.source, "score": one.score,
                "type": one.new.type if one.new else one.type,
                "fields": dict(one.new.fields) if one.new else dict(one.fields), "new": one.new is not None,
            }
            for one in proposals
        ],
        ensure_ascii=False, indent=2,
    ) + "\n"  # fmt: skip


def as_markdown(
    written: Sequence[Proposal], others: Sequence[Proposal], silent: Sequence[Problem] = ()
) -> str:
    """The text of a pull request: what it changes, what is left to look at, and who gave no answer."""
    lines = []
    if written:
        lines += ["This changes:", "", *map(_item, written), ""]
    if others:
        lines += ["To look at; nothing is changed for these:", "", *map(_item, others), ""]
    if silent:
        lines += ["Without an answer, so that what they know is missing here:", ""]
        lines += [f"- {_text(one.file)}: {_text(one.message)}" for one in silent]
    return "\n".join(lines or ["Nothing to do."]).rstrip() + "\n"


def _item(one: Proposal) -> str:
    score = f", {one.score:.0f} of 100" if one.score is not None else ""
    return f"- **{_text(one.key)}**: {_text(one.message)} ({one.source}{score})"


def _text(text: str) -> str:
    """Text from a server, as text for Markdown and without calling anybody by ``@name``."""
    return (
        _MARKDOWN.sub(r"\\\1", shown(text))
        .replace("\\@", "@\u200b")
        .replace("\\<", "&lt;")
        .replace("\\>", "&gt;")
    )
