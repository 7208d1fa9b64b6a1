"""What people decide about gaps, and the rule that decisions never replace what is computed."""

from typing import Annotated, Literal

from graph.model.record import Fact, FactId, Text
from graph.model.told import TypeTold, told
from graph.model.vocabulary import Verdict
from graph.model.words import Words


class Judgement(Fact):
    """What people decided about a gap, stated or derived: shown beside the computed answer.

    `verdict` confirms, refutes or adopts it (列入计划), for a `reason`; `owner` 责任单位, `due`
    时限 and `note` 备注 are the working columns of the gap list. Id: `judgement.<gap>`.
    """

    about = TypeTold(
        Words("判断", "judgement"),
        Words("判断", "Judgements"),
        shelf="judgements",
        made_of=("gap",),
        deniable=False,
        not_in=("load", "edit"),  # people judge after the plan, and judge anew: nothing to correct
    )

    type: Literal["judgement"] = "judgement"
    gap: Annotated[FactId, told(Words("缺口", "Gap"))]
    verdict: Annotated[Verdict | None, told(Words("判断", "Verdict"))] = None
    reason: Annotated[Text | None, told(Words("理由", "Reason"))] = None
    owner: Annotated[Text | None, told(Words("责任单位", "Owner"))] = None
    due: Annotated[Text | None, told(Words("时限", "Due"))] = None
    note: Annotated[Text | None, told(Words("备注", "Note"))] = None
