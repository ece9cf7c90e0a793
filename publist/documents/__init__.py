"""Sections as what is written: fragments, documents, pages and data."""
