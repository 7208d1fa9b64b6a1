"""A sign of life for work that takes over a second."""

import sys
from collections.abc import Callable, Iterator
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


@contextmanager
def counting(text: str) -> Iterator[Callable[[int], None]]:
    """Show `text` with a growing count on a terminal's standard error, once it is told of one."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - most commands need none

    with Console(stderr=True).status(text) as status:
        yield lambda count: status.update(f"{text}{count}")


def _spin(text: str, done: Event) -> None:
    if done.wait(AFTER_SECONDS):
        return
    from rich.console import Console  # noqa: PLC0415 - most commands are done by now

    with Console(stderr=True).status(text):
        done.wait()
