"""Imports under way: read in the background, one after another, each known by its id."""

import secrets
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Condition, Lock, Thread

from cachetools import FIFOCache

from graph.errors import ImportCancelledError, ImportsBusyError
from graph.exchange.report.bodies import ImportBody

KEPT = 16
"""Imports that can still be asked for; what they wrote is in the history."""
AT_ONCE = 5000
"""Up to so many rows an import is answered when it is done; above, while it is going on."""
MOST_WAITING, MOST_OF_STRANGERS = 8, 2
"""Imports that wait for their turn or are read, of all and of those without a token."""
PATIENT = 2.0
"""Seconds after which one that waits for its turn is answered as under way."""


@dataclass(eq=False)
class Job:
    """One import: how many rows were read, and what comes of it."""

    id: str
    dataset: str
    owner: str = ""
    read: int = 0
    begun: bool = False
    result: "Future[ImportBody]" = field(default_factory=Future)
    _cancelled: bool = False
    _writing: bool = False
    _moved: Condition = field(default_factory=Condition)

    def tell(self, rows: int) -> None:
        """Note how many rows were read; raise `ImportCancelledError` where it was cancelled."""
        with self._moved:
            self.read = rows
            self._moved.notify_all()
            self._go_on()

    def begin_to_write(self) -> None:
        """From here on it cannot be cancelled; raise `ImportCancelledError` where it was."""
        with self._moved:
            self._go_on()
            self._writing = True

    def cancel(self) -> bool:
        """Let it end without writing; false where it is done, or writes already."""
        with self._moved:
            if self.result.done() or self._writing:
                return self._cancelled
            self._cancelled = True
            if not self.begun:  # nobody has to wait for its turn
                self.result.set_exception(ImportCancelledError())
            self._moved.notify_all()
            return True

    @property
    def cancelled(self) -> bool:
        """Whether somebody cancelled it in time."""
        return self._cancelled

    def run(self, work: "Work") -> None:
        """Do the work; whoever asks for the result gets it, or what went wrong."""
        with self._moved:
            if self.result.done():
                return
            self.begun = True
            self._moved.notify_all()
        try:
            report = work(self)
            with self._moved:
                if not self._writing:
                    self._go_on()
        except BaseException as error:  # raised where the result is asked for
            self.result.set_exception(error)
        else:
            self.result.set_result(report)
        with self._moved:
            self._moved.notify_all()

    def wait(self) -> bool:
        """Return whether it ended, once it did, or waits long, or has turned out to be long."""
        with self._moved:
            self._moved.wait_for(lambda: self.begun or self.result.done(), timeout=PATIENT)
            if self.begun:
                self._moved.wait_for(lambda: self.result.done() or self.read > AT_ONCE)
        return self.result.done()

    def _go_on(self) -> None:
        if self._cancelled:
            raise ImportCancelledError


Work = Callable[[Job], ImportBody]


class Jobs:
    """The imports of one server; only one is worked on at a time, for each may take a gigabyte."""

    def __init__(self) -> None:
        self._jobs: FIFOCache[str, Job] = FIFOCache(KEPT)
        self._under_way: list[Job] = []
        self._lock = Lock()
        self._turn = Lock()

    def start(self, dataset: str, work: Work, owner: str = "") -> Job:
        """Begin an import in a thread of its own; raise `ImportsBusyError` where many wait.

        `owner` is whose token asks; strangers together take two places, so that editors find one.
        """
        job = Job(secrets.token_urlsafe(12), dataset, owner)
        with self._lock:
            self._under_way = [each for each in self._under_way if not each.result.done()]
            strangers = sum(not each.owner for each in self._under_way)
            full = len(self._under_way) >= MOST_WAITING
            if full or (not owner and strangers >= MOST_OF_STRANGERS):
                raise ImportsBusyError(count=len(self._under_way))
            self._under_way.append(job)
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
