"""Facts as columns: the bodies of all records in one file, the ids of each shelf in another."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate, chain
from typing import TypedDict

from graph.errors import ColumnsUnusableError
from graph.message import _
from graph.model import FIELD_OF_TYPE, RECORDS, AnyRecord, Dataset, Facts, ListedFirm
from graph.model.vocabulary import RecordType
from graph.store.column_files import ColumnReader, ColumnWriter
from graph.store.layers import records_from
from graph.store.shelves import Bodies, BodyWriter, SavedShelf, encoded

BODIES = "records.json"
BodiesOf = Callable[[], Iterator[bytes]]


class FactsTold(TypedDict):
    """What a manifest says of facts: how many records stand where, and what is no record.

    Beside the shelves stand what is covered, what is denied, and the rows of registers before
    those that lost their firm were left out.
    """

    dataset: str
    version: int
    shelves: dict[str, int]
    beside: list[int]
    merged: list[tuple[RecordType, str, str]]


@dataclass(frozen=True, slots=True)
class SavedFacts:
    """Facts whose records are made when they are asked for.

    `rows` are those of registers before some were left out, nothing where all are among the facts.
    """

    facts: Facts
    rows: tuple[ListedFirm, ...]


def save_facts(
    writer: ColumnWriter, saved: SavedFacts, streamed: Mapping[str, BodiesOf] | None = None
) -> FactsTold:
    """Write facts; `streamed` gives the bodies of shelves whose records are not in memory."""
    facts, bodies = saved.facts, BodyWriter()
    shelves = {name: _shelf(facts, name) for name in FIELD_OF_TYPE.values()}
    beside = [tuple(facts.covered.values()), tuple(facts.denied.values()), saved.rows]
    known = streamed or {}
    every = chain(
        *(
            known[name]() if name in known else encoded(shelf.values())
            for name, shelf in shelves.items()
        ),
        *map(encoded, beside),
    )
    writer.parts(BODIES, bodies.noted(every))
    writer.numbers("ends", bodies.ends)
    writer.numbers("sums", bodies.sums)
    for name, shelf in shelves.items():
        writer.text(f"ids.{name}", shelf)
    return FactsTold(
        dataset=facts.dataset.model_dump_json(),
        version=facts.version,
        shelves={name: len(shelf) for name, shelf in shelves.items()},
        beside=[len(each) for each in beside],
        merged=[(*key, id_) for key, id_ in facts.merged.items()],
    )


def saved_facts(reader: ColumnReader, told: FactsTold, again: Callable[[], Facts]) -> SavedFacts:
    """Return facts as they were saved; `again` fetches them where a record is damaged.

    Raises `ColumnsUnusableError`.
    """
    ends, sums = reader.numbers("ends"), reader.numbers("sums")
    bodies = Bodies(memoryview(reader.mapped(BODIES)), ends, sums)
    counts = told["shelves"].values()
    firsts = accumulate(counts, initial=0)
    fetched = cache(again)
    shelves = {
        FIELD_OF_TYPE[type_]: SavedShelf(
            RECORDS[type_],
            partial(_lines, reader.content(f"ids.{FIELD_OF_TYPE[type_]}.txt")),
            count,
            (bodies, first),
            partial(_fetched, fetched, FIELD_OF_TYPE[type_]),
        )
        for type_, count, first in zip(RECORDS, counts, firsts, strict=False)
    }
    covered, denied, rows = _beside(reader, bodies, sum(counts), told["beside"])
    about = {
        "covered": {(each.type, each.id): each for each in covered},
        "denied": {(each.type, each.id): each for each in denied},
        "merged": {(type_, old): new for type_, old, new in told["merged"]},
    }
    dataset = Dataset.model_validate_json(told["dataset"])
    facts = Facts(dataset, told["version"], **shelves, **about)  # type: ignore[arg-type]
    return SavedFacts(facts, tuple(each for each in rows if isinstance(each, ListedFirm)))


def _shelf(facts: Facts, name: str) -> Mapping[str, AnyRecord]:
    found: Mapping[str, AnyRecord] = getattr(facts, name)
    return found


def _fetched(again: Callable[[], Facts], name: str) -> Mapping[str, AnyRecord]:
    return _shelf(again(), name)


def _lines(content: bytes) -> Sequence[str]:
    return tuple(content.decode().split("\n")[:-1])


def _beside(
    reader: ColumnReader, bodies: Bodies, first: int, counts: Iterable[int]
) -> list[list[AnyRecord]]:
    """Make the records that stand on no shelf: few, and asked for by every question."""
    found: list[list[AnyRecord]] = []
    for count in counts:
        texts = [bodies.at(number) for number in range(first, first + count)]
        if None in texts:
            raise ColumnsUnusableError(
                folder=str(reader.folder), reason=_("{name} 已损坏", name=BODIES)
            )
        found.append(records_from(text.decode() for text in texts if text) if count else [])
        first += count
    return found
