"""How long to wait: from one request to the next, and where a server asks for it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime

from publist.web.cache import AnswerCache

LONGEST_WAIT = 60.0
"""Seconds that a server may ask to wait; for more it is better to come back another time."""


class Pace:
    """Waits before a request so that each host is asked no more often than it wishes, in all runs together.

    ``cache`` knows when other runs asked.
    """

    def __init__(self, cache: AnswerCache, sleep: Callable[[float], None] = time.sleep) -> None:
        self._cache = cache
        self._sleep = sleep
        self._free: dict[str, float] = {}  # when a host may be asked again
        self._least: dict[str, float] = {}  # what its headers say

    def wait(self, host: str, pace: float) -> None:
        """Wait until the host may be asked; ``pace`` is the least time between two requests, in seconds."""
        pace = max(pace, self._least.get(host, 0))
        now, since = time.monotonic(), time.time() - self._cache.asked(host)
        begin = max(now, self._free.get(host, 0), now + pace - since if since >= 0 else now)
        if begin > now:
            self._sleep(begin - now)
        self._free[host] = begin + pace
        self._cache.note(host)

    def learn(self, host: str, headers: Mapping[str, str]) -> None:
        """Mind what the headers ask for: Crossref's limits and Zotero's ``Backoff``."""
        limit, interval = headers.get("x-rate-limit-limit", ""), headers.get("x-rate-limit-interval", "")
        if limit.isdecimal() and int(limit) and (seconds := re.fullmatch(r"(\d{1,4})s?", interval)):
            self._least[host] = min(int(seconds[1]) / int(limit), LONGEST_WAIT)
        backoff = headers.get("backoff", "")
        if backoff.isdecimal():
            self._free[host] = time.monotonic() + min(int(backoff[:9]), LONGEST_WAIT)


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """The seconds that ``Retry-After`` asks for, a number or a date (RFC 9110, 10.2.3); None without one.

    >>> retry_after({"retry-after": "3"}, 0.0)
    3.0
    """
    text = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}", text):
        return float(text)
    try:
        return max(parsedate_to_datetime(text).timestamp() - now, 0) if text else None
    except (ValueError, OverflowError):
        return None
