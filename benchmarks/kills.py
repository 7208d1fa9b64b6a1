"""Kills processes that write, at any moment, and looks at what they leave: old or new, never a mix.

Run: `python -m benchmarks.kills [--kills N] [--kind load|import|edit|columns] [--store URI]`. A
child writes one version after the other, each with the same number at two firms, acknowledges it,
then adds it to the audit log, as the service does; it is killed after a random time. Then the file
has to be sound, the two firms have to agree, in the columns beside it too, and each version
acknowledged has to be in store, history and audit log. The store is a file of its own, or the one
that is named: an empty Neo4j database, where each kill costs the lease of the writer that died.
"""

import argparse
import logging
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import BinaryIO

import seeds
from api.auth.audit_log import AuditLog
from api.auth.reconciling import reconcile
from api.columns import KeptColumns
from api.imports.applying import apply, prepare
from api.workspaces import Workspaces
from graph.answers.shapes.trail import TrailEntry
from graph.edits.changes import Author, Change, commit
from graph.exchange.read.files import TableFile
from graph.exchange.report.outcome import ImportChoices
from graph.load import load_dataset
from graph.model import AnyRecord, Enterprise, Facts, Seed
from graph.store import GraphStore, open_store

Write = Callable[[GraphStore, int], int]
SEED = load_dataset(seeds.FOLDER / "demo")


def main() -> None:
    """Kill so many of each kind, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--kind", choices=tuple(WRITES), action="append")
    parser.add_argument("--store")
    given = parser.parse_args()
    logging.disable()  # each entry that is added from the history would be told
    for kind in given.kind or WRITES:
        start = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            acknowledged, lost = killed(kind, given.kills, Path(folder), given.store)
        print(
            f"{kind}: {given.kills} kills, {acknowledged} writes acknowledged, {lost} lost or mixed"
            f" ({time.perf_counter() - start:.0f} s)",
            flush=True,
        )
        if lost:
            raise SystemExit(1)


def killed(kind: str, kills: int, folder: Path, uri: str | None = None) -> tuple[int, int]:
    """Kill a writer again and again; return how many writes were acknowledged, how many bad."""
    file, log = folder / "store.sqlite", AuditLog(folder / "audit.jsonl")
    uri = uri or f"sqlite:///{file}"
    with open_store(uri) as store:
        before = store.load(numbered(1)).number
        # So that no child has to import what it needs.
        log.add(_entry(before, WRITES[kind](store, before + 1)))
    acknowledged, bad = set[int](), 0
    for _ in range(kills):
        acknowledged |= _one(kind, uri, log)
        bad += not (_is_sound(file) and _is_whole(uri, log, acknowledged))
    return len(acknowledged), bad


def _one(kind: str, uri: str, log: AuditLog) -> set[int]:
    """Let a child write until it is killed; return the versions that it acknowledged."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        _write_on(kind, uri, log, os.fdopen(writes, "wb", buffering=0))
    os.close(writes)
    with os.fdopen(reads, "rb") as told:
        first = told.readline()  # what a write takes here
        time.sleep(random.uniform(0, 2 * float(first or 0)))  # noqa: S311 - no secret
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        if not first:
            raise SystemExit("the writer ended by itself")
        return {int(each) for each in told.read().split(b"\n")[:-1] if each}


def _write_on(kind: str, uri: str, log: AuditLog, told: BinaryIO) -> None:
    """Write version after version until killed; the first waits for the writer before."""
    try:
        with open_store(uri) as store:
            for tries in count():
                start = time.perf_counter()
                before = store.current("demo").number
                number = WRITES[kind](store, before + 1)
                if tries == 1:
                    told.write(b"%.4f\n" % (time.perf_counter() - start))
                if tries:
                    told.write(b"%d\n" % number)
                log.add(_entry(before, number))
    finally:
        sys.stderr.flush()
        os._exit(1)


def _entry(before: int, after: int) -> TrailEntry:
    return TrailEntry(
        number=0, time="", outcome="done", by="王工", dataset="demo", before=before, after=after
    )


def _is_sound(file: Path) -> bool:
    if not file.exists():
        return True  # the store is a server
    with closing(sqlite3.connect(file)) as connection:
        said: tuple[str] = connection.execute("PRAGMA integrity_check").fetchone()
    return said == ("ok",)


def _is_whole(uri: str, log: AuditLog, acknowledged: set[int]) -> bool:
    with open_store(uri) as store:
        reconcile(log, store)
        versions = {each.number: each.cause for each in store.versions("demo")}
        firms = _firms(store.read("demo")) | _firms(_mapped(store))
        logged = log.versions_after("demo")  # a store that was named may hold older ones
        edits = {n for n, cause in versions.items() if cause != "load" and n >= min(logged)}
        kept = acknowledged <= versions.keys() and edits <= logged
        return kept and firms == {max(versions)}


def _firms(facts: Facts) -> set[int | None]:
    return {each.insured for each in facts.enterprises.values()}


def _mapped(store: GraphStore) -> Facts:
    """The facts as the columns have them, or after the store if they were left unusable."""
    return KeptColumns(store).workspace(store.current("demo"))[0].facts


def numbered(number: int) -> Seed:
    """The demo with a number at both of its firms."""
    return replace(SEED, local=_with(number, SEED.local))


def _with(number: int, records: tuple[AnyRecord, ...]) -> tuple[AnyRecord, ...]:
    return tuple(
        each.model_copy(update={"insured": number}) if isinstance(each, Enterprise) else each
        for each in records
    )


def _load(store: GraphStore, number: int) -> int:
    return store.load(numbered(number)).number


def _edit(store: GraphStore, number: int) -> int:
    facts = store.read("demo")
    change = Change("参保人数", _with(number, tuple(facts.enterprises.values())))
    return commit(store, facts, change, Author("王工", "2026-11-25"), number - 1).number


def _import(store: GraphStore, number: int) -> int:
    names = [each.name for each in store.read("demo").enterprises.values()]
    rows = "".join(f"{name},{number},2026-11-25\n" for name in names)
    file = TableFile("企业.csv", f"企业,参保人数,数据截至\n{rows}".encode())
    choices = ImportChoices(by="王工", today="2026-11-25")
    found = prepare(Workspaces(store, None), [file], choices, "zh")
    return apply(store, found).version


def _columns(store: GraphStore, number: int) -> int:
    version = _edit(store, number)
    _mapped(store)
    return version


WRITES: dict[str, Write] = {
    "load": _load,
    "import": _import,
    "edit": _edit,
    "columns": _columns,
}

if __name__ == "__main__":
    main()
