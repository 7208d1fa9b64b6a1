"""The questions of routes and commands, in words; both give the same body for the same words."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from api.http.paging import B, page_of, paged
from api.trade_words import hits_by_part_of_word, hits_by_word, id_of
from api.wanted import GapsWanted, PageWanted, TermsWanted, Wanted
from graph import answers
from graph.analysis.leads import USUAL_DAYS, StageDays
from graph.answers import Workspace, shapes
from graph.answers.offered import ACTIONS, Level
from graph.answers.workspace import WHOLE
from graph.model import Facts, RecordType
from graph.model.firm_names import asked_firm, firm_core, places_of
from graph.model.names import simplified
from graph.model.vocabulary import Lang
from graph.network.terms import Terms, parse_boundary, parse_inputs
from graph.store.contract import GraphStore, Hit, Version

if TYPE_CHECKING:  # a command needs the body of its own answer alone
    from api.wanted import ClosureWanted, EnterprisesWanted, SearchWanted, SegmentsWanted
    from api.wanted_around import AuditFilter, NeighboursWanted
    from api.wanted_priority import PriorityWanted
    from api.wanted_stress import WhatIfWanted
    from api.workspaces import Workspaces
    from graph.analysis.gaps import GapRow
    from graph.answers.gaps import GapFilter
    from graph.answers.shapes import (
        AuditBody,
        ClosureBody,
        DatasetsBody,
        DependenceBody,
        EnterprisesBody,
        GapsBody,
        MissingBody,
        NeighboursBody,
        Panorama,
        PathBody,
        PriorityBody,
        SearchBody,
        SegmentsBody,
        SynergiesBody,
        SynergyBody,
        VerifyBody,
        VerifyByEnterpriseBody,
        WhyNotBody,
    )
    from graph.answers.shapes.risk import RiskBody
    from graph.answers.shapes.what_if import WhatIfBody


@dataclass(frozen=True, slots=True)
class Question:
    """What every question has: a network, terms, a language, a page.

    Names, ids and aliases are all understood. Raises `UnknownNameError`,
    `AmbiguousNameError` and `BadParameterError`.
    """

    ws: Workspace
    lang: Lang = "zh"
    wanted: TermsWanted = field(default_factory=TermsWanted)
    page: PageWanted = field(default_factory=PageWanted)
    stage_days: StageDays = field(default_factory=lambda: USUAL_DAYS)
    editor: bool = False
    """Whether an editor asks: firms of lists from elsewhere are for them alone."""
    workspaces: "Workspaces | None" = None
    """Where other versions are, for what looks back."""

    @property
    def terms(self) -> Terms:
        """The terms, read."""
        return Terms(
            region=self.id(self.wanted.region, "region"),
            boundary=parse_boundary(self.wanted.boundary),
            inputs=parse_inputs(self.wanted.inputs),
            horizon=self.wanted.horizon,
        )

    def id(self, name: str | None, sort: RecordType) -> str | None:
        """The id behind a name, if one is given."""
        return None if name is None else id_of(self.ws, name, sort)

    def page_of(self, make: Callable[[slice], B], *asked: str | Wanted) -> B:
        """The page asked for, of a list of which `make` describes any part."""
        return page_of(make, self.ws.facts.version, self.page, *asked)


def datasets(workspaces: "Workspaces") -> "DatasetsBody":
    """Every dataset of the store."""
    items = tuple(answers.dataset_item(workspaces.at(each)) for each in workspaces.versions())
    return shapes.DatasetsBody(items=items, total=len(items))


def every_segment(asked: Question, wanted: "SegmentsWanted", part: slice = WHOLE) -> "SegmentsBody":
    """Every segment wanted, for an export; or a `part` of them."""
    return answers.segments(
        asked.ws,
        asked.terms,
        chain=asked.id(wanted.chain, "chain"),
        stage=wanted.stage,
        status=wanted.status,
        q=wanted.q,
        sort=wanted.sort,
        lang=asked.lang,
        part=part,
    )


def segments(asked: Question, wanted: "SegmentsWanted") -> "SegmentsBody":
    """One page of the segments wanted."""
    listed = partial(every_segment, asked, wanted)
    return asked.page_of(listed, "segments", wanted, asked.wanted)


def every_enterprise(
    asked: Question, wanted: "EnterprisesWanted", part: slice = WHOLE
) -> "EnterprisesBody":
    """Every enterprise wanted, for an export; or a `part` of them."""
    return answers.enterprises(
        asked.ws,
        chain=asked.id(wanted.chain, "chain"),
        status=wanted.status,
        region=asked.id(wanted.region, "region"),
        q=wanted.q,
        sort=wanted.sort,
        part=part,
    )


def enterprises(asked: Question, wanted: "EnterprisesWanted") -> "EnterprisesBody":
    """One page of the enterprises wanted."""
    return asked.page_of(partial(every_enterprise, asked, wanted), "enterprises", wanted)


def all_gaps(asked: Question, wanted: GapsWanted, part: slice = WHOLE) -> "GapsBody":
    """Every gap wanted, for an export; or a `part` of them."""
    filters = asdict(_filter(asked, wanted))
    return answers.gaps(asked.ws, asked.terms, asked.lang, **filters, part=part)


def gap_rows(asked: Question, wanted: GapsWanted) -> "tuple[GapRow, ...]":
    """Every gap wanted, in the order of the list, not described."""
    return answers.gap_list(asked.ws, asked.terms, asked.lang, _filter(asked, wanted))


def _filter(asked: Question, wanted: GapsWanted) -> "GapFilter":
    return answers.GapFilter(
        chain=asked.id(wanted.chain, "chain"),
        kind=wanted.kind,
        origin=wanted.origin,
        standing=wanted.standing,
        need=wanted.need,
        product=asked.id(wanted.product, "segment"),
        rows=wanted.rows,
        sort=wanted.sort,
    )


def gaps(asked: Question, wanted: GapsWanted) -> "GapsBody":
    """One page of the gaps wanted."""
    return asked.page_of(lambda part: all_gaps(asked, wanted, part), "gaps", wanted, asked.wanted)


def place_of_gap(asked: Question, wanted: GapsWanted, gap: str) -> int | None:
    """How many rows stand before that of a gap; null where the filters leave it out."""
    row = answers.gap_row(asked.ws, gap, asked.terms)
    listed = [each.id for each in gap_rows(asked, wanted)]
    found = [each for each in (row.id, asked.ws.tasks(asked.terms)[row.id].id) if each in listed]
    return listed.index(found[0]) if found else None


def missing(asked: Question, segment: str, depth: int | None = None) -> "MissingBody":
    """What is missing upstream of a segment."""
    target = id_of(asked.ws, segment, "segment")
    return answers.missing(asked.ws, target, asked.terms, asked.lang, depth=depth)


def why_not(asked: Question, segment: str) -> "WhyNotBody":
    """Why a segment is not a gap."""
    target = id_of(asked.ws, segment, "segment")
    return answers.why_not(asked.ws, target, asked.terms, asked.lang)


def panorama(
    asked: Question, *, chain: str | None = None, industry: str | None = None
) -> "Panorama":
    """The panorama of a chain or an industry."""
    return answers.panorama(asked.ws, asked.terms, asked.lang, chain=chain, industry=industry)


def synergies(asked: Question, level: Level = "chain", chain: str | None = None) -> "SynergiesBody":
    """How many ties each pair of chains or industries has; with `chain`, the pairs of one."""
    one = asked.id(chain, level)
    body = answers.synergies(asked.ws, asked.terms, level=level)
    if one is None:
        return body
    cells = tuple(cell for cell in body.cells if one in {cell.a, cell.b})
    return body.model_copy(update={"cells": cells})


def synergy(asked: Question, pair: tuple[str, str], level: Level = "chain") -> "SynergyBody":
    """What ties two chains or industries."""
    a, b = (id_of(asked.ws, name, level) for name in pair)
    return answers.synergy(asked.ws, a, b, asked.terms, asked.lang, level=level)


def path(asked: Question, source: str, target: str) -> "PathBody":
    """The shortest supply paths from one segment to another."""
    start, end = (id_of(asked.ws, name, "segment") for name in (source, target))
    return answers.path(asked.ws, start, end, asked.terms)


def closure(asked: Question, wanted: "ClosureWanted") -> "ClosureBody":
    """One page of what goes into a segment, or of what it goes into, with depth."""
    target = id_of(asked.ws, wanted.segment, "segment")
    way, depth = wanted.direction, wanted.depth
    body = answers.closure(asked.ws, target, asked.terms, direction=way, depth=depth)
    return paged(body, asked.page, "closure", repr(wanted), repr(asked.wanted))


def dependence(asked: Question, chain: str | None = None) -> "DependenceBody":
    """One page of the segments with a known maker: how much hangs on them."""
    one = asked.id(chain, "chain")
    return asked.page_of(
        lambda part: answers.dependence(asked.ws, asked.terms, chain=one, part=part),
        "dependence",
        chain or "",
        asked.wanted,
    )


def priority(asked: Question, wanted: "PriorityWanted") -> "PriorityBody":
    """One page of the gaps by priority; the short list comes with each page."""
    listed = partial(answers.priority, asked.ws, asked.terms, asked.lang, _weighing(wanted))
    return asked.page_of(listed, "priority", wanted, asked.wanted)


def place_by_priority(asked: Question, wanted: "PriorityWanted", gap: str) -> int | None:
    """How many gaps come before one; null where it is not ranked."""
    ranked = list(answers.scores(asked.ws, asked.terms, _weighing(wanted).weights))
    return ranked.index(gap) if gap in ranked else None


def _weighing(wanted: "PriorityWanted") -> "answers.Weighing":
    from graph.analysis.weights import parse_weights  # noqa: PLC0415 - one question has weights

    return answers.Weighing(
        weights=parse_weights(wanted.weights, wanted.preset),
        preset=wanted.preset,
        seed=wanted.seed,
        first=wanted.first,
    )


def what_if(asked: Question, wanted: "WhatIfWanted") -> "WhatIfBody":
    """What follows from what is supposed."""
    named = {action: getattr(wanted, action) for action in ACTIONS}
    return answers.what_if(asked.ws, asked.terms, asked.lang, named)


def risk(asked: Question, chain: str | None = None) -> "RiskBody":
    """Where it hurts, in a chain or in the whole district; the same page of each list."""
    from graph.answers.risk import RiskParts  # noqa: PLC0415 - one question has three lists

    one = asked.id(chain, "chain")

    def made(part: slice) -> "RiskBody":
        parts = RiskParts.all_at(part)
        return answers.risk(asked.ws, asked.terms, asked.lang, chain=one, parts=parts)

    return asked.page_of(made, "risk", chain or "", asked.wanted)


def audit(asked: Question, wanted: "AuditFilter") -> "AuditBody":
    """One page of what the plan says against itself."""
    body = answers.audit(asked.ws, asked.lang, severity=wanted.severity, kind=wanted.kind)
    return paged(body, asked.page, "audit", wanted)


def neighbours(asked: Question, wanted: "NeighboursWanted") -> "NeighboursBody":
    """One page of who nearby stands beside the rows of the gap list."""
    rows = gap_rows(asked, GapsWanted(chain=wanted.chain))
    region = asked.id(wanted.neighbour, "region")
    return asked.page_of(
        lambda part: answers.neighbours_of(
            asked.ws, asked.terms, asked.lang, rows, region=region, role=wanted.role, part=part
        ),
        "neighbours",
        wanted,
        asked.wanted,
    )


def this_year() -> int:
    """The year in which something is asked: what a plan was to build by then is asked about."""
    return datetime.now(UTC).astimezone().year


def verify(asked: Question) -> "VerifyBody":
    """One page of the questions that would settle the gap list."""
    listed = partial(answers.verify, asked.ws, asked.terms, asked.lang, this_year())
    return asked.page_of(lambda part: listed(part=part), "verify", asked.wanted)


def verify_by_enterprise(asked: Question) -> "VerifyByEnterpriseBody":
    """One page of the sheets of questions, one for each firm."""
    listed = partial(answers.verify_by_enterprise, asked.ws, asked.terms, asked.lang, this_year())
    return asked.page_of(lambda part: listed(part=part), "verify by firm", asked.wanted)


SEARCHED = 1000
"""A name that matches more records is too short to be a question."""
PASSAGES = 20
"""Sentences of documents that an answer lists."""


def search(
    store: GraphStore,
    version: Version,
    wanted: "SearchWanted",
    page: PageWanted,
    facts: Facts,
) -> "SearchBody":
    """One page of the records with such a name, best match first; needs no network.

    Firms are found by their registered names, codes and branches too, segments by the words of
    the trade. The first page of a search among all types also lists what documents say.
    """
    hits = store.search(
        version.dataset,
        wanted.q,
        types=() if wanted.type is None else (wanted.type,),
        limit=SEARCHED,
        version=version.number,
    )
    if all(hit.match != "exact" for hit in hits):
        every = (*_as_written(store, version, wanted, facts), *hits)
        hits = tuple({(hit.type, hit.id): hit for hit in every}.values())
    if not hits and wanted.type in {None, "segment"}:
        hits = hits_by_part_of_word(facts, wanted.q)
    found = {
        (hit.type, facts.merged.get((hit.type, hit.id), hit.id)): hit for hit in reversed(hits)
    }
    items = tuple(
        shapes.SearchItem(
            type=type_, id=id_, name=_called(facts, type_, id_, hit), matched=hit.matched
        )
        for (type_, id_), hit in reversed(found.items())
    )
    told = facts.documents.values() if wanted.type is None and page.cursor is None else ()
    said = answers.sentences_with(told, simplified(wanted.q))
    body = shapes.SearchBody(
        dataset=version.dataset,
        version=version.number,
        total=len(items),
        items=items,
        passages=said[:PASSAGES] if page.start == 0 else (),
        passages_total=len(said),
    )
    return paged(body, page, "search", wanted)


def _as_written(
    store: GraphStore, version: Version, wanted: "SearchWanted", facts: Facts
) -> Iterator[Hit]:
    """Hits for what firms and registers write: trade words, traditional characters, codes."""
    asked = asked_firm(wanted.q, places_of(facts))
    types = () if wanted.type is None else (wanted.type,)
    if wanted.type in {None, "segment"}:
        yield from hits_by_word(facts, wanted.q)
    if simplified(wanted.q) != wanted.q:
        yield from store.search(
            version.dataset, asked.text, types=types, limit=SEARCHED, version=version.number
        )
    if wanted.type not in {None, "enterprise"}:
        return
    for core in (each for each in asked.cores if each != asked.text):
        near = store.search(
            version.dataset, core, types=("enterprise",), limit=SEARCHED, version=version.number
        )
        yield from (hit for hit in near if firm_core(hit.matched, asked.places) == core)
    for firm in facts.enterprises.values() if asked.code else ():
        if firm.credit_code == asked.code:
            yield Hit("enterprise", firm.id, firm.name, wanted.q, "exact")


def _called(facts: Facts, type_: RecordType, id_: str, hit: Hit) -> str:
    """What the record of a hit is called: of one that was merged, the other's name."""
    found = facts.enterprises.get(id_) if type_ == "enterprise" else None
    return hit.name if found is None else found.name
