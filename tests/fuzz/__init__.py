"""Targets for coverage-guided fuzzing; they are run by hand, not by pytest."""
