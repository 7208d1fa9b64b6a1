"""Synergies 协同 of two chains: what ties them, each kind with its list.

A chain is given as the stage of each of its segments. The ties:

- supplies: an input that one chain makes (midstream or downstream there) and that a segment of
  the other chain takes, where the other chain has it upstream, supporting or not at all;
- shared inputs: segments that stand upstream or supporting in both chains;
- shared makers: enterprises that have a role in, or make a segment of, both chains;
- shared gaps 一补多链: gaps that belong to both chains.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from graph.model.vocabulary import Stage
from graph.network.frame import Frame

MADE_AT: frozenset[Stage] = frozenset({"midstream", "downstream"})
"""Stages at which a chain makes the segment itself."""

Places = Mapping[int, Stage]


@dataclass(frozen=True, slots=True)
class Supply:
    """`source` of one chain is an input of `target` in the other, through `group`."""

    source: int
    target: int
    group: int


def supplies(frame: Frame, giver: Places, taker: Places) -> list[Supply]:
    """List what one chain supplies to another, by source and target, each pair once."""
    found: dict[tuple[int, int], Supply] = {}
    for source in sorted(giver):
        if giver[source] not in MADE_AT or taker.get(source) in MADE_AT:
            continue
        for group in frame.arrays.used_in.row(source):
            target = frame.arrays.consumer[group]
            if target in taker and target not in giver:
                found.setdefault((source, target), Supply(source, target, group))
    return [found[pair] for pair in sorted(found)]


def shared_inputs(one: Places, other: Places) -> list[int]:
    """List the segments that both chains take from upstream or beside, in order."""
    return sorted(
        segment
        for segment in one.keys() & other.keys()
        if one[segment] not in MADE_AT and other[segment] not in MADE_AT
    )


def shared(one: Collection[str], other: Collection[str]) -> list[str]:
    """List what two chains have in common, in order: makers or gaps, by their ids."""
    return sorted(set(one) & set(other))
