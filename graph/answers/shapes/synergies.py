"""Synergies of chains and industries, and supply paths."""

from typing import Literal

from graph.answers.shapes.common import Computed, Ref
from graph.model import Evidence, Record


class SynergyCell(Record):
    """How many ties of each kind two chains (or industries) have; `a` stands before `b`.

    `ties` are the stated ones by name.
    """

    a: str
    b: str
    stated: int
    supply: int
    shared_inputs: int
    shared_makers: int
    shared_gaps: int
    ties: tuple[Ref, ...] = ()


class SynergiesBody(Computed):
    """The matrix of chains or industries: one cell per pair that has a tie at all."""

    level: Literal["chain", "industry"]
    chains: tuple[Ref, ...]
    cells: tuple[SynergyCell, ...]


class SynergySupply(Record):
    """One segment supplies another across the two chains."""

    source: Ref
    target: Ref
    evidence: tuple[Evidence, ...]


class SynergyTie(Record):
    """A shared segment, maker or gap, or a stated tie, with its evidence."""

    ref: Ref
    evidence: tuple[Evidence, ...]


class SynergyBody(Computed):
    """What ties two chains (or industries), list by list."""

    a: Ref
    b: Ref
    stated: tuple[SynergyTie, ...]
    supplies: tuple[SynergySupply, ...]
    supplied_by: tuple[SynergySupply, ...]
    shared_inputs: tuple[SynergyTie, ...]
    shared_makers: tuple[SynergyTie, ...]
    shared_gaps: tuple[SynergyTie, ...]


class PathStep(Record):
    """One step of a supply path: `kind_of` where it leads from a kind to its general segment."""

    segment: Ref
    kind_of: bool
    evidence: tuple[Evidence, ...]


class PathBody(Computed):
    """Shortest supply paths; `steps` counts the supply steps, null where nothing connects."""

    source: Ref
    target: Ref
    steps: int | None
    paths: tuple[tuple[PathStep, ...], ...]
