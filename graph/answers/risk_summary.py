"""Where it hurts, in sentences, and what the numbers do not say."""

from collections.abc import Collection, Iterator, Mapping

from graph.analysis.end_products import EndProducts
from graph.answers.called import RefName, names
from graph.answers.firm_risk import FirmRisks
from graph.answers.shapes import External
from graph.answers.shapes.risk import RiskMethod
from graph.answers.workspace import Workspace
from graph.message import Message, _

METHODS: Mapping[RiskMethod, Message] = {
    "esri": _(
        "经济系统性风险指数 ESRI（Diem 等 2022）：按供货金额，企业停产以后全部销售额损失的比例"
    ),
    "qualitative_cascade": _(
        "定性推演：供货金额不全，只能按配方数出受影响的本地产品；"
        "下限是其余未知都算有时仍失去的，上限是凡用到它的都算上"
    ),
}
NOTES = (
    _("只点名一家不等于只有一家：名录核实之前，集中度 HHI 只按点名的企业、按家数均分计算"),
    _("“离不开”指配方上没有替代、也买不到；能从市场买到的不算"),
)


def summary(
    ws: Workspace,
    ends: EndProducts,
    singles: Collection[int],
    outside: External,
    firms: FirmRisks,
) -> Iterator[Message]:
    """Tell it in a few sentences; that nothing stands out is one of them."""
    if ends.exposed:
        yield _(
            "终端产品 {n} 个，其中 {hung} 个必须依靠只点名一家企业的环节：{names}",
            n=len(ends.every),
            hung=len(ends.exposed),
            names=names(ws.segments(sorted(ends.exposed))),
        )
    elif ends.every:
        yield _("终端产品 {n} 个，没有一个必须依靠只点名一家企业的环节", n=len(ends.every))
    else:
        yield _("这里没有已知的终端产品")
    if ends.unsourced:
        yield _("有 {n} 个终端产品必须依靠本地来源不明的环节，先核实", n=len(ends.unsourced))
    if singles:
        yield _(
            "只点名一家的环节 {n} 个：{names}",
            n=len(singles),
            names=names(ws.segments(singles)),
        )
    if outside.display == "percent" and outside.low is not None and outside.high is not None:
        low, high = f"{outside.low:.0%}", f"{outside.high:.0%}"
        if low == high:
            yield _("必需投入的对外依存为 {low}", low=low)
        else:
            yield _("必需投入的对外依存在 {low} 到 {high} 之间", low=low, high=high)
    if firms.losses:
        yield from _most(firms)


def _most(firms: FirmRisks) -> Iterator[Message]:
    """Name the firm that takes most by what is known, and those that could reach furthest."""
    first, furthest = firms.item(firms.losses[0]), max(each.high for each in firms.losses)
    name = RefName(first.enterprise)
    if first.index is not None:
        yield _("停产损失最大的是{name}：销售额的 {share}", name=name, share=f"{first.index:.1%}")
        return
    if first.known:
        yield _(
            "按已知资料，停产波及最多的是{name}：失去本地 {of} 个产品中的 {known} 个；"
            "未知的来源若都有，则失去 {low} 个",
            name=name,
            of=first.of,
            known=first.known,
            low=first.low,
        )
    if furthest > first.known:
        found = [firms.item(each).enterprise for each in firms.losses if each.high == furthest]
        yield _("下游用得最广的是{names}：最多波及 {n} 个", names=names(found), n=furthest)
