"""What people say when they edit, as it comes in: checked for form, not yet against the facts."""

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import (
    ConfigDict,
    Field,
    JsonValue,
    StringConstraints,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from graph.edits.private_numbers import has_private_number
from graph.model import Evidence, Record
from graph.model.printable import HIDDEN
from graph.model.vocabulary import Verdict

_LONGEST = 500
_NOT_TEXT = re.compile(f"[{HIDDEN}\x0b\x0c]")
_PRINTABLE = (
    r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$"
)
"""Neither control characters nor marks that turn the direction of writing."""
ShortText = Annotated[
    str,
    StringConstraints(min_length=1, max_length=200, strip_whitespace=True, pattern=_PRINTABLE),
]
"""A few words without control characters."""
Prose = Annotated[
    str,
    StringConstraints(min_length=1, max_length=2000, strip_whitespace=True, pattern=_PRINTABLE),
]
"""Some sentences without control characters."""


class EditInput(Record):
    """Something said: lists and numbers come as JSON or a form has them."""

    # Built at once, as FastAPI expects of what it takes from requests.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, defer_build=False)


class EvidenceInput(EditInput):
    """How it is known: what was seen, in which table and row, by whom, as of when (a date).

    Without `by` it is whoever edits, without `as_of` today.
    """

    basis: Literal["reported"] = "reported"
    note: Prose
    table: ShortText | None = None
    row: Annotated[int, Field(ge=1)] | None = None
    by: ShortText | None = None
    as_of: Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")] | None = None


EvidenceInputs = Annotated[tuple[EvidenceInput, ...], Field(min_length=1, max_length=20)]


class JudgementInput(EditInput):
    """A judgement of a gap: a verdict with its reason, or the working columns alone."""

    verdict: Verdict | None = None
    reason: Prose | None = None
    owner: ShortText | None = None
    due: ShortText | None = None
    note: Prose | None = None
    evidence: EvidenceInputs

    @model_validator(mode="after")
    def _says_something(self) -> "JudgementInput":
        if self.verdict is not None and self.reason is None:
            raise PydanticCustomError("reason_needed", "a verdict needs a reason")
        if not any((self.verdict, self.owner, self.due, self.note)):
            raise PydanticCustomError("nothing_said", "verdict, owner, due or note is needed")
        if any(map(has_private_number, filter(None, (self.reason, self.owner, self.note)))):
            raise PydanticCustomError("private_number", "no private telephone numbers")
        return self


class CorrectionInput(EditInput):
    """That a fact is wrong, and why: not so at all, or so with other `values`."""

    values: dict[str, JsonValue] | None = None
    reason: Prose
    evidence: EvidenceInputs

    @field_validator("values")
    @classmethod
    def _is_text(cls, values: dict[str, JsonValue] | None) -> dict[str, JsonValue] | None:
        if any(_NOT_TEXT.search(text) or len(text) > _LONGEST for text in _texts(values)):
            raise PydanticCustomError("not_text", "too long, or with characters that are no text")
        return values


class MergeInput(EditInput):
    """Why two enterprises are one, or are two after all, and how it is known."""

    reason: Prose
    evidence: EvidenceInputs


class UndoInput(EditInput):
    """Why an edit is undone."""

    reason: Prose


def _texts(value: JsonValue | None) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _texts(each)
        case dict():
            for each in value.values():
                yield from _texts(each)


def evidence_of(said: EvidenceInputs, by: str, today: str) -> tuple[Evidence, ...]:
    """Return what was said as evidence."""
    return tuple(
        Evidence(
            basis="reported",
            note=each.note,
            table=each.table,
            row=each.row,
            by=each.by or by,
            as_of=each.as_of or today,
        )
        for each in said
    )
