"""No test, and nothing that a test starts in this process, reaches another machine."""

import ipaddress
import socket
import sys
from urllib.parse import urlsplit


class OutsideRequestError(AssertionError):
    """Something tried to reach another machine."""


def guard(also: str = "") -> None:
    """Refuse every connection to an address that is not this machine's own, from now on.

    The host of the URI `also`, a server that the user named for the tests, is let through, too.
    """
    named = {place[4][0] for place in _places(urlsplit(also).hostname)}

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event not in {"socket.connect", "socket.sendto"}:
            return
        host = host_of(arguments[-1])
        if host is not None and not is_here(host) and host not in named:
            raise OutsideRequestError(f"{event} {arguments[-1]}")

    sys.addaudithook(watch)


def host_of(address: object) -> str | None:
    """The host of an address; a path of this machine has none."""
    return str(address[0]) if isinstance(address, tuple) else None


def is_here(host: str) -> bool:
    """Whether a host is this machine.

    >>> [is_here(host) for host in ("127.0.0.1", "::1", "localhost", "10.0.0.1", "example.org")]
    [True, True, True, False, False]
    """
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host == "localhost"


def _places(host: str | None) -> list[tuple[object, object, object, object, tuple[str, int]]]:
    return socket.getaddrinfo(host, None) if host else []  # type: ignore[return-value]
