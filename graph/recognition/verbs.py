"""What is done with a thing: verbs as registers and offices write them."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

from graph.model.vocabulary import Verb

Act = Literal["makes", "processes", "sells", "develops", "repairs", "buys", "other"]

_WORDS: Mapping[Act, str] = {
    "makes": """
生产 制造 制作 制做 自产 组装 装配 总装 酿造 酿制 冶炼 熔炼 炼制 铸造 压铸
锻造 锻压 挤压 挤出 轧制 冲压 注塑 吹塑 模压 成型 成形 焊接 印刷 编织 织造
缝制 开采 采选 采掘 养殖 饲养 繁育 种植 栽培 屠宰 合成 提炼 提取 配制 调制
烘焙 烘烤 灌装 烧制 煅烧 研磨 粉磨 电镀 生产制造 研发生产 生产加工 加工制造
制造加工 加工生产 生产经营 产销
""",
    "processes": """
加工 深加工 初加工 精加工 机加工 分割 切割 代加工 来料加工 委托加工
""",
    "sells": """
销售 自销 经营 批发 零售 批零 批零兼营 代理 代销 经销 购销 贸易 国内贸易 进出口
出口 进口 营销 供应 配送 租赁 出租 互联网销售 网上销售 直销 分销 展示 仓储 运输
回收
""",
    "develops": """
研发 开发 研究 设计 研制 研究开发 技术开发 技术研发 技术咨询 技术服务 技术推广
咨询 推广 转让 投资 检测 检验 测试 技术转让 孵化 策划 评估 管理 培训 委托生产
""",
    "repairs": """
维修 修理 安装 维护 保养 改造 检修 调试 维保 拆除 售后 翻新 清洗 安装调试
再制造
""",
    "buys": """
收购 采购 收储
""",
    "other": """
施工
""",
}
ACTS: Mapping[str, Act] = {word: act for act, words in _WORDS.items() for word in words.split()}
_LONGEST = max(map(len, ACTS))
_LEADING_WORDS = """
生产 制造 加工 制作 制做 组装 自产 生产制造 生产加工 研发生产 产销 销售 经营
批发 零售 购销 收购 代理 研发 开发 设计 研制 研究 维修 安装
"""
LEADING = frozenset(_LEADING_WORDS.split())
"""Verbs that can stand before a noun without being part of it, as in 压铸机 or 印刷电路板."""
OPENERS = (
    "从事",
    "仅限",
    "仅",
    "受托",
    "受委托",
    "接受委托",
    "承接",
    "主营",
    "兼营",
    "专业",
    "主要",
    "以及",
    "及其",
    "及",
    "和",
    "与",
    "其他",
    "其它",
    "各类",
    "各种",
)
_BY_OTHERS = ("委托", "委外", "外协", "外购")
"""Beginnings of what others make for the firm."""
FILLERS = ("服务", "业务", "等", "项目", "活动", "费用", "费", "自销")
"""Words behind a verb that add nothing to it."""


@lru_cache(50_000)
def ending(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the verbs at its end, and those verbs as they stood.

    >>> ending("曲轴的生产销售")
    ('曲轴', ('生产', '销售'))
    """
    found: list[str] = []
    rest = _unfilled(text)
    while (verb := _last(rest)) is not None:
        found.append(verb)
        rest = _unfilled(rest.removesuffix(verb))
    return (rest, tuple(reversed(found))) if found else (text.removesuffix("等"), ())


@lru_cache(50_000)
def beginning(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the verbs before it, and those verbs.

    >>> beginning("从事生产销售弹簧")
    ('弹簧', ('生产', '销售'))
    """
    found: list[str] = []
    rest = _opened(text)
    if rest.startswith(_BY_OTHERS):
        return _ordered(rest), ("委托生产",)
    while (verb := _first(rest)) is not None and len(rest) > len(verb):
        found.append(verb)
        rest = _opened(rest.removeprefix(verb))
    return rest, tuple(found)


def acts(words: Iterable[str]) -> frozenset[Act]:
    """What the verbs say is done."""
    return frozenset(ACTS[word] for word in words)


def told(done: frozenset[Act]) -> Verb:
    """The one verb that a proposal names: making before all others."""
    order: tuple[Verb, ...] = ("makes", "processes", "develops", "repairs", "sells")
    return next((verb for verb in order if verb in done), "none")


def _ordered(text: str) -> str:
    """What is ordered from others: the noun behind the verb."""
    for at in range(1, len(text)):
        if (verb := _first(text[at:])) is not None and len(text) > at + len(verb):
            return text[at + len(verb) :]
    return next(text.removeprefix(each) for each in _BY_OTHERS if text.startswith(each))


def _last(text: str) -> str | None:
    sizes = range(min(_LONGEST, len(text)), 1, -1)
    return next((text[-size:] for size in sizes if text[-size:] in ACTS), None)


def _first(text: str) -> str | None:
    sizes = range(min(_LONGEST, len(text)), 1, -1)
    return next((text[:size] for size in sizes if text[:size] in LEADING), None)


def _unfilled(text: str) -> str:
    while True:
        kept = text.removesuffix("的").removesuffix("及").removesuffix("与").removesuffix("和")
        filler = next((each for each in FILLERS if kept.endswith(each)), "")
        kept = kept.removesuffix(filler) if _is_verb_before(kept, filler) else kept
        if kept == text:
            return kept
        text = kept


def _is_verb_before(text: str, filler: str) -> bool:
    """A filler is one only behind a verb: 加工服务, and not 网络服务."""
    return bool(filler) and _last(text.removesuffix(filler)) is not None


def _opened(text: str) -> str:
    while opener := next((each for each in OPENERS if text.startswith(each)), ""):
        text = text.removeprefix(opener)
    return text
