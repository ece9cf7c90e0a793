"""Publication lists from BibTeX, formatted by CSL styles, for any site and CV."""

__version__ = "0.1.0"
