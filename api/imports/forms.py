"""What the page of an import sends: columns, words, shapes of sheets, and names."""

from collections.abc import Iterator, Mapping
from typing import get_args

from pydantic import ValidationError
from starlette.datastructures import FormData

from graph.errors import BadParameterError
from graph.exchange.read.columns import TableKind
from graph.exchange.read.headers import TableChoices
from graph.exchange.read.layout import SheetLayout

KINDS: Mapping[object, TableKind] = {each: each for each in get_args(TableKind)}
SHAPE, OTHER = "shape|", "other|"
"""Fields of the form: `shape|header|TABLE`, `other|NAME`."""


def choices_in(form: FormData) -> TableChoices:
    """Read what a form says of tables; raise `BadParameterError` for a shape that cannot be."""
    shapes: dict[str, dict[str, list[str]]] = {}
    for field, value in form.multi_items():
        if field.startswith(SHAPE) and value:
            part, _sign, table = field.removeprefix(SHAPE).partition("|")
            shapes.setdefault(table, {}).setdefault(part, []).append(str(value))
    layouts = {table: _layout(said) for table, said in shapes.items()}
    return TableChoices(
        KINDS.get(form.get("kind")),
        pairs_in(form, "map"),
        pairs_in(form, "value"),
        {table: each for table, each in layouts.items() if each != SheetLayout()},
    )


def names_in(form: FormData) -> dict[str, str]:
    """What a form says of names: one of those offered, or another one that was written.

    A name that it leaves open means nothing (`""`).
    """
    written = {
        field.removeprefix(OTHER): str(text).strip()
        for field, text in form.multi_items()
        if field.startswith(OTHER)
    }
    return pairs_in(form, "choose-") | {name: text for name, text in written.items() if text}


def kept_and(before: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """What was said before, and what is said now: a form shows but a part of what there is."""
    return {name: meaning for name, meaning in {**before, **said}.items() if meaning}


def pairs_in(form: FormData, start: str) -> dict[str, str]:
    """Read `name=meaning` of every field whose name begins so; the last sign of equality counts."""
    said = [str(text) for field, text in form.multi_items() if field.startswith(start)]
    split = (text.rpartition("=") for text in said if "=" in text)
    return {name.strip(): meaning.strip() for name, _other, meaning in split}


def _layout(said: Mapping[str, list[str]]) -> SheetLayout:
    one = {part: values[0].strip() for part, values in said.items()}
    found: dict[str, object] = {
        "kind": one.get("kind"),
        "header": one.get("header"),
        "fill_down": tuple(said.get("fill", ())),
        "join": dict(_joined(said)),
        "split": dict(_split(said)),
        "sheet_name": one.get("sheet"),
    }
    if said.get("matrix") and one.get("matrix-field"):
        found["matrix"] = {"field": one["matrix-field"], "columns": tuple(said["matrix"])}
    try:
        return SheetLayout.model_validate(found, strict=False)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise BadParameterError(parameter="layout", value=place, allowed=first["msg"]) from error


def _joined(said: Mapping[str, list[str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for part, columns in said.items():
        into = said.get(part.replace("join-", "join.field-", 1))
        if part.startswith("join-") and into:
            yield into[0], tuple(columns)


def _split(said: Mapping[str, list[str]]) -> Iterator[tuple[str, dict[str, object]]]:
    for part, columns in said.items():
        number = part.removeprefix("split-")
        if number == part:
            continue
        sign, into = said.get(f"split.sign-{number}"), said.get(f"split.into-{number}")
        if sign and into:
            fields = into[0].replace("，", "、").replace(",", "、").split("、")
            yield columns[0], {"sign": sign[0], "into": tuple(each.strip() for each in fields)}
