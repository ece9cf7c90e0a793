"""People: who is known, who stands where, in which role, and how a list shows it."""

from publist.people.absent import weighed
from publist.people.citation import decorate, shortened
from publist.people.known import Identified, Known, Position
from publist.people.legend import LegendEntry
from publist.people.roles import Role, Settled, settle

__all__ = [
    "Identified",
    "Known",
    "LegendEntry",
    "Position",
    "Role",
    "Settled",
    "decorate",
    "settle",
    "shortened",
    "weighed",
]
