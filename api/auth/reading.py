"""Where reading is open to anybody: on this machine, asked for by a name of this machine."""

import ipaddress
import re

_HOST = re.compile(r"(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<name>[^:\[\]]+))(?::\d+)?", re.IGNORECASE)


def loopback(host: str) -> bool:
    """Whether a host that is listened at can be reached from this machine only.

    >>> loopback("127.0.0.1"), loopback("::1"), loopback("localhost"), loopback("0.0.0.0")
    (True, True, True, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def ours(host: str) -> bool:
    """Whether a `Host` header can stand for this machine: an address, or a name without a dot.

    Anybody can have a name of the Internet lead to 127.0.0.1 and then read, as a page of that
    name in a browser on this machine, what is answered there.

    >>> ours("127.0.0.1:8000"), ours("[::1]:8000"), ours("localhost"), ours("evil.example:8000")
    (True, True, True, False)
    """
    found = _HOST.fullmatch(host)
    if found is None:
        return False
    try:
        ipaddress.ip_address(found["six"] or found["name"])
    except ValueError:
        return bool(found["name"]) and "." not in found["name"]
    return True
