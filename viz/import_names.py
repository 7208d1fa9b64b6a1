"""What a person settles on the page of an import: names that may mean several, foreign words."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from graph.exchange.read.columns import TableKind
from graph.exchange.read.kinds import TABLES
from graph.exchange.report.bodies import ImportBody, RejectedItem

LEFT_OUT_OF: frozenset[TableKind] = frozenset({"enterprises", "makes"})
"""Tables whose products and places may be left out."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A name that a person settles: what it may mean; of a product, `segment`, any other too.

    A `settled` one was said before and is understood; `rows` wait for one that is not.
    """

    name: str
    place: str
    options: tuple[tuple[str, str], ...]
    chosen: str
    segment: bool = False
    settled: bool = False
    rows: int = 0

    @property
    def offered(self) -> bool:
        """Whether what was chosen is among the options."""
        return self.chosen in {meaning for meaning, _other in self.options}


@dataclass(frozen=True, slots=True)
class ForeignWord:
    """A word that a person explains: `key` has its field, `words` are what it may mean."""

    key: str
    words: tuple[str, ...]
    chosen: str = ""

    @property
    def settled(self) -> bool:
        """Whether it was said before."""
        return bool(self.chosen)


def decisions(body: ImportBody, names: Mapping[str, str]) -> Iterator[Decision]:
    """Names to settle, each once; then those settled before, to be changed."""
    seen: set[str] = set()
    waiting = Counter((item.name, item.table, item.row) for item in body.rejected if item.name)
    rows = Counter(name for name, _table, _row in waiting)
    for item in body.rejected:
        if settles(body, item) and item.name not in seen:
            seen.add(item.name)
            place = f"{item.table} · {item.row} · {item.column}"
            chosen, segment = names.get(item.name, ""), _is_product(body, item)
            options, waits = tuple(_options(item)), rows[item.name]
            yield Decision(item.name, place, options, chosen, segment, rows=waits)
    for each in body.matched:
        if each.how == "open":
            seen.add(each.value)
            known = ((one.ref.id, one.ref.name) for one in each.candidates)
            other = "skip" if each.taken_for.type == "region" else "new"
            yield Decision(each.value, "", (*known, (other, "")), names.get(each.value, ""))
    for name, meaning in names.items():
        if name not in seen:
            options = ((meaning, _meant(body, name, meaning)),)
            yield Decision(name, "", options, meaning, settled=True)


def left_out(body: ImportBody) -> dict[str, str]:
    """Every product and place that nobody knows, as one that is left out."""
    known = (each for each in body.rejected if each.code == "unknown" and settles(body, each))
    return {each.name: "skip" for each in known}


def foreign(
    body: ImportBody, values: Mapping[str, str], start: Callable[[str], str]
) -> Iterator[ForeignWord]:
    """Words that are none of ours, in columns that hold words; then those explained before.

    `values` are these, `start` gives what stands before the columns of a table.
    """
    seen = set(values)
    for table in body.tables:
        fields = {each.column: each.field for each in table.columns}
        for item in body.rejected:
            code = fields.get(item.column) if item.table == table.table else None
            found = TABLES[table.kind].field(code) if code else None
            if found is None or not found.choices or item.code != "invalid" or not item.value:
                continue
            key = f"{start(table.table)}{found.header}:{item.value}"
            if key not in seen:
                seen.add(key)
                yield ForeignWord(key, found.choices)
    for key, chosen in values.items():
        yield ForeignWord(key, (chosen,), chosen)


def settles(body: ImportBody, item: RejectedItem) -> bool:
    """Whether a person settles what is wrong with a cell, by saying what a name means."""
    kind = next((table.kind for table in body.tables if table.table == item.table), None)
    leaves_out = item.code == "unknown" and kind in LEFT_OUT_OF
    return bool(item.name) and (item.code == "unsettled" or leaves_out)


def _is_product(body: ImportBody, item: RejectedItem) -> bool:
    """Whether a name stands in a column of products: it may mean any segment."""
    fields = {
        each.field for t in body.tables if t.table == item.table for each in t.columns
        if each.column == item.column
    }  # fmt: skip
    return bool(fields & {"product", "products", "place"})


def _options(item: RejectedItem) -> Iterator[tuple[str, str]]:
    for each in item.candidates:
        yield each.ref.id, each.ref.name
    firm = any(each.ref.type == "enterprise" for each in item.candidates)
    office = item.code == "unsettled" and not item.candidates
    yield ("new" if firm or office else "skip"), ""


def _meant(body: ImportBody, name: str, meaning: str) -> str:
    return next((each.taken_for.name for each in body.matched if each.value == name),
                "" if meaning in {"new", "skip"} else meaning)  # fmt: skip
