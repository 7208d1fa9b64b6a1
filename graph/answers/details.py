"""What the fields of a record hold, in words: the lines of cards and of the tables of facts."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel, JsonValue

from graph.answers.shapes.common import Detail, Ref
from graph.answers.workspace import Workspace
from graph.message import _
from graph.model import AnyRecord, Code, Member, RecordType, Traded
from graph.model.district import Period
from graph.model.facts import FIELD_OF_TYPE, own_fields
from graph.model.formats import Money
from graph.model.look import looks_of
from graph.model.references import ids_in, naming_fields
from graph.model.told import Told, told_by
from graph.model.vocabulary import Lang

YES_NO = {True: _("是"), False: _("否")}


def details(ws: Workspace, record: AnyRecord, lang: Lang) -> tuple[Detail, ...]:
    """Tell what every field of its own holds that a record fills, and which records it names."""
    held = record.model_dump(mode="json")
    filled = {name: getattr(record, name) for name in own_fields(type(record))}
    return tuple(
        _detail(ws, record, name, held[name], lang)
        for name, value in filled.items()
        if value not in (None, ())
    )


def _detail(ws: Workspace, record: AnyRecord, name: str, held: JsonValue, lang: Lang) -> Detail:
    model, value = type(record), getattr(record, name)
    refs = _refs(ws, value, dict(naming_fields(record)).get(name))
    names = [(ref.name_en or ref.name) if lang == "en" else ref.name for ref in refs]
    return Detail(
        name=name,
        word=word_of(own_fields(model)[name], lang),
        value=held,
        text=_listed(names, lang) or text_of(model, name, value, lang),
        refs=refs,
    )


def _refs(ws: Workspace, value: object, type_: RecordType | None) -> tuple[Ref, ...]:
    """Point to the records that a field names, as far as they are there."""
    if type_ is None:
        return ()
    shelf = getattr(ws.facts, FIELD_OF_TYPE[type_])
    return tuple(ws.ref(type_, each) for each in ids_in(value) if each in shelf)


def card(body: BaseModel, lang: Lang) -> list[tuple[str, str]]:
    """List the lines of a card: the word and the text of each field that belongs there."""
    return [
        (word_of(told, lang), text_of(type(body), name, getattr(body, name), lang))
        for name, told in told_by(type(body)).items()
        if told.shown == "card" and getattr(body, name) not in (None, ())
    ]


def word_of(told: Told, lang: Lang) -> str:
    """Name a field."""
    return told.words.text(lang)


def text_of(model: type[BaseModel], name: str, value: object, lang: Lang) -> str:
    """Write what a field holds: codes by their words, several with commas, nothing as no text."""
    looks = looks_of(model, name)
    if isinstance(value, str | int) and str(value) in looks:
        return looks[str(value)].label(lang)
    return _listed(_texts(value, lang), lang)


def _texts(value: object, lang: Lang) -> Iterator[str]:
    match value:
        case None:
            return
        case bool():
            yield YES_NO[value].text(lang)
        case tuple():
            for each in value:
                yield from _texts(each, lang)
        case Money() | Period():
            yield value.text(lang)
        case float():
            yield f"{value:.4f}".rstrip("0").rstrip(".")
        case Traded():
            yield value.reason
        case Code():
            yield f"{value.code} {value.name}"
        case Member():
            yield value.segment
        case _:
            yield str(value)


def _listed(texts: Iterable[str], lang: Lang) -> str:
    return (_("、").text(lang)).join(texts)
