"""Segments with inputs and outputs."""

from pydantic import Field

from graph.answers.shapes.common import (
    Body,
    Completeness,
    ComputedPage,
    Correction,
    Ref,
    Statement,
    StatusGrounds,
)
from graph.model import Code, Evidence
from graph.model.segments import InputGroupDetails, MembershipDetails, SegmentDetails
from graph.model.vocabulary import Answer, Horizon, InputSort, LocalStatus


class ChainStage(MembershipDetails):
    """A chain that a segment belongs to, and where in it."""

    id: str
    name: str
    name_en: str | None = None
    evidence: tuple[Evidence, ...]


class MemberRef(Ref):
    """An alternative within a group of inputs."""

    exact: bool = False
    local_status: LocalStatus | None = None
    traded: bool = False


class InputGroupItem(InputGroupDetails):
    """A group of inputs of a segment; `inherited_from` names the general kind that brought it."""

    id: str
    members: tuple[MemberRef, ...]
    inherited_from: Ref | None
    evidence: tuple[Evidence, ...]


class SegmentItem(StatusGrounds, SegmentDetails):
    """A segment in a list."""

    id: str
    traded: bool
    traded_reason: str | None
    kind_of: Ref | None
    chains: tuple[ChainStage, ...]
    local_status: LocalStatus | None
    makers: tuple[Ref, ...]
    gaps: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class SegmentsBody(ComputedPage):
    """Segments, filtered."""

    items: tuple[SegmentItem, ...]


class SegmentBody(Body, SegmentItem):
    """One segment with its inputs, outputs and every statement on it.

    Here `inputs` are the groups of inputs; the input sorts of the question are `input_sorts`.
    """

    region: Ref
    boundary: str
    input_sorts: tuple[InputSort, ...]
    horizon: Horizon

    codes: tuple[Code, ...]
    kinds: tuple[Ref, ...]
    category: bool
    inputs: tuple[InputGroupItem, ...]
    by_products: tuple[Ref, ...]
    outputs: tuple[Ref, ...]
    statements: tuple[Statement, ...]
    completeness: Completeness
    completable: Answer | None
    ready: Answer | None
    corrections: tuple[Correction, ...] = Field(default=(), exclude_if=lambda each: not each)
