"""Asking other people's servers: which, how often, with which name, and what is kept of the answers.

``hosts`` is the table of servers; ``client`` asks them; ``probe`` tries any address; ``connection`` refuses
private addresses; ``pace`` waits; ``cache`` keeps answers in the user's cache folder.  What an answer means
is known in ``sources/``.
"""

from publist.web.client import Access, Answer, Client
from publist.web.hosts import HOSTS, Host

__all__ = ["HOSTS", "Access", "Answer", "Client", "Host"]
