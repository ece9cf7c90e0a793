"""What a publication should have and has not: one module for each group of rules."""

from publist.check.required import missing
from publist.check.run import findings, ignoring

__all__ = ["findings", "ignoring", "missing"]
