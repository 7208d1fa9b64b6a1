"""What every record has in common: frozen, strict, an id, and the evidence that proves it."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from graph.model.vocabulary import Basis

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=80)]
"""An id written by hand: English snake_case."""
FactId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)*$", max_length=250)]
"""An id of any fact: a handwritten id, or ids joined by dots (`makes.acme.frame`)."""
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def _is_none(value: object) -> bool:
    return value is None


def _optional(*, ge: int | None = None) -> Any:
    """Declare a field that is left out of JSON while it is null."""
    return Field(default=None, ge=ge, exclude_if=_is_none)


class Record(BaseModel):
    """Immutable, and strict: a typo in a seed must not pass, nor a number without end."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class Evidence(Record):
    """Why a fact is held.

    `stated` has document, quote, line (1-based) and the span start..end in that line (0-based
    code points, end exclusive); `reference` has source keys and a note; `reported` has table,
    row, who and as-of date; `derived` has a note that says from what. `why` explains a quote
    that does not contain the name of its subject.
    """

    basis: Basis
    document: str | None = _optional()
    quote: str | None = _optional()
    line: int | None = _optional(ge=1)
    start: int | None = _optional(ge=0)
    end: int | None = _optional(ge=1)
    source: str | None = _optional()
    note: str | None = _optional()
    why: str | None = _optional()
    table: str | None = _optional()
    row: int | None = _optional(ge=1)
    by: str | None = _optional()
    as_of: str | None = _optional()


class Fact(Record):
    """A record with an id that is unique per dataset and type, and stable.

    `was` lists ids that were merged into this one; they are never used again. `denied` says why
    a person holds that the fact is not so: it covers the fact of a lower layer, and is left out
    of the facts itself. `corrected` says why a person holds that it is otherwise than there.
    """

    id: FactId
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    was: tuple[str, ...] = ()
    denied: Text | None = _optional()
    corrected: Text | None = _optional()
