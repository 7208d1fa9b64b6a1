"""The form of the files: what every mapping in them has in common, and their heads."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from graph.message import _
from graph.model.district import Period
from graph.model.documents import DocumentDetails
from graph.model.formats import broken
from graph.model.record import Id, Text


def _iso_date(text: str) -> str:
    try:
        proper = date.fromisoformat(text).isoformat() == text
    except ValueError:
        proper = False
    if not proper:
        raise broken(_("“{text}”不是日期；写法：2023-02-06", text=text))
    return text


def spelled_out(key: str, **defaults: str) -> BeforeValidator:
    """Accept plain text as short for a mapping with that text under `key`."""

    def spell(value: object) -> object:
        return {key: value, **defaults} if isinstance(value, str) else value

    return BeforeValidator(spell)


def _in_order(period: Period) -> Period:
    if period.start > period.end:
        raise broken(_("period 的 start 不能晚于 end"))
    return period


IsoDate = Annotated[str, AfterValidator(_iso_date)]


class Form(BaseModel):
    """A mapping in a file: strict, so that a typo does not pass."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class EditionForm(Form):
    """The source's own label and date."""

    label: Text
    date: IsoDate


class PlanEditionForm(EditionForm):
    """The edition of a plan: also the years that it is for."""

    period: Annotated[Period, AfterValidator(_in_order)] | None = None


class DatasetForm(Form):
    """The head of a dataset."""

    id: Id
    title: Text
    title_en: Text
    region: Id
    edition: PlanEditionForm
    reference: Id | None = None
    made_up: bool = False


class LayerForm(Form):
    """The head of a reference layer."""

    id: Id
    title: Text
    edition: EditionForm


class LayerChainForm(Form):
    """A chain that the reference layer knows."""

    id: Id
    name: Text
    name_en: Text


class DocumentForm(Form, DocumentDetails):
    """A text file of the dataset and the digest of its bytes."""

    id: Id
    date: IsoDate | None = None
    file: Text
