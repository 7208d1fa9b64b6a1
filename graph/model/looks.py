"""The codes that pages mark with an icon and a colour: complete, or nothing starts.

Sentences, pages, charts, tables, forms and commands take words, icons and CSS classes from here; a
test holds stylesheet and sprite to it.
"""

from collections.abc import Mapping

from graph.model.look import KindLook, Look, complete
from graph.model.vocabulary import (
    Answer,
    Basis,
    EnterpriseStatus,
    GapKind,
    GapOrigin,
    LocalStatus,
    NeedCode,
    Standing,
)
from graph.model.words import Words

GAP_KIND: Mapping[GapKind, KindLook] = complete(
    GapKind,
    {
        "missing": KindLook(
            Words("缺失", "Missing"), "k-missing", "cross", Words("缺失", "missing"),
            Words("需要而本地没有", "needed and not here"), action="补",
        ),
        "weak": KindLook(
            Words("薄弱", "Weak"), "k-weak", "weak", Words("薄弱", "weak"),
            Words("有而不强", "here, and not strong"), action="强",
        ),
        "introduce": KindLook(
            Words("拟引进", "To introduce"), "k-introduce", "plus", Words("拟引进", "introduce"),
            Words("规划拟引进", "the plan wants to introduce it"), action="补",
        ),
        "extend": KindLook(
            Words("延链", "To extend"), "k-extend", "extend", Words("延链", "extend"),
            Words("规划拟延伸、完善", "the plan wants to extend the chain"), action="延",
        ),
        "upgrade": KindLook(
            Words("升级", "To upgrade"), "k-upgrade", "up", Words("升级", "upgrade"),
            Words("规划拟技改、提升", "the plan wants to upgrade it"), action="强",
        ),
        "risk": KindLook(
            Words("风险", "At risk"), "k-risk", "alert", Words("风险", "risk"),
            Words("停产或对外依存", "suspended, or dependent on the outside"), action="强",
        ),
    },
)  # fmt: skip
"""Kinds of gap."""

SUSPECTED = Look(
    Words("疑缺", "Perhaps missing"), "k-missing", "query", Words("疑缺", "perhaps"),
    Words("需要，本地有没有尚不知道", "needed, and nobody knows whether it is here"),
)  # fmt: skip
"""What is missing only if the unknown turns out to be absent: unknown is not missing."""

LOCAL_STATUS: Mapping[LocalStatus, Look] = complete(
    LocalStatus,
    {
        "made": Look(
            Words("本地在产", "Made here"), "s-made", "check", Words("在产", "made here"),
            Words("已知在产企业", "an operating maker is known"),
        ),
        "present": Look(
            Words("本地已有", "Present"), "s-present", "half", Words("已有", "present"),
            Words("已有，未点名企业", "said to be here, no maker named"),
        ),
        "developing": Look(
            Words("在建", "Being built"), "s-developing", "build", Words("在建", "being built"),
            Words("有在建的项目", "a project that has begun"),
        ),
        "sought": Look(
            Words("拟引进", "Sought"), "s-sought", "plus", Words("拟引进", "sought"),
            Words("要引进、引育", "it is to be attracted"),
        ),
        "absent": Look(
            Words("明确缺乏", "Stated absent"), "s-absent", "cross", Words("缺乏", "absent"),
            Words("写明没有", "said not to be here"),
        ),
        "unlisted": Look(
            Words("名录未见", "In no register"), "s-unlisted", "note", Words("未见", "unlisted"),
            Words("齐全的名录里没有生产它的企业", "a complete register has no maker of it"),
        ),
        "unknown": Look(
            Words("未知", "Not known"), "s-unknown", "query", Words("未知", "unknown"),
            Words("未见本地企业，待核实", "no local maker known, to be checked"),
        ),
    },
)  # fmt: skip
"""Local statuses of a segment."""

CAPTIVE = Look(
    Words("厂内工序", "In-house stage"), "s-captive", "inner", Words("厂内", "in-house"),
    Words("在下一环节企业厂内完成", "done inside the maker of the next one"),
)  # fmt: skip
"""A captive segment, which has no local status."""

TRADED = Look(
    Words("市场采购", "Bought on the market"), "is-traded", "trade", Words("市购", "traded"),
    Words("公开市场可采购，不作缺口", "anyone buys it on the open market"),
)  # fmt: skip

STANDING: Mapping[Standing, Look] = complete(
    Standing,
    {
        "confirmed": Look(
            Words("确认缺口", "Confirmed"), "g-confirmed", "cross", Words("缺口", "gap"),
            Words("有产品或市场需要，本地没有", "needed, and said not to be here"),
        ),
        "wished": Look(
            Words("规划拟增", "Wished for"), "g-wished", "plus", Words("拟增", "wished"),
            Words("规划想要，尚无本地产品等它", "wanted; no local product waits for it"),
        ),
        "to_settle": Look(
            Words("待核实", "To settle"), "g-settle", "query", Words("待核实", "to settle"),
            Words("未见本地企业；核实后才知是不是缺口", "a question until someone checks"),
        ),
        "direction": Look(
            Words("招引方向", "Direction"), "g-direction", "extend", Words("方向", "direction"),
            Words("想要更多、更好的企业，无须核实", "more or better firms; nothing to settle"),
        ),
        "noted": Look(
            Words("提升与在册", "Noted"), "g-noted", "note", Words("在册", "noted"),
            Words("薄弱、升级、风险等，记录在册", "weak, upgrade, risk and the like"),
        ),
    },
)  # fmt: skip
"""Standings of a gap: five lists that are never mixed."""

NEED: Mapping[NeedCode, Look] = complete(
    NeedCode,
    {
        "production": Look(
            Words("卡住在产", "Holds up production"), "n-production", "cross",
            Words("在产", "production"),
            Words("本地已有的产品要用它", "a product that is here takes it"),
        ),
        "plan": Look(
            Words("卡住拟引", "Holds up a plan"), "n-plan", "plus", Words("拟引", "plan"),
            Words("在建或拟引的产品要用它", "a product that is planned takes it"),
        ),
        "market": Look(
            Words("市场需求", "Lacked by the market"), "n-market", "trade",
            Words("市场", "market"),
            Words("规划说本地缺这种产品", "the plan says that it is lacking"),
        ),
        "none": Look(
            Words("未见需求", "Nobody waits for it"), "n-none", "note",
            Words("未见需求", "no need"),
            Words("尚未见哪个产品要用它", "no product is seen to take it"),
        ),
    },
)  # fmt: skip
"""What a gap is needed for."""

BASIS: Mapping[Basis, Look] = complete(
    Basis,
    {
        "stated": Look(
            Words("规划原文", "Plan text"), "b-stated", "quote", Words("原文", "stated"),
            Words("规划文件原句", "a sentence of the document"),
        ),
        "reference": Look(
            Words("参考知识", "Reference"), "b-reference", "book", Words("参考", "reference"),
            Words("此类产业链的通用构成", "what such chains consist of anywhere"),
        ),
        "reported": Look(
            Words("本地填报", "Reported"), "b-reported", "person", Words("填报", "reported"),
            Words("本地用户填报", "reported by a local user"),
        ),
        "derived": Look(
            Words("推算", "Derived"), "b-derived", "sigma", Words("推算", "derived"),
            Words("由其他事实推算", "computed from other facts"),
        ),
    },
)  # fmt: skip
"""Why a fact is held."""

GAP_ORIGIN: Mapping[GapOrigin, Look] = complete(
    GapOrigin,
    {
        "stated": Look(
            Words("规划提出", "Stated"), "b-stated", "quote", Words("规划", "stated")
        ),
        "derived": Look(
            Words("推算得出", "Derived"), "b-derived", "sigma", Words("推算", "derived")
        ),
        "both": Look(
            Words("规划与推算一致", "Stated and derived"), "b-both", "both", Words("两者", "both")
        ),
    },
)  # fmt: skip
"""Where a gap comes from."""

ANSWER: Mapping[Answer, Look] = complete(
    Answer,
    {
        "yes": Look(
            Words("能", "Yes"), "a-yes", "check", Words("能", "yes"),
            Words("必需投入都可得", "every essential input can be had"),
        ),
        "unknown": Look(
            Words("未知", "Unknown"), "a-unknown", "query", Words("未知", "unknown"),
            Words("取决于待核实的环节", "hangs on segments yet to be checked"),
        ),
        "no": Look(
            Words("不能", "No"), "a-no", "cross", Words("不能", "no"),
            Words("至少一组必需投入缺乏", "an essential input is lacking"),
        ),
        "market": Look(
            Words("靠市场采购", "By purchase"), "a-market", "trade", Words("市购", "market"),
            Words("必需投入都靠市场采购", "every essential input is bought"),
        ),
        "no_recipe": Look(
            Words("尚无投入资料", "No recipe"), "a-none", "note", Words("无资料", "no recipe"),
            Words("参考资料没有列出投入", "the reference lists no inputs"),
        ),
    },
)  # fmt: skip
"""Answers to "can it be completed" and "is it ready"."""

ENTERPRISE_STATUS: Mapping[EnterpriseStatus, Look] = complete(
    EnterpriseStatus,
    {
        "operating": Look(
            Words("在产", "Operating"), "e-operating", "check", Words("在产", "operating"),
            also=("投产", "已投产", "正常", "正常生产", "在营", "运营", "存续", "开业"),
        ),
        "suspended": Look(
            Words("停产", "Suspended"), "e-suspended", "alert", Words("停产", "suspended"),
            also=("停业", "歇业", "关停"),
        ),
        "planned": Look(
            Words("在建/拟建", "Planned"), "e-planned", "build", Words("在建", "planned"),
            also=("拟建", "筹建"),
        ),
        "prospective": Look(
            Words("拟引进（尚未落地）", "Prospective"), "e-prospective", "plus",
            Words("拟引进", "prospective"), also=("拟引", "在谈"),
        ),
    },
)  # fmt: skip
"""Statuses of an enterprise."""
