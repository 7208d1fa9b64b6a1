"""Leads: who works on a gap, with which firms, how far they are, and by when."""

from typing import Annotated, Literal

from graph.message import _, p_
from graph.model.record import Fact, FactId, Id, Record, Text
from graph.model.told import OWN_PLACE, TypeTold, told
from graph.model.vocabulary import LeadStage


class LeadDetails(Record):
    """What is told of a lead itself."""

    targets: Annotated[tuple[Text, ...], told(_("目标企业"))] = ()
    owner: Annotated[Text, told(_("责任单位"))]
    stage: Annotated[LeadStage, told(_("对接阶段"))] = "study"
    since: Annotated[Text, told(_("进入阶段的日期"))]
    due: Annotated[Text | None, told(_("本阶段期限"))] = None
    note: Annotated[Text | None, told(_("备注"))] = None
    documents: Annotated[tuple[Text, ...], told(_("材料"))] = ()


class Lead(LeadDetails, Fact):
    """What somebody does about a gap, stated or derived (招商线索); it changes no status.

    `targets` are firms by name, whether the dataset knows them or not; `owner` is an office or a
    role. `since` is the day on which the stage was entered, `due` the day by which it should be
    left; without one the clock of the stage holds. Both are ISO 8601. Id: `lead.<gap>.<number>`.
    """

    about = TypeTold(
        p_("sentence", "招商线索"),
        p_("several", "招商线索"),
        shelf="leads",
        deniable=False,
        not_in=OWN_PLACE,
    )

    type: Literal["lead"] = "lead"
    gap: Annotated[FactId, told(_("缺口"))]
    park: Annotated[Id | None, told(_("承载地"), points_to="region")] = None
