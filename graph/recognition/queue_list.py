"""The queue as people see it: by firm or by segment, the strong ones first."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.answers import Workspace, resolve
from graph.answers.shapes import Page, Ref
from graph.errors import UnknownNameError
from graph.model import ProposalDecision, Record
from graph.model.names import fold
from graph.model.vocabulary import DecisionVerdict, LocalStatus, ProposalState, QueueBy, Strength
from graph.network.terms import Terms
from graph.recognition.proposal import STRENGTHS, Because
from graph.recognition.queue import Queued
from graph.recognition.said import FirmSaid

_MOST_NEAR = 5
_NEAR_ENOUGH = 50


class DecisionShown(Record):
    """What was decided of a proposal, by whom and when."""

    verdict: DecisionVerdict
    by: str | None
    as_of: str | None


class QueueItem(Record):
    """A proposal that waits, or was decided.

    A firm that is not `known` becomes an enterprise when something of it is confirmed. `again`
    marks a refused one that other words speak for now.
    """

    id: str
    firm: Ref
    known: bool
    credit_code: str | None
    segment: Ref
    local_status: LocalStatus | None
    strength: Strength
    state: ProposalState
    again: bool
    because: tuple[Because, ...]
    decision: DecisionShown | None


class StrengthCounts(Record):
    """How many proposals there are of each strength."""

    strong: int
    medium: int
    weak: int


class QueueBody(Page):
    """Proposals of one state; `strengths` counts them whatever strength was asked for."""

    items: tuple[QueueItem, ...]
    state: ProposalState
    strengths: StrengthCounts
    firms: int
    segments: int


PageCut = Callable[[tuple[Queued, ...]], tuple[tuple[Queued, ...], str | None]]


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which proposals, in which order; of a firm and a segment by id."""

    firm: str | None = None
    segment: str | None = None
    strength: Strength | None = None
    state: ProposalState = "waiting"
    by: QueueBy = "firm"


def queue_body(
    ws: Workspace, queue: Mapping[str, Queued], wanted: QueueFilter, cut: PageCut
) -> QueueBody:
    """List a page of the proposals wanted; `cut` takes it out and says where the next begins."""
    either = _of_any_strength(queue, wanted)
    listed = chosen(queue, wanted)
    page, onward = cut(listed)
    counted = Counter(each.proposal.strength for each in either)
    return QueueBody(
        dataset=ws.facts.dataset.id,
        version=ws.facts.version,
        total=len(listed),
        next=onward,
        items=tuple(_item(ws, each) for each in page),
        state=wanted.state,
        strengths=StrengthCounts(**{each: counted[each] for each in STRENGTHS}),
        firms=len({each.firm.id for each in listed}),
        segments=len({each.segment for each in listed}),
    )


def chosen(queue: Mapping[str, Queued], wanted: QueueFilter) -> tuple[Queued, ...]:
    """Return the proposals wanted: what has most strong ones first, in it the strong ones."""
    either = _of_any_strength(queue, wanted)
    listed = [e for e in either if wanted.strength in {None, e.proposal.strength}]
    return tuple(_ordered(listed, _GROUPED[wanted.by], _GROUPED[_OTHER[wanted.by]]))


def _of_any_strength(queue: Mapping[str, Queued], wanted: QueueFilter) -> list[Queued]:
    return [
        each
        for each in queue.values()
        if each.state == wanted.state
        and wanted.firm in {None, each.firm.id}
        and wanted.segment in {None, each.segment}
    ]


_OTHER: Mapping[QueueBy, QueueBy] = {"firm": "segment", "segment": "firm"}
_GROUPED: Mapping[QueueBy, Callable[[Queued], str]] = {
    "firm": lambda each: each.firm.id,
    "segment": lambda each: each.segment,
}


def _ordered(
    items: Iterable[Queued], group: Callable[[Queued], str], within: Callable[[Queued], str]
) -> Iterable[Queued]:
    groups: defaultdict[str, list[Queued]] = defaultdict(list)
    for each in items:
        groups[group(each)].append(each)
    for key in sorted(groups, key=lambda key: (_weight(groups[key]), key)):
        yield from sorted(groups[key], key=lambda each: (_rank(each), within(each)))


def _rank(each: Queued) -> int:
    return STRENGTHS.index(each.proposal.strength)


def _weight(items: Sequence[Queued]) -> tuple[int, ...]:
    """Most strong ones first, then most medium, then most weak ones."""
    counted = Counter(each.proposal.strength for each in items)
    return tuple(-counted[each] for each in STRENGTHS)


def _item(ws: Workspace, queued: Queued) -> QueueItem:
    proposal = queued.proposal
    return QueueItem(
        id=queued.id,
        firm=Ref(type="enterprise", id=queued.firm.id, name=queued.firm.name),
        known=queued.firm.known,
        credit_code=queued.firm.credit_code,
        segment=proposal.segment,
        local_status=ws.local_status(Terms(), queued.segment),
        strength=proposal.strength,
        state=queued.state,
        again=queued.again,
        because=proposal.because,
        decision=_shown(queued.decision) if queued.decision else None,
    )


def _shown(decision: ProposalDecision) -> DecisionShown:
    said = decision.evidence[0]
    return DecisionShown(verdict=decision.verdict, by=said.by, as_of=said.as_of)


def firm_named(ws: Workspace, queue: Mapping[str, Queued], text: str) -> str:
    """Find a firm of the queue by id or name, else an enterprise; raise `UnknownNameError`."""
    firms: dict[str, FirmSaid] = {each.firm.id: each.firm for each in queue.values()}
    if text in firms:
        return text
    named = {fold(each.name): each.id for each in firms.values()}
    if fold(text) in named:
        return named[fold(text)]
    try:
        return resolve(ws, text, "enterprise")
    except UnknownNameError as error:
        close = near(text, (each.name for each in firms.values()))
        said = tuple(dict.fromkeys((*close, *error.suggestions)))
        raise UnknownNameError(name=text, what="enterprise", suggestions=said) from error


def near(text: str, among: Iterable[str]) -> tuple[str, ...]:
    """Return what is most like a text, the likest first."""
    found = process.extract(
        text, sorted(set(among)), scorer=fuzz.ratio, limit=_MOST_NEAR, score_cutoff=_NEAR_ENOUGH
    )
    return tuple(name for name, _, _ in found)
