"""Rows of the Neo4j store as versions, records and hits, in a transaction that is given."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from graph.errors import UnknownDatasetError, UnknownVersionError
from graph.model import AnyRecord, Dataset, RecordType
from graph.model.names import fold
from graph.model.references import RecordKey
from graph.store import neo4j_statements as cypher
from graph.store.contract import Archive, Hit, NameMatch, Stored, Version
from graph.store.history import Held, archive_of
from graph.store.layers import LAYERS, REPORTED, LayerChange, LayerPlace, body_of, records_from
from graph.store.names import RANK_OF_MATCH, RANK_OF_TYPE, SearchName, names_of
from graph.store.neo4j_connection import Returned, Transaction
from graph.store.steps import VersionState

Parameters = dict[str, object]
"""What a statement takes of one record, one place or one name."""
VersionAsked = tuple[str, int | None]
"""A dataset, and a version of it unless it is the current one."""
CypherRow = Parameters | list[object]
"""One of many: by name, or in an order that the statement knows, which is packed twice as fast."""
CypherStatement = tuple[str, Sequence[CypherRow]]
"""A statement and the rows that it takes."""

_MATCH_OF_RANK: dict[int, NameMatch] = {rank: match for match, rank in RANK_OF_MATCH.items()}


def states(tx: Transaction, dataset: str) -> tuple[VersionState, ...]:
    """Every state of a dataset, newest first."""
    return tuple(_state(row) for row in tx.rows(cypher.STATES, dataset=dataset))


def newest(tx: Transaction, dataset: str) -> VersionState | None:
    """The newest state of a dataset; none if the store does not know it."""
    return next((_state(row) for row in tx.rows(cypher.NEWEST, dataset=dataset)), None)


def state(tx: Transaction, dataset: str, number: int) -> VersionState:
    """One state of a dataset, which has to exist."""
    (row,) = tx.rows(cypher.STATE, dataset=dataset, version=number)
    return _state(row)


def written_by(tx: Transaction, version: Version) -> str | None:
    """The token of the write that made a version, unlike any other; null of older programs."""
    return next((row["token"] for row in tx.rows(cypher.WRITTEN_BY, **_at(version))), None)


def known(tx: Transaction, dataset: str) -> VersionState:
    """The newest state of a dataset; raise `UnknownDatasetError`."""
    # Ids are ASCII; a command line can hand in text that cannot be sent.
    found = newest(tx, dataset) if dataset.isascii() else None
    if found is None:
        known_ = ", ".join(each.id for each in datasets(tx))
        raise UnknownDatasetError(dataset=dataset, known=known_)
    return found


def at_version(tx: Transaction, dataset: str, version: int | None) -> VersionState:
    """The state of the version asked, or the newest; raise `UnknownVersionError`."""
    current = known(tx, dataset)
    if version is None or version == current.version.number:
        return current
    if not 1 <= version < current.version.number:
        raise UnknownVersionError(dataset=dataset, version=version)
    return state(tx, dataset, version)


def datasets(tx: Transaction) -> tuple[Dataset, ...]:
    """All datasets as they are called now, in order of id."""
    return tuple(Dataset.model_validate_json(row["body"]) for row in tx.rows(cypher.DATASETS))


def records(tx: Transaction, version: Version, *, lowest: int = 0) -> list[AnyRecord]:
    """The records of the layers from `lowest` up, lower layers first."""
    found = tx.rows(cypher.RECORDS, **_at(version), lowest=lowest)
    return records_from(row["body"] for row in found)


def holding(
    tx: Transaction, version: Version, layers: tuple[int, int]
) -> dict[LayerPlace, AnyRecord]:
    """What holds in the layers from the first to the second, by place."""
    lowest, highest = layers
    found = tx.rows(cypher.HOLDING, **_at(version), lowest=lowest, highest=highest)
    kept = records_from(row["body"] for row in found)
    return {
        LayerPlace(row["layer"], record.type, record.id): record
        for row, record in zip(found, kept, strict=True)
    }


def held(tx: Transaction, version: Version, keys: Iterable[RecordKey]) -> dict[RecordKey, Held]:
    """What holds for each of these keys at a version; nothing for those that nobody declares."""
    # Ids are ASCII; a command line can hand in text that cannot be sent.
    asked: list[Parameters] = [{"type": type_, "id": id_} for type_, id_ in keys if id_.isascii()]
    found = tx.rows(cypher.HELD, **_at(version), rows=asked)
    kept = records_from(row["body"] for row in found)
    return {
        (record.type, record.id): Held(row["layer"] == REPORTED, record)
        for row, record in zip(found, kept, strict=True)
    }


def reported_change(tx: Transaction, version: Version) -> tuple[list[AnyRecord], list[AnyRecord]]:
    """The reported records that a version ended, and those that it began."""
    ended, begun = (
        records_from(row["body"] for row in tx.rows(statement, **_at(version), layer=REPORTED))
        for statement in (cypher.ENDED, cypher.BEGUN)
    )
    return ended, begun


def archive(tx: Transaction, dataset: str) -> Archive:
    """The history of a dataset."""
    before = states(tx, dataset)
    found = tx.rows(cypher.HISTORY, dataset=dataset)
    kept = records_from(row["body"] for row in found)
    return archive_of(
        ((each.version, each.dataset) for each in before),
        (
            Stored(LAYERS[row["layer"]], record, row["since"], row["until"])
            for row, record in zip(found, kept, strict=True)
        ),
    )


def search(
    tx: Transaction, at: VersionAsked, text: str, types: Collection[RecordType], limit: int
) -> tuple[Hit, ...]:
    """The best names that contain `text`, each record once; ranked by the server."""
    dataset, version = at
    folded = fold(text)
    if version is not None:
        at_version(tx, dataset, version)
    found = (
        tx.rows(
            cypher.SEARCH,
            dataset=dataset,
            version=version,
            phrase=f'"{_spelt(folded)}"',
            folded=folded,
            types=sorted(types),
            ranks=RANK_OF_TYPE,
            limit=min(limit, 1_000_000),
        )
        if folded and limit > 0 and _is_text(dataset, folded)
        else []
    )
    if not found:
        known(tx, dataset)
    return tuple(
        Hit(row["type"], row["id"], row["called"], row["matched"], _MATCH_OF_RANK[row["match"]])
        for row in found
    )


def append(
    change: LayerChange, after: Mapping[LayerPlace, AnyRecord], number: int
) -> Iterator[CypherStatement]:
    """What writes the rows of the version `number`; `after` holds at least what begins."""
    yield cypher.END_RECORDS, [_row_of_place(each) for each in change.ended]
    yield from begin(Stored(LAYERS[each.layer], after[each], number, None) for each in change.begun)


def begin(records: Iterable[Stored]) -> Iterator[CypherStatement]:
    """What writes these rows, with what they are called and all their names, some at a time."""
    left = iter(records)
    while some := [*islice(left, 1_000)]:
        yield cypher.BEGIN_RECORDS, [_row_of_record(each) for each in some]


def row_of_state(state: VersionState) -> Parameters:
    """A version, with the dataset as it was called then."""
    version = state.version
    return {
        "number": version.number,
        "at": version.at,
        "cause": version.cause,
        "by": version.by,
        "note": version.note,
        "added": version.added,
        "changed": version.changed,
        "removed": version.removed,
        "body": state.dataset.model_dump_json(),
    }


def _at(version: Version) -> dict[str, object]:
    return {"dataset": version.dataset, "version": version.number}


def row_about(state: VersionState) -> Parameters:
    """What the node of a dataset says to people who look at it."""
    dataset = state.dataset
    return {
        "title": dataset.title,
        "title_en": dataset.title_en,
        "region": dataset.region,
        "edition": dataset.edition.label,
        "edition_date": dataset.edition.date,
        "made_up": dataset.made_up,
    }


def _state(row: Returned | Mapping[str, object]) -> VersionState:
    given = dict(row.items())
    dataset = Dataset.model_validate_json(str(given.pop("body")))
    return VersionState(Version(**given, edition=dataset.edition.label), dataset)


def _row_of_record(row: Stored) -> list[object]:
    """As `BEGIN_RECORDS` takes it."""
    record = row.record
    names = names_of(record)
    main = next((name.text for name in names if name.kind == "name"), None)
    place = [record.type, record.id, LAYERS.index(row.layer)]
    called = [_row_of_name(number, name) for number, name in enumerate(names)]
    return [*place, row.since, row.until, body_of(record), main, called]


def _row_of_place(place: LayerPlace) -> Parameters:
    return {"layer": place.layer, "type": place.type, "id": place.id}


def _row_of_name(number: int, name: SearchName) -> list[object]:
    """As `BEGIN_RECORDS` takes it."""
    told = [name.type, name.id, name.kind, name.text, name.folded]
    return [number, *told, len(name.text), _spelt(name.folded.lower())]


def _spelt(folded: str) -> str:
    """Each character as a word, the hexadecimal of its code point."""
    return folded.translate(_SPELLING).rstrip()


class _Spelling(dict[int, str]):
    """The words of characters that were spelt before."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, f"{code:x} ")


_SPELLING = _Spelling()


def _is_text(*texts: str) -> bool:
    """Whether they can be sent: a command line can hand in half a surrogate pair."""
    return not any("\ud800" <= character <= "\udfff" for text in texts for character in text)
