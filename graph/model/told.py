"""What a field or a type of record says of itself, once: programs read it here.

A field is annotated with `told(…)`, a type has `about = TypeTold(…)`. Loading, forms, columns,
bodies, cards and graph files follow from them; none of these lists fields by name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from graph.message import Message
from graph.model.vocabulary import RecordType

Reach = Literal["load", "page", "json", "edit", "import", "graph"]
"""Where a field can arrive: seeds, pages, bodies, edits, tables that come in, graph files."""
ShownIn = Literal["head", "card", "fact"]
"""Where people see a field: by hand in the heading of its record's card, as a line of that card,
or only where everything that is held of a fact stands."""
PLACES: tuple[Reach, ...] = get_args(Reach)

# Why something does not reach a place; `not_in` takes one of these.
SUBJECT: tuple[Reach, ...] = ("edit",)
"""It makes the fact this one: with another it is another fact, so deny this and report that."""
SEEDS_ALONE: tuple[Reach, ...] = ("edit", "import")
"""Only whoever writes a dataset says it: the order of its files, its classes, its reasons."""
NO_COLUMN: tuple[Reach, ...] = ("import",)
"""Tables of offices have no column for it."""
AROUND_CHAINS: tuple[Reach, ...] = ("import", "graph")
"""Documents name it around the chains: no tables, and no node or edge of what chains consist of."""
OWN_PLACE: tuple[Reach, ...] = ("load", "edit", "import", "graph")
"""Said and taken back at a place of its own, where it is decided: in no seed, form or table of
facts; and it is work on the facts, nothing that chains consist of."""
SOURCES: tuple[Reach, ...] = ("edit", "import", "graph")
"""Kept verbatim as what facts rest on: nothing to correct, and not in the graph but cited by it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a field is called, where it comes from and where it goes; `told` makes one.

    It reaches every place but those of `not_in`. `points_to` is the type of record that it names.
    `columns` are its names in tables, ours first; `note` says what such a column holds.
    """

    words: Message
    shown: ShownIn
    points_to: RecordType | None
    columns: tuple[str, ...]
    note: Message | None
    example: str
    not_in: tuple[Reach, ...]


def told(  # noqa: PLR0913 - everything of a field is told here
    words: Message,
    *,
    shown: ShownIn = "fact",
    points_to: RecordType | None = None,
    columns: tuple[str, ...] = (),
    note: Message | None = None,
    example: str = "",
    not_in: tuple[Reach, ...] = (),
) -> Told:
    """Tell a field, within its annotation, which leaves its default to type checkers.

    So they know which fields are required: `name: Annotated[Text, told(Words("名称", "Name"))]`.
    """
    return Told(words, shown, points_to, columns, note, example, not_in)


@dataclass(frozen=True, slots=True)
class TypeTold:
    """What a type of record is called, as one and as a heading over several, and how it is kept.

    `shelf` is its section in seeds and its field of `Facts`. `made_of` are the fields that make up
    an id, after the type: `makes.<enterprise>.<segment>`. A `deniable` one is a statement, which
    can be not so at all; others are named by facts, stay, and can only be corrected. `is_node`
    where a graph database draws it as a node. A `confidential` one is for editors alone: no list,
    history, export or drawn graph tells of it. `not_in` are the places that none of it reaches.
    """

    words: Message
    heading: Message
    shelf: str
    made_of: tuple[str, ...] = ()
    deniable: bool = True
    is_node: bool = False
    confidential: bool = False
    not_in: tuple[Reach, ...] = ()


@cache
def told_by(model: type[BaseModel]) -> Mapping[str, Told]:
    """Return what the fields of a model say of themselves, in order; those that say nothing not."""
    return {
        name: each
        for name, field in model.model_fields.items()
        for each in field.metadata
        if isinstance(each, Told)
    }


@cache
def parts_of(model: type[BaseModel], name: str) -> tuple[object, ...]:
    """Return what a field can hold: classes, vocabularies (`Literal`), `tuple`, `NoneType`.

    >>> from graph.model.facts import Region
    >>> parts_of(Region, "free_land_mu"), parts_of(Region, "aliases")
    ((<class 'float'>, <class 'NoneType'>), (<class 'tuple'>,))
    """
    return tuple(_parts(model.model_fields[name].annotation))


def _parts(annotation: object) -> Iterator[object]:
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        for each in get_args(annotation):
            yield from _parts(each)
    elif origin is Annotated:
        yield from _parts(get_args(annotation)[0])
    else:
        yield annotation if origin in (None, Literal) else origin


def codes_of(model: type[BaseModel], name: str) -> object:
    """Return the vocabulary of a field, null where it holds anything but a code."""
    return next((each for each in parts_of(model, name) if get_origin(each) is Literal), None)
