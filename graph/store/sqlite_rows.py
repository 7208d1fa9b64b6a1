"""Rows of the SQLite store as versions and records, over a connection that is given."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from json import dumps

from graph.model import AnyRecord, Dataset, RecordType
from graph.model.record_text import WrittenRecord
from graph.model.references import RecordKey
from graph.store import sqlite_statements as sql
from graph.store import sqlite_stream_statements as streams
from graph.store.contract import Archive, Cause, Stored, Version
from graph.store.history import Held, archive_of
from graph.store.layers import LAYERS, REPORTED, LayerChange, LayerPlace, body_of, records_from
from graph.store.names import NameKind, SearchName, names_of
from graph.store.steps import VersionState

AT_ONCE = 5000
"""Rows that are turned into text before they are written."""

_StateRow = tuple[str, int, str, Cause, str | None, str | None, int, int, int, str]
KeptRecords = Mapping[int, tuple[int, AnyRecord]]
"""Records by the key of their row, each with the hash of its text."""
_NewRow = tuple[int, WrittenRecord, int, int | None]
"""Number of the layer, record, since and until which version."""
_LOCAL = LAYERS.index("local")
_NameRow = tuple[RecordType, str, NameKind, str, str, str | None]


def states(connection: sqlite3.Connection, dataset: str) -> tuple[VersionState, ...]:
    """Every state of a dataset, newest first."""
    rows = connection.execute(sql.STATES, {"dataset": dataset})
    return tuple(_state(row) for row in rows)


def newest(connection: sqlite3.Connection, dataset: str) -> VersionState | None:
    """The newest state of a dataset; none if the store does not know it."""
    row = connection.execute(sql.NEWEST, {"dataset": dataset}).fetchone()
    return None if row is None else _state(row)


def state(connection: sqlite3.Connection, dataset: str, number: int) -> VersionState:
    """One state of a dataset, which has to exist."""
    parameters = {"dataset": dataset, "version": number}
    return _state(connection.execute(sql.STATE, parameters).fetchone())


def datasets(connection: sqlite3.Connection) -> tuple[Dataset, ...]:
    """All datasets as they are called now, in order of id."""
    return tuple(Dataset.model_validate_json(body) for (body,) in connection.execute(sql.DATASETS))


def records(
    connection: sqlite3.Connection, version: Version, *, lowest: int = 0
) -> list[AnyRecord]:
    """The records of the layers from `lowest` up, lower layers first."""
    parameters = _at(version) | {"lowest": lowest}
    return records_from(body for _, body in connection.execute(sql.RECORDS, parameters))


def count_of(connection: sqlite3.Connection, version: Version, types: Sequence[RecordType]) -> int:
    """How many rows of these types a version has."""
    (found,) = connection.execute(
        streams.COUNT_OF, _at(version) | {"types": dumps(types)}
    ).fetchone()
    return int(found)


def records_without(
    connection: sqlite3.Connection, version: Version, types: Sequence[RecordType]
) -> list[AnyRecord]:
    """The records of all layers but those of these types, lower layers first."""
    rows = connection.execute(streams.RECORDS_WITHOUT, _at(version) | {"types": dumps(types)})
    return records_from(body for (body,) in rows)


def bodies(
    connection: sqlite3.Connection, version: Version, type_: RecordType
) -> Iterator[tuple[str, int, bytes]]:
    """Yield the rows of a type: id, layer, body, in this order."""
    yield from connection.execute(streams.BODIES_OF, _at(version) | {"type": type_})


def records_kept(
    connection: sqlite3.Connection, version: Version, kept: KeptRecords
) -> KeptRecords:
    """The records of a version by row, lower layers first; those `kept` are not made again.

    A row never changes, but another file may be put in its place: so its text is compared.
    """
    texts = dict(connection.execute(sql.RECORDS, _at(version) | {"lowest": 0}).fetchall())
    marks = {key: hash(body) for key, body in texts.items()}
    fresh = [key for key, mark in marks.items() if key not in kept or kept[key][0] != mark]
    made = dict(zip(fresh, records_from(texts[key] for key in fresh), strict=True))
    return {key: (mark, made[key]) if key in made else kept[key] for key, mark in marks.items()}


def holding(
    connection: sqlite3.Connection, dataset: str, lowest: int, highest: int
) -> dict[LayerPlace, AnyRecord]:
    """What holds now in the layers from `lowest` to `highest`, by place."""
    parameters = {"dataset": dataset, "lowest": lowest, "highest": highest}
    rows = connection.execute(sql.HOLDING, parameters).fetchall()
    found = records_from(body for _, body in rows)
    return {
        LayerPlace(layer, record.type, record.id): record
        for (layer, _), record in zip(rows, found, strict=True)
    }


def held(
    connection: sqlite3.Connection, version: Version, keys: Iterable[RecordKey]
) -> dict[RecordKey, Held]:
    """What holds for each of these keys at a version; nothing for those that nobody declares."""
    found: dict[RecordKey, Held] = {}
    for type_, id_ in keys:
        parameters = _at(version) | {"type": type_, "id": id_}
        # Ids are ASCII; a command line can hand in text that no database takes.
        row = connection.execute(sql.HELD, parameters).fetchone() if id_.isascii() else None
        if row is not None:
            (record,) = records_from([row[1]])
            found[type_, id_] = Held(row[0] == REPORTED, record)
    return found


def reported_change(
    connection: sqlite3.Connection, version: Version
) -> tuple[list[AnyRecord], list[AnyRecord]]:
    """The reported records that a version ended, and those that it began."""
    ended, begun = (
        records_from(body for (body,) in connection.execute(statement, _at(version)))
        for statement in (sql.ENDED_REPORTS, sql.BEGUN_REPORTS)
    )
    return ended, begun


def archive(connection: sqlite3.Connection, dataset: str) -> Archive:
    """The history of a dataset."""
    before = states(connection, dataset)
    found = connection.execute(sql.HISTORY, {"dataset": dataset}).fetchall()
    kept = records_from(body for *_, body in found)
    return archive_of(
        ((each.version, each.dataset) for each in before),
        (
            Stored(LAYERS[layer], record, since, until)
            for (layer, since, until, _), record in zip(found, kept, strict=True)
        ),
    )


def names(
    connection: sqlite3.Connection, version: Version, folded: str
) -> Iterator[tuple[SearchName, str]]:
    """Names that contain `folded`, each with what its record is called."""
    parameters = _at(version) | {"phrase": f'"{_spelt(folded)}"'}
    row: _NameRow
    for row in connection.execute(sql.NAMES, parameters):
        called = row[-1]
        if called is not None:
            yield SearchName(*row[:-1]), called


def append(
    connection: sqlite3.Connection,
    state: VersionState,
    change: LayerChange,
    after: Mapping[LayerPlace, AnyRecord],
) -> None:
    """Write the next version; `after` holds at least what `change` begins."""
    connection.execute(sql.BEGIN_VERSION, _row_of(state))
    at = _at(state.version)
    connection.executemany(sql.END_RECORD, [at | _row_of_place(each) for each in change.ended])
    number = state.version.number
    begun = [Stored(LAYERS[each.layer], after[each], number, None) for each in change.begun]
    append_records(connection, state.version.dataset, begun)


def last_record(connection: sqlite3.Connection) -> int:
    """The key of the newest row; 0 where there is none."""
    return _next_key(connection, sql.LAST_RECORD) - 1


def name_version(connection: sqlite3.Connection, state: VersionState) -> None:
    """Say of a version whose number was reserved what it is."""
    dataset, number, *said = _row_of(state)
    connection.execute(streams.NAME_VERSION, (*said, dataset, number))


def restore(connection: sqlite3.Connection, archive: Archive) -> None:
    """Write the history of a dataset that is not there."""
    states_ = [VersionState(version, dataset) for version, dataset in archive.states]
    connection.executemany(sql.BEGIN_VERSION, [_row_of(each) for each in states_])
    append_records(connection, states_[0].version.dataset, archive.records)


def append_records(connection: sqlite3.Connection, dataset: str, rows: Sequence[Stored]) -> None:
    """Write rows and their names, some at a time: as text they take far more than as records."""
    for first in range(0, len(rows), AT_ONCE):
        some = rows[first : first + AT_ONCE]
        said = [(LAYERS.index(row.layer), row.record, row.since, row.until) for row in some]
        _append(connection, dataset, said)


def append_local(
    connection: sqlite3.Connection,
    dataset: str,
    since: int,
    records: Iterable[WrittenRecord],
) -> None:
    """Write some records that begin in the local layer, and their names."""
    _append(connection, dataset, [(_LOCAL, each, since, None) for each in records])


def _append(connection: sqlite3.Connection, dataset: str, rows: Sequence[_NewRow]) -> None:
    first = _next_key(connection, sql.LAST_RECORD)
    connection.executemany(
        sql.BEGIN_RECORD,
        [
            (key, dataset, layer, record.type, record.id, since, until, body_of(record))
            for key, (layer, record, since, until) in enumerate(rows, start=first)
        ],
    )
    named = enumerate((names_of(record) for _, record, _, _ in rows), start=first)
    _append_names(connection, named)


def name_again(connection: sqlite3.Connection) -> None:
    """Write the names of every record anew, as this release gives them."""
    for statement in sql.FORGET_NAMES:
        connection.execute(statement)
    found = connection.execute(sql.BODIES)
    while some := found.fetchmany(AT_ONCE):
        records = records_from(body for _, body in some)
        named = zip((key for key, _ in some), map(names_of, records), strict=True)
        _append_names(connection, named)


def _append_names(
    connection: sqlite3.Connection, names_by_record: Iterable[tuple[int, Iterable[SearchName]]]
) -> None:
    given = ((record, name) for record, each in names_by_record for name in each)
    numbered = enumerate(given, start=_next_key(connection, sql.LAST_NAME))
    rows = [(key, record, *name) for key, (record, name) in numbered]
    connection.executemany(sql.BEGIN_NAME, rows)
    connection.executemany(sql.SPELL_NAME, [(row[0], _spelt(row[-1].lower())) for row in rows])


def _next_key(connection: sqlite3.Connection, statement: str) -> int:
    (last,) = connection.execute(statement).fetchone()
    return 1 + (last or 0)


def _spelt(folded: str) -> str:
    """Each character as a word, the hexadecimal of its code point.

    So one or two Chinese characters, and punctuation too, are found as a phrase, whatever the
    tokenizer of this SQLite thinks of them (a trigram index finds nothing below three).
    """
    return folded.translate(_POINTS)[:-1]


class _Points(dict[int, str]):
    """Characters as words, by code point, each with the space behind it."""

    def __missing__(self, character: int) -> str:
        return self.setdefault(character, f"{character:x} ")


_POINTS = _Points()


def _at(version: Version) -> dict[str, object]:
    return {"dataset": version.dataset, "version": version.number}


def _row_of_place(place: LayerPlace) -> dict[str, object]:
    return {"layer": place.layer, "type": place.type, "id": place.id}


def _row_of(state: VersionState) -> _StateRow:
    version = state.version
    return (
        version.dataset,
        version.number,
        version.at,
        version.cause,
        version.by,
        version.note,
        version.added,
        version.changed,
        version.removed,
        state.dataset.model_dump_json(),
    )


def _state(row: _StateRow) -> VersionState:
    dataset_id, number, at, cause, by, note, added, changed, removed, body = row
    dataset = Dataset.model_validate_json(body)
    edition = dataset.edition.label
    return VersionState(
        Version(dataset_id, number, at, cause, by, note, edition, added, changed, removed), dataset
    )
