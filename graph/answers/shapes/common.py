"""What the bodies of answers share."""

from typing import Literal

from pydantic import JsonValue

from graph.model import Evidence, Record, RecordType
from graph.model.vocabulary import Horizon, InputSort, StatusBasis


class Ref(Record):
    """A pointer to a record, with what a reader needs to recognise it."""

    type: RecordType
    id: str
    name: str
    name_en: str | None = None


class Body(Record):
    """What every answer says: which dataset, which version."""

    dataset: str
    version: int


class Computed(Body):
    """What every computed answer says: region, boundary, inputs and horizon."""

    region: Ref
    boundary: str
    inputs: tuple[InputSort, ...]
    horizon: Horizon


class Page(Body):
    """What every list says: how many there are, and where the next page begins."""

    total: int
    next: str | None = None


class ComputedPage(Computed):
    """A computed list."""

    total: int
    next: str | None = None


class GroupState(Record):
    """One group of a completeness: its members and whether one is available."""

    members: tuple[Ref, ...]
    state: Literal["available", "developing", "unknown", "lacking"]


class Completeness(Record):
    """Local completeness 本地配套率 as a range; low and high are null only when needed is 0.

    `unknown` holds the `developing` ones too: available + unknown + lacking = needed. `display`
    says what may be shown: `percent`, the bare `counts` (more than half truly unknown), or the
    `list` of groups (fewer than three).
    """

    available: int
    unknown: int
    developing: int = 0
    lacking: int
    needed: int
    low: float | None
    high: float | None
    by: Literal["count", "value"]
    boundary: str
    display: Literal["percent", "counts", "list"]
    groups: tuple[GroupState, ...] = ()


class StatusCounts(Record):
    """Segments by local status; captive ones have none and stand apart."""

    made: int = 0
    present: int = 0
    developing: int = 0
    sought: int = 0
    absent: int = 0
    unlisted: int = 0
    unknown: int = 0
    captive: int = 0


class StatusGrounds(Record):
    """What a local status rests on: null and nothing where it is unknown or there is none.

    `derived` ones were concluded: from a kind, a by-product, a category's kinds, or a reported
    answer about the general. `status_remark` says what the status does not say.
    """

    status_basis: StatusBasis | None
    status_evidence: tuple[Evidence, ...]
    status_remark: str | None


class Statement(Record):
    """Any fact on a segment that has evidence: a mention, claim, making or kind."""

    id: str
    type: RecordType
    text: str
    refs: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class Detail(Record):
    """What one field of a record holds: its name and its word, the value, and that in words.

    `refs` are the records that it names.
    """

    name: str
    word: str
    value: JsonValue
    text: str
    refs: tuple[Ref, ...] = ()


class Correction(Record):
    """A fact that people corrected or denied; `now` is null where it is not so at all.

    `said` and `was` are the sentence and the evidence of what is held no more, `evidence` is that
    of whoever corrected it, for a `reason`.
    """

    type: RecordType
    id: str
    said: str
    now: str | None
    reason: str | None
    evidence: tuple[Evidence, ...]
    was: tuple[Evidence, ...]
