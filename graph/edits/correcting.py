"""Saying that a fact is wrong: it is not so, it is otherwise, or it was reported by mistake."""

import json
from collections.abc import Iterable, Mapping

from pydantic import JsonValue, ValidationError

from graph.answers import Workspace, resolve
from graph.edits.changes import Author, Change
from graph.edits.fields import choices, correctable
from graph.edits.finding import held
from graph.edits.inputs import CorrectionInput, evidence_of
from graph.errors import (
    AmbiguousNameError,
    BadParameterError,
    NotCorrectableError,
    UnknownNameError,
)
from graph.message import Message, _
from graph.model import AnyFact, Document, Evidence, Facts, RecordKey, Source
from graph.model.references import composed_id, naming_fields

_NAMED = frozenset({"industry", "chain", "region", "segment", "enterprise"})
"""Types whose names lead to one record each."""


def corrected(ws: Workspace, key: RecordKey, said: CorrectionInput, author: Author) -> Change:
    """Deny a fact, or lay one with other values over it; the seed stays below either.

    Other values of what an id is made of (the status of a claim) make another fact: the one is
    denied, or taken back where people reported it, and the other reported. Raise
    `NotCorrectableError`, `BadParameterError`, and `UnknownNameError` for a name in the values.
    """
    record = held(ws.facts, key)
    if record is None or isinstance(record, Document | Source):
        raise NotCorrectableError(id=key[1], allowed="—")
    known = evidence_of(said.evidence, author.name, author.today)
    if said.values is None:
        return Change(said.reason, (_denied(ws.facts, record, said.reason, known),))
    other = _with(ws, record, said.values)
    if composed_id(other) == record.id:
        fields = tuple(sorted(said.values))
        own = (each.model_copy(update={"fields": fields}) for each in known)
        evidence = _once(own, record.evidence)
        update = {"evidence": evidence, "denied": None, "corrected": said.reason}
        return Change(said.reason, (other.model_copy(update=update),))
    new = other.model_copy(
        update={
            "id": composed_id(other),
            "evidence": known,
            "denied": None,
            "corrected": said.reason,
            "was": (),
        }
    )
    if key not in ws.facts.covered and _is_reported(record):
        return Change(said.reason, (new,), withdrawn=(key,))
    return Change(said.reason, (_denied(ws.facts, record, said.reason, known), new))


def _denied(facts: Facts, record: AnyFact, reason: str, known: tuple[Evidence, ...]) -> AnyFact:
    if not record.about.deniable:
        fields = ", ".join(correctable(record)) or "—"
        raise NotCorrectableError(id=record.id, allowed=fields)
    below = _below(facts, record)
    evidence = _once(known, below.evidence)
    return below.model_copy(update={"denied": reason, "corrected": None, "evidence": evidence})


def _below(facts: Facts, record: AnyFact) -> AnyFact:
    """Return what the seed says of a fact; itself where it is the seed's or nobody else's."""
    found = facts.covered.get((record.type, record.id), record)
    return record if isinstance(found, Document | Source) else found


def _is_reported(record: AnyFact) -> bool:
    return any(each.basis == "reported" for each in record.evidence)


def _once(*parts: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(each for part in parts for each in part))


def _with(ws: Workspace, record: AnyFact, values: Mapping[str, JsonValue]) -> AnyFact:
    """Return the record with other values, checked; names in them become ids."""
    allowed = correctable(record)
    if not set(values) <= set(allowed):
        raise NotCorrectableError(id=record.id, allowed=", ".join(allowed) or "—")
    _refuse_a_taken_name(ws, record, values)
    body = record.model_dump(mode="json") | _resolved(ws, record, values)
    try:
        other = type(record).model_validate_json(json.dumps(body))
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        raise BadParameterError(
            parameter=field,
            value=values.get(field),
            allowed=", ".join(filter(None, choices(record, field))) or _why(error),
        ) from error
    if other == record and record.denied is None:
        other_than = _("与现有不同的值")
        raise BadParameterError(parameter="values", value=", ".join(values), allowed=other_than)
    return other


def _why(error: ValidationError) -> Message | str:
    """Say what is wrong with a value: a message, where the rule is ours."""
    said = error.errors()[0]
    if said["type"] == "liantu":
        message: Message = said["ctx"]["message"]
        return message
    return said["msg"]


def _resolved(
    ws: Workspace, record: AnyFact, values: Mapping[str, JsonValue]
) -> dict[str, JsonValue]:
    types = dict(naming_fields(record))
    return {
        field: resolve(ws, value, types[field])
        if field in types and isinstance(value, str)
        else value
        for field, value in values.items()
    }


def _refuse_a_taken_name(ws: Workspace, record: AnyFact, values: Mapping[str, JsonValue]) -> None:
    """Raise `AmbiguousNameError` if another record of the type is called so already."""
    if record.type not in _NAMED:
        return
    aliases = values.get("aliases")
    listed = aliases if isinstance(aliases, list) else []
    names = [values.get("name"), values.get("name_en"), *listed]
    for name in (each for each in names if isinstance(each, str)):
        try:
            found = resolve(ws, name, record.type)
        except UnknownNameError:
            continue
        if found != record.id:
            ids = (record.id, found)
            raise AmbiguousNameError(name=name, what=record.type, suggestions=ids)


def withdrawn(keys: tuple[RecordKey, ...], reason: str) -> Change:
    """Take back what was reported under these ids; what the seed says there holds again."""
    return Change(reason, withdrawn=keys)
