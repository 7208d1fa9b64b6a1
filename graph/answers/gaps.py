"""The gap list 补链清单."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Literal

from graph.analysis.gaps import GapRow, derived_id
from graph.analysis.missing import missing_upstream
from graph.answers.chains import gap_chains
from graph.answers.echo import echo
from graph.answers.shapes import (
    BlockRef,
    GapBody,
    GapItem,
    GapsBody,
    JudgementShape,
    NeighbourItem,
    Ref,
)
from graph.answers.workspace import Workspace
from graph.errors import UnknownNameError
from graph.model import Evidence
from graph.model.vocabulary import STANDINGS, GapKind, GapOrigin, Lang, Standing
from graph.network.terms import Terms

GapSort = Literal["standing", "blocks", "name", "id"]


def gaps(  # noqa: PLR0913 - the filters of a list
    ws: Workspace,
    terms: Terms,
    lang: Lang,
    *,
    chain: str | None = None,
    kind: GapKind | None = None,
    origin: GapOrigin | None = None,
    standing: Standing | None = None,
    product: str | None = None,
    sort: GapSort = "standing",
) -> GapsBody:
    """List the gaps of a region, filtered, one standing after the other.

    Within a standing by products blocked (most first), then id; or by `name` or `id`.
    `product` keeps the gaps on what is missing upstream of a segment. `standings` counts what
    the filters let pass.
    """
    where = gap_chains(ws, terms)
    missed = frozenset() if product is None else _missing(ws, terms, product)
    rows = [
        row
        for row in ws.gap_rows(terms).values()
        if (chain is None or chain in where[row.id])
        and kind in {None, row.kind}
        and origin in {None, row.origin}
        and standing in {None, row.standing}
        and (product is None or row.segment in missed)
    ]
    items = sorted((gap_item(ws, row, terms, lang) for row in rows), key=_order(sort))
    counts = {str(each): sum(row.standing == each for row in rows) for each in STANDINGS}
    return GapsBody(**echo(ws, terms), items=tuple(items), total=len(items), standings=counts)


def _order(sort: GapSort) -> Callable[[GapItem], tuple[int | str, ...]]:
    def key(item: GapItem) -> tuple[int | str, ...]:
        standing = STANDINGS.index(item.standing)
        if sort == "name":
            return (standing, item.name, item.id)
        if sort == "id":
            return (standing, item.id)
        return (standing, -len(item.blocks), not item.essential, item.id)

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
    merged = {derived_id(region, row.segment or ""): row for row in rows.values() if row.need}
    found = rows.get(gap_id) or merged.get(gap_id)
    if found is None:
        near = tuple(each for each in rows if gap_id.rsplit(".", 1)[-1] in each)[:6]
        raise UnknownNameError(name=gap_id, what="gap", suggestions=near)
    return found


def gap_item(ws: Workspace, row: GapRow, terms: Terms, lang: Lang) -> GapItem:
    """Attach names and evidence to a row of the gap list."""
    stated, need = row.stated, row.need
    counted = need if row.origin != "stated" else None
    return GapItem(
        id=row.id,
        name=gap_name(ws, row, lang),
        segment=ws.ref("segment", row.segment) if row.segment else None,
        enterprise_type=stated.enterprise_type if stated else None,
        capability=stated.capability if stated else None,
        chains=tuple(ws.ref("chain", each) for each in gap_chains(ws, terms)[row.id]),
        region=ws.ref("region", stated.region) if stated else ws.region(terms),
        kind=row.kind,
        origin=row.origin,
        standing=row.standing,
        local_status=ws.local_status(terms, row.segment) if row.segment else None,
        essential=counted.sole if counted else None,
        settles=settles(ws, row, lang),
        blocks=_blocks(ws, row, terms),
        candidates=_candidates(ws, row),
        related=tuple(_gap_ref(ws, terms, each, lang) for each in row.related),
        neighbours=_neighbours(ws, gap_chains(ws, terms)[row.id]),
        proof=ws.segments(counted.path) if counted else (),
        evidence=_evidence(ws, row, lang),
        judgement=judgement_of(ws, row, terms),
    )


def judgement_of(ws: Workspace, row: GapRow, terms: Terms) -> JudgementShape | None:
    """Give what people decided about a gap, by the id of the derived one that it met too."""
    region = terms.region or ws.facts.dataset.region
    derived = derived_id(region, row.segment) if row.need and row.segment else row.id
    for gap_id in (row.id, derived):
        found = ws.facts.judgements.get(f"judgement.{gap_id}")
        if found is not None:
            fields = JudgementShape.model_fields
            return JudgementShape(**{name: getattr(found, name) for name in fields})
    return None


def gap_name(ws: Workspace, row: GapRow, lang: Lang) -> str:
    """Name a gap: by its document, or by the segment that is missing."""
    if row.stated and lang == "zh":
        return row.stated.name
    if row.segment:
        found = ws.facts.segments[row.segment]
        return found.name if lang == "zh" else found.name_en
    return row.stated.name if row.stated else row.id


def _gap_ref(ws: Workspace, terms: Terms, gap_id: str, lang: Lang) -> Ref:
    return Ref(type="gap", id=gap_id, name=gap_name(ws, ws.gap_rows(terms)[gap_id], lang))


def gap_refs(ws: Workspace, terms: Terms, segment: str, lang: Lang) -> tuple[Ref, ...]:
    """Point to the gaps on a segment."""
    rows = [row for row in ws.gap_rows(terms).values() if row.segment == segment]
    return tuple(Ref(type="gap", id=row.id, name=gap_name(ws, row, lang)) for row in rows)


def _blocks(ws: Workspace, row: GapRow, terms: Terms) -> tuple[BlockRef, ...]:
    if row.need is None or row.origin == "stated":
        return ()
    situation = ws.frame(terms).situation
    return tuple(
        BlockRef(
            **dict(ws.segment(block.product)),
            local_status=situation.local_status(block.product) or "unknown",
            worlds=("certain", "possible") if block.possible else ("certain",),
        )
        for block in row.need.blocks
    )


def _candidates(ws: Workspace, row: GapRow) -> tuple[Ref, ...]:
    """Point to who could fill the gap: planned and prospective makers of the segment."""
    makers = ws.makers.get(row.segment or "", ())
    firms = sorted({fact.enterprise for fact in makers})
    wanted = [f for f in firms if ws.facts.enterprises[f].status in {"planned", "prospective"}]
    return tuple(ws.ref("enterprise", each) for each in wanted)


def _neighbours(ws: Workspace, chains: tuple[str, ...]) -> tuple[NeighbourItem, ...]:
    """List the neighbouring regions with a stated direction that covers one of the chains."""
    found: dict[str, dict[Evidence, None]] = {}
    for direction in ws.facts.directions.values():
        beside = ws.facts.regions[direction.region].sort == "neighbour"
        if beside and set(direction.chains).intersection(chains):
            found.setdefault(direction.region, {}).update(dict.fromkeys(direction.evidence))
    return tuple(
        NeighbourItem(region=ws.ref("region", region), evidence=tuple(evidence))
        for region, evidence in sorted(found.items())
    )


def _evidence(ws: Workspace, row: GapRow, lang: Lang) -> tuple[Evidence, ...]:
    stated = row.stated.evidence if row.stated else ()
    if row.need is None or row.origin == "stated":
        return stated
    steps = " → ".join(ref.name for ref in ws.segments(row.need.path))
    note = f"由参考配方推算：{steps}" if lang == "zh" else f"computed from recipes: {steps}"
    recipe = recipe_evidence(ws, row.need.path)
    return (*stated, Evidence(basis="derived", note=note), *recipe)


def recipe_evidence(ws: Workspace, path: tuple[int, ...]) -> tuple[Evidence, ...]:
    """Collect the evidence of the groups and kinds along a proof path, each once."""
    arrays = ws.network.arrays
    found: dict[Evidence, None] = {}
    for member, consumer in pairwise(path):
        if arrays.parent[member] == consumer:
            found |= dict.fromkeys(ws.kinds[ws.network.ids[member]].evidence)
        for group in arrays.groups.row(consumer):
            if member in arrays.members.row(group):
                found |= dict.fromkeys(_group_evidence(ws, group))
    return tuple(found)


def _group_evidence(ws: Workspace, group: int) -> Iterable[Evidence]:
    return ws.facts.input_groups[ws.network.group_ids[group]].evidence


def settles(ws: Workspace, row: GapRow, lang: Lang) -> str:
    """Name the fact that would settle the gap."""
    name = gap_name(ws, row, lang)
    if row.segment:
        found = ws.facts.segments[row.segment]
        name = found.name if lang == "zh" else found.name_en
    texts = _SETTLES[lang]
    if row.standing == "noted":
        return texts["noted"].format(name=name)
    if row.standing == "confirmed":
        return texts["confirmed"].format(name=name)
    if row.standing == "to_settle" and row.need and not row.need.sole:
        return texts["either"].format(name=name)
    return texts[row.standing].format(name=name)


_SETTLES: dict[Lang, dict[str, str]] = {
    "zh": {
        "noted": "“{name}”已有改善的依据（企业技改、新产品投产等）",
        "confirmed": "“{name}”在本地投产，或查明本地已有企业生产",
        "to_settle": "查明本地有没有企业生产“{name}”",
        "either": "查明本地有没有企业生产“{name}”或同组任一替代品",
        "wished": "查明是否有本地产品需要“{name}”，或其在本地投产",
    },
    "en": {
        "noted": "evidence that “{name}” has improved",
        "confirmed": "“{name}” is made here, or a local maker is found",
        "to_settle": "whether any local enterprise makes “{name}”",
        "either": "whether any local enterprise makes “{name}” or an alternative in its group",
        "wished": "whether a local product needs “{name}”, or it is made here",
    },
}
