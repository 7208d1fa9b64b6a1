"""Segments by what firms call them: the words of the shipped layer, beside names and aliases."""

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache

import seeds
from graph.answers import Workspace, resolve
from graph.answers.names import MOST_SUGGESTIONS
from graph.errors import UnknownNameError
from graph.model import Facts, RecordType
from graph.model.names import fold, simplified
from graph.model.synonyms import GROUNDS, Synonym, Synonyms
from graph.store.contract import Hit

LAYER = "reference"
"""The layer whose words are shipped."""
SHORTEST, MOST = 2, 10
"""A text that is looked for within words has so many characters, and leads to so many segments."""


def words_of(segments: Set[str]) -> Synonyms:
    """The shipped words, for a dataset that rests on their layer.

    To another one they say little, and their traps could hide its names.
    """
    shipped = _shipped()
    meant = {word.segment for word in shipped.words}
    return shipped if 2 * len(meant & segments) > len(meant) else Synonyms()


def id_of(ws: Workspace, text: str, kind: RecordType) -> str:
    """Find an id like `graph.answers.resolve`; what the trade calls so is suggested first."""
    try:
        return resolve(ws, text, kind)
    except UnknownNameError as error:
        if kind != "segment":
            raise
        hits = hits_by_word(ws.facts, text) or hits_by_part_of_word(ws.facts, text)
        near = tuple(dict.fromkeys([*(hit.name for hit in hits), *error.suggestions]))
        raise UnknownNameError(name=text, what=kind, suggestions=near[:MOST_SUGGESTIONS]) from error


def hits_by_word(facts: Facts, text: str) -> tuple[Hit, ...]:
    """Segments that the trade calls so: by a usual word first, then a kind, a part, a context.

    A name has no need of it: the store finds names.
    """
    return _hits(facts, _by_word().get(fold(simplified(text)), ()))


def hits_by_part_of_word(facts: Facts, text: str) -> tuple[Hit, ...]:
    """Segments of which a word holds the text, the shortest words first; each segment once."""
    part = fold(simplified(text))
    if len(part) < SHORTEST:
        return ()
    longer = sorted((word for word in _by_word() if part in word), key=lambda w: (len(w), w))
    found: dict[str, Hit] = {}
    for hit in _hits(facts, [each for word in longer for each in _by_word()[word]]):
        found.setdefault(hit.id, hit)
    return tuple(found.values())[:MOST]


def _hits(facts: Facts, words: Sequence[Synonym]) -> tuple[Hit, ...]:
    if not words or not words_of(facts.segments.keys()).words:
        return ()
    meant = [
        (facts.merged.get(("segment", each.segment), each.segment), each.text) for each in words
    ]
    return tuple(
        Hit("segment", id_, facts.segments[id_].name, text, "part")
        for id_, text in meant
        if id_ in facts.segments
    )


@lru_cache(maxsize=1)
def _by_word() -> Mapping[str, tuple[Synonym, ...]]:
    found: dict[str, list[Synonym]] = {}
    for each in sorted(_shipped().words, key=lambda word: GROUNDS.index(word.ground)):
        found.setdefault(fold(each.text), []).append(each)
    return {word: tuple(meanings) for word, meanings in found.items()}


@lru_cache(maxsize=1)
def _shipped() -> Synonyms:
    from graph.load import load_synonyms  # noqa: PLC0415 - forms of seeds take long to import

    return load_synonyms(seeds.FOLDER / LAYER)
