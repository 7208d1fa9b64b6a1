"""What lists say of whether a firm runs: registry states and running states, by their words."""

import re
from collections.abc import Mapping
from typing import Literal

from graph.exchange.read.values import codes_by_word
from graph.model.formats import folded
from graph.model.looks import ENTERPRISE_STATUS
from graph.model.names import simplified
from graph.model.vocabulary import EnterpriseStatus

RunningState = Literal["registered", "closed"] | EnterpriseStatus
"""`registered`: the firm exists, which does not tell whether it runs."""

_MORE: Mapping[RunningState, str] = {
    "registered": "存续 在业 在册 在营 开业 营业 登记成立 确立 仍注册 未注销 未吊销 active",
    "operating": "正常 正常生产 正常运营 正常经营 正常营业 正常运行 正常开工 生产 运行 生产正常 "
    "运行正常 经营正常 运营正常 生产中 营业中 满产 满负荷 满负荷生产 开工不足 减产 "
    "达产 已达产 半停产 部分停产 限产 复产 已复产",
    "planned": "试生产 试运行 试产 建设中 未投产 待投产 筹备",
    "suspended": "停产 停业 歇业 关停 全面停产 长期停产 临时停产 停产停业 停工 停产整顿 停产整改 "
    "停产检修 停产改造 停业整顿 停业整改 暂停生产 暂时停产 暂停营业 休业",
    "closed": "注销 吊销 吊销未注销 被吊销 注(吊)销 迁出 外迁 撤销 撤销登记 简易注销 强制注销 清算 "
    "破产 破产清算 关闭 倒闭 解散 除名 责令关闭 迁往外地 迁出异地 迁出外地 closed dissolved "
    "deregistered revoked",
}
_STATUSES: Mapping[str, EnterpriseStatus] = codes_by_word(ENTERPRISE_STATUS)
_STATES: Mapping[str, RunningState] = {
    **_STATUSES,
    **{word: state for state, words in _MORE.items() for word in words.split()},
}
_BETWEEN = re.compile(r"[、，,；;/()（）【】\[\]\s]+")
_CODE = re.compile(r"^\d{1,2}[-.:_]?(?![\d.年月日/-])(?=.)")
"""The code of a state before its word, as censuses write it: 1-正常运营, 2停业."""
_YEAR = r"(?:19|20)\d\d[年.\-/]"
_WHEN = re.compile(
    rf"(?:从|自|于|截至)?(?:{_YEAR}(?:\d{{1,2}}[月.\-/]?(?:\d{{1,2}}日?)?)?|(?:19|20)\d\d$"
    r"|\d{1,2}月(?:\d{1,2}日)?)(?:份|底|初|末|起|上半年|下半年|以来|至今)*"
)
_BEFORE = re.compile("^(?:当年|目前|现|已经|已|全部|处于)+")
_AFTER = re.compile("(?:企业|状态|户|中)$")
WORDS = "存续、在业、开业、正常、在产、半停产、停产、歇业、试生产、在建、拟引进、注销、吊销、迁出"
"""The commonest, for whoever wrote another."""


def states_in(text: str) -> frozenset[RunningState] | None:
    """What the words of a cell say, all of them; null where one of them is not known.

    >>> sorted(states_in("吊销，未注销") or ()), states_in("半停"), states_in("2023年5月已停产")
    (['closed', 'registered'], None, frozenset({'suspended'}))
    """
    plain = folded(simplified(text)).replace(" ", "")
    whole = _state(plain)
    if whole is not None:
        return frozenset({whole})
    words = _CODE.sub("", plain, count=1)
    parts = [_state(part) for part in _BETWEEN.split(words) if not _is_aside(part)]
    known = frozenset(part for part in parts if part is not None)
    return known if known and None not in parts else None


def _is_aside(word: str) -> bool:
    """Whether a part of a cell is no state but says since when, or of what."""
    return not _AFTER.sub("", _BEFORE.sub("", _WHEN.sub("", word)))


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


def _state(word: str) -> RunningState | None:
    """What one word says, also behind a code, a date or 已, and before 企业 or 状态."""
    plain = word.casefold()
    if plain in _STATES:
        return _STATES[plain]
    plain = _BEFORE.sub("", _WHEN.sub("", _CODE.sub("", plain, count=1)))
    return _STATES.get(plain) or _STATES.get(_AFTER.sub("", plain))
