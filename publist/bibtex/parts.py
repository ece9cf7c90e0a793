"""A .bib file in parts, so that of a large one only a part is in memory as text and entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publist.bibtex.entry import Bibliography
from publist.bibtex.reader import Carried, read_part
from publist.bibtex.source import decode
from publist.collector import let_go
from publist.patterns import pattern

_SIZE = 1 << 20  # bytes of a part, at least
# Some of :data:`publist.bibtex.grammar.USUAL_TYPES`: no block but a comment goes on there.
_BORDER = pattern(rb"\n(?=@(?:article|book|inproceedings|incollection|misc|phdthesis)\{)", re.IGNORECASE)


class FileParts:
    """The parts of a file, each a bibliography; together they say what the file says as a whole.

    Whoever goes through ``FileParts(b"@book{knuth84, …}", "a.bib")`` again reads the file again.  Raises
    InputError as :func:`publist.bibtex.load_bytes` does, at the part that is no text.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self.data = data
        self.file = file

    def __iter__(self) -> Iterator[Bibliography]:
        """Read one part after the other; a comment that is not closed in its part begins the last one."""
        carried, total = Carried(len(self.data)), len(self.data)
        size = _SIZE if _is_utf8(self.data) else total  # else what is not is counted in the whole file
        at, line = 0, 1
        while at < total:
            border = _BORDER.search(self.data, at + size) if at + size < total else None
            end = border.end() if border else total
            source, problems = decode(self.data[at:end], self.file, line)
            part, read = read_part(source, problems, carried, last=end == total)
            yield part
            line = source.line(read)
            if read < len(source.text):
                at, size = at + len(source.encoded(0, read)) + 3 * source.bom, total
            else:
                at = end
            del source, part
            if total > _SIZE:  # else a search among all that a short run has made is a good part of it
                let_go()


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
