"""A database of a Neo4j server as a store: recognised by a mark, prepared where it is new.

What else the database holds is left alone: all that is ours carries its dataset and version.
"""

from contextlib import suppress

from graph.errors import NewerStoreError, NotAStoreError, StoreReadOnlyError
from graph.message import _
from graph.store import neo4j_drawing as drawing
from graph.store import neo4j_statements as cypher
from graph.store.neo4j_connection import Connection, Transaction

FORMAT = 2
"""2: what holds may be newer than what was drawn whole. A drawing of format 1 has no digest, so the
first write draws it anew; nothing else has to be changed."""


def find_or_create(connection: Connection) -> None:
    """Prepare a database without our mark; raise `NewerStoreError` or `NotAStoreError`.

    A server that only reads cannot be prepared; it is opened as it is, and knows no dataset.
    """
    server = connection.server
    found = connection.read(_format)
    if found is None:
        if server.read_only or not server.create:
            reason = _("数据库中没有链图数据")
            raise NotAStoreError(store=server.address.uri, reason=reason)
        try:
            _create(connection)
        except StoreReadOnlyError:
            return
    elif found > FORMAT:
        raise NewerStoreError(store=server.address.uri, found=found, supported=FORMAT)
    elif found < FORMAT and not server.read_only:
        with suppress(StoreReadOnlyError):
            _mark(connection)


def _format(tx: Transaction) -> int | None:
    return next((row["format"] for row in tx.rows(cypher.FIND_STORE)), None)


def _create(connection: Connection) -> None:
    for statement in (*cypher.CONSTRAINTS, *drawing.CONSTRAINTS):
        connection.change_schema(statement)
    connection.read(lambda tx: tx.rows(cypher.AWAIT_INDEXES))
    # Last, so that a database that was prepared half-way is prepared again.
    _mark(connection)


def _mark(connection: Connection) -> None:
    connection.write(lambda tx: tx.rows(cypher.MARK_STORE, format=FORMAT))
