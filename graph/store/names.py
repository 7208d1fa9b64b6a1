"""Names as stores search them: folded, with pinyin, ranked the same in every store."""

import heapq
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from graph.model import (
    FIELD_OF_TYPE,
    Chain,
    Enterprise,
    Fact,
    Gap,
    Industry,
    Mention,
    Platform,
    Project,
    RecordType,
    Region,
    Segment,
)
from graph.model.names import fold
from graph.model.record_text import RecordText, WrittenRecord
from graph.store.contract import Hit, NameMatch
from graph.store.sounds import sounds

NameKind = Literal["name", "other", "pinyin", "initials"]
SearchedRecord = Industry | Chain | Region | Segment | Enterprise | Gap | Platform | Project

RANK_OF_MATCH: dict[NameMatch, int] = {name: rank for rank, name in enumerate(get_args(NameMatch))}
RANK_OF_TYPE = {type_: rank for rank, type_ in enumerate(FIELD_OF_TYPE)}


class SearchName(NamedTuple):
    """What the record `type`, `id` is called: `text` as written, `folded` as searched.

    Of kind `initials`, `folded` holds the pinyin initials of `text`; of kind `pinyin` the whole of
    it, a capital where a syllable begins.
    """

    type: RecordType
    id: str
    kind: NameKind
    text: str
    folded: str


def names_of(record: WrittenRecord) -> tuple[SearchName, ...]:
    """What a record adds to the names: its own, or of a mention the name of its segment.

    What is denied adds none.
    """
    if isinstance(record, RecordText):
        return _called(record.type, record.id, record.names) if record.names else ()
    if isinstance(record, Fact) and record.denied:
        return ()
    if isinstance(record, Mention):
        spoken = () if record.name is None else (record.name,)
        return tuple(_others("segment", record.segment, spoken))
    if not isinstance(record, SearchedRecord):
        return ()
    return _called(record.type, record.id, (record.name, *_other_names(record)))


def _called(type_: RecordType, id_: str, names: Sequence[str]) -> tuple[SearchName, ...]:
    main = SearchName(type_, id_, "name", names[0], fold(names[0]))
    return (main, *_sounds_of(main), *_others(type_, id_, names[1:]))


def ranked(
    found: Iterable[tuple[SearchName, str]], text: str, types: Collection[RecordType], limit: int
) -> tuple[Hit, ...]:
    """The best hits among `found` names, each with what its record is called.

    A store may hand in names that do not match; they are passed over. No `types`: all of them.
    """
    query = fold(text)
    best: dict[tuple[RecordType, str], Hit] = {}
    for hit in _hits(found, query):
        if types and hit.type not in types:
            continue
        known = best.get((hit.type, hit.id))
        if known is None or _place(hit) < _place(known):
            best[hit.type, hit.id] = hit
    return tuple(heapq.nsmallest(limit, best.values(), key=_place))


def _hits(found: Iterable[tuple[SearchName, str]], query: str) -> Iterator[Hit]:
    for name, called in found:
        match = _match(name, query)
        if match is not None:
            yield Hit(name.type, name.id, called, name.text, match)


def _match(name: SearchName, query: str) -> NameMatch | None:
    if name.kind == "pinyin":
        return "pinyin" if _begins_a_syllable(name.folded, query) else None
    if not query or query not in name.folded:
        return None
    if name.kind == "initials":
        return "initials"
    if name.folded == query:
        return "exact"
    return "prefix" if name.folded.startswith(query) else "part"


def _begins_a_syllable(sound: str, query: str) -> bool:
    plain = sound.lower()
    return query.isascii() and any(
        character.isupper() and plain.startswith(query, at) for at, character in enumerate(sound)
    )


def _place(hit: Hit) -> tuple[int, int, int, str, str]:
    # The matched text comes last: it only decides which of two equal names a record shows.
    rank = RANK_OF_MATCH[hit.match]
    return rank, len(hit.matched), RANK_OF_TYPE[hit.type], hit.id, hit.matched


def _other_names(record: SearchedRecord) -> tuple[str, ...]:
    if isinstance(record, Gap):
        return ()
    english = () if record.name_en in (None, record.name) else (record.name_en,)
    return english if isinstance(record, Industry | Project) else (*english, *record.aliases)


def _others(type_: RecordType, id_: str, texts: Iterable[str]) -> Iterator[SearchName]:
    for text in texts:
        name = SearchName(type_, id_, "other", text, fold(text))
        yield name
        yield from _sounds_of(name)


def _sounds_of(name: SearchName) -> Iterator[SearchName]:
    if name.folded.isascii():
        return
    sound, letters = sounds(name.text)
    if sound.lower() != name.folded:
        yield SearchName(name.type, name.id, "pinyin", name.text, sound)
    if letters != name.folded:
        yield SearchName(name.type, name.id, "initials", name.text, letters)
