"""What the facts of a dataset rest on, counted once per version."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graph.model import CONFIDENTIAL, AnyRecord, Fact, Facts, RecordKey
from graph.model.facts import FIELD_OF_TYPE


class Resting(NamedTuple):
    """How many public facts there are: by the basis of their first evidence, by `domain` alone.

    `as_of` is the newest date that somebody reported.
    """

    facts: int
    bases: Mapping[str, int]
    domain: int
    as_of: str | None


def resting(facts: Facts) -> Resting:
    """Count what public facts rest on."""
    return _counted(facts.public())


def resting_after(
    before: Resting, old: Facts, new: Facts, keys: Iterable[RecordKey]
) -> Resting | None:
    """Count anew where `new` differs from `old` in nothing but `keys`.

    Null where the newest date was theirs alone, perhaps: the next one is anywhere.
    """
    ours = [key for key in keys if key[0] not in CONFIDENTIAL]
    gone, come = (_counted(_held(each, ours)) for each in (old, new))
    if gone.as_of is not None and gone.as_of == before.as_of and (come.as_of or "") < gone.as_of:
        return None
    bases = Counter(before.bases)
    bases.subtract(gone.bases)
    bases.update(come.bases)
    return Resting(
        facts=before.facts - gone.facts + come.facts,
        bases=+bases,
        domain=before.domain - gone.domain + come.domain,
        as_of=max((each for each in (before.as_of, come.as_of) if each), default=None),
    )


def resting_with(few: Resting, bases: Mapping[str, int], domain: int, as_of: str | None) -> Resting:
    """Add facts that were counted elsewhere."""
    return Resting(
        facts=few.facts + sum(bases.values()),
        bases=Counter(few.bases) + Counter(bases),
        domain=few.domain + domain,
        as_of=max(filter(None, (few.as_of, as_of)), default=None),
    )


def _held(facts: Facts, keys: Iterable[RecordKey]) -> list[AnyRecord]:
    shelves = [(getattr(facts, FIELD_OF_TYPE[type_]), id_) for type_, id_ in keys]
    return [shelf[id_] for shelf, id_ in shelves if id_ in shelf]


def _counted(records: Iterable[AnyRecord]) -> Resting:
    found = [each.evidence for each in records if isinstance(each, Fact)]
    return Resting(
        facts=len(found),
        bases=Counter(evidence[0].basis for evidence in found),
        domain=sum(all(each.source == "domain" for each in evidence) for evidence in found),
        as_of=max((e.as_of for evidence in found for e in evidence if e.as_of), default=None),
    )
