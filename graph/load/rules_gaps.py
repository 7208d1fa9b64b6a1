"""Rules on local facts: stated gaps do not compete."""

from collections.abc import Iterable

from graph.load.entries import SourceEntry
from graph.load.places import FilePlace
from graph.load.report import FindingsReport
from graph.message import _
from graph.model import Gap
from graph.model.gap_kinds import MERGING_KINDS


def refuse_competing_gaps(entries: Iterable[SourceEntry], to: FindingsReport) -> None:
    """One region and segment has one stated gap at most of the kinds that meet a derived one."""
    first: dict[tuple[str, str], tuple[str, FilePlace]] = {}
    for entry in entries:
        gap = entry.record
        if not isinstance(gap, Gap) or gap.segment is None or gap.kind not in MERGING_KINDS:
            continue
        here = (gap.id, entry.place)
        other, where = first.setdefault((gap.region, gap.segment), here)
        if other != gap.id:
            to.add(
                entry.place,
                _(
                    "同一地区同一环节已有缺口 {other}（{where}）；missing、introduce、"
                    "extend 只能有一个",
                    other=other,
                    where=where,
                ),
            )
