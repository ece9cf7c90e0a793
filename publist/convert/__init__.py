"""From what stands in a .bib file to what CSL and the list know; ``to_bibtex`` is the way back."""

from publist.convert.bibliography import has_known_types, of_item, publications

__all__ = ["has_known_types", "of_item", "publications"]
