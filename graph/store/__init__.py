"""Stores: one contract, several backends, opened from a URI."""

from pathlib import Path

from graph.errors import BadParameterError
from graph.store.contract import (
    Archive,
    Edit,
    GraphStore,
    Hit,
    Near,
    Stored,
    Upstream,
    Version,
)
from graph.store.neo4j_address import ALLOWED, SCHEMES, Login, parse_address, shown

__all__ = [
    "Archive",
    "Edit",
    "GraphStore",
    "Hit",
    "Login",
    "Near",
    "Stored",
    "Upstream",
    "Version",
    "open_store",
]


def open_store(
    uri: str,
    *,
    create: bool = True,
    read_only: bool = False,
    login: Login | None = None,
    columns: Path | None = None,
) -> GraphStore:
    """The store at `uri`: a file (`sqlite:///` and a path) or a server (`neo4j://` and a host).

    A path is relative or, with a fourth slash, absolute. A file that is not there is created
    with its folder, an empty database is prepared, unless `create` is off or `read_only` on.
    `login` is for servers; a file needs none. So is `columns`, a folder for what their versions
    compile to: a file has that beside it. Raise `BadParameterError` for a URI of no known
    kind, and the `StoreError` that says why the store cannot be opened.
    """
    scheme, separator, rest = uri.partition("://")
    if scheme == "sqlite" and separator and rest.startswith("/") and rest != "/":
        # Imported here, like every backend: its driver is loaded only where it is used.
        from graph.store.sqlite import SqliteStore  # noqa: PLC0415
        from graph.store.sqlite_file import SqliteFile  # noqa: PLC0415

        path = Path(rest.removeprefix("/")).expanduser()
        return SqliteStore(SqliteFile(path, create=create, read_only=read_only))
    if scheme in SCHEMES and separator:
        from graph.store.neo4j import Neo4jStore  # noqa: PLC0415
        from graph.store.neo4j_connection import Neo4jServer  # noqa: PLC0415

        address = parse_address(uri)
        server = Neo4jServer(address, login, create=create, read_only=read_only, columns=columns)
        return Neo4jStore(server)
    raise BadParameterError(
        parameter="store", value=shown(uri), allowed=f"sqlite:///PATH, {ALLOWED}"
    )
