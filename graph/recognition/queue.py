"""The queue: what firms' words propose, less what people have decided."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.model import Facts, ProposalDecision
from graph.model.names import fold
from graph.model.references import made_id
from graph.model.vocabulary import ProposalState
from graph.recognition.known import Known
from graph.recognition.proposal import Because, Proposal
from graph.recognition.recogniser import recognise_firm
from graph.recognition.rows import FirmRow
from graph.recognition.said import FirmSaid, firms_said


@dataclass(frozen=True, slots=True)
class Queued:
    """A proposal with its firm, and what was decided of it.

    `again` marks one that was refused, and waits again because other words speak for it now.
    """

    id: str
    firm: FirmSaid
    proposal: Proposal
    state: ProposalState
    decision: ProposalDecision | None
    again: bool

    @property
    def segment(self) -> str:
        """The id of the segment."""
        return self.proposal.segment.id


class Recogniser:
    """Recognises firms, each once: most of them say the same in the next version."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._told: dict[tuple[FirmRow, ...], tuple[Proposal, ...]] = {}

    def told(self, firms: Iterable[FirmSaid]) -> Iterator[tuple[FirmSaid, tuple[Proposal, ...]]]:
        """Yield the firms with their proposals, and keep what was told of these alone."""
        before, now = self._told, {}
        for firm in firms:
            found = before.get(firm.rows)
            if found is None:
                found = recognise_firm(firm.rows, self._known)
            now[firm.rows] = found
            yield firm, found
        self._told = now


def queue(facts: Facts, recogniser: Recogniser) -> Mapping[str, Queued]:
    """Return every proposal by id, firm by firm, the strong ones first.

    Left out is what a firm is known to make, or not to make, without the queue; and what one may
    make that has yet to come: it would make a segment sought of which nothing is known.
    """
    decisions = {
        (facts.merged.get(("enterprise", each.enterprise), each.enterprise), each.segment): each
        for each in facts.decisions.values()
    }
    found = (
        _queued(facts, firm, proposal, decisions.get((firm.id, proposal.segment.id)))
        for firm, proposals in recogniser.told(_here(facts))
        for proposal in proposals
    )
    return {each.id: each for each in found if each is not None}


def _here(facts: Facts) -> Iterator[FirmSaid]:
    for firm in firms_said(facts):
        known = facts.enterprises.get(firm.id)
        if known is None or known.status != "prospective":
            yield firm


def _queued(
    facts: Facts, firm: FirmSaid, proposal: Proposal, decision: ProposalDecision | None
) -> Queued | None:
    makes = made_id("makes", (firm.id, proposal.segment.id))
    verdict = decision.verdict if decision else None
    refused = decision is not None and verdict == "refuse" and holds(decision, proposal)
    state: ProposalState = "refused" if refused else "waiting"
    if makes in facts.makes:
        if verdict != "confirm":
            return None
        state = "confirmed"
    elif ("makes", makes) in facts.denied:
        return None
    again = verdict == "refuse" and state == "waiting"
    id_ = f"proposal.{firm.id}.{proposal.segment.id}"
    return Queued(id_, firm, proposal, state, decision, again)


def holds(decision: ProposalDecision, proposal: Proposal) -> bool:
    """Whether every phrase that speaks for a proposal was there when it was decided."""
    return set(rested_on(proposal)) <= set(decision.rested_on)


def rested_on(proposal: Proposal) -> tuple[str, ...]:
    """Return the digests of the phrases that speak for a proposal, in order.

    In which table and row they stand does not matter: a list that is sent again says nothing new.
    """
    return tuple(sorted({_digest(each) for each in proposal.because}))


def _digest(because: Because) -> str:
    said = (fold(because.phrase), because.verb, because.industry_code or "")
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:12]
