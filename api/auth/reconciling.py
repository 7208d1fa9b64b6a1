"""Edits that the history has and the audit log has not: a process died between the two.

The history is written with the edit, in one transaction; the log after it. What is found at start
is added, with what the history knows: who, when and which versions, not from where.
"""

import logging

from api.auth.audit_log import AuditLog
from graph.answers.shapes.trail import TrailEntry
from graph.store.contract import GraphStore, Version

LOG = logging.getLogger("liantu.audit")
MOST = 200
"""Edits of a dataset that are added at once, the newest; more is no crash but another log."""


def reconcile(log: AuditLog, store: GraphStore) -> int:
    """Add what is missing, commands' edits too; return how many entries that were."""
    if log.file is None:
        return 0
    missing = [each for dataset in store.datasets() for each in _missing(log, store, dataset.id)]
    for version in missing:
        log.add(_entry(version))
    if missing:
        LOG.warning("%d edits of the history were not in the audit log: added", len(missing))
    return len(missing)


def _missing(log: AuditLog, store: GraphStore, dataset: str) -> list[Version]:
    """Edits since the oldest one that is logged, the oldest first."""
    logged = log.versions_after(dataset)
    since = min(logged, default=0)
    found = (
        each
        for each in store.versions(dataset)
        if each.number > since and each.number not in logged and each.cause != "load"
    )
    return list(found)[:MOST][::-1]


def _entry(version: Version) -> TrailEntry:
    return TrailEntry(
        number=0,
        time=version.at,
        outcome="done",
        by=version.by or "—",
        path=f"history {version.cause}",
        dataset=version.dataset,
        before=version.number - 1,
        after=version.number,
    )
