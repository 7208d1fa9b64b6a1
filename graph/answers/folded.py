"""What segments and enterprises are called, folded once for all who filter lists by a name."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from graph.model import FIELD_OF_TYPE, Facts, Mention, RecordType, Segment
from graph.model.names import fold, simplified

Mentions = Mapping[str, tuple[Mention, ...]]
Folded = tuple[str, ...]
IdsByName = Mapping[str, Sequence[str]]
"""Ids by folded name, each list in order."""
NAMED: tuple[RecordType, ...] = ("industry", "chain", "region", "segment", "enterprise")
"""What questions are asked about by name."""


def aliases_of(mentions: Mentions, segment: Segment) -> tuple[str, ...]:
    """List other names of a segment: aliases, and the documents' own words for it."""
    words = [m.name for m in mentions.get(segment.id, ()) if m.name]
    names = dict.fromkeys((*segment.aliases, *words))
    return tuple(name for name in names if name != segment.name)


def folded_segments(facts: Facts, mentions: Mentions) -> tuple[Folded, ...]:
    """Fold the names of every segment, in order of id."""
    return tuple(
        tuple(fold(name) for name in (each.name, each.name_en, *aliases_of(mentions, each)))
        for each in facts.segments.values()
    )


def folded_firms(facts: Facts) -> Mapping[str, Folded]:
    """Fold the names of every enterprise, in simplified characters."""
    return {
        each.id: tuple(fold(simplified(name)) for name in (each.name, *each.aliases))
        for each in facts.enterprises.values()
    }


class KnownNames:
    """Which records have a name; worked out for a type when it is first asked about.

    `saved` has those of some types already.
    """

    def __init__(self, facts: Facts, saved: Callable[[], Mapping[str, IdsByName]] = dict) -> None:
        self._facts = facts
        self._saved = saved
        self._known: dict[RecordType, IdsByName] = {}

    def of(self, kind: RecordType) -> IdsByName:
        """Return the ids of a type of records by each of their names."""
        known = self._known.get(kind)
        if known is None:
            saved = self._saved() if kind in NAMED else {}
            known = self._known[kind] = saved.get(kind) or _ids_by_name(self._facts, kind)
        return known


def names_of(facts: Facts, kind: RecordType) -> Iterator[tuple[str, str]]:
    """Yield every name of the records of a type, with the id."""
    for record in getattr(facts, FIELD_OF_TYPE[kind]).values():
        yield record.name, record.id
        for other in (getattr(record, "name_en", None), *getattr(record, "aliases", ())):
            if other:
                yield other, record.id
    if kind == "segment":
        for mention in facts.mentions.values():
            if mention.name:
                yield mention.name, mention.segment


def _ids_by_name(facts: Facts, kind: RecordType) -> IdsByName:
    found: dict[str, set[str]] = {}
    for name, id_ in names_of(facts, kind):
        found.setdefault(fold(name), set()).add(id_)
    return {name: sorted(ids) for name, ids in found.items()}
