"""Rows of big tables of nodes: as those of small ones, without a record for each in memory."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.exchange.bulk.ground import BulkGround, BulkRow, repeated
from graph.exchange.bulk.index import BigType
from graph.exchange.bulk.texts import node
from graph.exchange.match.drawn import (
    SORTS,
    STAGES,
    TYPES,
    chain_made,
    new_node_id,
    traded_in,
)
from graph.exchange.match.drawn import nodes as drawn_nodes
from graph.exchange.match.running import refuse_closing, running
from graph.exchange.read.values import listed
from graph.message import _
from graph.model import Enterprise, Membership, RecordType, Segment
from graph.model.names import simplified
from graph.model.record_text import RecordText, WrittenRecord, json_of, written

_ID = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")


def nodes(ground: BulkGround, row: BulkRow) -> Iterator[WrittenRecord]:
    """What a row says: a record, and for a segment its places in chains."""
    own, name = row.needed("id"), row.needed("name")
    type_ = _type(row.text("type")) if row.text("type") else "segment"
    if type_ is None:
        row.cells.word("type", TYPES)  # which says what there is
    if not own or not name or type_ is None or _stood_before(ground, row, own):
        return
    if type_ == "segment" or type_ == "enterprise":  # noqa: PLR1714 - tells which types are left
        yield from _big(ground, row, type_, (own, name))
    else:
        _small(ground, row)


@lru_cache(1 << 10)
def _type(text: str) -> RecordType | None:
    return TYPES.get(simplified(text).casefold())


def _stood_before(ground: BulkGround, row: BulkRow, own: str) -> bool:
    for shelf in ground.shelves.values():
        number = shelf.own(own)
        if number is not None:
            repeated(row, "id", ground, shelf, number)
            return True
    at, said = ground.known.drawn.rows.get(own, (0, ()))
    if at and said == row.cells.row.cells:
        row.cells.refuse("id", _("与第 {row} 行重复", row=at), "duplicate")
    elif at:
        row.cells.refuse("id", _("编号与第 {row} 行重复，内容不同", row=at), "conflict")
    return bool(at)


def _small(ground: BulkGround, row: BulkRow) -> None:
    """Take one of the few chains, industries and regions in: they may change until the end."""
    records = list(drawn_nodes(row.cells, ground.known, row.table.origin))
    if not row.cells.faults:
        ground.hold(row, records)


def _big(
    ground: BulkGround, row: BulkRow, type_: BigType, said: tuple[str, str]
) -> Iterator[WrittenRecord]:
    own, name = said
    shelf = ground.shelves[type_]
    found = shelf.exactly(name)
    if found is not None:
        why = _("“{name}”已是另一节点 {id} 的名称", name=name, id=shelf.ids[found])
        row.cells.refuse("name", why, "duplicate_name")
    id_ = own if len(own) <= 80 and _ID.fullmatch(own) else new_node_id(own)
    if id_ in shelf.by_id and not row.cells.faults:
        repeated(row, "id", ground, shelf, shelf.by_id[id_])
    aliases = listed(row.text("aliases")) if row.text("aliases") else ()
    proofs = row.proofs()
    make = _segment if type_ == "segment" else _enterprise
    record = make(ground, row, (id_, name), aliases, proofs)
    whole = type_ == "segment" and not row.cells.faults
    places = list(_places(ground, row, id_, proofs)) if whole else []
    if row.cells.faults:
        return
    number = shelf.add(id_, own, (name, *aliases))
    shelf.stands(row.table.number, row.number, row.cells.row.cells)
    if type_ == "segment" and row.yes("captive"):
        ground.captive.add(number)
    ground.placed.update(each.id for each in places)
    yield record
    yield from places


def _segment(
    _ground: BulkGround, row: BulkRow, said: tuple[str, str], aliases: tuple[str, ...], proofs: str
) -> WrittenRecord:
    told: dict[str, object] = {
        "id": said[0],
        "name": said[1],
        "name_en": row.text("name_en") or said[1],
        "aliases": aliases,
        "sort": row.word("sort", SORTS) or "product",
        "captive": bool(row.yes("captive")),
        "traded": traded_in(row.cells) if row.text("traded") else None,
    }
    return node(Segment, row, told, proofs)


def _enterprise(
    ground: BulkGround, row: BulkRow, said: tuple[str, str], aliases: tuple[str, ...], proofs: str
) -> WrittenRecord:
    if row.table.unused:
        refuse_closing(row.cells)
    told: dict[str, object] = {
        "id": said[0],
        "name": said[1],
        "name_en": row.text("name_en") or None,
        "aliases": aliases,
        "status": running(row.cells).get("status") or "operating",
        "region": region_in(ground, row),
    }
    return node(Enterprise, row, told, proofs)


def region_in(ground: BulkGround, row: BulkRow) -> str | None:
    """The region that a row names; null and a fault for one that is not there."""
    text = row.text("region")
    if not text:
        return None
    declared = ground.known.drawn.nodes.get(text)
    if declared is not None and declared[0] == "region":
        return declared[1]
    return ground.known.named(row.cells, "region", "region", text)


def _places(ground: BulkGround, row: BulkRow, segment: str, proofs: str) -> Iterator[RecordText]:
    """The chains that the row names; a chain that no node declares is made with its first use."""
    row.word("stage", STAGES)
    whole = not row.cells.faults
    for name in listed(row.text("chain")) if whole and row.text("chain") else ():
        declared = ground.known.drawn.nodes.get(name)
        chain = declared[1] if declared and declared[0] == "chain" else None
        chain = chain or ground.known.find("chain", name).id
        if chain is None:
            plain = row.evidence().model_copy(update={"note": row.text("basis") or None})
            made = chain_made(row.cells, ground.known, name, plain)
            ground.hold(row, made)
            chain = made[-1].id
        yield placed(row, segment, chain, proofs)


def placed(row: BulkRow, segment: str, chain: str, proofs: str) -> RecordText:
    """The place of a segment in a chain, at the stage that a row tells."""
    id_, stage = f"membership.{chain}.{segment}", row.word("stage", STAGES) or "midstream"
    said = {"id": id_, "segment": segment, "chain": chain, "stage": stage}
    values = {name: json_of(each) for name, each in said.items()}
    return RecordText("membership", id_, written(Membership, **values, evidence=proofs))
