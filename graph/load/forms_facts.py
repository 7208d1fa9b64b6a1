"""The form of local facts and of the quotes that prove them."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from graph.load.file_forms import Form, spelled_out
from graph.load.forms import FactForm, FormValues, Merged, form_of
from graph.message import _
from graph.model import (
    Chain,
    Claim,
    Enterprise,
    Gap,
    Indicator,
    Industry,
    Makes,
    Mention,
    Platform,
    Process,
    Project,
    Region,
    RegionDirection,
    Role,
    Synergy,
)
from graph.model.district import Period
from graph.model.formats import broken
from graph.model.record import Id, Text


def _one_line(text: str) -> str:
    if "\n" in text:
        raise broken(_("引文必须在一行之内"))
    return text


OneLine = Annotated[str, StringConstraints(min_length=1), AfterValidator(_one_line)]


class QuoteForm(Form):
    """A passage that proves a fact; `nth` counts within the line, from 1."""

    quote: OneLine
    line: Annotated[int, Field(ge=1)] | None = None
    nth: Annotated[int, Field(ge=1)] | None = None
    document: Id | None = None
    why: Text | None = None

    @model_validator(mode="after")
    def _nth_needs_a_line(self) -> "QuoteForm":
        if self.nth is not None and self.line is None:
            raise broken(_("写了 nth 就要写 line"))
        return self


Quote = Annotated[QuoteForm, spelled_out("quote")]
Quotes = Annotated[list[Quote], Field(min_length=1)]


class Proven(FactForm):
    """A local fact: the quotes that prove it."""

    evidence: Quotes


class NamedProven(Merged, Proven):
    """A local fact with an id written by hand."""


class UncitedForm(QuoteForm):
    """A sentence that no fact cites, and why."""

    reason: Text


def _lies_somewhere(region: FormValues) -> None:
    if region["parent"] is None and region["sort"] in ("park", "zone", "town"):
        raise broken(_("{region} 必须写 parent（所在地区）", region=region["sort"]))


def _has_one_subject(gap: FormValues) -> None:
    subjects = (gap["segment"], gap["enterprise_type"], gap["capability"])
    if sum(subject is not None for subject in subjects) != 1:
        raise broken(_("segment、enterprise_type、capability 必须且只能写一个"))


def _is_placed(indicator: FormValues) -> None:
    if indicator["subject"] is None and indicator["subject_type"] != "region":
        raise broken(_("写了 subject_type 就要写 subject"))
    period = indicator["period"]
    if isinstance(period, Period) and period.start > period.end:
        raise broken(_("period 的 start 不能晚于 end"))
    if isinstance(period, Period) and period.end != indicator["year"]:
        raise broken(_("year 应是 period 的最后一年"))


def _ties_two(synergy: FormValues) -> None:
    if synergy["source"] == synergy["target"]:
        raise broken(_("协同须在两条不同的产业链之间"))


FORMS: Sequence[type[Proven]] = (
    form_of(Industry, NamedProven),
    form_of(Chain, NamedProven),
    form_of(Region, NamedProven, rule=_lies_somewhere),
    form_of(Enterprise, NamedProven, usual={"status": "operating"}),
    form_of(Role, Proven, filled=("chain",)),
    form_of(Makes, Proven),
    form_of(Mention, Proven, filled=("chain",)),
    form_of(Claim, Proven, filled=("region",)),
    form_of(Gap, NamedProven, filled=("region", "chains"), rule=_has_one_subject),
    form_of(Platform, NamedProven, filled=("chains",)),
    form_of(Project, NamedProven, filled=("chains",)),
    form_of(
        Indicator,
        NamedProven,
        filled=("subject",),
        usual={"subject_type": "region"},
        rule=_is_placed,
    ),
    form_of(Synergy, NamedProven, rule=_ties_two),
    form_of(RegionDirection, NamedProven, within="region"),
    form_of(Process, NamedProven),
)
"""The local facts, each with what it may leave unsaid and its rule."""
