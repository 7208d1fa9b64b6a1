"""Imports under way: read in the background, one after another, each known by its id."""

import secrets
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Condition, Lock, Thread

from graph.errors import ImportCancelledError, ImportsBusyError
from graph.exchange.report.bodies import ImportBody

KEPT = 16
"""Imports that have ended and can still be asked for; what they wrote is in the history."""
AT_ONCE = 5000
"""Up to so many rows an import is answered when it is done; above, while it is going on."""
MOST_WAITING, MOST_OF_STRANGERS = 8, 2
"""Imports that wait for their turn or are read, of all and of those who may not write."""
PATIENT = 2.0
"""Seconds after which one that waits for its turn is answered as under way."""


@dataclass(eq=False)
class Job:
    """One import: how many rows were read, and what comes of it."""

    id: str
    dataset: str
    owner: str = ""
    writes: bool = False
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
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()
        self._turn = Lock()

    def start(self, dataset: str, work: Work, owner: str = "", *, writes: bool = False) -> Job:
        """Begin an import in a thread of its own; raise `ImportsBusyError` where many wait.

        `owner` is whose token asks, and `writes` whether they may write; those who may not take
        two places together, so that editors find one.
        """
        job = Job(secrets.token_urlsafe(12), dataset, owner, writes)
        with self._lock:
            under_way = self._under_way()
            strangers = sum(not each.writes for each in under_way)
            if len(under_way) >= MOST_WAITING or (not writes and strangers >= MOST_OF_STRANGERS):
                raise ImportsBusyError(count=len(under_way))
            self._jobs[job.id] = job
            self._forget()
        # A daemon: a server that is stopped does not wait, and a store survives being left.
        Thread(target=self._run, args=(job, work), name="import", daemon=True).start()
        return job

    def find(self, id_: str, asker: str = "") -> Job | None:
        """Return the import with this id, if it is still kept, to whose token began it.

        One begun without a token is found by whoever was told its id.
        """
        with self._lock:
            found = self._jobs.get(id_)
        return found if found is not None and found.owner in {"", asker} else None

    def ahead(self, job: Job) -> int:
        """How many imports are worked on before this one begins."""
        with self._lock:
            under_way = self._under_way()
        return under_way.index(job) if job in under_way and not job.begun else 0

    def _under_way(self) -> list[Job]:
        return [each for each in self._jobs.values() if not each.result.done()]

    def _forget(self) -> None:
        """Drop the oldest that have ended, first those of who may not write."""
        ended = [each for each in self._jobs.values() if each.result.done()]
        for each in sorted(ended, key=lambda one: one.writes)[: max(0, len(ended) - KEPT)]:
            del self._jobs[each.id]

    def _run(self, job: Job, work: Work) -> None:
        with self._turn:
            job.run(work)
