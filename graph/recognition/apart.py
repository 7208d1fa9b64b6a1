"""Words whose halves stand apart in a noun: 铝型材 in 铝挤压型材, 摩托车大灯 in 摩托车前大灯."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.recognition.verbs import ending

_SHORTEST = 2
"""Characters of a half that says something by itself."""
_LONGEST = 20
"""Characters of a second half that is looked for."""
_MATERIALS = frozenset("铝铜铁钢锌")
"""Signs that do so alone, as first halves."""
_EMPTY_WORDS = """
总成 系列 产品 成品 套装 组件 装置 系统 平台 软件 设备 机械 材料 制品 服务 工程 项目
用品 器材 工具 业务 技术 车辆
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
"""Second halves that say nothing by themselves."""
_USERS = frozenset(
    [
        "汽车",
        "摩托车",
        "电动车",
        "电动自行车",
        "通机",
        "汽油机",
        "柴油机",
        "电梯",
        "扶梯",
        "医用",
        "药用",
        "兽用",
        "食品",
    ]
)
"""First halves that decide, whatever else stands before the second: whose part a thing is."""
_FARTHEST = 5
"""Characters that may stand between the halves."""

_JOINS = frozenset("及和与、/")
"""Signs between that make two things of it."""

Halves = Mapping[str, tuple[str, ...]]
"""First halves by second half."""


def halves(words: Iterable[str]) -> Halves:
    """Index every way to cut each word in two.

    >>> halves(["铝型材"])
    {'型材': ('铝',)}
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        if not any(sign.isascii() for sign in word):
            for at in range(1, len(word) - _SHORTEST + 1):
                full = at >= _SHORTEST or word[:at] in _MATERIALS
                if full and word[at:] not in _EMPTY and not ending(word[at:])[1]:
                    found[word[at:]].append(word[:at])
    return {second: tuple(firsts) for second, firsts in found.items()}


def apart(noun: str, beyond: int, of: Halves) -> str | None:
    """The longest word that ends a noun with something in its middle.

    It has to say more than the word of `beyond` characters at the end does: that one may be no
    longer than the second half, but where the first says whose part the thing is.

    >>> apart("铝挤压型材", 0, halves(["铝型材"]))
    '铝型材'
    """
    best = ""
    for first, second in _cuts(noun, of):
        says_more = beyond <= len(second) or first in _USERS
        if says_more and len(first) + len(second) > max(beyond, len(best)):
            best = first + second
    return best or None


def _cuts(noun: str, of: Halves) -> Iterator[tuple[str, str]]:
    for size in range(_SHORTEST, min(len(noun) - 1, _LONGEST)):
        before, second = noun[:-size], noun[-size:]
        for first in of.get(second, ()):
            at = before.rfind(first)
            between = before[at + len(first) :]
            if at >= 0 and 0 < len(between) <= _FARTHEST and not _JOINS & set(between):
                yield first, second
