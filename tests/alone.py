"""What only one process of this machine may do at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Wait until no other process holds this file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def alone_with_maven() -> Iterator[None]:
    """Wait until no other test fetches: two that fetch the same at once spoil it for both."""
    with alone(platformdirs.user_cache_path("liantu", appauthor=False) / "maven.lock"):
        yield
