"""Questions of supply asked of the SQLite store: what they need, kept with each write, and SQL.

The supply is kept for the current version only.
"""

import json
import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from graph.model import AnyRecord, Dataset, facts_from
from graph.model.vocabulary import InputSort
from graph.store import sqlite_statements as sql
from graph.store.contract import Near, Upstream
from graph.store.layers import records_from, uncollected
from graph.store.supply import SUPPLY_TYPES, Descent, SupplyNode, Take, supply_of

_Row = tuple[object, ...]
AT_ONCE = 5000
"""Rows that are read at once."""


def renew(connection: sqlite3.Connection, dataset: Dataset) -> None:
    """Keep the supply of what holds now, writing only what has changed."""
    asked = {"dataset": dataset.id, "types": json.dumps(SUPPLY_TYPES)}
    renew_from(connection, dataset, _unproven(connection.execute(sql.HOLDING_OF, asked)))


def _unproven(rows: sqlite3.Cursor) -> Iterator[AnyRecord]:
    """Read records some at a time, without their evidence: most of what they take."""
    while some := rows.fetchmany(AT_ONCE):
        for record in records_from(body for (body,) in some):
            yield record.model_copy(update={"evidence": ()})


@uncollected()
def renew_from(
    connection: sqlite3.Connection, dataset: Dataset, holding: Iterable[AnyRecord]
) -> None:
    """Keep the supply of the records that hold now, those of upper layers last."""
    records = [each for each in holding if each.type in SUPPLY_TYPES]
    supply = supply_of(facts_from(dataset, 0, records))
    for statements, rows in (
        ((sql.TAKES, sql.END_TAKE, sql.BEGIN_TAKE), map(_take_row, supply.takes)),
        ((sql.DESCENTS, sql.END_DESCENT, sql.BEGIN_DESCENT), map(_descent_row, supply.descents)),
        ((sql.TIES, sql.END_TIE, sql.BEGIN_TIE), _tie_rows(supply.ties)),
    ):
        _renew(connection, dataset.id, statements, set(rows))


def _renew(
    connection: sqlite3.Connection, dataset: str, statements: tuple[str, str, str], new: set[_Row]
) -> None:
    kept, end, begin = statements
    old: set[_Row] = set(connection.execute(kept, {"dataset": dataset}))
    connection.executemany(end, [(dataset, *row) for row in old - new])
    connection.executemany(begin, [(dataset, *row) for row in sorted(new - old)])


def is_segment(connection: sqlite3.Connection, dataset: str, segment: str) -> bool:
    """Whether the dataset has a segment of this id now."""
    # Ids are ASCII; a command line can hand in text that no database takes.
    names = {"dataset": dataset, "segment": segment}
    return segment.isascii() and connection.execute(sql.IS_SEGMENT, names).fetchone() == (1,)


def closure(
    connection: sqlite3.Connection, dataset: str, segment: str, inputs: Sequence[InputSort]
) -> tuple[Upstream, ...]:
    """Everything upstream of a segment, by depth and id, in a transaction that is given up."""
    deque(_levels(connection, _asked(dataset, segment, inputs)), maxlen=0)
    return tuple(Upstream(*row) for row in connection.execute(sql.UPSTREAM))


def paths(
    connection: sqlite3.Connection,
    dataset: str,
    source: str,
    target: str,
    inputs: Sequence[InputSort],
) -> Iterator[tuple[str, ...]]:
    """Shortest paths in order, in a transaction that is given up.

    One that can be gone in two ways, by taker and by general segment, may come twice.
    """
    asked = _asked(dataset, target, inputs) | {"source": source}
    for _ in _levels(connection, asked):
        if connection.execute(sql.DEPTH, asked).fetchone():
            break
    for (way,) in connection.execute(sql.WAYS, asked):
        yield tuple(step.partition(" ")[0] for step in way.split("/")[:-1])


def neighbourhood(
    connection: sqlite3.Connection, dataset: str, segment: str, *, hops: int, limit: int
) -> tuple[Near, ...]:
    """What lies around a segment, nearest first, in a transaction that is given up."""
    for statement in sql.NEAR:
        connection.execute(statement)
    asked: dict[str, object] = {"dataset": dataset, "segment": segment, "limit": max(limit, 0)}
    found = connection.execute(sql.START_NEAR, asked).rowcount
    for hop in range(1, hops + 1):
        fresh = connection.execute(sql.GO_NEAR, asked | {"hops": hop}).rowcount
        found += fresh
        if not fresh or found >= limit:
            break
    return tuple(Near(*row) for row in connection.execute(sql.NEAREST, asked))


def _levels(connection: sqlite3.Connection, asked: Mapping[str, object]) -> Iterator[int]:
    """Reach the target, then what is upstream of it, one depth further each time."""
    for statement in sql.REACHED:
        connection.execute(statement)
    connection.execute(sql.REACH_TARGET, asked)
    for depth in count(1):
        yield depth - 1
        if not connection.execute(sql.REACH_INPUTS, {**asked, "depth": depth}).rowcount:
            return


def _asked(dataset: str, target: str, inputs: Sequence[InputSort]) -> dict[str, object]:
    return {"dataset": dataset, "target": target, "inputs": json.dumps(list(inputs))}


def _take_row(take: Take) -> _Row:
    return take.consumer, take.member, take.input, int(take.exact)


def _descent_row(descent: Descent) -> _Row:
    return descent.special, descent.general, "".join(f"{each} 1/" for each in descent.way)


def _tie_rows(ties: Iterable[tuple[SupplyNode, SupplyNode]]) -> Iterator[_Row]:
    """Ties, seen from either end."""
    for here, there in ties:
        yield here.type, here.id, there.type, there.id
        yield there.type, there.id, here.type, here.id
