"""The forms of facts in files, made from the records: what may be typed, and what goes unsaid."""

from collections.abc import Callable, Mapping
from types import GenericAlias
from typing import Annotated, ClassVar, TypeVar, get_args, get_origin

from pydantic import Field, create_model, model_validator

from graph.load.file_context import FileContext, Proof
from graph.load.file_forms import Form
from graph.model.facts import AnyFact, own_fields
from graph.model.record import Id
from graph.model.references import made_id

ORDER = "order"
"""Where an item stands among those of its type; nobody types it."""
FormValues = Mapping[str, object]
"""What a form says: its values by field."""
Rule = Callable[[FormValues], None]
"""Raises an error for a form whose values contradict one another."""


class FactForm(Form):
    """A fact as files write it.

    `filled` are the fields that its surroundings fill where it leaves them unsaid. An id that is
    unique `within` a field has that before it: `direction.<region>.<id>`.
    """

    record: ClassVar[type[AnyFact]]
    filled: ClassVar[tuple[str, ...]] = ()
    within: ClassVar[str | None] = None


class Merged(FactForm):
    """What has an id written by hand may have swallowed others."""

    id: Id
    was: list[Id] = Field(default_factory=list)


F = TypeVar("F", bound=FactForm)


def form_of(  # noqa: PLR0913 - what a type of record leaves unsaid, and its rule
    record: type[AnyFact],
    base: type[F],
    *,
    filled: tuple[str, ...] = (),
    within: str | None = None,
    usual: FormValues | None = None,
    rule: Rule | None = None,
) -> type[F]:
    """Make the form of a type of record: its own fields, and what `base` adds to them.

    `usual` are values that go unsaid.
    """
    names = [n for n, each in own_fields(record).items() if "load" not in each.not_in]
    fields = {name: _field(record, name, open_=name in filled) for name in names if name != ORDER}
    fields |= {name: (fields[name][0], value) for name, value in (usual or {}).items()}
    checks = {"rule": model_validator(mode="after")(_checked(rule))} if rule else {}
    made: type[F] = create_model(
        f"{record.__name__}Form", __base__=base, __validators__=checks, **fields
    )  # type: ignore[call-overload] # fields by name
    made.record, made.filled, made.within = record, filled, within
    return made


def _field(record: type[AnyFact], name: str, *, open_: bool) -> tuple[object, object]:
    """The field of a form: lists for tuples, which files have not; open where it may be unsaid."""
    info = record.model_fields[name]
    annotation: object = info.annotation
    listed = get_origin(annotation) is tuple
    if listed:
        annotation = GenericAlias(list, get_args(annotation)[0])
    typed = Annotated[annotation, *info.metadata]  # type: ignore[valid-type] # known at run time
    if open_:
        return typed | None, None
    if info.is_required():
        return typed, ...
    return typed, Field(default_factory=list) if listed else info.default


def _checked(rule: Rule) -> Callable[[FactForm], FactForm]:
    def check(form: FactForm) -> FactForm:
        rule(dict(form))
        return form

    return check


def built(form: FactForm, proof: Proof, around: FileContext) -> AnyFact:
    """Make the record of a form; expects surroundings that fill what the form leaves open."""
    record = form.record
    said = {name: _frozen(value) for name, value in form if name in own_fields(record)}
    said |= {name: around.of(name) for name in form.filled if said[name] is None}
    if ORDER in record.model_fields:
        said[ORDER] = around.order
    type_ = record.model_fields["type"].default
    if isinstance(form, Merged):
        before = f"{type_}.{said[form.within]}." if form.within else ""
        said["id"] = before + form.id
        said["was"] = tuple(before + old for old in form.was)
    else:
        nth = said.get("nth", 1)
        names = (str(said[name]) for name in record.about.made_of)
        said["id"] = made_id(type_, names, nth if isinstance(nth, int) else 1)
    return record.model_validate({**said, "evidence": proof})


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
