"""The client: asks the servers of the table, and none else, in their pace.

>>> client = Client(Access(contact="jane@example.org", offline=True))
>>> client.url("crossref", "works/10.1000%2Fwhales")
'https://api.crossref.org/works/10.1000%2Fwhales'
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urljoin, urlsplit

from publist import __version__
from publist.errors import ConfigError, NetworkError
from publist.patterns import pattern
from publist.records import NamedTuple
from publist.web.cache import AnswerCache, Kept
from publist.web.hosts import HOSTS, Host
from publist.web.pace import LONGEST_WAIT, Pace, retry_after

if TYPE_CHECKING:
    from publist.web.connection import Connections

_TRIES = 4
_REDIRECTS = 5
_SHOWN = 160  # characters of an address with many identifiers in it
_MOVED = frozenset({301, 302, 303, 307, 308})
_LATER = frozenset({429, 502, 503, 504})  # RFC 6585, 4; RFC 9110, 15.6
_CONTACT = pattern(r"[^\s@()<>,;:\"\\\x00-\x1f\x7f-\uffff]+@[\w.-]+")
# What a status means to somebody who imports; {} is the server's name.
_MEANINGS = {
    401: "wants a key; set {key}",
    403: "refuses; is the record private, or the key in {key} wrong?",
    404: "has nothing under this address; check the identifier",
    410: "has nothing under this address any more",
}


class Access(NamedTuple):
    """How the servers are asked.

    ``contact`` is the user's e-mail address, with which publist introduces itself; ``addresses`` replace
    those of the table, by name; ``environment`` has the keys.  ``loopback`` lets a server on this machine
    be asked without encryption, for tests.
    """

    contact: str = ""
    addresses: Mapping[str, str] = MappingProxyType({})
    environment: Mapping[str, str] = MappingProxyType({})
    offline: bool = False
    loopback: bool = False


class Answer(NamedTuple):
    """What a server answers: the address that answered in the end, the bytes, and where the next page is."""

    url: str
    data: bytes
    next: str = ""


class Client:
    """Asks servers for answers.

    ``asked`` has the addresses that would have been asked, where ``offline`` forbids it.
    """

    def __init__(
        self, access: Access | None = None, cache: AnswerCache | None = None, *,
        sleep: Callable[[float], None] = time.sleep, connections: Connections | None = None,
    ) -> None:  # fmt: skip
        self.access = access or Access()
        if self.access.contact and not _CONTACT.fullmatch(self.access.contact):
            raise ConfigError(f"{self.access.contact!r} is no e-mail address; write e.g. jane@example.org")
        for name in self.access.addresses:
            if name not in HOSTS:
                raise ConfigError(f"sources.{name} is no setting; known are: {', '.join(HOSTS)}")
        self.asked: list[str] = []
        self.hosts = {name: self._own(host) for name, host in HOSTS.items()}
        self._cache = cache or AnswerCache(None)
        self._pace = Pace(self._cache, sleep)
        self._sleep = sleep
        self._connections = connections

    def url(self, host: str, path: str, query: Mapping[str, object] = MappingProxyType({})) -> str:
        """An address of a server of the table; ``path`` is quoted already."""
        return self.hosts[host].address + path + (f"?{urlencode(query, quote_via=quote)}" if query else "")

    def get(self, url: str, accept: str = "") -> Answer:
        """The answer, from the cache where it is fresh or has not changed.

        Raises NetworkError for anything but an answer: its status says which, e.g. 404.
        """
        host = self._host(url)
        if host is None:
            raise NetworkError("is on no server of publist's table; it is not asked", file=url)
        accept = accept or host.accept
        name = f"{url} {accept} {self._key(host)}"
        kept = self._cache.get(name)
        if kept is not None and (kept.is_fresh or self.access.offline):
            return Answer(kept.url, kept.data, kept.link)
        if self.access.offline:
            self.asked.append(url)
            raise NetworkError("would be asked, but --offline forbids it", file=url)
        headers = {"Accept": accept}
        if kept is not None:
            headers |= {"If-None-Match": kept.etag} if kept.etag else {}
            headers |= {"If-Modified-Since": kept.modified} if kept.modified else {}
        status, answered, data, at = self._follow(url, headers)
        if status == 304 and kept is not None:
            found = kept._replace(time=time.time())
        else:
            found = Kept(
                at, time.time(), answered.get("etag", ""), answered.get("last-modified", ""),
                _next(answered.get("link", ""), at), data,
            )  # fmt: skip
        self._cache.put(name, found)
        return Answer(found.url, found.data, found.link)

    def refuse(self) -> None:
        """Raise NetworkError if something would have been asked offline, with the addresses to read."""
        if self.asked:
            asked = (url.replace("%3A", ":").replace("%2C", ",") for url in dict.fromkeys(self.asked))
            shown = (url if len(url) <= _SHOWN else f"{url[:_SHOWN]}…" for url in asked)
            raise NetworkError(f"--offline; would be asked: {' '.join(shown)}")

    def _follow(self, url: str, headers: Mapping[str, str]) -> tuple[int, dict[str, str], bytes, str]:
        """Ask, and follow redirects that stay on the table."""
        for _ in range(_REDIRECTS):
            host = self._host(url)
            if host is None:
                raise NetworkError(
                    "is on no server of publist's table; the redirect is not followed", file=url
                )
            status, answered, data = self._patient(host, url, headers)
            if status not in _MOVED or not answered.get("location"):
                return status, answered, data, url
            url = self._without_key(host, _joined(url, answered["location"]))
        raise NetworkError(f"redirects more than {_REDIRECTS} times", file=url)

    def _patient(self, host: Host, url: str, headers: Mapping[str, str]) -> tuple[int, dict[str, str], bytes]:
        """Ask, and again where the server says that it has no time now."""
        for tried in range(1, _TRIES + 1):
            self._pace.wait(host.name, 0 if self.access.loopback else host.pace)
            status, answered, data = self._open().ask(
                "GET", self._with_key(host, url), self._headers(host, url, headers)
            )
            self._pace.learn(host.name, answered)
            if status not in _LATER:
                break
            wait = retry_after(answered, time.time())
            wait = float(2**tried) if wait is None else wait
            if tried == _TRIES or wait > LONGEST_WAIT:
                raise NetworkError(
                    f"has no time ({status}); it asks to come back in {wait:.0f} seconds",
                    file=url,
                    status=status,
                )
            self._sleep(wait)
        if status < 300 or status == 304 or status in _MOVED:
            return status, answered, data
        key = host.key.variable if host.key else "a variable of the environment"
        meaning = _MEANINGS.get(status, "does not answer as it should").format(key=key)
        raise NetworkError(f"{meaning} (status {status})", file=url, status=status)

    def _open(self) -> Connections:
        if self._connections is None:
            from publist.web.connection import Connections  # urllib3 takes its time

            self._connections = Connections(loopback=self.access.loopback)
        return self._connections

    def _headers(self, host: Host, url: str, headers: Mapping[str, str]) -> dict[str, str]:
        contact = f" (mailto:{self.access.contact})" if self.access.contact else ""
        found = {"User-Agent": f"publist/{__version__}{contact}", "Accept-Encoding": "gzip", **headers}
        if host.key and host.key.header and (key := self._key(host, url)):
            found[host.key.header] = host.key.form.format(key)
        return found

    def _with_key(self, host: Host, url: str) -> str:
        """The address with the parameters that say who asks; they are in no message and in no cache."""
        extra = {}
        if host.contact and self.access.contact:
            extra[host.contact] = self.access.contact
        if host.key and host.key.parameter and (key := self._key(host, url)):
            extra[host.key.parameter] = key
        return url + ("&" if "?" in url else "?") + urlencode(extra) if extra else url

    def _without_key(self, host: Host, url: str) -> str:
        """An address that a server sends back with the key that it was asked with."""
        key = self._key(host) if host.key and host.key.parameter else ""
        return url.replace(key, "") if key else url

    def _key(self, host: Host, url: str = "") -> str:
        """The user's key for a server of the table; none for an address that a file has put in its place."""
        if host.key is None or not (self.access.loopback or host.address == HOSTS[host.name].address):
            return ""
        if url and urlsplit(url).netloc != urlsplit(host.address).netloc:
            return ""
        key = self.access.environment.get(host.key.variable, "").strip()
        if not (key.isascii() and key.isprintable()):
            raise ConfigError(f"the key in {host.key.variable} has characters that no key has")
        return key

    def _own(self, host: Host) -> Host:
        """The host, with an address of the user's own.  Raises ConfigError if that is no https."""
        address = self.access.addresses.get(host.name, "")
        if not address:
            return host
        if not self._may_ask(address):
            raise ConfigError(f"sources.{host.name}.url is no https address: {address}")
        return host._replace(address=address.rstrip("/") + "/", also=())

    def _may_ask(self, url: str) -> bool:
        try:
            parts = urlsplit(url)
            local = self.access.loopback and parts.hostname in ("localhost", "127.0.0.1", "::1")
            plain = parts.port in (None, 443) and parts.username is None and parts.scheme == "https"
        except ValueError:  # a port that is no number
            return False
        return bool(parts.hostname) and (plain or (local and parts.scheme in ("http", "https")))

    def _host(self, url: str) -> Host | None:
        """The server of the table to which an address belongs; None for any other."""
        if not self._may_ask(url):
            return None
        at = urlsplit(url)
        fitting = [host for host in self.hosts.values() if url.startswith(host.address)]
        fitting.sort(key=lambda host: len(host.address), reverse=True)
        same = [
            host
            for host in self.hosts.values()
            if at.netloc == urlsplit(host.address).netloc or at.netloc in host.also
        ]
        return next(iter([*fitting, *same]), None)


def _joined(url: str, location: str) -> str:
    """Where a redirect leads; as it stands where it is no address, so that it is refused."""
    try:
        return urljoin(url, location)
    except ValueError:  # brackets that hold no number of a host
        return location


def _next(link: str, at: str) -> str:
    """The next page that a ``Link`` header names (RFC 8288), as Zotero sends it; "" without one."""
    for part in link.split(","):
        address, _, rest = part.strip().partition(">")
        if address.startswith("<") and 'rel="next"' in rest.replace("'", '"'):
            return urljoin(at, address[1:])
    return ""
