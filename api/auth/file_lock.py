"""One writer of a file at a time, among all processes; who is killed leaves nothing locked."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


WAITS, WAIT_SECONDS = 50, 0.1
"""How long one process waits for another that is changing the file."""


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock of a file, which is a file beside it; raise `TimeoutError`, or `OSError`.

    What tells is the lock, which ends with its process, not that the file beside it is there.
    """
    descriptor = os.open(file.with_name(f"{file.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait(descriptor)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int) -> None:
    for left in range(WAITS, -1, -1):
        try:
            _take(descriptor)
        except OSError:
            if not left:
                raise TimeoutError from None
            time.sleep(WAIT_SECONDS)
        else:
            return
