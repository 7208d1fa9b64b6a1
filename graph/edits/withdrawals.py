"""What people have taken back of what was reported, for lists that say it once more."""

from collections.abc import Mapping
from typing import NamedTuple

from graph.model import AnyRecord, Judgement, Lead, RecordKey
from graph.store.contract import GraphStore, Version


class Withdrawal(NamedTuple):
    """A reported record that was taken back: on which day, by whom, why."""

    record: AnyRecord
    day: str
    by: str
    why: str


def withdrawals(store: GraphStore, version: Version) -> Mapping[RecordKey, Withdrawal]:
    """What was withdrawn up to a version, by type and id, each the last time that it was.

    What an undone import had written was never taken back by itself, and judgements and leads are
    nothing that a list says.
    """
    found: dict[RecordKey, Withdrawal] = {}
    for each in store.versions(version.dataset):  # the newest first
        if each.number > version.number or each.cause not in {"withdraw", "report"}:
            continue
        if not each.removed:
            continue
        for edit in store.edits(version.dataset, each.number):
            gone = edit.before
            if edit.after is None and gone is not None and not isinstance(gone, Judgement | Lead):
                said = Withdrawal(gone, each.at[:10], each.by or "—", each.note or "")
                found.setdefault((edit.type, edit.id), said)
    return found
