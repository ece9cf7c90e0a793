"""``python -m tests.fuzz.bibtex [CORPUS] -max_total_time=600``: fuzz the BibTeX reader (atheris).

``pip install atheris`` first.  A crash, or an entry that is neither read nor refused, ends the run and leaves
the input in a file; it becomes a test in ``tests/bibtex``.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["publist"]):
    from publist.bibtex import loads, source
    from publist.bibtex.editor import Editor
    from publist.convert import publications
    from publist.convert.to_bibtex import bibtex
    from publist.errors import InputError


def one_input(data: bytes) -> None:
    """Read, convert, write back."""
    try:
        decoded, _ = source.decode(data, "fuzz.bib")
    except InputError:
        return
    read = loads(decoded.text)
    found, _ = publications(read)
    assert read.read + read.refused == read.present
    if not decoded.text.startswith("\ufeff"):
        read.source = decoded
        assert Editor(read).data() == data
    bibtex([publication.item for publication in found])


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
