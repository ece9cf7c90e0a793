"""From what stands in a .bib file to what CSL and the list know; ``to_bibtex`` is the way back."""

from publist.convert.bibliography import FileConversion, of_item, publications

__all__ = ["FileConversion", "of_item", "publications"]
