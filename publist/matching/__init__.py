"""Whether two written names are one person's: names compared as names, never as text."""

from publist.matching.alike import together
from publist.matching.index import Index, NameKey, closest, name_key, same_person
from publist.matching.readings import Fit

__all__ = ["Fit", "Index", "NameKey", "closest", "name_key", "same_person", "together"]
