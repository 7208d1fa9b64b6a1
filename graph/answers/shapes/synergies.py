"""Synergies of chains and industries, and supply paths."""

from typing import Literal

from graph.answers.shapes.common import Computed, Ref
from graph.model import Evidence, Record
from graph.model.district import SynergyDetails


class PossibleCounts(Record):
    """How many ties 可能 there would be: between unknown ends, or over what anyone buys."""

    supply: int = 0
    shared_inputs: int = 0
    shared_makers: int = 0
    shared_gaps: int = 0


class SynergyCell(Record):
    """How many ties of each kind two chains (or industries) have; `a` stands before `b`.

    Of `supply`, `gives` lead from a to b and `takes` from b to a. `ties` are the stated ones by
    name. `possible` counts apart.
    """

    a: str
    b: str
    stated: int
    supply: int
    shared_inputs: int
    shared_makers: int
    shared_gaps: int
    gives: int = 0
    takes: int = 0
    possible: PossibleCounts = PossibleCounts()
    ties: tuple[Ref, ...] = ()


class SynergiesBody(Computed):
    """The matrix of chains or industries: one cell per pair that has a tie at all.

    Cells with most ties first: by what is stated, then by shared gaps, shared makers, supplies
    and shared inputs, then by what is possible.
    """

    level: Literal["chain", "industry"]
    chains: tuple[Ref, ...]
    cells: tuple[SynergyCell, ...]


class SynergySupply(Record):
    """One segment supplies another across the two chains; `also` inherits the same input."""

    source: Ref
    target: Ref
    also: tuple[Ref, ...] = ()
    evidence: tuple[Evidence, ...]


class SynergyTie(Record):
    """A shared segment, maker or gap, with its evidence."""

    ref: Ref
    evidence: tuple[Evidence, ...]


class StatedTie(SynergyTie, SynergyDetails):
    """A tie that a document names: chain `source` serves or helps chain `target`."""

    source: Ref
    target: Ref


class PossibleTies(Record):
    """Ties between unknown ends, or over what anyone buys, list by list."""

    supplies: tuple[SynergySupply, ...]
    supplied_by: tuple[SynergySupply, ...]
    shared_inputs: tuple[SynergyTie, ...]
    shared_makers: tuple[SynergyTie, ...]
    shared_gaps: tuple[SynergyTie, ...]


class SynergyBody(Computed):
    """What ties two chains (or industries), list by list."""

    a: Ref
    b: Ref
    stated: tuple[StatedTie, ...]
    supplies: tuple[SynergySupply, ...]
    supplied_by: tuple[SynergySupply, ...]
    shared_inputs: tuple[SynergyTie, ...]
    shared_makers: tuple[SynergyTie, ...]
    shared_gaps: tuple[SynergyTie, ...]
    possible: PossibleTies


class PathStep(Record):
    """One step of a supply path: `kind_of` where it leads from a kind to its general segment.

    `fact` is the group of inputs, the segment's own or inherited, or the kind that leads here;
    null at the start.
    """

    segment: Ref
    kind_of: bool
    fact: str | None = None
    evidence: tuple[Evidence, ...]


class PathBody(Computed):
    """Shortest supply paths; `steps` counts the supply steps, null where nothing connects."""

    source: Ref
    target: Ref
    steps: int | None
    paths: tuple[tuple[PathStep, ...], ...]
