"""Imports under way: read in the background, one after another, each known by its id."""

import secrets
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Condition, Lock, Thread

from cachetools import FIFOCache

from graph.exchange.report.bodies import ImportBody

KEPT = 16
"""Imports that can still be asked for; what they wrote is in the history."""
AT_ONCE = 5000
"""Up to so many rows an import is answered when it is done; above, while it is going on."""

Work = Callable[[Callable[[int], None]], ImportBody]


@dataclass(eq=False)
class Job:
    """One import: how many rows were read, and what comes of it."""

    id: str
    dataset: str
    read: int = 0
    result: "Future[ImportBody]" = field(default_factory=Future)
    _moved: Condition = field(default_factory=Condition)

    def tell(self, rows: int) -> None:
        """Note how many rows were read."""
        with self._moved:
            self.read = rows
            self._moved.notify_all()

    def run(self, work: Work) -> None:
        """Do the work; whoever asks for the result gets it, or what went wrong."""
        try:
            report = work(self.tell)
        except BaseException as error:  # raised where the result is asked for
            self.result.set_exception(error)
        else:
            self.result.set_result(report)
        with self._moved:
            self._moved.notify_all()

    def wait(self) -> bool:
        """Return whether it ended, once it did or has turned out to be a long one."""
        with self._moved:
            self._moved.wait_for(lambda: self.result.done() or self.read > AT_ONCE)
        return self.result.done()


class Jobs:
    """The imports of one server; only one is worked on at a time, for each may take a gigabyte."""

    def __init__(self) -> None:
        self._jobs: FIFOCache[str, Job] = FIFOCache(KEPT)
        self._lock = Lock()
        self._turn = Lock()

    def start(self, dataset: str, work: Work) -> Job:
        """Begin an import in a thread of its own."""
        job = Job(secrets.token_urlsafe(12), dataset)
        with self._lock:
            self._jobs[job.id] = job
        # A daemon: a server that is stopped does not wait, and a store survives being left.
        Thread(target=self._run, args=(job, work), name="import", daemon=True).start()
        return job

    def find(self, id_: str) -> Job | None:
        """Return the import with this id, if it is still kept."""
        with self._lock:
            return self._jobs.get(id_)

    def _run(self, job: Job, work: Work) -> None:
        with self._turn:
            job.run(work)
