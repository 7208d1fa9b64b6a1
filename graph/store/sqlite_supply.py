"""Questions of supply asked of the SQLite store, worked out of what holds when they are asked."""

import json
import sqlite3
from collections.abc import Iterator

from graph.model import AnyRecord, Dataset, facts_from
from graph.model.collecting import uncollected
from graph.store import sqlite_statements as sql
from graph.store.layers import records_from
from graph.store.supply import SUPPLY_TYPES, supply_of
from graph.store.supply_answers import SupplyAnswers

AT_ONCE = 5000
"""Rows that are read at once."""


@uncollected()
def answers(connection: sqlite3.Connection, dataset: Dataset) -> SupplyAnswers:
    """What holds now says of supply."""
    asked = {"dataset": dataset.id, "types": json.dumps(SUPPLY_TYPES)}
    rows = connection.execute(sql.HOLDING_OF, asked)
    return SupplyAnswers(supply_of(facts_from(dataset, 0, _unproven(rows))))


def _unproven(rows: sqlite3.Cursor) -> Iterator[AnyRecord]:
    """Read records some at a time, without their evidence: most of what they take."""
    while some := rows.fetchmany(AT_ONCE):
        for record in records_from(body for (body,) in some):
            yield record.model_copy(update={"evidence": ()})
