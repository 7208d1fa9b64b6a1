"""The words for what a plan audit finds, and for how sure it is."""

from collections.abc import Mapping

from graph.message import _, p_
from graph.model.look import Look, complete
from graph.model.vocabulary import FindingKind, Severity

SEVERITIES: Mapping[Severity, Look] = complete(
    Severity,
    {
        "certain": Look(
            p_("audit", "确定"), "a-no", "cross",
            meaning=_("怎样读、怎样取整，两处都不能同时成立"),
        ),
        "doubtful": Look(
            _("存疑"), "a-unknown", "query",
            meaning=_("换一种口径或读法，两处或可都对"),
        ),
    },
)  # fmt: skip
"""How sure a finding is."""

FINDINGS: Mapping[FindingKind, Look] = complete(
    FindingKind,
    {
        "growth": Look(_("增速与两头的数")),
        "share": Look(_("占比与分子分母")),
        "two_figures": Look(_("一个指标两个数")),
        "like_figures": Look(_("名称相近，数不同")),
        "two_scales": Look(_("一个对象两个规模")),
        "joint_count": Look(_("合计少于一类")),
        "below_present": Look(_("目标低于现状")),
        "double_negative": Look(_("下降率为负")),
        "parts_exceed_whole": Look(_("部分之和大于总数")),
        "firms_exceed_scale": Look(_("企业之和大于产业")),
        "part_takes_all": Look(_("一部分占了全部")),
        "built_exceeds_planned": Look(_("建成区大于规划面积")),
        "land": Look(_("用地部分大于整体")),
        "stopped_and_counted_on": Look(_("停产而又依靠")),
        "here_and_lacking": Look(_("既有又缺")),
        "overtaken": Look(_("已有新的答复")),
    },
)
"""What does not fit."""
