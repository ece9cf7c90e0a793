"""Connections by urllib3: to public addresses, each answer within a time and a size."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, ProxyManager, Timeout
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, NewConnectionError, ProtocolError, SSLError
from urllib3.exceptions import TimeoutError as PoolTimeoutError

from publist.errors import NetworkError

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

LARGEST = 50_000_000
"""Bytes of an answer, unpacked; 2,000 works of one owner are about 10 MB."""
LONGEST = 60.0
"""Seconds for a whole answer."""
_CHUNK = 65536  # bytes
_SILENCE = 20.0  # seconds in which something has to come


class _PrivateAddressError(Exception):
    """The name of a host leads to an address that is nobody's on the net."""


class Connections:
    """Open connections, one for each host; ``loopback`` lets a test's own server be asked."""

    def __init__(self, *, loopback: bool = False, longest: float = LONGEST, largest: int = LARGEST) -> None:
        self._longest, self._largest = longest, largest
        self._timeout = Timeout(connect=10, read=min(longest, _SILENCE))
        self._direct = _public(PoolManager(maxsize=1, timeout=self._timeout), loopback=loopback)
        self._proxies: dict[str, ProxyManager] = {}

    def ask(self, method: str, url: str, headers: Mapping[str, str]) -> tuple[int, dict[str, str], bytes]:
        """Status, headers (names in lower case) and body.  Raises NetworkError without an answer."""
        end = time.monotonic() + self._longest
        shown = url.partition("?")[0]
        try:
            response = self._manager(url).request(
                method, url, headers=dict(headers), retries=False, redirect=False, preload_content=False
            )
            try:
                data = self._body(response, end, shown)
            finally:
                response.close()
        except _PrivateAddressError as error:
            raise NetworkError(
                f"leads to the private address {error}, which is not asked", file=shown
            ) from error
        except NewConnectionError as error:
            raise _unreachable(error, shown) from error
        except PoolTimeoutError as error:
            message = f"has not answered within {self._longest:g} seconds; try again later"
            raise NetworkError(message, file=shown) from error
        except SSLError as error:
            raise NetworkError(f"has no certificate that this machine trusts: {error}", file=shown) from error
        except ProtocolError as error:
            raise NetworkError(
                "breaks off in the middle of its answer; try again later", file=shown
            ) from error
        except (HTTPError, OSError) as error:
            raise _unreachable(error, shown) from error
        return response.status, {name.lower(): value for name, value in response.headers.items()}, data

    def _manager(self, url: str) -> PoolManager:
        """Straight to the host, or through the proxy that the environment names (``HTTPS_PROXY``)."""
        parts = urlsplit(url)
        proxy = getproxies().get(parts.scheme)
        if not proxy or proxy_bypass(parts.hostname or ""):
            return self._direct
        if proxy not in self._proxies:
            self._proxies[proxy] = ProxyManager(proxy, maxsize=1, timeout=self._timeout)
        return self._proxies[proxy]

    def _body(self, response: BaseHTTPResponse, end: float, shown: str) -> bytes:
        pieces, size = [], 0
        while piece := response.read1(_CHUNK, decode_content=True):  # what is there, so that time is kept
            size += len(piece)
            if size > self._largest:
                raise NetworkError(
                    f"answers with more than {self._largest // 1_000_000} MB; it is not read", file=shown
                )
            if time.monotonic() > end:
                raise NetworkError(
                    f"takes more than {self._longest:g} seconds to answer; try again later", file=shown
                )
            pieces.append(piece)
        return b"".join(pieces)


def _unreachable(error: Exception, url: str) -> NetworkError:
    reason = str(error).rpartition(": ")[2] or type(error).__name__
    return NetworkError(f"cannot be reached: {reason}; is there a network?", file=url)


def _public(manager: PoolManager, *, loopback: bool) -> PoolManager:
    """The manager with connections that look at the address before anything is asked."""

    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            _check(self, loopback=loopback)

    class Secure(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            _check(self, loopback=loopback)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    manager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}
    return manager


def _check(connection: HTTPConnection, *, loopback: bool) -> None:
    address = ipaddress.ip_address(connection.sock.getpeername()[0].partition("%")[0])
    if not (address.is_global or (loopback and address.is_loopback)):
        connection.close()
        raise _PrivateAddressError(str(address))
