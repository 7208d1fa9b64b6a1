"""Whether a file of a store is in use."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path


def is_open(file: Path) -> bool:
    """Whether somebody has it open; what a process that was killed left beside it is no sign.

    Whoever closes a store last clears its log away.
    """
    log = Path(f"{file}-wal")
    if log.exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(file, timeout=0)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return log.exists()
