"""One table of codes to word, icon and CSS class: what a status, gap or basis looks like.

Templates, charts and the stylesheet take names from here; a test holds the stylesheet to it.
"""

from dataclasses import dataclass

from graph.model.vocabulary import Lang


@dataclass(frozen=True, slots=True)
class Look:
    """How one code is shown: two words, a note, an icon and a CSS class.

    `short` fits on a card, `label` stands alone, `note` explains in half a sentence.
    """

    css: str
    icon: str
    label_zh: str
    label_en: str
    short_zh: str
    short_en: str
    note_zh: str = ""
    note_en: str = ""

    def label(self, lang: Lang) -> str:
        """The full word."""
        return self.label_en if lang == "en" else self.label_zh

    def short(self, lang: Lang) -> str:
        """The word for tight places."""
        return self.short_en if lang == "en" else self.short_zh

    def note(self, lang: Lang) -> str:
        """What the word means, in half a sentence."""
        return self.note_en if lang == "en" else self.note_zh


STATUS: dict[str, Look] = {
    "made": Look(
        "s-made", "check", "本地在产", "Made here", "在产", "made here",
        "已知在产企业", "an operating maker is known",
    ),
    "present": Look(
        "s-present", "half", "本地已有", "Present", "已有", "present",
        "已有，未点名企业", "said to be here, no maker named",
    ),
    "developing": Look(
        "s-developing", "build", "在建", "Developing", "在建", "developing",
        "有在建的项目", "a project that has begun",
    ),
    "sought": Look(
        "s-sought", "plus", "拟引进", "Sought", "拟引进", "sought",
        "要引进、引育", "it is to be attracted",
    ),
    "absent": Look(
        "s-absent", "cross", "明确缺乏", "Absent", "缺乏", "absent",
        "写明没有", "said not to be here",
    ),
    "unlisted": Look(
        "s-unlisted", "note", "名录未见", "In no register", "未见", "unlisted",
        "齐全的名录里没有生产它的企业", "a complete register has no maker of it",
    ),
    "unknown": Look(
        "s-unknown", "query", "未知", "Unknown", "未知", "unknown",
        "未见本地企业，待核实", "no local maker known, to be checked",
    ),
    "captive": Look(
        "s-captive", "inner", "厂内工序", "In-house stage", "厂内", "in-house",
        "在下一环节企业厂内完成", "done inside the maker of the next one",
    ),
}  # fmt: skip
"""Local statuses, and the look of a captive segment, which has none."""

TRADED = Look(
    "is-traded", "trade", "市场采购", "Bought on the market", "市购", "traded",
    "公开市场可采购，不作缺口", "anyone buys it on the open market",
)  # fmt: skip

KIND: dict[str, Look] = {
    "missing": Look("k-missing", "cross", "缺失", "Missing", "缺失", "missing",
                    "需要而本地没有", "needed and not here"),
    "weak": Look("k-weak", "weak", "薄弱", "Weak", "薄弱", "weak",
                 "有而不强", "here, and not strong"),
    "introduce": Look("k-introduce", "plus", "拟引进", "To attract", "拟引进", "attract",
                      "规划拟引进", "the plan wants to attract it"),
    "extend": Look("k-extend", "extend", "延链", "Extend", "延链", "extend",
                   "规划拟延伸、完善", "the plan wants to extend the chain"),
    "upgrade": Look("k-upgrade", "up", "升级", "Upgrade", "升级", "upgrade",
                    "规划拟技改、提升", "the plan wants to upgrade it"),
    "risk": Look("k-risk", "alert", "风险", "Risk", "风险", "risk",
                 "停产或对外依存", "suspended, or dependent on the outside"),
}  # fmt: skip
"""Kinds of gap."""

SUSPECTED = Look(
    "k-missing", "query", "疑缺", "Perhaps missing", "疑缺", "perhaps",
    "需要，本地有没有尚不知道", "needed, and nobody knows whether it is here",
)  # fmt: skip
"""What is missing only if the unknown turns out to be absent: unknown is not missing."""


def kind_look(kind: str, standing: str) -> Look:
    """Return the look of a gap's kind; a computed one that is not settled is only suspected."""
    return SUSPECTED if (kind, standing) == ("missing", "to_settle") else KIND[kind]


STANDING: dict[str, Look] = {
    "confirmed": Look("g-confirmed", "cross", "确认缺口", "Confirmed gaps", "缺口", "gap",
                      "有产品或市场需要，本地没有", "needed, and said not to be here"),
    "wished": Look("g-wished", "plus", "规划拟增", "Wished for", "拟增", "wished",
                   "规划想要，尚无本地产品等它", "wanted; no local product waits for it"),
    "to_settle": Look("g-settle", "query", "待核实", "To settle", "待核实", "to settle",
                      "未见本地企业；核实后才知是不是缺口", "a question until someone checks"),
    "direction": Look("g-direction", "extend", "招引方向", "Directions", "方向", "direction",
                      "想要更多、更好的企业，无须核实", "more or better firms; nothing to settle"),
    "noted": Look("g-noted", "note", "提升与在册", "On record", "在册", "noted",
                  "薄弱、升级、风险等，记录在册", "weak, upgrade, risk and the like"),
}  # fmt: skip
"""Standings of a gap: five lists that are never mixed."""

NEED: dict[str, Look] = {
    "production": Look("n-production", "cross", "卡住在产", "Holds up production", "在产",
                       "production", "本地已有的产品要用它", "a product that is here takes it"),
    "plan": Look("n-plan", "plus", "卡住拟引", "Holds up a plan", "拟引", "plan",
                 "在建或拟引的产品要用它", "a product that is planned takes it"),
    "market": Look("n-market", "trade", "市场需求", "Lacked by the market", "市场", "market",
                   "规划说本地缺这种产品", "the plan says that it is lacking"),
    "none": Look("n-none", "note", "未见需求", "Nobody waits for it", "未见需求", "no need",
                 "尚未见哪个产品要用它", "no product is seen to take it"),
}  # fmt: skip
"""What a gap is needed for."""

BASIS: dict[str, Look] = {
    "stated": Look("b-stated", "quote", "规划原文", "Plan text", "原文", "stated",
                   "规划文件原句", "a sentence of the document"),
    "reference": Look("b-reference", "book", "参考知识", "Reference", "参考", "reference",
                      "此类产业链的通用构成", "what such chains consist of anywhere"),
    "reported": Look("b-reported", "person", "本地填报", "Reported", "填报", "reported",
                     "本地用户填报", "reported by a local user"),
    "derived": Look("b-derived", "sigma", "推算", "Derived", "推算", "derived",
                    "由其他事实推算", "computed from other facts"),
}  # fmt: skip
"""Why a fact is held."""

ORIGIN: dict[str, Look] = {
    "stated": Look("b-stated", "quote", "规划提出", "Stated", "规划", "stated"),
    "derived": Look("b-derived", "sigma", "推算得出", "Derived", "推算", "derived"),
    "both": Look("b-both", "both", "规划与推算一致", "Stated and derived", "两者", "both"),
}
"""Where a gap comes from."""

ANSWER: dict[str, Look] = {
    "yes": Look("a-yes", "check", "能", "Yes", "能", "yes",
                "必需投入都可得", "every essential input can be had"),
    "unknown": Look("a-unknown", "query", "未知", "Unknown", "未知", "unknown",
                    "取决于待核实的环节", "hangs on segments yet to be checked"),
    "no": Look("a-no", "cross", "不能", "No", "不能", "no",
               "至少一组必需投入缺乏", "an essential input is lacking"),
    "market": Look("a-market", "trade", "靠市场采购", "By purchase", "市购", "market",
                   "必需投入都靠市场采购", "every essential input is bought"),
    "no_recipe": Look("a-none", "note", "尚无投入资料", "No recipe", "无资料", "no recipe",
                      "参考资料没有列出投入", "the reference lists no inputs"),
}  # fmt: skip
"""Answers to "can it be completed" and "is it ready"."""

ENTERPRISE: dict[str, Look] = {
    "operating": Look("e-operating", "check", "在产", "Operating", "在产", "operating"),
    "suspended": Look("e-suspended", "alert", "停产", "Suspended", "停产", "suspended"),
    "planned": Look("e-planned", "build", "在建/拟建", "Planned", "在建", "planned"),
    "prospective": Look(
        "e-prospective", "plus", "拟引进（尚未落地）", "Prospective", "拟引进", "prospective"
    ),
}
"""Statuses of an enterprise."""

GROUPS: dict[str, Look] = {
    "available": Look("s-made", "check", "有", "Available", "有", "available"),
    "developing": Look("s-developing", "build", "在建", "Being built", "在建", "being built"),
    "unknown": Look("s-unknown", "query", "未知", "Unknown", "未知", "unknown"),
    "lacking": Look("s-absent", "cross", "缺", "Lacking", "缺", "lacking"),
}
"""States of a group of inputs."""

STATUS_ORDER = tuple(STATUS)
"""Statuses in the order of bars and legends, captive last."""


def status_look(code: str | None) -> Look:
    """The look of a local status; null belongs to captive segments."""
    return STATUS[code or "captive"]


def tile_look(code: str) -> Look:
    """The look of a tile: a local status, a gap badge or `traded`."""
    return TRADED if code == "traded" else STATUS.get(code) or KIND[code]
