"""Words for codes, in both languages, as sentences use them."""

import re
from collections.abc import Mapping

from graph.model.vocabulary import (
    GapKind,
    Lang,
    LocalStatus,
    NeedCode,
    Standing,
    StatusBasis,
    Verdict,
)

STATUS: Mapping[Lang, Mapping[LocalStatus, str]] = {
    "zh": {
        "made": "本地在产",
        "present": "本地已有",
        "developing": "在建",
        "sought": "拟引进",
        "absent": "明确缺乏",
        "unlisted": "名录未见",
        "unknown": "未知",
    },
    "en": {
        "made": "made here",
        "present": "present",
        "developing": "being built",
        "sought": "sought",
        "absent": "stated absent",
        "unlisted": "in no register",
        "unknown": "not known",
    },
}

GAP_KIND: Mapping[Lang, Mapping[GapKind, str]] = {
    "zh": {
        "missing": "缺失",
        "weak": "薄弱",
        "introduce": "拟引进",
        "extend": "延链",
        "upgrade": "升级",
        "risk": "风险",
    },
    "en": {
        "missing": "missing",
        "weak": "weak",
        "introduce": "to introduce",
        "extend": "to extend",
        "upgrade": "to upgrade",
        "risk": "at risk",
    },
}

SUSPECTED: Mapping[Lang, str] = {"zh": "疑缺", "en": "perhaps missing"}
"""The kind of a computed gap that is not settled: unknown is not missing."""


def gap_kind(kind: GapKind, standing: Standing, lang: Lang) -> str:
    """Name the kind of a gap.

    >>> gap_kind("missing", "to_settle", "zh"), gap_kind("missing", "confirmed", "zh")
    ('疑缺', '缺失')
    """
    suspected = kind == "missing" and standing == "to_settle"
    return SUSPECTED[lang] if suspected else GAP_KIND[lang][kind]


STANDING: Mapping[Lang, Mapping[Standing, str]] = {
    "zh": {
        "confirmed": "确认缺口",
        "to_settle": "待核实",
        "wished": "规划拟增",
        "direction": "招引方向",
        "noted": "提升与在册",
    },
    "en": {
        "confirmed": "confirmed",
        "to_settle": "to settle",
        "wished": "wished for",
        "direction": "direction",
        "noted": "noted",
    },
}

NEED: Mapping[Lang, Mapping[NeedCode, str]] = {
    "zh": {
        "production": "卡住在产",
        "plan": "卡住拟引",
        "market": "市场需求",
        "none": "未见需求",
    },
    "en": {
        "production": "holds up production",
        "plan": "holds up a plan",
        "market": "the market lacks it",
        "none": "nobody waits for it",
    },
}
"""What a gap is needed for."""

STATUS_BASIS: Mapping[Lang, Mapping[StatusBasis, str]] = {
    "zh": {"stated": "规划称", "reported": "填报", "register": "名录", "derived": "推算"},
    "en": {
        "stated": "the plan says",
        "reported": "reported",
        "register": "a register",
        "derived": "concluded",
    },
}

VERDICT: Mapping[Lang, Mapping[Verdict, str]] = {
    "zh": {"confirm": "属实", "refute": "不实", "adopt": "采纳"},
    "en": {"confirm": "confirmed by people", "refute": "refuted", "adopt": "adopted"},
}
"""What people say of a gap; none of these words is part of one for what is computed."""
_VERDICTS = {word: verdict for words in VERDICT.values() for verdict, word in words.items()}
_SAID = re.compile(
    f"[（(]\\s*({'|'.join(_VERDICTS)})\\s*(?:[:：]\\s*(.*?)\\s*)?[）)]\\s*$", re.DOTALL
)


def standing_said(
    standing: Standing, verdict: Verdict | None, reason: str | None, lang: Lang
) -> str:
    """Write the cell 确认状态: what is computed, then what people say of it.

    >>> standing_said("to_settle", "refute", "城南厂在产", "zh")
    '待核实（不实：城南厂在产）'
    >>> standing_said("noted", None, None, "zh")
    '提升与在册'
    """
    computed = STANDING[lang][standing]
    if verdict is None:
        return computed
    said = VERDICT[lang][verdict]
    return f"{computed}（{said}：{reason}）" if reason else f"{computed}（{said}）"


def verdict_in(cell: str) -> tuple[Verdict | None, str | None]:
    """Read what people say of a gap in a cell 确认状态, and the reason they give.

    >>> verdict_in("待核实（不实：城南厂（分厂）在产）"), verdict_in("确认缺口(采纳)")
    (('refute', '城南厂（分厂）在产'), ('adopt', None))
    >>> verdict_in("确认缺口")
    (None, None)
    """
    found = _SAID.search(cell)
    return (None, None) if found is None else (_VERDICTS[found[1]], found[2] or None)


def listed(names: list[str], lang: Lang, most: int = 6) -> str:
    """Join names, the first `most` of them, and say how many there are in all.

    >>> listed(["钢", "铝", "铜"], "zh", most=2)
    '钢、铝等3种'
    """
    comma, rest = ("、", f"等{len(names)}种") if lang == "zh" else (", ", f" … {len(names)} in all")
    shown = comma.join(names[:most])
    return shown + rest if len(names) > most else shown
