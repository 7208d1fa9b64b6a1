"""Records as bodies of answers: what they tell of themselves, and pointers to what they name."""

from typing import TypeVar

from pydantic import BaseModel

from graph.answers.workspace import Workspace
from graph.model import AnyRecord, RecordType
from graph.model.references import naming_fields

Item = TypeVar("Item", bound=BaseModel)


def described(ws: Workspace, item: type[Item], record: AnyRecord, **more: object) -> Item:
    """Describe a record in the shape of `item`, which has its fields; `more` are those of its own.

    Fields that name records point to them.
    """
    types = dict(naming_fields(record))
    values = {
        name: _pointing(ws, getattr(record, name), types.get(name))
        for name in item.model_fields
        if name not in more and hasattr(record, name)
    }
    return item.model_validate(values | more)


def _pointing(ws: Workspace, value: object, type_: RecordType | None) -> object:
    match value:
        case str() if type_ is not None:
            return ws.ref(type_, value)
        case tuple() if type_ is not None:
            return tuple(_pointing(ws, each, type_) for each in value)
    return value
