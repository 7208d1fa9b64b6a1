"""Where a Neo4j database is and who asks it: the URI of the store, read without the driver."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from graph.errors import BadParameterError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
"""`+s`: TLS with a certificate that is checked, `+ssc`: TLS with any; `bolt` asks this one host."""
ALLOWED = "neo4j[+s|+ssc]://HOST[:PORT][?database=NAME&timeout=SECONDS]"
LOGIN_ELSEWHERE = "; LIANTU_NEO4J_USER, LIANTU_NEO4J_PASSWORD, LIANTU_NEO4J_PASSWORD_FILE"
DEFAULT_TIMEOUT = 10.0
_SECONDS = re.compile(r"[0-9]{1,4}(\.[0-9]+)?")
_DATABASE = re.compile(r"[A-Za-z][A-Za-z0-9.-]{2,62}")


@dataclass(frozen=True, slots=True)
class Login:
    """Who asks, for servers that want to know; never part of a URI, never printed."""

    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Neo4jAddress:
    """A server and one of its databases; no `database` means the server's default one.

    `timeout` is how many seconds a server may be away before it counts as unavailable.
    """

    server: str
    database: str | None = None
    timeout: float = DEFAULT_TIMEOUT

    @property
    def uri(self) -> str:
        """The URI that `open_store` takes for this database."""
        options = {"database": self.database} if self.database else {}
        if self.timeout != DEFAULT_TIMEOUT:
            options["timeout"] = f"{self.timeout:g}"
        return f"{self.server}?{urlencode(options)}" if options else self.server


def parse_address(uri: str) -> Neo4jAddress:
    """Read `neo4j://HOST`, with port and options where wanted; raise `BadParameterError`.

    A URI with a user or password in it is refused, and the error does not repeat it.

    >>> parse_address("neo4j+s://graph.example:7687?database=district&timeout=30")
    Neo4jAddress(server='neo4j+s://graph.example:7687', database='district', timeout=30.0)
    """
    try:
        parts = urlsplit(uri)
        port = parts.port
    except ValueError as error:
        raise _refused(uri) from error
    if "@" in parts.netloc or not parts.hostname or parts.path not in ("", "/") or parts.fragment:
        raise _refused(uri)
    return Neo4jAddress(_server(parts, port), *_options(uri, parts.query))


def _server(parts: SplitResult, port: int | None) -> str:
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{host}:{7687 if port is None else port}"


def _options(uri: str, query: str) -> tuple[str | None, float]:
    pairs = parse_qsl(query, keep_blank_values=True)
    options = dict(pairs)
    if len(options) < len(pairs) or not options.keys() <= {"database", "timeout"}:
        raise _refused(uri)
    return _database(uri, options), _timeout(uri, options)


def _database(uri: str, options: Mapping[str, str]) -> str | None:
    name = options.get("database")
    if name is not None and not _DATABASE.fullmatch(name):
        raise _refused(uri)
    return name


def _timeout(uri: str, options: Mapping[str, str]) -> float:
    text = options.get("timeout", str(DEFAULT_TIMEOUT))
    if not _SECONDS.fullmatch(text) or not float(text):
        raise _refused(uri)
    return float(text)


def shown(uri: str) -> str:
    """Any URI without the login that somebody wrote into it.

    >>> shown("postgres://user:secret@host?password=secret")
    'postgres://***@host?password=***'
    """
    before, at, host = uri.rpartition("@")
    named = f"{before.partition('//')[0]}//***@{host}" if at and "//" in before else uri
    return "&".join(_without_password(each) for each in named.split("&"))


def _without_password(parameter: str) -> str:
    name, sign, _value = parameter.partition("=")
    return f"{name}=***" if sign and "pass" in name.rpartition("?")[2] else parameter


def _refused(uri: str) -> BadParameterError:
    login = "pass" in uri or "//" in uri.rpartition("@")[0]
    return BadParameterError(
        parameter="store", value=shown(uri), allowed=f"{ALLOWED}{LOGIN_ELSEWHERE if login else ''}"
    )
