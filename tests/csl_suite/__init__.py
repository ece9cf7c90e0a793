"""Runs fixtures of the CSL test suite (citation-style-language/test-suite)."""
