"""A sign of life for work that takes over a second."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

AFTER_SECONDS = 1.0


@contextmanager
def progress(text: str) -> Iterator[None]:
    """Show `text` with a spinner on a terminal's standard error, once a second has passed."""
    if not sys.stderr.isatty():
        yield
        return
    done = Event()
    waiting = Thread(target=_spin, args=(text, done), daemon=True)
    waiting.start()
    try:
        yield
    finally:
        done.set()
        waiting.join()


def _spin(text: str, done: Event) -> None:
    if done.wait(AFTER_SECONDS):
        return
    from rich.console import Console  # noqa: PLC0415 - most commands are done by now

    with Console(stderr=True).status(text):
        done.wait()
