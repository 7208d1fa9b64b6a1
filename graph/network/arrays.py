"""Flat arrays: rows of numbers without objects, so that a country fits in memory.

Everything is a number: segments, groups, enterprises and regions are counted from 0 in order of
id (groups in order of consumer). A `Rows` holds many short lists end to end; row i lies at
`values[starts[i]:starts[i + 1]]`. Plain tuples of arrays, so that a compiler such as numba can
take the same loops.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, count, pairwise, repeat
from typing import NamedTuple, TypedDict

MADE, PRESENT, DEVELOPING, SOUGHT, ABSENT, UNLISTED, UNKNOWN, CAPTIVE = range(8)
"""Local statuses as numbers, the first that applies; CAPTIVE stands for none."""
NONE = -1
"""No parent, no region."""


class Rows(NamedTuple):
    """Lists of numbers end to end (compressed sparse rows)."""

    starts: "array[int]"
    values: "array[int]"

    def row(self, index: int) -> "array[int]":
        """Return one list (a copy).

        >>> rows_of([[1, 2], [], [3]]).row(0).tolist()
        [1, 2]
        """
        return self.values[self.starts[index] : self.starts[index + 1]]


class Arrays(NamedTuple):
    """The compiled network of S segments, G effective groups and E enterprises.

    `members` and `exact` run in step, `used_in` and `used_exact` too; `groups` lists the groups
    of each consumer, inherited ones included; `used_in` lists the groups that each segment is a
    member of; `sources` lists what yields each segment as a by-product, `stages` the captive
    stages that a segment works.
    """

    parent: "array[int]"  # S: general kind or NONE
    kinds: Rows  # S: special kinds
    traded: bytearray  # S
    captive: bytearray  # S
    goods: bytearray  # S: a product, equipment or software
    category: bytearray  # S: kinds, but no inputs of its own
    groups: Rows  # S
    used_in: Rows  # S
    used_exact: bytearray  # used_in end to end: whether the segment has to be exact there
    sources: Rows  # S
    yields: Rows  # S
    stages: Rows  # S: captive members of its groups
    consumer: "array[int]"  # G
    essential: bytearray  # G
    input_sort: bytearray  # G: index in INPUT_SORTS
    members: Rows  # G
    exact: bytearray  # members end to end

    def above(self, segment: int) -> Iterator[int]:
        """Yield the general kinds of a segment, the nearest first."""
        while (segment := self.parent[segment]) != NONE:
            yield segment


def rows_of(lists: Iterable[Sequence[int]]) -> Rows:
    """Lay lists end to end.

    >>> rows_of([[1, 2], [], [3]])
    Rows(starts=array('l', [0, 2, 2, 3]), values=array('i', [1, 2, 3]))
    """
    given = list(lists)
    starts = array("l", accumulate(map(len, given), initial=0))
    return Rows(starts, array("i", chain.from_iterable(given)))


def owners(rows: Rows) -> "array[int]":
    """Tell of each value in which row it lies.

    >>> owners(rows_of([[7], [], [5, 6]])).tolist()
    [0, 2, 2]
    """
    lengths = (end - start for start, end in pairwise(rows.starts))
    return array("i", chain.from_iterable(map(repeat, count(), lengths)))


def inverse(rows: Rows, size: int) -> Rows:
    """Turn rows around: row v of the result lists the rows of `rows` that hold v.

    >>> inverse(rows_of([[1], [0, 1]]), 2)
    Rows(starts=array('l', [0, 1, 3]), values=array('i', [1, 0, 1]))
    """
    lists: list[list[int]] = [[] for _ in range(size)]
    for index, value in zip(owners(rows), rows.values, strict=True):
        lists[value].append(index)
    return rows_of(lists)


def captive_members(groups: Rows, members: Rows, captive: bytearray) -> Rows:
    """List, for each consumer, the captive members of its groups, each once.

    >>> captive_members(rows_of([[0, 1], []]), rows_of([[0, 1], [1]]), bytearray([0, 1]))
    Rows(starts=array('l', [0, 1, 1]), values=array('i', [1]))
    """
    consumers = dict(zip(groups.values, owners(groups), strict=True))
    found: list[set[int]] = [set() for _ in captive]
    for group, member in zip(owners(members), members.values, strict=True):
        if captive[member]:
            found[consumers[group]].add(member)
    return rows_of(map(sorted, found))


class Inverses(TypedDict):
    """The arrays that follow from others."""

    used_in: Rows
    used_exact: bytearray
    sources: Rows
    stages: Rows


def inverses(
    groups: Rows, members: Rows, exact: bytearray, yields: Rows, captive: bytearray
) -> Inverses:
    """Return the arrays that follow from others."""
    size = len(captive)
    # In the order of `inverse`: of each segment its uses, by group.
    places = sorted(range(len(members.values)), key=members.values.__getitem__)
    return Inverses(
        used_in=inverse(members, size),
        used_exact=bytearray(exact[at] for at in places),
        sources=inverse(yields, size),
        stages=captive_members(groups, members, captive),
    )
