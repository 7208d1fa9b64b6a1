"""Flat arrays: rows of numbers without objects, so that a country fits in memory.

Everything is a number: segments, groups, enterprises and regions are counted from 0 in order of
id (groups in order of consumer). A `Rows` holds many short lists end to end; row i lies at
`values[starts[i]:starts[i + 1]]`. Plain tuples of arrays, so that a compiler such as numba can
take the same loops.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
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
    starts = array("l", [0])
    values = array("i")
    for each in lists:
        values.extend(each)
        starts.append(len(values))
    return Rows(starts, values)


def inverse(rows: Rows, size: int) -> Rows:
    """Turn rows around: row v of the result lists the rows of `rows` that hold v.

    >>> inverse(rows_of([[1], [0, 1]]), 2)
    Rows(starts=array('l', [0, 1, 3]), values=array('i', [1, 0, 1]))
    """
    lists: list[list[int]] = [[] for _ in range(size)]
    for index in range(len(rows.starts) - 1):
        for value in rows.row(index):
            lists[value].append(index)
    return rows_of(lists)


def captive_members(groups: Rows, members: Rows, captive: bytearray) -> Rows:
    """List, for each consumer, the captive members of its groups, each once.

    >>> captive_members(rows_of([[0, 1], []]), rows_of([[0, 1], [1]]), bytearray([0, 1]))
    Rows(starts=array('l', [0, 1, 1]), values=array('i', [1]))
    """
    return rows_of(
        sorted({m for group in groups.row(s) for m in members.row(group) if captive[m]})
        for s in range(len(groups.starts) - 1)
    )


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
