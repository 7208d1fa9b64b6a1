"""Which fields of a fact a person can correct, and what they can be."""

from pydantic import JsonValue

from graph.model import AnyRecord, Traded
from graph.model.facts import own_fields
from graph.model.formats import Money
from graph.model.look import looks_of
from graph.model.told import parts_of


def correctable(record: AnyRecord) -> tuple[str, ...]:
    """List what can be other than it says."""
    if "edit" in record.about.not_in:
        return ()
    fields = own_fields(type(record)).items()
    return tuple(name for name, told in fields if "edit" not in told.not_in)


def choices(record: AnyRecord, field: str) -> tuple[str, ...]:
    """List the codes that a field can hold; none where it holds any text.

    An optional field begins with the empty choice.
    """
    parts = parts_of(type(record), field)
    codes = ("yes", "no") if bool in parts else tuple(looks_of(type(record), field))
    return ("", *codes) if codes and type(None) in parts else codes


def several(record: AnyRecord, field: str) -> bool:
    """Tell whether a field holds a list."""
    return tuple in parts_of(type(record), field)


def written(record: AnyRecord, field: str) -> str:
    """Write what a field holds as a form shows it: lists one a line, nothing as no text."""
    match getattr(record, field):
        case None:
            return ""
        case bool() as flag:
            return "yes" if flag else "no"
        case tuple() as listed:
            return "\n".join(listed)
        case Traded() as traded:
            return traded.reason
        case Money() as money:
            return money.text("zh")
        case other:
            return f"{other:.15g}" if isinstance(other, float) else str(other)


def read(record: AnyRecord, field: str, text: str) -> JsonValue:
    """Read what a form sends for a field, the other way round; a wrong text stays as it is."""
    text, parts = text.strip(), parts_of(type(record), field)
    if bool in parts:
        return {"yes": True, "no": False}.get(text, text)
    if tuple in parts:
        return [line.strip() for line in text.splitlines() if line.strip()]
    if Traded in parts:
        return {"reason": text} if text else None
    if int in parts or float in parts:
        return _number(text)
    return text or None


def _number(text: str) -> JsonValue:
    try:
        return (int(text) if text.isdecimal() else float(text)) if text else None
    except ValueError:
        return text
