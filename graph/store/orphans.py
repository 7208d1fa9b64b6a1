"""Reported records that lost their subject: the same in every store."""

from collections.abc import Iterable

from graph.model import AnyRecord, Facts
from graph.model.merging import reattached_one
from graph.model.soundness import names_only_what_is_there


def orphans_among(reported: Iterable[AnyRecord], facts: Facts) -> tuple[AnyRecord, ...]:
    """Those that name a record which is not among `facts`, in the order given.

    Who names an id that was merged into another names the other.
    """
    return tuple(
        record
        for record in reported
        if not names_only_what_is_there(reattached_one(record, facts.merged), facts)
    )
