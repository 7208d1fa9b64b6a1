"""What is missing upstream."""

from graph.answers.shapes.common import Completeness, Computed, Ref
from graph.model import Evidence, Record
from graph.model.vocabulary import Answer, LocalStatus, Standing


class Unlock(Record):
    """What would make the product ready in the possible world.

    `choices` only where must × choices yields exactly the sets; `out_of_time` where the search for
    them was ended by its time limit.
    """

    must: tuple[Ref, ...]
    choices: tuple[tuple[Ref, ...], ...]
    sets: tuple[tuple[Ref, ...], ...]
    truncated: bool
    first_is_minimum: bool
    out_of_time: bool = False


class CertainUnlock(Record):
    """The same for the certain world: must-haves, and the size of the smallest set.

    The smallest sets are exactly must × choices; without choices where they are no such product.
    `example` is the first of them. `smallest` is null where nothing makes the product ready;
    `proven` is false where the search was cut short and a smaller set may exist.
    """

    must: tuple[Ref, ...]
    choices: tuple[tuple[Ref, ...], ...] = ()
    example: tuple[Ref, ...] = ()
    smallest: int | None
    proven: bool
    out_of_time: bool = False


class MissingItem(Record):
    """A missing upstream segment; `essential` where its group has no alternative.

    `path` runs from the missing segment to the product.
    """

    segment: Ref
    status: LocalStatus
    standing: Standing | None
    behind: bool
    depth: int
    essential: bool
    path: tuple[Ref, ...]
    alternatives: tuple[Ref, ...]
    gaps: tuple[Ref, ...]
    related: tuple[Ref, ...]
    suppliers: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class KindAnswer(Record):
    """The kind of a category for which the question was answered."""

    segment: Ref
    local_status: LocalStatus | None
    completable: Answer
    ready: Answer


class TradedInput(Record):
    """A traded segment that the answer rests on, with the reason for the judgement.

    `evidence` proves that it is an input; the judgement itself is engineering knowledge.
    """

    segment: Ref
    reason: str
    depth: int
    evidence: tuple[Evidence, ...] = ()


class MissingBody(Computed):
    """缺什么: what is missing upstream of a product, and what would make it ready."""

    target: Ref
    local_status: LocalStatus | None
    depth: int | None
    sentence: str
    kinds: tuple[KindAnswer, ...]
    completable: Answer
    ready: Answer
    completeness: Completeness
    unlock: Unlock
    certain: CertainUnlock
    traded: tuple[TradedInput, ...]
    missing: tuple[MissingItem, ...]
