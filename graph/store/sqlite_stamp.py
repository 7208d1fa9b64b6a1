"""What ties things worked out from a version to it, in any file that holds the same history."""

import sqlite3
from hashlib import blake2b

from graph.store.contract import Version

_STATES = """
    SELECT dataset, number, at, cause, made_by, note, added, changed, removed, body FROM versions
    WHERE dataset = :dataset AND number <= :version
    ORDER BY number
"""
_RECORDS = (
    """
    SELECT layer, type, id, since, body FROM records
    WHERE dataset = :dataset AND layer = 2 AND since <= :version
    ORDER BY since DESC, key DESC LIMIT 32
    """,
    """
    SELECT layer, type, id, since, body FROM records
    WHERE dataset = :dataset AND since <= :version
    ORDER BY type, id, key LIMIT 32
    """,
    """
    SELECT layer, type, id, since, body FROM records
    WHERE dataset = :dataset AND since <= :version
    ORDER BY type DESC, id DESC, key DESC LIMIT 32
    """,
)
"""Some records that an index finds: what was reported last, and either end of all."""


def stamp(connection: sqlite3.Connection, version: Version) -> str:
    """A digest of all versions so far, and of some records, the last reported ones among them.

    Two files that went apart within one second differ in these; what is written later, or of
    another dataset, changes nothing.
    """
    told = blake2b(digest_size=16)
    asked = {"dataset": version.dataset, "version": version.number}
    for statement in (_STATES, *_RECORDS):
        for row in connection.execute(statement, asked):
            told.update(repr(row).encode())
    return told.hexdigest()
