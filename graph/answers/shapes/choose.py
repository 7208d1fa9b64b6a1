"""选几项: which k candidates bring most."""

from graph.answers.shapes.common import Computed, Ref
from graph.model import Record
from graph.model.vocabulary import LocalStatus


class ChosenItem(Ref):
    """A segment that was chosen: what it brings alone, and what would be lost without it.

    `verify_first`: nobody knows whether it is here already. `land` and `cost` are null where
    nobody said; they count as 0. `park` is where it would stand; `park_fits` where the park states
    one of its chains as a direction, or has one.
    """

    local_status: LocalStatus
    verify_first: bool
    forced: bool
    rows: tuple[Ref, ...]
    brings_alone: float
    lost_without: float
    land: float | None = None
    park: Ref | None = None
    park_fits: bool | None = None
    cost: float | None = None


class WorldChoice(Record):
    """A choice and what it is worth: the gain, and how many products it completes.

    No choice has a larger gain than `bound`; `proven_optimal` says that none is better.
    """

    chosen: tuple[Ref, ...]
    objective: float
    completed: int
    proven_optimal: bool
    bound: float


class ForcedCost(Record):
    """How much better the best choice would be if a segment were not forced."""

    segment: Ref
    cost: float
    completed: int


class UnlockedItem(Record):
    """A product that gains: how many of its `needed` groups are served, and what that counts.

    `completed`: it becomes completable, a planned one ready.
    """

    product: Ref
    planned: bool
    needed: int
    before: int
    after: int
    completed: bool
    gain: float


class ParkUse(Record):
    """A park with the land that may be used, and what the choice uses of it (mu)."""

    park: Ref
    land: float
    used: float


class ChooseWeights(Record):
    """What a product counts: one that is here, and a planned one."""

    local: float
    planned: float


class ChooseBody(Computed):
    """选几项: the best choice of at most k candidates, proven or with its bound.

    In the certain world, `possible` beside it, and what `both` choose. `objective` is the gain
    over all products; `second_best` lacks one of the chosen, null where all are forced. `link`
    is the page that asks the same.
    """

    k: int
    chain: Ref | None
    candidates: int
    force: tuple[Ref, ...]
    forbid: tuple[Ref, ...]
    weights: ChooseWeights
    sentence: str
    chosen: tuple[ChosenItem, ...]
    objective: float
    completed: int
    proven_optimal: bool
    bound: float
    greedy_objective: float
    greedy: WorldChoice
    second_best: WorldChoice | None
    forced_cost: tuple[ForcedCost, ...]
    unlocks: tuple[UnlockedItem, ...]
    possible: WorldChoice
    both: tuple[Ref, ...]
    parks: tuple[ParkUse, ...]
    budget: float | None
    spent: float | None
    notes: tuple[str, ...]
    link: str = ""
