"""Segments, one by one and in lists."""

from collections.abc import Sequence

from graph.analysis.verdicts import verdict
from graph.answers.corrections import corrections
from graph.answers.described import described
from graph.answers.echo import completeness_of, echo, origin
from graph.answers.folded import aliases_of
from graph.answers.gap_names import gap_refs
from graph.answers.offered import SegmentSort
from graph.answers.shapes import (
    ChainStage,
    InputGroupItem,
    MemberRef,
    SegmentBody,
    SegmentItem,
    SegmentsBody,
    Statement,
)
from graph.answers.statements import statement
from graph.answers.status import status_grounds
from graph.answers.workspace import WHOLE, Workspace
from graph.errors import UnknownNameError
from graph.model import Claim, Evidence, Fact, Gap, InputGroup, KindOf, Makes, Mention, Segment
from graph.model.names import fold
from graph.model.vocabulary import LOCAL_STATUSES, Lang, LocalStatus, Stage
from graph.network.frame import frame_for
from graph.network.terms import Terms


def segments(  # noqa: PLR0913 - the filters of a list
    ws: Workspace,
    terms: Terms,
    *,
    chain: str | None = None,
    stage: Stage | None = None,
    status: LocalStatus | None = None,
    q: str | None = None,
    sort: SegmentSort = "id",
    lang: Lang = "zh",
    part: slice = WHOLE,
) -> SegmentsBody:
    """List segments: of a chain, at a stage, with a local status, with a name like `q`.

    By id, or by local `status`: what is here first, in-house stages last. Only a `part` of the
    list is described, all of it is counted.
    """
    place = ws.frame(terms).situation
    found = _standing_in(ws, chain, stage)
    if status is not None:
        code = LOCAL_STATUSES.index(status)
        found = [each for each in found if place.status[each] == code]
    if q is not None:
        wanted = fold(q)
        found = [each for each in found if any(wanted in name for name in ws.folded_names[each])]
    if sort == "status":
        # Numbers go by id, and sorting keeps their order; a captive stage has the last code.
        found = sorted(found, key=place.status.__getitem__)
    ids = ws.network.ids
    items = [segment_item(ws, ws.facts.segments[ids[n]], terms, lang) for n in found[part]]
    return SegmentsBody(**echo(ws, terms), items=tuple(items), total=len(found))


def _standing_in(ws: Workspace, chain: str | None, stage: Stage | None) -> Sequence[int]:
    if chain is None and stage is None:
        return range(len(ws.network.ids))
    places = ws.facts.memberships.values() if chain is None else ws.members.get(chain, ())
    return sorted({ws.network.number(p.segment) for p in places if stage in {None, p.stage}})


def segment_item(ws: Workspace, found: Segment, terms: Terms, lang: Lang) -> SegmentItem:
    """Describe a segment as lists do."""
    kind = ws.kinds.get(found.id)
    return described(
        ws,
        SegmentItem,
        found,
        **dict(status_grounds(ws, terms, found.id, lang)),
        aliases=aliases_of(ws.mentions, found),
        traded=found.traded is not None,
        traded_reason=found.traded.reason if found.traded else None,
        kind_of=ws.ref("segment", kind.parent) if kind else None,
        chains=_chains(ws, found.id),
        local_status=ws.local_status(terms, found.id),
        makers=ws.makers_here(terms, found.id),
        gaps=gap_refs(ws, terms, found.id, "zh"),
        evidence=tuple(dict.fromkeys((*_stated(ws, found.id), *found.evidence))),
    )


def _chains(ws: Workspace, segment: str) -> tuple[ChainStage, ...]:
    return tuple(
        described(
            ws,
            ChainStage,
            place,
            id=place.chain,
            name=ws.facts.chains[place.chain].name,
            name_en=ws.facts.chains[place.chain].name_en,
        )
        for place in ws.places.get(segment, ())
    )


def _stated(ws: Workspace, segment: str) -> list[Evidence]:
    facts: list[Fact] = [*ws.claims.get(segment, ()), *ws.mentions.get(segment, ())]
    return [each for fact in facts for each in fact.evidence]


def segment(ws: Workspace, segment_id: str, terms: Terms, lang: Lang) -> SegmentBody:
    """Describe one segment with its inputs, outputs and every statement; `UnknownNameError`."""
    found = ws.facts.segments.get(segment_id)
    if found is None:
        raise UnknownNameError(name=segment_id, what="segment")
    number = ws.network.number(segment_id)
    frame = frame_for(ws.frame(terms), number)
    judged = None if found.captive else verdict(frame, number)
    arrays = ws.network.arrays
    users = {arrays.consumer[group] for group in arrays.used_in.row(number)}
    return SegmentBody(
        **origin(ws),
        **dict(segment_item(ws, found, terms, lang)),
        region=ws.region(terms),
        boundary=str(terms.boundary),
        input_sorts=terms.inputs,
        horizon=terms.horizon,
        codes=found.codes,
        kinds=ws.segments(arrays.kinds.row(number)),
        category=bool(arrays.category[number]),
        inputs=tuple(_input(ws, terms, number, group) for group in arrays.groups.row(number)),
        by_products=ws.segments(arrays.yields.row(number)),
        outputs=ws.segments(sorted(users)),
        statements=_statements(ws, segment_id, lang),
        completeness=completeness_of(ws, terms, [number]),
        completable=judged.completable if judged else None,
        ready=judged.ready if judged else None,
        corrections=corrections(ws, ("segment", segment_id), lang),
    )


def _input(ws: Workspace, terms: Terms, consumer: int, group: int) -> InputGroupItem:
    record = ws.facts.input_groups[ws.network.group_ids[group]]
    inherited = record.consumer != ws.network.ids[consumer]
    return described(
        ws,
        InputGroupItem,
        record,
        members=_members(ws, terms, record),
        inherited_from=ws.ref("segment", record.consumer) if inherited else None,
    )


def _members(ws: Workspace, terms: Terms, record: InputGroup) -> tuple[MemberRef, ...]:
    return tuple(
        MemberRef(
            **dict(ws.ref("segment", member.segment)),
            exact=member.exact,
            local_status=ws.local_status(terms, member.segment),
            traded=ws.facts.segments[member.segment].traded is not None,
        )
        for member in record.members
    )


def _statements(ws: Workspace, segment: str, lang: Lang) -> tuple[Statement, ...]:
    """List every fact on a segment that a document states, then its general kind."""
    facts: list[Claim | Makes | Mention | Gap | KindOf] = [
        *ws.claims.get(segment, ()),
        *ws.makers.get(segment, ()),
        *ws.mentions.get(segment, ()),
        *ws.stated_gaps.get(segment, ()),
    ]
    if segment in ws.kinds:
        facts.append(ws.kinds[segment])
    return tuple(_statement(ws, fact, lang) for fact in facts)


def _statement(
    ws: Workspace, fact: Claim | Makes | Mention | Gap | KindOf, lang: Lang
) -> Statement:
    text, refs = statement(ws, fact, lang)
    return Statement(id=fact.id, type=fact.type, text=text, refs=refs, evidence=fact.evidence)
