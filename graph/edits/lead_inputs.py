"""What people say of leads, as it comes in: checked for form, not yet against the facts."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator, model_validator
from pydantic_core import PydanticCustomError

from graph.edits.inputs import EditInput, EvidenceInputs, Prose, ShortText
from graph.edits.private_numbers import has_private_number
from graph.model.vocabulary import LeadStage

Targets = Annotated[tuple[ShortText, ...], Field(max_length=30)]
DocumentLinks = Annotated[
    tuple[Annotated[ShortText, StringConstraints(max_length=500)], ...], Field(max_length=30)
]
DueDay = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]


class _LeadSaid(EditInput):
    """What both a new lead and a change of one say."""

    park: ShortText | None = None
    due: DueDay | None = None
    note: Prose | None = None
    evidence: EvidenceInputs

    @field_validator("due")
    @classmethod
    def _is_a_day(cls, due: str | None) -> str | None:
        try:
            _ = due and date.fromisoformat(due)
        except ValueError:
            raise PydanticCustomError("no_day", "there is no such day") from None
        return due

    @model_validator(mode="after")
    def _holds_no_private_number(self) -> "_LeadSaid":
        if any(has_private_number(text) for text in self._texts()):
            raise PydanticCustomError("private_number", "no private telephone numbers")
        return self

    def _texts(self) -> Iterator[str]:
        for name in ("owner", "note", "reason"):
            yield getattr(self, name, None) or ""
        yield from getattr(self, "targets", None) or ()
        yield from (each.note for each in self.evidence)


class LeadInput(_LeadSaid):
    """A new lead: whose it is, and whatever is known already."""

    owner: ShortText
    targets: Targets = ()
    stage: LeadStage = "study"
    documents: DocumentLinks = ()


class LeadChangeInput(_LeadSaid):
    """What is new of a lead: what is not named stays, `null` empties what may be empty.

    `reason` is needed where a stage is taken back, or the lead ended. `due` is that of the stage:
    with another stage it is said anew, or the clock holds.
    """

    owner: ShortText | None = None
    targets: Targets | None = None
    stage: LeadStage | None = None
    documents: DocumentLinks | None = None
    reason: Prose | None = None
