"""Whether addresses lead somewhere: several hosts at a time, one request after the other to each.

Unlike the client this asks any public host, for that is what a bibliography's links are; nothing of the
answers is read but their status.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from publist import __version__
from publist.errors import NetworkError
from publist.records import NamedTuple
from publist.web.cache import AnswerCache, Kept
from publist.web.pace import LONGEST_WAIT, Pace, retry_after

if TYPE_CHECKING:
    from publist.web.connection import Connections

_AT_A_TIME = 4  # hosts
PAUSE = 1.0  # seconds from one request to a host to the next
_FRESH = 86400.0  # seconds for which an address that leads somewhere is not asked again
_REDIRECTS = 8
_MOVED = frozenset({301, 302, 303, 307, 308})
_NO_HEAD = frozenset({400, 403, 404, 405, 406, 501})  # what servers say that know GET alone
_LATER = frozenset({429, 503})
_GONE = frozenset({404, 410})
_RESOLVERS = frozenset({"doi.org", "dx.doi.org", "hdl.handle.net"})  # a redirect says that the work is known


class Reached(NamedTuple):
    """What came of an address: the status in the end (0 without an answer), and why, e.g. ``answers 404``.

    ``is_gone`` is whether it leads nowhere for certain; a server that refuses programs says nothing.
    """

    status: int
    reason: str = ""
    is_gone: bool = False

    @property
    def is_there(self) -> bool:
        """Whether the address leads somewhere."""
        return 200 <= self.status < 400


class Probe:
    """Asks for addresses.  ``sleep``, ``pause`` and ``connections`` are for tests."""

    def __init__(
        self, cache: AnswerCache, connections: Connections, *, pause: float = PAUSE,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:  # fmt: skip
        self._cache = cache
        self._connections = connections
        self._pause = pause
        self._sleep = sleep
        self._pace = Pace(AnswerCache(None), sleep)  # hosts of all the web: what others asked is not kept

    def all(self, urls: Iterable[str], progress: Callable[[int, int], None]) -> dict[str, Reached]:
        """What comes of each address; ``progress`` is told how many of how many are done."""
        hosts: defaultdict[str, list[str]] = defaultdict(list)
        for url in dict.fromkeys(urls):
            hosts[_host(url)].append(url)
        total = sum(map(len, hosts.values()))
        found: dict[str, Reached] = {}
        with ThreadPoolExecutor(_AT_A_TIME) as pool:
            running = [pool.submit(self._of_host, several, found) for several in hosts.values()]
            for future in as_completed(running):
                future.result()
                progress(len(found), total)
        return found

    def _of_host(self, urls: Iterable[str], found: dict[str, Reached]) -> None:
        for url in urls:
            found[url] = self.reached(url)

    def reached(self, url: str) -> Reached:
        """What comes of an address, from the cache if it led somewhere within a day."""
        kept = self._cache.get(f"link {url}")
        if kept is not None and 0 <= time.time() - kept.time < _FRESH:
            return Reached(200)
        try:
            found = self._follow(url)
        except NetworkError as error:
            return Reached(0, error.message)
        if found.is_there:
            self._cache.put(f"link {url}", Kept(url, time.time(), "", "", "", b""))
        return found

    def _follow(self, url: str) -> Reached:
        for _ in range(_REDIRECTS):
            status, headers = self._ask(url)
            if status not in _MOVED or not headers.get("location") or _host(url) in _RESOLVERS:
                return Reached(status, f"answers {status}", status in _GONE)
            try:
                url = urljoin(url, headers["location"])
            except ValueError:
                return Reached(0, "leads to what is no address")
            if urlsplit(url).scheme not in ("http", "https"):
                return Reached(0, f"leads to {url[:60]}, which is no web address")
        return Reached(0, f"redirects more than {_REDIRECTS} times")

    def _ask(self, url: str) -> tuple[int, Mapping[str, str]]:
        status, headers = self._patient("HEAD", url)
        return self._patient("GET", url) if status in _NO_HEAD else (status, headers)

    def _patient(self, method: str, url: str) -> tuple[int, Mapping[str, str]]:
        """Ask, and once more where the server says when it has time again."""
        own = {"User-Agent": f"publist/{__version__}", "Accept": "*/*"}
        own |= {"Range": "bytes=0-0"} if method == "GET" else {}
        for _ in range(2):
            self._pace.wait(_host(url), self._pause)
            status, headers, _body = self._connections.ask(method, url, own)
            wait = retry_after(headers, time.time())
            if status not in _LATER or wait is None or wait > LONGEST_WAIT:
                break
            self._sleep(wait)
        return (200 if status == 416 else status), headers  # an empty file has no first byte


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower()
