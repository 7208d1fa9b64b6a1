"""How much the server takes at once, and how long it waits: settings, read with the others."""

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from graph.errors import BadParameterError

PREFIX = "LIANTU_"
LOOPBACK = ("127.0.0.1", "::1")
MOST_SECONDS = 86_400
_ADDRESS_PART = re.compile(r"(?:/[A-Za-z0-9._~-]+)+")

_Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True)
class ServingLimits:
    """What holds of all clients together, and of each address.

    `connections` are open at once, `connections_per_address` of them from one address;
    `requests_per_address` wait or are answered at once for one. `workers` answers are computed
    at a time. A request's head has to arrive within `head_seconds`, its body within
    `body_seconds` and a second for each 10 KB; a reply is taken within `send_seconds`, piece by
    piece. Who waits for a worker is told to come later after `queue_seconds`, who waits for an
    answer after `answer_seconds`. Told to stop, the server is gone after `end_seconds`: nothing new
    is taken, and what was asked has three quarters of them.
    """

    connections: int = 500
    connections_per_address: int = 250
    requests_per_address: int = 200
    workers: int = 8
    head_seconds: float = 5
    body_seconds: float = 30
    send_seconds: float = 30
    queue_seconds: float = 20
    answer_seconds: float = 60
    end_seconds: float = 9.5


LIMIT_NAMES = {each.name: each.name.upper() for each in fields(ServingLimits)}


def read_limits(environ: Mapping[str, str]) -> ServingLimits:
    """Read the limits that were set; raise `BadParameterError` for what is no positive number."""
    given = {
        name: _number(PREFIX + upper, environ[PREFIX + upper], whole="seconds" not in name)
        for name, upper in LIMIT_NAMES.items()
        if environ.get(PREFIX + upper)
    }
    return ServingLimits(**given)  # type: ignore[arg-type] # whole where a whole one is wanted


def read_proxies(text: str | None) -> tuple[str, ...]:
    """Read addresses and networks, apart by commas; none given means this machine, `none` nobody.

    >>> read_proxies("10.0.0.0/8, ::1"), read_proxies(None), read_proxies("none")
    (('10.0.0.0/8', '::1'), ('127.0.0.1', '::1'), ())
    """
    if not text:
        return LOOPBACK
    if text == "none":
        return ()
    parts = tuple(each.strip() for each in text.split(","))
    for part in parts:
        try:
            ipaddress.ip_network(part)
        except ValueError as error:
            allowed = "10.0.0.1, 10.0.0.0/8, none"
            raise BadParameterError(
                parameter="LIANTU_PROXIES", value=part, allowed=allowed
            ) from error
    return parts


def read_root_path(text: str | None) -> str:
    """Read where the pages begin at their host; raise `BadParameterError`.

    >>> read_root_path("/liantu/"), read_root_path("/"), read_root_path(None)
    ('/liantu', '', '')
    """
    path = (text or "").rstrip("/")
    if path and not is_root_path(path):
        raise BadParameterError(parameter="root-path", value=path, allowed="/liantu")
    return path


def is_root_path(path: str) -> bool:
    """Whether a text can stand before every path.

    >>> [is_root_path(each) for each in ("/a/b", "//evil.example", '/"x', "/..", "/a/")]
    [True, False, False, False, False]
    """
    plain = len(path) <= 200 and _ADDRESS_PART.fullmatch(path) is not None
    return plain and not {".", ".."} & set(path.split("/"))


class Trusted:
    """Addresses that may say for whom they ask."""

    def __init__(self, proxies: tuple[str, ...]) -> None:
        self._networks: tuple[_Network, ...] = tuple(map(ipaddress.ip_network, proxies))

    def __contains__(self, address: object) -> bool:
        """Whether an address is one of them.

        >>> "10.1.2.3" in Trusted(("10.0.0.0/8",)), "testclient" in Trusted(("::1",))
        (True, False)
        """
        try:
            found = ipaddress.ip_address(str(address))
        except ValueError:
            return False
        return any(found in each for each in self._networks)


def _number(name: str, text: str, *, whole: bool) -> float:
    try:
        found = int(text) if whole else float(text)
    except ValueError:
        found = 0
    if not 0 < found <= MOST_SECONDS:
        raise BadParameterError(parameter=name, value=text, allowed=f"1–{MOST_SECONDS}")
    return found
