"""A .bib file with what ``publist check`` mends mended, or with other words: what is in it as it stands."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from publist import inputs
from publist.errors import InputError
from publist.pipeline import Loaded, of_inputs
from publist.problems import Problem
from publist.records import NamedTuple


def pseudonymized(path: Path, seed: str) -> bytes:
    """A .bib file with other words, in its own encoding.  Raises InputError for anything else."""
    from publist import bibtex
    from publist.check import pseudonyms

    file = inputs.read(path)
    if file.is_json or inputs.is_binary(file.data):
        raise InputError("is no .bib file; convert it first: publist convert --to bibtex", file=file.name)
    bibliography = bibtex.load_bytes(file.data, file.name)
    text = pseudonyms.pseudonymized(bibliography, seed)
    mark = "\ufeff" if bibliography.source.bom else ""
    try:
        return (mark + text).encode(bibliography.source.encoding)
    except UnicodeEncodeError:  # a letter that Windows-1252 lacks
        return text.encode("utf-8")


class Mending(NamedTuple):
    """Files with what has one safe mending mended: their new bytes by name, and what was read from these.

    ``done`` are the problems that are gone; ``left`` those that stay, each with the broken place beside it.
    """

    files: Mapping[str, bytes]
    source: Loaded
    problems: list[Problem]
    done: tuple[Problem, ...] = ()
    left: tuple[tuple[Problem, Problem], ...] = ()


_ROUNDS = 10  # of mending: two edits in one place take two


def mended(
    files: Sequence[inputs.Input], private: Collection[str], find: Callable[[Loaded], list[Problem]]
) -> Mending:
    """The files with the edits of the problems that ``find`` finds, until it finds none that has any."""
    from publist.check.mend import mend

    done: tuple[Problem, ...] = ()
    changed: dict[str, bytes] = {}
    for _ in range(_ROUNDS):
        source = of_inputs(files, private)
        problems = find(source)
        results = {one.file: mend(one, problems) for one in source.bibliographies}
        if not any(result.done for result in results.values()):
            break
        done += tuple(problem for result in results.values() for problem in result.done)
        changed |= {name: result.data for name, result in results.items() if result.done}
        files = [file._replace(data=changed.get(file.name, file.data)) for file in files]
    left = tuple(pair for result in results.values() for pair in result.left)
    return Mending(changed, source, problems, done, left)
