"""The network after an edit of firms, of what they make, and of claims, from the one before it.

Only the rows of the segments that were spoken of are made anew; everything else is cut and laid
end to end again. It equals the network that `compile_network` makes of the facts after the edit.
"""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, repeat
from typing import NamedTuple, TypeVar

from graph.model import Claim, Facts, Makes
from graph.model.references import RecordKey
from graph.model.vocabulary import LOCAL_STATUSES
from graph.network.arrays import NONE, Rows
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
    """Enter the firms that are new, and say where all of them are."""
    fresh = sorted(each for each in firms if not _stands_in(old.enterprises, each))
    counted = _with_new_firms(old, facts, fresh) if fresh else old
    was, where = counted.enterprise_region, counted.enterprise_region[:]
    regions = {region: number for number, region in enumerate(old.regions)}
    numbers = {each: bisect_left(counted.enterprises, each) for each in firms}
    for each, number in numbers.items():
        where[number] = regions.get(facts.enterprises[each].region or "", NONE)
    moved = [number for number in numbers.values() if was[number] != where[number]]
    if not moved:
        return counted
    gone, come = (
        # One without a region stands last.
        [(len(regions) if each[number] == NONE else each[number], number) for number in moved]
        for each in (was, where)
    )
    return replace(
        counted, enterprise_region=where, firms_in=_exchanged(counted.firms_in, gone, come)
    )


def _stands_in(ids: Sequence[str], id_: str) -> bool:
    at = bisect_left(ids, id_)
    return at < len(ids) and ids[at] == id_


def _with_new_firms(old: Locals, facts: Facts, fresh: Sequence[str]) -> Locals:
    """Count the firms again, the fresh ones without a region."""
    places = [bisect_left(old.enterprises, each) for each in fresh]
    where, starts = old.enterprise_region[:], old.made_by.starts[:]
    for shift, place in enumerate(places):
        where.insert(place + shift, NONE)
        starts.insert(place + shift, starts[place + shift])
    # Each old firm goes up by as many as are put before it.
    numbers = array("i")
    for shift, (first, past) in enumerate(pairwise((0, *places, len(old.enterprises)))):
        numbers.extend(range(first + shift, past + shift))
    firms_in, makers = (
        Rows(rows.starts, _looked_up(numbers, rows.values)) for rows in (old.firms_in, old.makers)
    )
    come = [(len(old.regions), place + shift) for shift, place in enumerate(places)]
    return replace(
        old,
        enterprises=tuple(facts.enterprises),
        enterprise_region=where,
        firms_in=_exchanged(firms_in, (), come),
        makers=makers,
        made_by=Rows(starts, old.made_by.values),
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
        made_by=_turned(old.made_by, old.makers, at, firms),
        maker_segment=_owners(old.maker_segment, starts, at, firms),
    )


def _with_claims(
    old: Locals, at: Sequence[int], rows: Sequence[Sequence[tuple[int, int, bool]]]
) -> Locals:
    starts = old.claim_region.starts
    regions = [array("i", [region for region, _, _ in row]) for row in rows]
    codes = [bytearray(code for _, code, _ in row) for row in rows]
    told = [bytearray(each for _, _, each in row) for row in rows]
    claimed = _spliced_rows(old.claim_region, at, regions)
    status = _spliced(old.claim_status, starts, at, codes)
    reported = _spliced(old.claim_reported, starts, at, told)
    before = old.claim_region, old.claim_status, old.claim_reported
    if (claimed, status, reported) == before:
        return old
    return replace(
        old,
        claim_region=claimed,
        claim_status=status,
        claim_reported=reported,
        claims_in=_turned(old.claims_in, old.claim_region, at, regions),
        claim_segment=_owners(old.claim_segment, starts, at, regions),
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
    return array("l", map(by.__add__, starts)) if by else starts


def _spliced(marks: Marks, starts: "array[int]", at: Sequence[int], new: Sequence[Marks]) -> Marks:
    """Cut rows out of what lies end to end, and lay others in their place."""
    found, first = marks[:0], 0
    for number, row in zip(at, new, strict=True):
        found += marks[first : starts[number]]
        found += row
        first = starts[number + 1]
    found += marks[first:]
    return found


def _owners(
    owners: "array[int]", starts: "array[int]", at: Sequence[int], new: Sequence["array[int]"]
) -> "array[int]":
    """Tell of each value in which row it lies, once new rows lie `at` these numbers."""
    rows = (array("i", [number]) * len(row) for number, row in zip(at, new, strict=True))
    return _spliced(owners, starts, at, list(rows))


def _turned(turned: Rows, rows: Rows, at: Sequence[int], new: Sequence["array[int]"]) -> Rows:
    """List of each value where it stands in rows, once new rows lie `at` these numbers.

    >>> from graph.network.arrays import rows_of
    >>> turned = _turned(rows_of([[1], [0, 2]]), rows_of([[1, 0], [1]]), [0], [array("i", [1])])
    >>> [turned.row(number).tolist() for number in range(2)]
    [[], [0, 1]]
    """
    moved, first, grown = array("i"), 0, 0
    gone, come = list[tuple[int, int]](), list[tuple[int, int]]()
    for number, row in zip(at, new, strict=True):
        start, past = rows.starts[number], rows.starts[number + 1]
        begin = start + grown
        moved.extend(range(first + grown, begin))
        moved.extend(repeat(begin, past - start))
        gone += [(value, begin) for value in rows.values[start:past]]
        come += [(value, begin + place) for place, value in enumerate(row)]
        first, grown = past, begin + len(row) - past
    moved.extend(range(first + grown, len(rows.values) + grown))
    return _exchanged(Rows(turned.starts, _looked_up(moved, turned.values)), gone, come)


def _looked_up(table: "array[int]", values: "array[int]") -> "array[int]":
    return array("i", map(table.__getitem__, values))


def _exchanged(
    rows: Rows, gone: Iterable[tuple[int, int]], come: Iterable[tuple[int, int]]
) -> Rows:
    """Take values out of rows that are in order, each given after its row, and put others in.

    >>> from graph.network.arrays import rows_of
    >>> rows = _exchanged(rows_of([[1, 2], [4]]), [(0, 2)], [(1, 3)])
    >>> rows.row(0).tolist(), rows.row(1).tolist()
    ([1], [3, 4])
    """
    found: dict[int, array[int]] = {}
    for number, value in gone:
        row = found.setdefault(number, rows.row(number))
        row.pop(bisect_left(row, value))
    for number, value in come:
        insort(found.setdefault(number, rows.row(number)), value)
    at = sorted(found)
    return _spliced_rows(rows, at, [found[number] for number in at])
