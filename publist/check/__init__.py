"""What a publication should have and has not: one module for each group of rules."""

from publist.check.required import missing

__all__ = ["missing"]
