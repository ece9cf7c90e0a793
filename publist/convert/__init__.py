"""From what stands in a .bib file to what CSL and the list know: entries to publications."""

from publist.convert.publications import publications

__all__ = ["publications"]
