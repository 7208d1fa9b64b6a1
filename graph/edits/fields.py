"""Which fields of a fact a person can correct, and what they can be."""

from collections.abc import Mapping
from typing import Literal, get_args, get_origin

from pydantic import JsonValue

from graph.model import AnyRecord, RecordType, Traded

CORRECTABLE: Mapping[RecordType, tuple[str, ...]] = {
    "industry": ("name", "name_en"),
    "chain": ("name", "name_en", "aliases"),
    "region": (
        "name",
        "name_en",
        "aliases",
        "free_land_mu",
        "planned_area_mu",
        "industrial_land_mu",
    ),
    "segment": ("name", "name_en", "aliases", "sort", "traded"),
    "membership": ("stage", "group"),
    "input_group": ("essential",),
    "enterprise": ("status", "region", "name", "name_en", "aliases"),
    "role": ("role",),
    "makes": ("segment",),
    "mention": ("name", "intent"),
    "delivery": ("amount", "year"),
    "claim": ("status",),
    "gap": ("kind", "name"),
    "platform": ("name", "enterprise", "region", "state"),
    "project": ("name", "state", "enterprise", "region"),
    "indicator": ("value", "printed", "bound", "measure", "binding"),
    "synergy": ("name",),
    "direction": ("name", "sort"),
    "process": ("name",),
}
"""What can be other than it says. Recipes keep their shape: a circle of inputs or kinds would have
no answer, so a wrong one is denied, and the right one reported."""
DENIABLE: frozenset[RecordType] = frozenset(
    {
        "kind_of",
        "membership",
        "input_group",
        "by_product",
        "role",
        "makes",
        "mention",
        "delivery",
        "claim",
        "gap",
        "platform",
        "project",
        "indicator",
        "synergy",
        "direction",
        "process",
    }
)
"""What can be not so at all: statements. Other facts name industries, chains, regions, segments
and enterprises, which stay and can be corrected."""


def choices(record: AnyRecord, field: str) -> tuple[str, ...]:
    """List the codes that a field can hold; none where it holds any text.

    An optional field begins with the empty choice.
    """
    annotation = type(record).model_fields[field].annotation
    options = get_args(annotation)
    if annotation is bool:
        return ("yes", "no")
    if get_origin(annotation) is Literal:
        return tuple(options)
    literal = next((each for each in options if get_origin(each) is Literal), None)
    return () if literal is None else ("", *get_args(literal))


def written(record: AnyRecord, field: str) -> str:
    """Write what a field holds as a form shows it: lists one a line, nothing as no text."""
    match getattr(record, field):
        case None:
            return ""
        case bool() as flag:
            return "yes" if flag else "no"
        case tuple() as several:
            return "\n".join(several)
        case Traded() as traded:
            return traded.reason
        case other:
            return str(other)


def read(record: AnyRecord, field: str, text: str) -> JsonValue:
    """Read what a form sends for a field, the other way round; a wrong text stays as it is."""
    text = text.strip()
    match getattr(record, field), field:
        case bool(), _:
            return {"yes": True, "no": False}.get(text, text)
        case tuple(), _:
            return [line.strip() for line in text.splitlines() if line.strip()]
        case _, "traded":
            return {"reason": text} if text else None
        case _, "value" | "amount" | "year":
            return _number(text)
        case _, "free_land_mu" | "planned_area_mu" | "industrial_land_mu":
            return _number(text)
        case _:
            return text or None


def _number(text: str) -> JsonValue:
    try:
        return (int(text) if text.isdecimal() else float(text)) if text else None
    except ValueError:
        return text
