"""When garbage is collected: not while much is made that all stays in use."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put garbage collection off: it would go through thousands of new objects, all in use.

    Reading takes a quarter of the time then, ranking all gaps half of it. Whoever finds it on turns
    it on again, so that threads do not leave it off.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
