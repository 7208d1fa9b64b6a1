"""What a part of a sentence takes away: denials, what has stopped, what is only worked with."""

from typing import Literal

from graph.recognition.verbs import ACTS, LEADING, OPENERS, ending

Denial = Literal["rest", "before", "makers_before", "itself"]
"""What is void: all from here to the sentence's end, all before it, the making before it, the
part by itself."""

_FORBIDDEN = ("不得", "禁止", "严禁", "不从事", "不生产", "不再", "未从事")
STOPPED = ("停产", "停止生产", "停止经营", "停业", "关停", "已拆除", "已搬迁", "已注销")
"""Words that say that something is over."""
_STOPPING = ("已停产", "停产", "停止", "暂停", "已停止", "已关停", "原从事", "曾从事")
_WHEN = ("现已", "目前", "均已", "已经", "全部", "现", "已", "均", "并", "后")
_WITHOUT = ("不含", "不包括", "不包含", "不涉及")
_WITH = ("利用", "采用", "使用", "以")
_NOT_WITH = ("以及", "以太")
_AS_MATERIAL = ("为原料", "为主要原料", "为原材料", "为主要原材料", "为主料", "为基料")
_LONGEST_FIRST = tuple(sorted(LEADING, key=lambda each: (-len(each), each)))
_SIGNS = "、/和与及或的 "


def denial(part: str) -> Denial | None:
    """What a part of a sentence takes away from it; null where it takes nothing.

    >>> denial("不得从事水泥生产"), denial("现已停产"), denial("不含生产"), denial("水泥生产")
    ('rest', 'before', 'makers_before', None)
    """
    said = part.strip()
    if said.startswith(_WITHOUT):
        return "makers_before" if _only_making(said) else "itself"
    if any(word in said for word in _FORBIDDEN):
        return "rest"
    if _bare(said) in STOPPED:
        return "before"
    return "rest" if said.startswith(_STOPPING) else None


def behind_materials(part: str) -> int:
    """Where a part goes on behind the materials that it names first; its end where it does not.

    >>> text = "利用粉煤灰、矿渣生产水泥"
    >>> text[behind_materials(text) :]
    '生产水泥'
    """
    said = part.lstrip()
    if not said.startswith(_WITH) or said.startswith(_NOT_WITH):
        return 0
    begin = len(part) - len(said)
    made = next((at for at in range(1, len(said)) if said.startswith(_LONGEST_FIRST, at)), None)
    if made is not None and _names_something(said[made:]):
        return begin + made
    material = next((word for word in _AS_MATERIAL if word in said), "")
    behind = said.find(material) + len(material) if material else 0
    if said.startswith("的", behind) and behind:
        return begin + behind + 1
    return len(part) if material else 0


def _only_making(said: str) -> bool:
    """Whether all that is left out is the making: 不含生产、加工."""
    rest, verbs = ending(said)
    done = {ACTS[verb] for verb in verbs}
    return "makes" in done and _bare(rest) in {"", *_WITHOUT}


def _bare(said: str) -> str:
    while word := next((each for each in _WHEN if said.startswith(each) and each != said), ""):
        said = said.removeprefix(word)
    return said.strip()


def _names_something(said: str) -> bool:
    """Whether verbs stand before a noun: 生产、销售水泥, and not 制造、销售."""
    rest = said
    while True:
        kept = rest.strip(_SIGNS)
        verb = next((each for each in _LONGEST_FIRST if kept.startswith(each)), "")
        kept = kept.removeprefix(verb)
        if kept == rest:
            return bool(rest) and not rest.startswith(OPENERS)
        rest = kept
