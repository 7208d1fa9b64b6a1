"""What people decide about gaps, and the rule that decisions never replace what is computed."""

from typing import Annotated, Literal

from graph.message import _, p_
from graph.model.record import Fact, FactId, Record, Text
from graph.model.told import TypeTold, told
from graph.model.vocabulary import Verdict


class JudgementDetails(Record):
    """What is told of a judgement itself."""

    verdict: Annotated[Verdict | None, told(_("判断"))] = None
    reason: Annotated[Text | None, told(_("理由"))] = None
    owner: Annotated[Text | None, told(_("责任单位"))] = None
    due: Annotated[Text | None, told(_("时限"))] = None
    note: Annotated[Text | None, told(_("备注"))] = None


class Judgement(JudgementDetails, Fact):
    """What people decided about a gap, stated or derived: shown beside the computed answer.

    `verdict` confirms, refutes or adopts it (列入计划), or says that somebody fills it by now
    (已补上), for a `reason`; `owner` 责任单位, `due`
    时限 and `note` 备注 are the working columns of the gap list. Id: `judgement.<gap>`.
    """

    about = TypeTold(
        p_("sentence", "判断"),
        p_("several", "判断"),
        shelf="judgements",
        made_of=("gap",),
        deniable=False,
        not_in=("load", "edit"),  # people say it, and change it by judging anew
    )

    type: Literal["judgement"] = "judgement"
    gap: Annotated[FactId, told(_("缺口"))]
