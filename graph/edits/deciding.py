"""Deciding proposals: the confirmed are facts from then on, the refused are not asked again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from graph.edits.changes import Author, Change
from graph.edits.finding import held
from graph.edits.inputs import EditInput, Prose
from graph.errors import NothingDecidedError, ProposalConfirmedError, UnknownNameError
from graph.message import _
from graph.model import (
    AnyRecord,
    Enterprise,
    Evidence,
    Facts,
    Makes,
    ProposalDecision,
)
from graph.model.plain_looks import BY
from graph.model.references import made_id
from graph.model.vocabulary import DecisionVerdict
from graph.recognition.proposal import Because
from graph.recognition.queue import Queued, rested_on
from graph.recognition.queue_list import near
from graph.store.contract import Edit, GraphStore, Version

MOST_AT_ONCE = 5000
PROVEN_BY = 3
"""Phrases that a confirmed fact cites; the strongest ones come first."""
_SAID = _("{column}：“{phrase}”，按{way}理解为“{word}”")
_AGREED = _("{column}：“{phrase}”，按{way}理解为“{word}”；行业代码 {code} 相符")
ProposalId = Annotated[str, StringConstraints(min_length=1, max_length=250)]
ProposalIds = Annotated[tuple[ProposalId, ...], Field(max_length=MOST_AT_ONCE)]


class DecisionsInput(EditInput):
    """Which proposals are confirmed and which refused, all of them in one edit; `reason` is free.

    None is in both lists.
    """

    confirm: ProposalIds = ()
    refuse: ProposalIds = ()
    reason: Prose | None = None

    @model_validator(mode="after")
    def _decides_once(self) -> "DecisionsInput":
        if not (self.confirm or self.refuse):
            raise PydanticCustomError("nothing_decided", "confirm or refuse is needed")
        if both := sorted(set(self.confirm) & set(self.refuse)):
            raise PydanticCustomError(
                "both_decided", "confirmed and refused: {id}", {"id": both[0]}
            )
        return self


def decided(
    facts: Facts, queue: Mapping[str, Queued], said: DecisionsInput, author: Author
) -> Change:
    """Decide proposals of the queue.

    Raise `UnknownNameError` for an id that is none, with the nearest, and
    `ProposalConfirmedError` for the refusal of what was confirmed: that is undone, not refused.
    """
    confirmed = _wanted(queue, said.confirm, "confirmed")
    refused = _wanted(queue, said.refuse, "refused")
    for each in refused:
        if each.state == "confirmed":
            raise ProposalConfirmedError(id=each.id)
    records = {
        (each.type, each.id): each
        for each in (
            *(r for each in confirmed for r in _confirmed(facts, each, said.reason, author)),
            *(_decision(each, "refuse", said.reason, author) for each in refused),
        )
    }
    told = _("待确认：确认 {yes} 条，否定 {no} 条", yes=len(confirmed), no=len(refused))
    return Change(told.text("zh"), tuple(records.values()))


def _wanted(queue: Mapping[str, Queued], ids: Sequence[str], state: str) -> list[Queued]:
    """Return the proposals with these ids that are not decided so already."""
    for each in ids:
        if each not in queue:
            raise UnknownNameError(name=each, what="proposal", suggestions=near(each, queue))
    return [queue[each] for each in dict.fromkeys(ids) if queue[each].state != state]


def _confirmed(
    facts: Facts, queued: Queued, reason: str | None, author: Author
) -> Iterator[AnyRecord]:
    """Yield the firm, where it is new, that it makes the segment, and that this was decided."""
    evidence = tuple(_proof(queued, each, author) for each in _phrases(queued.proposal.because))
    firm = queued.firm
    if firm.id not in facts.enterprises:
        yield Enterprise(
            id=firm.id,
            name=firm.name,
            status=firm.status,
            region=firm.region,
            credit_code=firm.credit_code,
            evidence=(_listing(queued, author),),
        )
    yield Makes(
        id=made_id("makes", (firm.id, queued.segment)),
        enterprise=firm.id,
        segment=queued.segment,
        evidence=evidence,
    )
    yield _decision(queued, "confirm", reason, author)


def _phrases(because: Iterable[Because]) -> list[Because]:
    """Return the first reasons that say different things."""
    first = {(each.column, each.phrase): each for each in reversed(tuple(because))}
    return list(reversed(first.values()))[:PROVEN_BY]


def _proof(queued: Queued, because: Because, author: Author) -> Evidence:
    """Cite the phrase as of the date of its list: an old list says nothing of later days."""
    said = _AGREED if because.code_agrees else _SAID
    note = said.text(
        "zh",
        column=because.column,
        phrase=because.phrase,
        way=BY[because.by].label("zh"),
        word=because.name,
        code=because.industry_code,
    )
    return _reported(queued, because, author, note)


def _listing(queued: Queued, author: Author) -> Evidence:
    return _reported(queued, queued.proposal.because[0], author, _("名单中的企业").text("zh"))


def _reported(queued: Queued, because: Because, author: Author, note: str) -> Evidence:
    return Evidence(
        basis="reported",
        table=because.table,
        row=because.row,
        by=author.name,
        as_of=queued.firm.dates.get(because.table) or author.today,
        note=note,
    )


def _decision(
    queued: Queued, verdict: DecisionVerdict, reason: str | None, author: Author
) -> ProposalDecision:
    because = queued.proposal.because[0]
    decided_by = Evidence(
        basis="reported",
        table=because.table,
        row=because.row,
        by=author.name,
        as_of=author.today,
        note=reason,
    )
    return ProposalDecision(
        id=made_id("decision", (queued.firm.id, queued.segment)),
        enterprise=queued.firm.id,
        firm=queued.firm.name,
        segment=queued.segment,
        verdict=verdict,
        strength=queued.proposal.strength,
        column=because.column,
        phrase=because.phrase,
        word=because.name,
        understood_by=because.by,
        verb=because.verb,
        rested_on=rested_on(queued.proposal),
        evidence=(decided_by,),
    )


def last_decided(store: GraphStore, facts: Facts, by: str) -> Version:
    """Return the newest version in which this person decided proposals, and which still holds.

    Raise `NothingDecidedError` where there is none.
    """
    for version in store.versions(facts.dataset.id):
        if version.cause == "report" and version.by == by:
            edits = store.edits(facts.dataset.id, version.number)
            if any(each.type == "decision" for each in edits) and _still_holds(facts, edits):
                return version
    raise NothingDecidedError


def _still_holds(facts: Facts, edits: Sequence[Edit]) -> bool:
    return all(held(facts, (each.type, each.id)) == each.after for each in edits)
