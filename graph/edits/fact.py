"""One fact, as it is held and as it can be corrected."""

from collections.abc import Mapping

from pydantic import JsonValue

from graph.answers import Workspace
from graph.answers.corrections import corrections
from graph.answers.details import details
from graph.answers.shapes.edits import CorrectableField, FactBody
from graph.answers.statements import sentence, statement
from graph.edits.fields import choices, correctable, read, several, written
from graph.edits.finding import held
from graph.errors import UnknownNameError
from graph.model import AnyFact, AnyRecord, Document, RecordKey, Source
from graph.model.facts import FIELD_OF_TYPE
from graph.model.references import naming_fields
from graph.model.soundness import names_only_what_is_there
from graph.model.vocabulary import Lang


def fact(ws: Workspace, key: RecordKey, lang: Lang) -> FactBody:
    """Describe a fact; raise `UnknownNameError` for what is none: documents and sources."""
    record = held(ws.facts, key)
    if record is None or isinstance(record, Document | Source):
        raise UnknownNameError(name=key[1], what="fact")
    named = names_only_what_is_there(record, ws.facts)
    return FactBody(
        dataset=ws.facts.dataset.id,
        version=ws.facts.version,
        type=record.type,
        id=record.id,
        text=sentence(ws, record, lang),
        refs=statement(ws, record, lang)[1] if named else (),
        details=details(ws, record, lang),
        evidence=record.evidence,
        denied=record.denied,
        reported=_reported(ws, record),
        deniable=record.about.deniable,
        fields=tuple(_field(ws, record, name) for name in correctable(record)),
        corrections=corrections(ws, key, lang),
    )


def _field(ws: Workspace, record: AnyFact, name: str) -> CorrectableField:
    named = dict(naming_fields(record)).get(name)
    return CorrectableField(
        name=name,
        value=written(record, name),
        choices=choices(record, name),
        several=several(record, name),
        names=named,
        called=_called(ws, record, name),
    )


def _called(ws: Workspace, record: AnyRecord, name: str) -> str | None:
    """Return what the record is called that a field names, if it names one that is there."""
    named, held_id = dict(naming_fields(record)).get(name), getattr(record, name)
    if named is None or held_id not in getattr(ws.facts, FIELD_OF_TYPE[named]):
        return None
    return ws.ref(named, held_id).name


def _reported(ws: Workspace, record: AnyFact) -> bool:
    return (record.type, record.id) in ws.facts.covered or any(
        each.basis == "reported" for each in record.evidence
    )


def changed(ws: Workspace, key: RecordKey, typed: Mapping[str, str]) -> dict[str, JsonValue]:
    """Return what was typed for the fields of a fact, as far as it differs from what they hold."""
    record = held(ws.facts, key)
    assert record is not None  # noqa: S101 - it was found
    return {
        name: read(record, name, typed[name])
        for name in correctable(record)
        if name in typed
        and typed[name].split() != written(record, name).split()
        and typed[name].strip() != _called(ws, record, name)
    }
