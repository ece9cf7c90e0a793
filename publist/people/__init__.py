"""People: who is known, who stands where, in which role, and how a list shows it."""

from publist.people.owners import ROLE_SIGNS, Owners, decorate

__all__ = ["ROLE_SIGNS", "Owners", "decorate"]
