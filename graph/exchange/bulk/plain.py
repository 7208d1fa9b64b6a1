"""Rows of who makes what that say nothing but a firm and a product: lists have them by the million.

Whatever else a row may be, this leaves it to those who read every row.
"""

from collections.abc import Callable

from pydantic import ValidationError

from graph.exchange.bulk.ground import BETWEEN, WORDS, BulkGround, BulkTable
from graph.exchange.bulk.index import BulkShelf
from graph.exchange.read.limits import NAME
from graph.exchange.read.rows import TableRow
from graph.model import Evidence, Makes
from graph.model.record_text import RecordText, json_of, written

PlainRow = Callable[[TableRow], tuple[RecordText, ...] | None]
"""What a row says; nothing where it was said before, null for a row that is not plain."""
SURE = 6
"""From this length on no text is a sign for nothing."""


def plain_makes(ground: BulkGround, table: BulkTable) -> PlainRow | None:
    """How plain rows of a table are read; null for one that has none."""
    heading = table.heading
    other = table.careful or table.unused or heading.words or heading.more
    if heading.table.kind != "makes" or other or {*table.columns} != {"enterprise", "product"}:
        return None
    firms, segments = ground.shelves["enterprise"], ground.shelves["segment"]
    firm_at, product_at = table.columns["enterprise"], table.columns["product"]
    try:
        pattern = _pattern(table)
    except ValidationError:  # which each row has for its fault
        return None

    def read(line: TableRow) -> tuple[RecordText, ...] | None:
        cells = line.cells
        if line.flaw is not None or line.flaws or line.stripped or len(cells) != len(heading.names):
            return None
        firm, segment = _found(firms, cells[firm_at]), _found(segments, cells[product_at])
        if firm is None or segment is None:
            return None
        if not ground.makes(firm, segment):
            return ()
        firm_id, segment_id = firms.ids[firm], segments.ids[segment]
        id_ = f"makes.{firm_id}.{segment_id}"
        note = json_of(WORDS + BETWEEN.join([each for each in cells if each]))
        said = {"id": id_, "firm": firm_id, "segment": segment_id, "row": line.number, "note": note}
        return (RecordText("makes", id_, pattern % said),)

    return read


def _found(shelf: BulkShelf, text: str) -> int | None:
    """What an id or a name in plain letters means, which can be neither a total nor a note."""
    return shelf.find(text) if text.isascii() and SURE <= len(text) <= NAME else None


def _pattern(table: BulkTable) -> str:
    """The JSON of what a plain row says, with a place for each of its values."""
    alike = {name: each.replace("%", "%%") for name, each in table.proof.items()}
    proof = written(Evidence, **alike, note="%(note)s", row="%(row)s")
    said = {"id": '"%(id)s"', "enterprise": '"%(firm)s"', "segment": '"%(segment)s"'}
    return written(Makes, **said, evidence=f"[{proof}]")
