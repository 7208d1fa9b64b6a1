"""Rows of big lists of firms and of what they make, where nobody is asked who is meant.

A firm is the one with its id, credit code or name, or a new one: never one that is merely alike.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial

from graph.exchange.bulk.ground import BulkGround, BulkRow, repeated
from graph.exchange.bulk.texts import node
from graph.exchange.match.enterprises import IN_THE_LIST, code_in
from graph.exchange.match.running import refuse_closing, running
from graph.exchange.match.told import value_in
from graph.exchange.read.firm_cells import firm_cell
from graph.exchange.read.values import listed, unnumbered
from graph.message import Message, _
from graph.model import Enterprise, Makes, Role
from graph.model.facts import own_fields
from graph.model.names import simplified
from graph.model.new_ids import new_id
from graph.model.record_text import RecordText, WrittenRecord, is_text, json_of, written

_ID = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")
_TOLD = frozenset(
    name
    for name, each in own_fields(Enterprise).items()
    if each.columns and name not in {"status", "credit_code"}
)
"""Columns that say a value of a firm and nothing else."""
_TEXTS = frozenset({"address"})
"""Those of them whose value is any text."""


def enterprises(ground: BulkGround, row: BulkRow) -> Iterator[WrittenRecord]:
    """What a row says: a firm, its roles in chains, its products."""
    name, own = row.needed("enterprise"), row.text("id")
    _refuse_state(row)
    if name and (why := firm_cell(name).why) is not None:
        row.cells.refuse("enterprise", why, "unsettled")
    said = _values(ground, row)
    if not name:
        return
    shelf = ground.shelves["enterprise"]
    former = listed(row.text("former")) if row.text("former") else ()
    code = said.get("credit_code")
    id_ = _id(own, name)
    for found in (shelf.by_id.get(id_), shelf.exactly(name), shelf.by_code.get(str(code))):
        if found is not None and not row.cells.faults:
            repeated(row, "enterprise", ground, shelf, found)
    plain = simplified(name)
    aliases = (*former, *([plain] if plain != name else []))
    proofs = row.proofs()
    chains, segments = _placed(ground, row)
    if row.cells.faults:
        return
    told = {"id": id_, "name": name, "status": "operating", "aliases": aliases, **said}
    firm = node(Enterprise, row, told, proofs)
    number = shelf.add(id_, own, (name, *aliases))
    shelf.stands(row.table.number, row.number, row.cells.row.cells)
    if code is not None:
        shelf.by_code[str(code)] = number
    yield firm
    for chain in chains:
        yield _role(row, (id_, chain), proofs)
    yield from made(ground, number, segments, proofs)


def makers(ground: BulkGround, row: BulkRow) -> Iterator[WrittenRecord]:
    """What a row of who makes what says: products of a firm that is known."""
    name, product = row.needed("enterprise"), row.needed("product")
    _refuse_state(row)
    shelf = ground.shelves["enterprise"]
    code = row.text("credit_code")
    firm = shelf.by_code.get(code) if code else None
    firm = shelf.find(name) if firm is None and name else firm
    if name and firm is None:
        row.cells.refuse("enterprise", *_not_there(ground, name))
    segments = _segments(ground, row, "product", product)
    proofs = row.proofs()
    if firm is not None and not row.cells.faults:
        yield from made(ground, firm, segments, proofs)


def made(
    ground: BulkGround, firm: int, segments: Iterable[int], proofs: str
) -> Iterator[RecordText]:
    """What a firm makes, so far as nobody has said it yet; `proofs` is the evidence as JSON."""
    id_ = ground.shelves["enterprise"].ids[firm]
    for number in segments:
        if ground.makes(firm, number):
            segment = ground.shelves["segment"].ids[number]
            tie = f"makes.{id_}.{segment}"
            said = {"id": json_of(tie), "enterprise": json_of(id_), "segment": json_of(segment)}
            yield RecordText("makes", tie, written(Makes, **said, evidence=proofs))


def _refuse_state(row: BulkRow) -> None:
    if row.table.unused:
        refuse_closing(row.cells)


def _id(own: str, name: str) -> str:
    if not own:
        return new_id(name, "firm")
    return own if len(own) <= 80 and _ID.fullmatch(own) else new_id(own, "firm")


def _values(ground: BulkGround, row: BulkRow) -> Mapping[str, object]:
    """What the columns say of a firm; an empty cell says nothing."""
    found: dict[str, object] = {}
    states = row.text("status"), row.text("registry")
    if any(states):
        found |= row.once(("status", *states), partial(running, row.cells))
    if row.text("credit_code"):
        code = code_in(row.cells, ground.known)
        found |= {} if code is None else {"credit_code": code}
    for name in _told(row.table.codes):
        text = row.text(name)
        if text and name in _TEXTS and is_text(text):
            found[name] = text
        elif text:
            found |= row.once((name, text), partial(_value, ground, row, name))
    return found


@lru_cache
def _told(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the columns of a table that say a value."""
    return tuple(code for code in columns if code in _TOLD)


def _value(ground: BulkGround, row: BulkRow, name: str) -> Mapping[str, object]:
    value = value_in(row.cells, ground.known, Enterprise, name)
    return {} if value is None else {name: value}


def _placed(ground: BulkGround, row: BulkRow) -> tuple[list[str], list[int]]:
    """The chains that a row names, and the segments."""
    chains: dict[str, None] = {}
    segments: dict[int, None] = {}
    for part in listed(row.text("place")) if row.text("place") else ():
        number = ground.shelves["segment"].exactly(part)
        chain = ground.known.find("chain", part).id
        if chain is not None and (number is None or ground.known.names("chain").exactly(part).id):
            chains[chain] = None
        elif number is not None and "环节" in row.cells.header("place"):
            segments[number] = None
        else:
            ground.known.named(row.cells, "place", "chain", part)
    products = _segments(ground, row, "products", row.text("products"))
    return [*chains], [*dict.fromkeys([*segments, *products])]


def _segments(ground: BulkGround, row: BulkRow, code: str, text: str) -> list[int]:
    """The segments that a cell names, as a whole or in a list; a fault for each that is none."""
    if not text:
        return []
    shelf = ground.shelves["segment"]
    whole = shelf.find(text)
    if whole is not None:
        return [whole]
    found: dict[int, None] = {}
    for part in listed(unnumbered(text)):
        number = shelf.find(part)
        if number is None:
            row.cells.refuse(code, *_not_there(ground, part))
        else:
            found[number] = None
    return [*found]


def _not_there(ground: BulkGround, text: str) -> tuple[Message, str]:
    """Why nothing is called so, and the code of that."""
    at = ground.refused.get(text)
    if at is None:
        return _("没有“{text}”（悬空）", text=text), "dangling"
    return _("“{text}”在第 {row} 行被拒绝", text=text, row=at), "end_rejected"


def _role(row: BulkRow, ends: tuple[str, str], proofs: str) -> RecordText:
    firm, chain = ends
    id_ = f"role.{chain}.{firm}"
    said = {"id": id_, "enterprise": firm, "chain": chain, "role": row.text("role") or IN_THE_LIST}
    values = {name: json_of(each) for name, each in said.items()}
    return RecordText("role", id_, written(Role, **values, evidence=proofs))
