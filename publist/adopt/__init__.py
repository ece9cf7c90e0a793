"""A publication list typed by hand, read into BibTeX."""
