"""What rows tell of as records, written at once where no value needs a look."""

from collections.abc import Mapping
from types import NoneType
from typing import cast

from graph.exchange.bulk.ground import BulkRow
from graph.model import Enterprise, Segment
from graph.model.record_text import RecordText, WrittenRecord, is_text, json_of, written

ToldValues = Mapping[str, object]
_AS_JSON = frozenset({str, int, bool, tuple, NoneType})
"""Types of values that JSON has, too; a tuple is of texts."""


def node(
    model: type[Segment | Enterprise], row: BulkRow, told: ToldValues, proofs: str
) -> WrittenRecord:
    """The segment or firm of which a row tells; `proofs` is its evidence as JSON.

    Its name and other names are looked at here, all other values were when they were read. Raises
    `ValidationError`.
    """
    names = _names(told)
    if all(map(is_text, names)) and all(type(each) in _AS_JSON for each in told.values()):
        values = {name: json_of(each) for name, each in told.items()}
        type_ = model.model_fields["type"].default
        text = written(model, **values, evidence=proofs)
        return RecordText(type_, cast("str", told["id"]), text, names)
    return model.model_validate({**told, "evidence": (row.evidence(),)})


def _names(told: ToldValues) -> tuple[str, ...]:
    """The name, then the others, as a record of either type has them."""
    name, english = cast("str", told["name"]), cast("str | None", told.get("name_en"))
    others = cast("tuple[str, ...]", told["aliases"])
    return (name, *others) if english in (None, name) else (name, english or "", *others)
