"""Imports by page: the files of one person, kept between looking at a report and writing it."""

import csv
import io
import secrets
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from zlib import compress, decompress

from api.imports.applying import apply, prepare
from api.imports.jobs import Job, Jobs
from api.workspaces import Workspaces
from graph.errors import BadParameterError, LiantuError, TableRefusedError
from graph.exchange.read.choices import TableChoices
from graph.exchange.read.files import TableFile
from graph.exchange.read.likely import LikelyTable, likely_tables
from graph.exchange.report.bodies import ImportBody
from graph.exchange.report.outcome import ImportChoices
from graph.exchange.report.rows import ReportForm, report_csv, report_lines, report_xlsx
from graph.exchange.report.summary import rejected_csv
from graph.model.vocabulary import Lang

MOST, MOST_BYTES = 16, 200 * 1024 * 1024
"""Drafts at once, and bytes of their files; the oldest make room."""


@dataclass(frozen=True, slots=True)
class DraftTask:
    """What an import is to do; `seen` is the version whose report was looked at."""

    choices: ImportChoices
    write: bool = False
    sound_only: bool = False
    seen: int | None = None


class Draft:
    """Files that one token brought, and the import of them that was asked for last."""

    def __init__(self, owner: str, files: tuple[TableFile, ...], lang: Lang) -> None:
        self.id = secrets.token_urlsafe(12)
        self.owner = owner
        self.files = files
        self.lang = lang
        self.task = DraftTask(ImportChoices(by="", today=""))
        self.rejected: dict[str, bytes] = {}
        self.report = b""
        self.likely: dict[str, LikelyTable] = {}
        self._job: Job | None = None

    @property
    def size(self) -> int:
        """How many bytes its files hold."""
        return sum(file.size for file in self.files)

    @property
    def read(self) -> int:
        """How many rows were read so far."""
        return self._job.read if self._job else 0

    @property
    def body(self) -> ImportBody | None:
        """The report, once there is one."""
        job = self._job
        return job.result.result() if job and job.result.done() and not self.error else None

    def ahead(self, jobs: Jobs) -> int:
        """How many imports are worked on first."""
        return jobs.ahead(self._job) if self._job else 0

    def kept_report(self, form: ReportForm) -> bytes:
        """The report as a file, once there is one; else nothing."""
        text, body = decompress(self.report) if self.report else b"", self.body
        if form == "csv" or body is None:
            return text
        return report_xlsx(body, self.report_lines(), self.lang)

    def report_lines(self) -> list[list[str]]:
        """What became of every row, line by line, once that is known."""
        text = decompress(self.report).decode("utf-8-sig") if self.report else ""
        return list(csv.reader(io.StringIO(text)))[1:]

    def cancel(self) -> None:
        """Let what is under way end without writing; nothing happens where it ended or writes."""
        if self._job is not None:
            self._job.cancel()

    @property
    def settled(self) -> bool:
        """Whether it was written, or is being written: a second click changes nothing then."""
        under_way = self._job is not None and not self._job.result.done()
        return self.task.write and (under_way or self.body is not None)

    @property
    def error(self) -> LiantuError | None:
        """Why there is no report; raises what is no error of the project's own."""
        job = self._job
        error = job.result.exception() if job and job.result.done() else None
        if error is None or isinstance(error, LiantuError):
            return error
        raise error

    def start(self, jobs: Jobs, workspaces: Workspaces, task: DraftTask) -> Job:
        """Begin to read the files, and to write them where asked to."""

        def work(job: Job) -> ImportBody:
            try:
                found = prepare(workspaces, self.files, task.choices, self.lang, job.tell)
            except (TableRefusedError, BadParameterError):
                self.likely = _likely(self.files, task.choices.wanted)
                raise
            self.rejected = {
                table.table: "".join(rejected_csv(table, self.lang)).encode()
                for table in found.tables
                if table.rejected
            }
            unread = {each.table for each in found.body.passed}
            if unread := unread - {each.table for each in found.body.tables}:
                likely = _likely(self.files, task.choices.wanted)
                self.likely = {each: likely[each] for each in sorted(unread & likely.keys())}
            lines = report_lines(found.body, found.tables, self.lang)
            self.report = compress("".join(report_csv(lines, self.lang)).encode(), level=1)
            if not task.write:
                return found.body
            job.begin_to_write()
            store = workspaces.store
            return apply(store, found, sound_only=task.sound_only, seen=task.seen)

        dataset = task.choices.dataset or workspaces.dataset or ""
        self.likely = {}
        self._job = jobs.start(dataset, work, self.owner, writes=True)
        self.task = task
        return self._job


def _likely(files: tuple[TableFile, ...], wanted: TableChoices) -> dict[str, LikelyTable]:
    """Return what may be the headers of tables, and their kinds, by table."""
    found: dict[str, LikelyTable] = {}
    for file in files:
        with suppress(TableRefusedError):  # that is what is told already
            found.update(likely_tables(file, wanted))
    return found


class Drafts:
    """The drafts of one server; safe for threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Draft] = OrderedDict()
        self._lock = Lock()

    def put(self, draft: Draft) -> None:
        """Keep a draft."""
        with self._lock:
            self._kept[draft.id] = draft
            while len(self._kept) > 1 and self._full():
                self._kept.popitem(last=False)

    def find(self, id_: str, owner: str) -> Draft | None:
        """Return a draft to whom it belongs, while it is kept."""
        with self._lock:
            found = self._kept.get(id_)
        return found if found is not None and found.owner == owner else None

    def _full(self) -> bool:
        size = sum(draft.size for draft in self._kept.values())
        return len(self._kept) > MOST or size > MOST_BYTES
