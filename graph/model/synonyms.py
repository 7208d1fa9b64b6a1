"""What firms call a segment beside its name: words, standard phrases, traps; or nothing else."""

from typing import Literal, get_args

from graph.model.record import Record

WordGround = Literal["trade", "short", "kind", "part", "phrase", "hint"]
GROUNDS: tuple[WordGround, ...] = get_args(WordGround)
"""Why a word means a segment: the usual name in the trade, its short form, a kind of it, a part
of it, a standard phrase of the business register, or a word that means it in a context only."""


class Synonym(Record):
    """A word that means a segment; a hint does so where one of `context` is met.

    A context is a word (in the clause, the firm's name or its class of industry) or the beginning
    of a code of GB/T 4754.
    """

    text: str
    segment: str
    ground: WordGround
    context: tuple[str, ...] = ()


class Trap(Record):
    """A word that looks like a segment and is none, and why."""

    text: str
    why: str


class ByName(Record):
    """A segment that firms know by its name alone, and why there is nothing to add."""

    segment: str
    why: str


class Synonyms(Record):
    """All words of a layer, in order of text; the segments without any, in order of id."""

    words: tuple[Synonym, ...] = ()
    traps: tuple[Trap, ...] = ()
    by_name: tuple[ByName, ...] = ()
