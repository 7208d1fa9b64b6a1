"""The network after an edit of firms, of what they make, and of claims, from the one before it.

Only the rows of the segments that were spoken of are made anew; everything else is cut and laid
end to end again. It equals the network that `compile_network` makes of the facts after the edit.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple, TypeVar

from graph.model import Claim, Facts, Makes
from graph.model.references import RecordKey
from graph.model.vocabulary import LOCAL_STATUSES
from graph.network.arrays import NONE, Rows, owners
from graph.network.compile import STATUS_BY_MAKER, is_reported
from graph.network.network import Locals, Network

Marks = TypeVar("Marks", "array[int]", bytearray)


class Sayings(NamedTuple):
    """Who makes a segment and what is claimed of it, in order of id; what of that is set aside."""

    makers: Mapping[str, tuple[Makes, ...]]
    claims: Mapping[str, tuple[Claim, ...]]
    past: frozenset[RecordKey]


class Edited(NamedTuple):
    """The segments of which an edit speaks, and the firms that it adds or changes."""

    segments: frozenset[str]
    firms: frozenset[str]


def patched_network(network: Network, facts: Facts, said: Sayings, edited: Edited) -> Network:
    """Return the network of `facts`, which have the segments, regions and recipes of `network`.

    No firm may be gone, and nothing rest on registers.
    """
    before = _with_firms(network.locals, facts, edited.firms)
    at = sorted(network.numbers[each] for each in edited.segments)
    ids = [network.ids[each] for each in at]
    makers = [_makers(before, facts, said, each) for each in ids]
    claims = [_claims(before, said, each) for each in ids]
    after = _with_claims(_with_makers(before, at, makers), at, claims)
    return replace(network, version=facts.version, locals=after)


def _makers(old: Locals, facts: Facts, said: Sayings, segment: str) -> list[tuple[int, int]]:
    """List who makes a segment by number, each with the status that it gives."""
    found = []
    for fact in said.makers.get(segment, ()):
        status = STATUS_BY_MAKER.get(facts.enterprises[fact.enterprise].status)
        if status is not None and (fact.type, fact.id) not in said.past:
            number = bisect_left(old.enterprises, fact.enterprise)
            found.append((number, LOCAL_STATUSES.index(status)))
    return found


def _claims(old: Locals, said: Sayings, segment: str) -> list[tuple[int, int, bool]]:
    """List the regions of which something is claimed, what, and whether a person did."""
    return [
        (old.regions.index(each.region), LOCAL_STATUSES.index(each.status), is_reported(each))
        for each in said.claims.get(segment, ())
        if (each.type, each.id) not in said.past
    ]


def _with_firms(old: Locals, facts: Facts, firms: frozenset[str]) -> Locals:
    """Count the firms again, and say where they are."""
    if not firms:
        return old
    ids = tuple(facts.enterprises)
    known = set(old.enterprises)
    added = {bisect_left(ids, each) for each in firms if each not in known}
    numbers = [number for number in range(len(ids)) if number not in added]
    regions = {region: number for number, region in enumerate(old.regions)}
    where = array("i", [regions.get(f.region or "", NONE) for f in facts.enterprises.values()])
    # One without a region stands last.
    placed = [len(regions) if place == NONE else place for place in where]
    makers = array("i", map(numbers.__getitem__, old.makers.values)) if added else old.makers.values
    return replace(
        old,
        enterprises=ids,
        enterprise_region=where,
        firms_in=_turned(placed, len(regions) + 1),
        makers=Rows(old.makers.starts, makers),
        made_by=_turned(makers, len(ids)) if added else old.made_by,
    )


def _with_makers(
    old: Locals, at: Sequence[int], rows: Sequence[Sequence[tuple[int, int]]]
) -> Locals:
    starts = old.makers.starts
    firms = [array("i", [firm for firm, _ in row]) for row in rows]
    codes = [bytearray(code for _, code in row) for row in rows]
    makers = _spliced_rows(old.makers, at, firms)
    status = _spliced(old.maker_status, starts, at, codes)
    if makers == old.makers and status == old.maker_status:
        return old
    return replace(
        old,
        makers=makers,
        maker_status=status,
        made_by=_turned(makers.values, len(old.enterprises)),
        maker_segment=owners(makers),
    )


def _with_claims(
    old: Locals, at: Sequence[int], rows: Sequence[Sequence[tuple[int, int, bool]]]
) -> Locals:
    starts = old.claim_region.starts
    regions = [array("i", [region for region, _, _ in row]) for row in rows]
    codes = [bytearray(code for _, code, _ in row) for row in rows]
    told = [bytearray(each for _, _, each in row) for row in rows]
    claimed = _spliced_rows(old.claim_region, at, regions)
    return replace(
        old,
        claim_region=claimed,
        claim_status=_spliced(old.claim_status, starts, at, codes),
        claim_reported=_spliced(old.claim_reported, starts, at, told),
        claims_in=_turned(claimed.values, len(old.regions)),
        claim_segment=owners(claimed),
    )


def _spliced_rows(rows: Rows, at: Sequence[int], new: Sequence["array[int]"]) -> Rows:
    """Put new rows in the place of those `at` these numbers, which go up."""
    starts, grown, first = array("l"), 0, 0
    for number, row in zip(at, new, strict=True):
        starts.extend(_shifted(rows.starts[first : number + 1], grown))
        grown += len(row) - (rows.starts[number + 1] - rows.starts[number])
        first = number + 1
    starts.extend(_shifted(rows.starts[first:], grown))
    return Rows(starts, _spliced(rows.values, rows.starts, at, new))


def _shifted(starts: "array[int]", by: int) -> "array[int]":
    return array("l", [each + by for each in starts]) if by else starts


def _spliced(marks: Marks, starts: "array[int]", at: Sequence[int], new: Sequence[Marks]) -> Marks:
    """Cut rows out of what lies end to end, and lay others in their place."""
    found, first = marks[:0], 0
    for number, row in zip(at, new, strict=True):
        found += marks[first : starts[number]]
        found += row
        first = starts[number + 1]
    found += marks[first:]
    return found


def _turned(values: Sequence[int], size: int) -> Rows:
    """List where each number below `size` stands among the values, in order.

    >>> [_turned([2, 0, 2], 3).row(number).tolist() for number in range(3)]
    [[1], [], [0, 2]]
    """
    counts: Mapping[int, int] = Counter(values)
    lengths: Iterable[int] = (counts.get(number, 0) for number in range(size))
    places = sorted(range(len(values)), key=values.__getitem__)
    return Rows(array("l", accumulate(lengths, initial=0)), array("i", places))
