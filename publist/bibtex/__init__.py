"""BibTeX and BibLaTeX files: read (:func:`load`, :func:`loads`) into a :class:`Bibliography`."""

from publist.bibtex.entry import Bibliography, Entry, Field
from publist.bibtex.parts import FileParts
from publist.bibtex.reader import load, load_bytes, loads

__all__ = ["Bibliography", "Entry", "Field", "FileParts", "load", "load_bytes", "loads"]
