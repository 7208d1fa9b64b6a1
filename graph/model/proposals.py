"""Who may make what: firms' own words, and what people decided of what they suggest."""

from typing import Annotated, Literal

from pydantic import Field

from graph.message import _, p_
from graph.model.formats import CreditCode
from graph.model.record import Fact, Id, Record, Text, unsaid
from graph.model.told import OWN_PLACE, TypeTold, told
from graph.model.vocabulary import By, DecisionVerdict, FirmColumn, Strength, Verb


class FirmLine(Record):
    """One cell of a list: its row, the name and the kind of its column; `amount` if invoiced."""

    row: int = Field(ge=1)
    kind: FirmColumn
    column: Text
    text: Text
    amount: float | None = None

    def __str__(self) -> str:
        return f"{self.column} {self.text}"


class FirmWords(Fact):
    """What a firm says of itself in one list (企业用语): it proposes, and proves nothing.

    `enterprise` need not be known yet: its id is then the one that an import would give it.
    The list is the evidence: table, row, date. Id: `firm_words.<enterprise>.<table>`, the table
    as a digest of its name, so that a later list of that name takes the place of this one.
    """

    about = TypeTold(
        p_("sentence", "企业用语"),
        p_("several", "企业用语"),
        shelf="firm_words",
        deniable=False,
        confidential=True,
        not_in=OWN_PLACE,
    )

    type: Literal["firm_words"] = "firm_words"
    enterprise: Annotated[Id, told(_("企业编号"))]
    firm: Annotated[Text, told(_("企业名称"))]
    credit_code: Annotated[CreditCode | None, told(_("统一社会信用代码"))] = unsaid()
    industry: Annotated[tuple[Text, ...], told(_("行业"))] = ()
    lines: Annotated[tuple[FirmLine, ...], told(_("用语"))] = Field(min_length=1)


class ProposalDecision(Fact):
    """What a person decided of the proposal that `enterprise` makes `segment` (待确认).

    The evidence says who and when, in which table and row the phrase stands. A refusal holds as
    long as every phrase that speaks for the proposal is among those of `rested_on` (digests).
    The firm need not be known: see `FirmWords`. Id: `decision.<enterprise>.<segment>`.
    """

    about = TypeTold(
        p_("sentence", "认定"),
        p_("several", "认定"),
        shelf="decisions",
        made_of=("enterprise", "segment"),
        deniable=False,
        confidential=True,
        not_in=OWN_PLACE,
    )

    type: Literal["decision"] = "decision"
    enterprise: Annotated[Id, told(_("企业编号"))]
    firm: Annotated[Text, told(_("企业名称"))]
    segment: Annotated[Id, told(_("环节"), points_to="segment")]
    verdict: Annotated[DecisionVerdict, told(_("认定结果"))]
    strength: Annotated[Strength, told(_("强弱"))]
    column: Annotated[Text, told(_("栏目"))]
    phrase: Annotated[Text, told(_("短语"))]
    word: Annotated[Text, told(_("理解为"))]
    understood_by: Annotated[By, told(_("理解依据"))]
    verb: Annotated[Verb, told(_("动词"))]
    rested_on: Annotated[tuple[Text, ...], told(_("所据短语摘要"))] = Field(min_length=1)
