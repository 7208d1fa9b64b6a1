"""The gap list 补链清单."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from graph.analysis.gaps import GapRow, derived_id
from graph.analysis.missing import missing_upstream
from graph.answers.chains import gap_chains
from graph.answers.described import described
from graph.answers.echo import echo
from graph.answers.gap_names import gap_name, recipe_evidence
from graph.answers.neighbours import neighbours
from graph.answers.offered import GapRows, GapSort
from graph.answers.partners import candidates, places, wished_takers
from graph.answers.ranking import ranking, urgency
from graph.answers.scores import priority_of
from graph.answers.settles import settles
from graph.answers.shapes import BlockRef, FamilyRef, GapBody, GapItem, GapsBody, JudgementItem, Ref
from graph.answers.status import status_grounds
from graph.answers.workspace import WHOLE, Workspace
from graph.errors import UnknownNameError
from graph.message import _
from graph.model import Evidence
from graph.model.gap_kinds import GapKind
from graph.model.vocabulary import STANDINGS, GapOrigin, Lang, LocalStatus, NeedCode, Standing
from graph.network.terms import Terms

STATUS_OF_VERB: dict[GapKind, LocalStatus] = {"introduce": "sought", "missing": "absent"}
"""The status of what a gap without a segment is on, by its verb; otherwise unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapFilter:
    """Which gaps a list holds, and in which order; null lets all pass."""

    chain: str | None = None
    kind: GapKind | None = None
    origin: GapOrigin | None = None
    standing: Standing | None = None
    need: NeedCode | None = None
    product: str | None = None
    rows: GapRows = "tasks"
    sort: GapSort = "standing"


def gaps(  # noqa: PLR0913 - the filters of a list
    ws: Workspace,
    terms: Terms,
    lang: Lang,
    *,
    chain: str | None = None,
    kind: GapKind | None = None,
    origin: GapOrigin | None = None,
    standing: Standing | None = None,
    need: NeedCode | None = None,
    product: str | None = None,
    rows: GapRows = "tasks",
    sort: GapSort = "standing",
    part: slice = WHOLE,
) -> GapsBody:
    """List the gaps of a region, filtered, in the order of `gap_list`.

    `standings` counts what the filters let pass; only a `part` of that is described.
    """
    wanted = GapFilter(
        chain=chain,
        kind=kind,
        origin=origin,
        standing=standing,
        need=need,
        product=product,
        rows=rows,
        sort=sort,
    )
    found = gap_list(ws, terms, lang, wanted)
    items = tuple(gap_item(ws, row, terms, lang) for row in found[part])
    standings = Counter(row.standing for row in found)
    counts = {str(each): standings[each] for each in STANDINGS}
    return GapsBody(**echo(ws, terms), rows=rows, items=items, total=len(found), standings=counts)


def gap_list(ws: Workspace, terms: Terms, lang: Lang, wanted: GapFilter) -> tuple[GapRow, ...]:
    """Give the rows that the filters let pass, one standing after the other, not described.

    One row for each task, or for each gap. Within a standing by rank (`graph.answers.ranking`),
    or by `priority`, products blocked (`blocks`), `name` or `id`. `product` keeps the gaps on what
    is missing upstream of a segment.
    """
    settled = ws.settle(terms)
    return ws.listed.get((settled, lang, wanted), lambda: _listed(ws, settled, lang, wanted))


def _listed(ws: Workspace, terms: Terms, lang: Lang, wanted: GapFilter) -> tuple[GapRow, ...]:
    where = gap_chains(ws, terms)
    missed = frozenset() if wanted.product is None else _missing(ws, terms, wanted.product)
    found = [
        row
        for row in _rows(ws, terms, wanted.rows)
        if (wanted.chain is None or wanted.chain in where[row.id])
        and wanted.kind in {None, row.kind}
        and wanted.origin in {None, row.origin}
        and wanted.standing in {None, row.standing}
        and wanted.need in {None, row.need}
        and (
            wanted.product is None or not missed.isdisjoint(_segments(ws, terms, row, wanted.rows))
        )
    ]
    return tuple(sorted(found, key=_order(ws, terms, lang, wanted.sort)))


def _rows(ws: Workspace, terms: Terms, rows: GapRows) -> list[GapRow]:
    every = ws.gap_rows(terms)
    if rows == "gaps":
        return list(every.values())
    return [every[id_] for id_ in sorted({task.id for task in ws.tasks(terms).values()})]


def _segments(ws: Workspace, terms: Terms, row: GapRow, rows: GapRows) -> set[str | None]:
    if rows == "gaps":
        return {row.segment}
    every = ws.gap_rows(terms)
    return {every[each].segment for each in ws.tasks(terms)[row.id].gaps}


def _order(
    ws: Workspace, terms: Terms, lang: Lang, sort: GapSort
) -> Callable[[GapRow], tuple[int | str | bool, ...]]:
    ranks = {} if sort in {"name", "id", "blocks"} else ranking(ws, terms)
    tasks = ws.tasks(terms)

    def key(row: GapRow) -> tuple[int | str | bool, ...]:
        standing, task = STANDINGS.index(row.standing), tasks[row.id].id
        if sort == "name":
            return (standing, gap_name(ws, row, lang), row.id)
        if sort == "id":
            return (standing, row.id)
        if sort == "priority":
            scored = priority_of(ws, terms, task, lang)
            first = scored.rank if scored else len(ranks) + 1
            return (standing, first, ranks[task].place, task != row.id, row.id)
        if sort == "blocks":
            counted = row.lack if row.merges else None
            blocks, sole = (len(counted.blocks), counted.sole) if counted else (0, False)
            return (standing, -blocks, not sole, row.id)
        return (standing, ranks[task].place, task != row.id, row.id)

    return key


def _missing(ws: Workspace, terms: Terms, product: str) -> frozenset[str]:
    """Take what `missing` lists for a product, without what only lies behind that."""
    links = missing_upstream(ws.frame(terms), ws.network.number(product))
    return frozenset(ws.network.ids[link.segment] for link in links if not link.behind)


def gap(ws: Workspace, gap_id: str, terms: Terms, lang: Lang) -> GapBody:
    """Give one gap by id; a derived id that met a stated gap leads to the stated one.

    Raise `UnknownNameError`.
    """
    found = gap_row(ws, gap_id, terms)
    return GapBody.model_validate({**echo(ws, terms), **dict(gap_item(ws, found, terms, lang))})


def gap_row(ws: Workspace, gap_id: str, terms: Terms) -> GapRow:
    """Find one gap by id, as `gap` does; raise `UnknownNameError`."""
    rows = ws.gap_rows(terms)
    region = terms.region or ws.facts.dataset.region
    merged = {
        derived_id(region, row.segment or ""): row for row in rows.values() if row.origin == "both"
    }
    found = rows.get(gap_id) or merged.get(gap_id)
    if found is None:
        near = tuple(each for each in rows if gap_id.rsplit(".", 1)[-1] in each)[:6]
        raise UnknownNameError(name=gap_id, what="gap", suggestions=near)
    return found


def gap_item(ws: Workspace, row: GapRow, terms: Terms, lang: Lang) -> GapItem:
    """Attach names and evidence to a row of the gap list, and what people decided about it.

    All but the latter is kept: whoever judges a gap changes nothing else of any.
    """
    settled = ws.settle(terms)

    def made() -> GapItem:
        return _computed_item(ws, row, settled, lang)

    ours = ws.gap_rows(settled).get(row.id) is row
    item = ws.items.get((settled, lang, row.id), made) if ours else made()
    said = judgement_of(ws, row, settled)
    return item if said is None else item.model_copy(update={"judgement": said})


def _computed_item(ws: Workspace, row: GapRow, terms: Terms, lang: Lang) -> GapItem:
    stated, task = row.stated, ws.tasks(terms)[row.id]
    counted = row.lack if row.merges else None
    ranked = ranking(ws, terms)[task.id]
    grounds = status_grounds(ws, terms, row.segment, lang) if row.segment else None
    computed = dict[str, object](
        id=row.id,
        name=gap_name(ws, row, lang),
        segment=ws.ref("segment", row.segment) if row.segment else None,
        chains=tuple(ws.ref("chain", each) for each in gap_chains(ws, terms)[row.id]),
        region=ws.ref("region", stated.region) if stated else ws.region(terms),
        kind=row.kind,
        origin=row.origin,
        standing=row.standing,
        need=row.need,
        urgency=urgency(ws, terms, row),
        sure=row.sure,
        open=ws.segments(row.open),
        task=task.id,
        under=task.under,
        leaders=ws.segments(task.leaders),
        alternatives=ws.segments(each for each in task.members if each not in task.leaders),
        rank=ranked.rank,
        ties=ranked.ties,
        wish=row.wish,
        local_status=_status(ws, row, terms),
        status_basis=grounds.status_basis if grounds else None,
        essential=counted.sole if counted else None,
        settles=settles(ws, row, task, lang),
        blocks=_blocks(ws, row, terms),
        families=_families(ws, row, terms),
        takers=wished_takers(ws, terms, row),
        candidates=candidates(ws, row),
        related=_related(ws, row, terms, lang),
        places=places(ws, gap_chains(ws, terms)[row.id]),
        neighbours=neighbours(ws, row, terms, lang),
        proof=ws.segments(counted.path) if counted else (),
        evidence=_evidence(ws, row, lang),
        priority=priority_of(ws, terms, task.id, lang),
        judgement=None,
    )
    if stated is None:
        return GapItem.model_validate(computed)
    return described(ws, GapItem, stated, **computed)


def _status(ws: Workspace, row: GapRow, terms: Terms) -> LocalStatus | None:
    if row.segment:
        return ws.local_status(terms, row.segment)
    return STATUS_OF_VERB.get(row.kind, "unknown") if row.merges else None


def _families(ws: Workspace, row: GapRow, terms: Terms) -> tuple[FamilyRef, ...]:
    return tuple(
        FamilyRef(**dict(ws.segment(each.name)), here=each.here, products=len(each.products))
        for each in ws.families(ws.settle(terms), row)
    )


def _related(ws: Workspace, row: GapRow, terms: Terms, lang: Lang) -> tuple[Ref, ...]:
    """Point to the gaps that speak of the same thing, then to the segments that it comes by."""
    named = [ws.network.number(each) for each in (row.stated.related if row.stated else ())]
    segments = dict.fromkeys((*named, *row.through))
    return (
        *(_gap_ref(ws, terms, each, lang) for each in row.related),
        *ws.segments(segments),
    )


def judgement_of(ws: Workspace, row: GapRow, terms: Terms) -> JudgementItem | None:
    """Give what people decided about a gap, by the id of the derived one that it met too."""
    region = terms.region or ws.facts.dataset.region
    met = row.origin == "both" and row.segment
    derived = derived_id(region, row.segment or "") if met else row.id
    for gap_id in (row.id, derived):
        found = ws.facts.judgements.get(f"judgement.{gap_id}")
        if found is not None:
            return described(ws, JudgementItem, found)
    return None


def _gap_ref(ws: Workspace, terms: Terms, gap_id: str, lang: Lang) -> Ref:
    return Ref(type="gap", id=gap_id, name=gap_name(ws, ws.gap_rows(terms)[gap_id], lang))


def _blocks(ws: Workspace, row: GapRow, terms: Terms) -> tuple[BlockRef, ...]:
    if row.lack is None or not row.merges:
        return ()
    situation = ws.frame(terms).situation
    return tuple(
        BlockRef(
            **dict(ws.segment(block.product)),
            local_status=situation.local_status(block.product) or "unknown",
            worlds=("certain", "possible") if block.possible else ("certain",),
        )
        for block in row.lack.blocks
    )


def _evidence(ws: Workspace, row: GapRow, lang: Lang) -> tuple[Evidence, ...]:
    stated = row.stated.evidence if row.stated else ()
    if row.lack is None or not row.merges:
        return stated
    steps = " → ".join(ref.name for ref in ws.segments(row.lack.path))
    note = _("由参考配方推算：{steps}", steps=steps).text(lang)
    recipe = recipe_evidence(ws, row.lack.path)
    return (*stated, Evidence(basis="derived", note=note), *recipe)
