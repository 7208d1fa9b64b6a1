"""What every record has in common: frozen, strict, an id, and the evidence that proves it."""

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from graph.message import _
from graph.model.told import TypeTold, told
from graph.model.vocabulary import Basis

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=80)]
"""An id written by hand: English snake_case."""
FactId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)*$", max_length=250)]
"""An id of any fact: a handwritten id, or ids joined by dots (`makes.acme.frame`)."""
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Name = Annotated[Text, told(_("名称"), shown="head")]
NameEn = Annotated[Text | None, told(_("英文名称"), shown="head")]
Aliases = Annotated[tuple[Text, ...], told(_("别名"), shown="head")]


def _is_nothing(value: object) -> bool:
    return value is None or value == ()


def unsaid(otherwise: tuple[()] | None = None, *, ge: int | None = None) -> Any:
    """Declare a field that is left out of JSON while it holds nothing."""
    return Field(default=otherwise, ge=ge, exclude_if=_is_nothing)


class Record(BaseModel):
    """Immutable, and strict: a typo in a seed must not pass, nor a number without end."""

    # Built when first used: a command makes records and bodies of a few types among hundreds.
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, allow_inf_nan=False, defer_build=True
    )


class Evidence(Record):
    """Why a fact is held.

    `stated` has document, quote, line (1-based) and the span start..end in that line (0-based
    code points, end exclusive); `reference` has source keys and a note; `reported` has table,
    row, who and as-of date; `derived` has a note that says from what. `why` explains a quote
    that does not contain the name of its subject. `fields` are the values of the fact that it
    speaks of: none named, it proves the fact as a whole.
    """

    basis: Basis
    document: str | None = unsaid()
    quote: str | None = unsaid()
    line: int | None = unsaid(ge=1)
    start: int | None = unsaid(ge=0)
    end: int | None = unsaid(ge=1)
    source: str | None = unsaid()
    note: str | None = unsaid()
    why: str | None = unsaid()
    table: str | None = unsaid()
    row: int | None = unsaid(ge=1)
    by: str | None = unsaid()
    as_of: str | None = unsaid()
    fields: tuple[str, ...] = unsaid(())

    def speaks_of(self, field: str) -> bool:
        """Whether it proves what a field of its fact holds."""
        return not self.fields or field in self.fields


class Fact(Record):
    """A record with an id that is unique per dataset and type, and stable.

    `was` lists ids that were merged into this one; they are never used again. `denied` says why
    a person holds that the fact is not so: it covers the fact of a lower layer, and is left out
    of the facts itself. `corrected` says why a person holds that it is otherwise than there.
    """

    about: ClassVar[TypeTold]

    id: Annotated[FactId, told(_("编号"))]
    evidence: Annotated[tuple[Evidence, ...], told(_("依据"))] = Field(min_length=1)
    was: Annotated[tuple[str, ...], told(_("并入的编号"))] = ()
    denied: Annotated[Text | None, told(_("否定的理由"))] = unsaid()
    corrected: Annotated[Text | None, told(_("更正的理由"))] = unsaid()


FRAME = frozenset({"type", *Fact.model_fields})
"""What every fact has, whatever its type says: the rest are its own fields."""
