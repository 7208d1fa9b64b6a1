"""The facts as an edit would leave them, without writing anything."""

from collections.abc import Iterator

from graph.edits.changes import Change
from graph.model import AnyRecord, Facts, facts_from


def previewed(facts: Facts, change: Change) -> Facts:
    """Return the facts with a change made, as the next version would read."""
    records = (*_lower_first(facts, change), *change.records)
    return facts_from(facts.dataset, facts.version, records)


def _lower_first(facts: Facts, change: Change) -> Iterator[AnyRecord]:
    """Yield what the seed says and what lies over it, without what is withdrawn."""
    for record in (*facts.records(), *facts.denied.values()):
        key = (record.type, record.id)
        if key in facts.covered:
            yield facts.covered[key]
        if key not in change.withdrawn:
            yield record
