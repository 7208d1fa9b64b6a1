"""Priority: which gap first, why, and how much that hangs on the weights."""

from typing import Literal

from pydantic import Field

from graph.answers.shapes.common import Computed, ComputedPage, Ref
from graph.model import Evidence, Record
from graph.model.vocabulary import Criterion, NeedCode, Preset, Standing

LeftOut = Literal["noted", "direction", "bought", "service", "no_data"]
"""Why a row has no priority: nothing is to be landed; no segment to compare; anyone buys it; it is
no good that a firm would come for; none of the weighted criteria has data."""


class ContributionItem(Record):
    """What one criterion gives to a score: `weight` × `value` = `points`.

    `given` is its weight as chosen; `weight` has its part of what criteria without data share
    out. Without data `value` is null and `weight` 0. `said` is what was measured, in words.
    """

    criterion: Criterion
    given: float
    weight: float
    value: float | None
    points: float
    said: str


class AcceptabilityItem(Record):
    """How often a gap comes first, or among the first ten, under weights drawn at random.

    Under nine in ten of them its rank lies from `low` to `high`.
    """

    first: float
    first_ten: float
    low: int
    high: int


class PriorityScore(Record):
    """The score of a gap from 0 to 100 with what it consists of, and its rank.

    `ties` gaps share the rank. `acceptability` is left out where it was not asked for.
    """

    score: float
    rank: int
    ties: int
    contributions: tuple[ContributionItem, ...]
    acceptability: AcceptabilityItem | None = Field(default=None, exclude_if=lambda each: not each)


class FlipItem(Record):
    """The smallest change of one weight that changes a rank: by `change` to `weight`.

    Of weights that make 100 in all; the others stay as they are. `other` is the gap that it
    changes places with.
    """

    criterion: Criterion
    change: float
    weight: float
    rank: int
    other: Ref


class ParkItem(Record):
    """A park that fits a gap: `stated` where its own direction covers the chain.

    `because` is what stands there for the chain: firms, platforms, projects. Its free land is
    null where no document says how much.
    """

    region: Ref
    free_land_mu: float | None
    stated: bool
    because: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class PriorityItem(Record):
    """A row of the gap list with its priority; `flip` is null where no single weight changes it."""

    id: str
    name: str
    segment: Ref
    chains: tuple[Ref, ...]
    standing: Standing
    need: NeedCode
    alternatives: tuple[Ref, ...]
    priority: PriorityScore
    flip: FlipItem | None


class FirstLine(Record):
    """A line of the short list 首批十项: one group of alternatives.

    `also` are rows that it heads. `unlocks` are products that get all their inputs if everything
    unknown is here, `helps` others that wait for it. `ask` are firms or an office here,
    `candidates` firms that mean to make it, `neighbours` regions whose directions cover its chains.
    """

    gap: Ref
    rank: int
    score: float
    standing: Standing
    also: tuple[Ref, ...]
    alternatives: tuple[Ref, ...]
    why: str
    unlocks: tuple[Ref, ...]
    helps: tuple[Ref, ...]
    ask: tuple[Ref | str, ...]
    candidates: tuple[Ref, ...]
    neighbours: tuple[Ref, ...]
    parks: tuple[ParkItem, ...]
    how_sure: str
    evidence: tuple[Evidence, ...]


class LeftOutItem(Record):
    """Rows of the gap list that are not ranked, with the reason."""

    reason: LeftOut
    gaps: tuple[Ref, ...]


class PriorityBody(ComputedPage):
    """Gaps by priority, the best first, and the short list of the first of them.

    `weights` make 100 in all; `preset` names those that were not written. Rank acceptability
    comes from `draws` random weights, the same ones for the same `seed`. `standings` counts what is
    ranked: most are questions, no confirmed gaps.
    """

    preset: Preset
    weights: dict[Criterion, float]
    seed: int
    draws: int
    standings: dict[str, int]
    first: tuple[FirstLine, ...]
    left_out: tuple[LeftOutItem, ...]
    items: tuple[PriorityItem, ...]


class ParkRow(Record):
    """A park with what it has of each chain."""

    region: Ref
    free_land_mu: float | None
    cells: tuple["ParkCell", ...]


class ParkCell(Record):
    """What a park has of one chain: directions that cover it, and what stands there for it."""

    chain: Ref
    directions: tuple[Ref, ...]
    enterprises: tuple[Ref, ...]
    platforms: tuple[Ref, ...]
    projects: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class LandBody(Computed):
    """The matrix of parks and chains 承载地: which park has what of which chain.

    `homeless` are the chains that no park states as a direction. `gaps` counts by chain the rows
    of its gap list that are ranked by priority.
    """

    chains: tuple[Ref, ...]
    parks: tuple[ParkRow, ...]
    homeless: tuple[Ref, ...]
    gaps: dict[str, int]
