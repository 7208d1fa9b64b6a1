"""Cells to the values of the fields that their columns stand for."""

from functools import cache
from typing import Annotated

from pydantic import TypeAdapter, ValidationError

from graph.exchange.match.amounts import unit_for
from graph.exchange.match.known import SKIP, KnownRecords
from graph.exchange.read.cells import Cells
from graph.exchange.read.units import FACTORS, PEOPLE, unit_in
from graph.exchange.read.values import amount_in, codes_by_word, listed
from graph.message import _
from graph.model import Record
from graph.model.facts import own_fields
from graph.model.formats import Money, folded
from graph.model.look import looks_of
from graph.model.told import parts_of


def values_in(
    cells: Cells, known: KnownRecords, model: type[Record], but: tuple[str, ...] = ()
) -> dict[str, object]:
    """The values of every told column of a row but some; an empty cell says nothing."""
    columns = (name for name, each in own_fields(model).items() if each.columns)
    found = {name: value_in(cells, known, model, name) for name in columns if name not in but}
    return {name: value for name, value in found.items() if value is not None}


def value_in(cells: Cells, known: KnownRecords, model: type[Record], name: str) -> object:
    """The value that a row has for a field, checked; null and a fault for what is none."""
    text = cells.text(name)
    if not text:
        return None
    told, looks = own_fields(model)[name], looks_of(model, name)
    if told.points_to:
        skipped = known.choice(text) == SKIP
        return None if skipped else known.named(cells, name, told.points_to, text)
    if looks:
        return cells.word(name, codes_by_word(looks))
    value = _typed(cells, model, name, text)
    return None if value is None else _checked(cells, model, name, value)


def _typed(cells: Cells, model: type[Record], name: str, text: str) -> object:
    """A text as the type of its field begins: a list, a whole number, an amount with its unit."""
    parts = parts_of(model, name)
    if tuple in parts:
        return listed(text)
    if int in parts:
        plain = folded(text).replace(",", "").removesuffix("人").strip()
        times = PEOPLE.get(unit_in(cells.header(name)), 1)
        return int(plain) * times if plain.isdecimal() and len(plain) < 12 else text
    if Money in parts:
        unit = unit_for(cells, name)
        return None if unit is None else _money(text, unit)
    return text


def _money(text: str, unit: str) -> str:
    """An amount with the unit of its column, where it has none of its own."""
    if unit in FACTORS:
        yuan = amount_in(text, unit)
        return text if yuan is None else f"{yuan:.9f}万元"
    return f"{text}{unit}" if unit else text


def _checked(cells: Cells, model: type[Record], name: str, value: object) -> object:
    try:
        return _reader(model, name).validate_python(value)
    except ValidationError as error:
        said = error.errors()[0]
        why = _("应为整数，如 120")
        if said["type"] == "liantu":
            why = said["ctx"]["message"]
        cells.refuse(name, why)
        return None


@cache
def _reader(model: type[Record], name: str) -> TypeAdapter[object]:
    info = model.model_fields[name]
    typed = Annotated[info.annotation, *info.metadata]  # type: ignore[name-defined] # known at run time
    return TypeAdapter(typed)
