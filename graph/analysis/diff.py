"""Two versions of a dataset beside one another: which facts differ, and what each touches."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.model import (
    FIELD_OF_TYPE,
    AnyRecord,
    Enterprise,
    Evidence,
    Fact,
    Facts,
    Gap,
    RecordKey,
    Segment,
)
from graph.model.references import references
from graph.model.vocabulary import FactAction


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact of either version that the other does not hold, or holds otherwise."""

    before: AnyRecord | None
    after: AnyRecord | None

    @property
    def record(self) -> AnyRecord:
        """The fact as it is now, or as it was."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - one of them is a fact
        return found

    @property
    def action(self) -> FactAction:
        """What became of it."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"


def fact_changes(before: Facts, after: Facts) -> tuple[FactChange, ...]:
    """Return what readers may know of the facts that differ, by type and id.

    Merged ids count as what they were merged into; a denied fact is none.
    """
    old, new = _by_key(before), _by_key(after)
    types = list(FIELD_OF_TYPE)
    keys = sorted({*old, *new}, key=lambda key: (types.index(key[0]), key[1]))
    pairs = (FactChange(old.get(key), new.get(key)) for key in keys)
    return tuple(each for each in pairs if each.before != each.after)


def _by_key(facts: Facts) -> Mapping[RecordKey, AnyRecord]:
    return {(each.type, each.id): each for each in facts.public()}


def touched(change: FactChange, before: Facts, after: Facts) -> frozenset[RecordKey]:
    """Return the segments and gaps that a change is about, in either version.

    That of an enterprise is about all that it makes.
    """
    found: set[RecordKey] = set()
    for record in (change.before, change.after):
        found.update(_named(record))
    if isinstance(change.record, Enterprise):
        for facts in (before, after):
            found.update(
                ("segment", each.segment)
                for each in facts.makes.values()
                if each.enterprise == change.record.id
            )
    return frozenset(found)


def stated_in(change: FactChange) -> tuple[str, ...]:
    """Return the documents that say what is new of a fact, or that said what is gone.

    Those of its quotes that it had not before; where it has none of them, all that state it.
    """
    before, after = _quotes(change.before), _quotes(change.after)
    new = [each for each in after if each not in before]
    said = new or after or before
    return tuple(dict.fromkeys(each.document for each in said if each.document))


def _quotes(record: AnyRecord | None) -> tuple[Evidence, ...]:
    return record.evidence if isinstance(record, Fact) else ()


def _named(record: AnyRecord | None) -> Iterator[RecordKey]:
    if record is None:
        return
    if isinstance(record, Segment | Gap):
        yield record.type, record.id
    yield from (key for key in references(record) if key[0] in {"segment", "gap"})
