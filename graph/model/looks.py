"""The codes that pages mark with an icon and a colour: complete, or nothing starts.

Sentences, pages, charts, tables, forms and commands take words, icons and CSS classes from here; a
test holds stylesheet and sprite to it.
"""

from collections.abc import Mapping

from graph.message import _, p_
from graph.model.look import Look, complete
from graph.model.vocabulary import (
    Answer,
    Basis,
    EnterpriseStatus,
    GapOrigin,
    LocalStatus,
    NeedCode,
    Standing,
)

SUSPECTED = Look(
    _("疑缺"), "k-missing", "query", _("疑缺"),
    _("需要，本地有没有尚不知道"),
)  # fmt: skip
"""What is missing only if the unknown turns out to be absent: unknown is not missing."""

LOCAL_STATUS: Mapping[LocalStatus, Look] = complete(
    LocalStatus,
    {
        "made": Look(
            _("本地在产"), "s-made", "check", p_("segment", "在产"),
            _("已知在产企业"),
        ),
        "present": Look(
            _("本地已有"), "s-present", "half", _("已有"),
            _("已有，未点名企业"),
        ),
        "developing": Look(
            _("在建"), "s-developing", "build", _("在建"),
            _("有在建的项目"),
        ),
        "sought": Look(
            _("拟引进"), "s-sought", "plus", _("拟引进"),
            _("要引进、引育"),
        ),
        "absent": Look(
            _("明确缺乏"), "s-absent", "cross", _("缺乏"),
            _("写明没有"),
        ),
        "unlisted": Look(
            _("名录未见"), "s-unlisted", "note", _("未见"),
            _("齐全的名录里没有生产它的企业"),
        ),
        "unknown": Look(
            _("未知"), "s-unknown", "query", _("未知"),
            _("未见本地企业，待核实"),
        ),
    },
)  # fmt: skip
"""Local statuses of a segment."""

CAPTIVE = Look(
    _("厂内工序"), "s-captive", "inner", _("厂内"),
    _("在下一环节企业厂内完成"),
)  # fmt: skip
"""A captive segment, which has no local status."""

TRADED = Look(
    _("市场采购"), "is-traded", "trade", _("市购"),
    _("公开市场可采购，不作缺口"),
)  # fmt: skip

STANDING: Mapping[Standing, Look] = complete(
    Standing,
    {
        "confirmed": Look(
            _("确认缺口"), "g-confirmed", "cross", _("缺口"),
            _("有产品或市场需要，本地没有"),
        ),
        "wished": Look(
            _("规划拟增"), "g-wished", "plus", _("拟增"),
            _("规划想要，尚无本地产品等它"),
        ),
        "to_settle": Look(
            _("待核实"), "g-settle", "query", _("待核实"),
            _("未见本地企业，缺不缺待核实"),
        ),
        "direction": Look(
            _("招引方向"), "g-direction", "extend", _("方向"),
            _("想要更多、更好的企业，无须核实"),
        ),
        "noted": Look(
            _("提升与在册"), "g-noted", "note", _("在册"),
            _("薄弱、升级、风险等，记录在册"),
        ),
    },
)  # fmt: skip
"""Standings of a gap: five lists that are never mixed."""

NEED: Mapping[NeedCode, Look] = complete(
    NeedCode,
    {
        "production": Look(
            _("卡住在产"), "n-production", "cross",
            _("在产"),
            _("本地已有的产品要用它"),
        ),
        "plan": Look(
            _("卡住拟引"), "n-plan", "plus", _("拟引"),
            _("在建或拟引的产品要用它"),
        ),
        "market": Look(
            _("市场需求"), "n-market", "trade",
            _("市场"),
            _("规划说本地缺这种产品"),
        ),
        "none": Look(
            _("未见需求"), "n-none", "note",
            _("未见需求"),
            _("尚未见哪个产品要用它"),
        ),
    },
)  # fmt: skip
"""What a gap is needed for."""

BASIS: Mapping[Basis, Look] = complete(
    Basis,
    {
        "stated": Look(
            _("规划原文"), "b-stated", "quote", p_("basis", "原文"),
            _("规划文件原句"),
        ),
        "reference": Look(
            _("参考知识"), "b-reference", "book", _("参考"),
            _("此类产业链的通用构成"),
        ),
        "reported": Look(
            _("本地填报"), "b-reported", "person", _("填报"),
            _("本地用户填报"),
        ),
        "derived": Look(
            _("推算"), "b-derived", "sigma", _("推算"),
            _("由其他事实推算"),
        ),
    },
)  # fmt: skip
"""Why a fact is held."""

GAP_ORIGIN: Mapping[GapOrigin, Look] = complete(
    GapOrigin,
    {
        "stated": Look(
            _("规划提出"), "b-stated", "quote", _("规划")
        ),
        "derived": Look(
            _("推算得出"), "b-derived", "sigma", _("推算")
        ),
        "both": Look(
            _("规划与推算一致"), "b-both", "both", _("两者")
        ),
    },
)  # fmt: skip
"""Where a gap comes from."""

ANSWER: Mapping[Answer, Look] = complete(
    Answer,
    {
        "yes": Look(
            _("能"), "a-yes", "check", _("能"),
            _("必需投入都可得"),
        ),
        "unknown": Look(
            _("未知"), "a-unknown", "query", _("未知"),
            _("取决于待核实的环节"),
        ),
        "no": Look(
            _("不能"), "a-no", "cross", _("不能"),
            _("至少一组必需投入缺乏"),
        ),
        "market": Look(
            _("靠市场采购"), "a-market", "trade", _("市购"),
            _("必需投入都靠市场采购"),
        ),
        "no_recipe": Look(
            _("尚无投入资料"), "a-none", "note", _("无资料"),
            _("参考资料没有列出投入"),
        ),
    },
)  # fmt: skip
"""Answers to "can it be completed" and "is it ready"."""

ENTERPRISE_STATUS: Mapping[EnterpriseStatus, Look] = complete(
    EnterpriseStatus,
    {
        "operating": Look(
            _("在产"), "e-operating", "check", _("在产"),
            also=("投产", "已投产", "正常", "正常生产", "在营", "运营", "存续", "开业"),
        ),
        "suspended": Look(
            _("停产"), "e-suspended", "alert", _("停产"),
            also=("停业", "歇业", "关停"),
        ),
        "planned": Look(
            _("在建/拟建"), "e-planned", "build", _("在建"),
            also=("拟建", "筹建"),
        ),
        "prospective": Look(
            _("拟引进（尚未落地）"), "e-prospective", "plus",
            p_("enterprise", "拟引进"), also=("拟引", "在谈"),
        ),
    },
)  # fmt: skip
"""Statuses of an enterprise."""
