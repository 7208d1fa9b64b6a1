"""What lists say of whether a firm runs: registry states and running states, by their words."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from graph.exchange.read.values import codes_by_word
from graph.model.formats import folded
from graph.model.looks import ENTERPRISE_STATUS
from graph.model.names import simplified
from graph.model.vocabulary import EnterpriseStatus

RunningState = Literal["registered", "closed"] | EnterpriseStatus
"""`registered`: the firm exists, which does not tell whether it runs."""

_MORE: Mapping[RunningState, str] = {
    "registered": "存续 在业 在册 在营 开业 营业 登记成立 确立 仍注册 未注销 未吊销",
    "operating": "正常 正常生产 正常运营 正常经营 正常营业 生产 运行 半停产 部分停产 限产 复产",
    "planned": "试生产 试运行 试产 建设中 未投产 待投产",
    "suspended": "停产 停业 歇业 关停 全面停产 长期停产 临时停产 停产停业 停工",
    "closed": "注销 已注销 吊销 已吊销 迁出 已迁出 外迁 撤销 已撤销 清算 清算中 破产 已破产 "
    "关闭 已关闭 倒闭 已倒闭 解散 除名 责令关闭",
}
_STATUSES: Mapping[str, EnterpriseStatus] = codes_by_word(ENTERPRISE_STATUS)
_STATES: Mapping[str, RunningState] = {
    **_STATUSES,
    **{word: state for state, words in _MORE.items() for word in words.split()},
}
_CLOSED = "停产|停业|歇业|关停|注销|吊销|倒闭|破产|迁出|外迁|解散|停工"
_CLOSING = re.compile(rf"(?<![未不非无防免止])(?:{_CLOSED}|(?:已|已经|被)(?:关闭|搬迁|撤销|退出))")
_RUNS = re.compile("半停产|部分停产|复产|恢复|恢复生产|重新|正常|在产")
_NOT_RUNNING = re.compile(
    rf"(?<![未不非无含除])(?:{_CLOSED}|僵尸企业|拟引进|拟引|引进|招引|目标企业|意向企业|拟建|在建|筹建|退出企业|关闭企业)"
)
_INSTRUCTS = re.compile("填|说明|注:|除外|剔除|不含|不包括")
_BETWEEN = re.compile(r"[、，,；;/()（）【】\[\]\s]+")
_DONE: tuple[str, ...] = ("当年", "企业", "状态")
WORDS = "存续、在业、开业、正常、在产、半停产、停产、歇业、试生产、在建、拟引进、注销、吊销、迁出"
"""The commonest, for whoever wrote another."""


def states_in(text: str) -> frozenset[RunningState] | None:
    """What the words of a cell say, all of them; null where one of them is not known.

    >>> sorted(states_in("吊销，未注销") or ()), states_in("半停"), states_in("注销企业")
    (['closed', 'registered'], None, frozenset({'closed'}))
    """
    text = simplified(text)
    whole = _STATES.get(text.casefold())
    if whole is not None:
        return frozenset({whole})
    words = _BETWEEN.split(folded(text))
    parts = [_state(part) for part in words if part and part not in _DONE]
    known = frozenset(part for part in parts if part is not None)
    return known if known and None not in parts else None


def status_of(states: frozenset[RunningState]) -> EnterpriseStatus | None:
    """The status that states come to; null where they tell nothing of it.

    Raise `ValueError` where they contradict one another: a firm that is closed does not run.
    """
    told: set[EnterpriseStatus] = set()
    for state in states:
        if state == "closed":
            told.add("suspended")
        elif state != "registered":
            told.add(state)
    if len(told) > 1:
        raise ValueError(", ".join(sorted(states)))
    return next(iter(told), None)


@lru_cache(maxsize=4096)
def is_closing(text: str) -> bool:
    """Whether a cell says, and says nothing else, that a firm is closed or stands still."""
    found = states_in(text) if 1 < len(text) <= 12 else None
    return found is not None and bool(found & {"closed", "suspended"})


@lru_cache(maxsize=4096)
def tells_of_closing(text: str) -> bool:
    """Whether a remark says that a firm is closed, or stands still, and does not say that it runs.

    >>> [tells_of_closing(each) for each in ("2025年3月已停产", "未停产", "曾停产，已复产")]
    [True, False, False]
    """
    plain = folded(text[:200])
    return _CLOSING.search(plain) is not None and _RUNS.search(plain) is None


def not_running_in(title: str) -> str:
    """The word of a title by which its firms are closed or not here yet; empty for none.

    >>> not_running_in("2025年停产企业名单"), not_running_in("企业名单（不含停产）")
    ('停产', '')
    """
    plain = folded(title[:200])
    found = None if _INSTRUCTS.search(plain) else _NOT_RUNNING.search(plain)
    return found[0] if found else ""


def _state(word: str) -> RunningState | None:
    plain = word.casefold()
    for mark in _DONE:
        plain = plain.removeprefix(mark) if mark == "当年" else plain.removesuffix(mark)
    return _STATES.get(word.casefold()) or _STATES.get(plain)
