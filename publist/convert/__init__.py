"""From what stands in a .bib file to what CSL and the list know, and back."""

from publist.convert.publications import publications
from publist.convert.to_bibtex import bibtex

__all__ = ["bibtex", "publications"]
