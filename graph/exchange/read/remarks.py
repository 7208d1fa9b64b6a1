"""What stands outside the columns of states and still says that a firm does not run."""

import re
from functools import lru_cache

from graph.exchange.read.passing import is_nothing
from graph.exchange.read.states import states_in
from graph.exchange.read.values import NO
from graph.model.formats import folded
from graph.model.names import simplified

_CLOSED = "停产|停业|歇业|关停|注销|吊销|倒闭|破产|迁出|外迁|解散|停工"
_GONE = (
    "休眠|空壳|僵尸|失联|查无|跑路|查封|(?:已|被|法院|司法)拍卖|非正常(?:户|$)"
    "|(?<!搬)迁[往至到]|[迁搬]离"
)
_IDLE = "(?:不再|不|没有|无|未)(?:实际)?(?:生产|经营|运营)(?!许可|资质|能力|事故|安全)"
_OF_OTHERS = "风险|预案|小|燃煤|老|旧|一条|部分|分公司|商标"
_CLOSING = re.compile(
    rf"(?<![未不非无防免止])(?<!收购)(?<!受让)(?:{_CLOSED})(?!{_OF_OTHERS})"
    rf"|(?:已|已经|被)(?:关闭|搬迁|撤销|退出|兼并|收购)|{_GONE}|{_IDLE}"
)
_RUNS = re.compile("半停产|部分停产|复产|恢复|重新|解除|(?<![非不])正常|在产")
_COMING = re.compile(
    "拟建|筹建|拟引进|停建|缓建|(?:未|待|尚未)(?:开工|投产|落地|建成)(?!项目)"
    "|(?:计划|预计|拟).{0,10}(?:开工|投产|建成|落地)"
    "|^(?:正在|已)?(?:洽谈|在谈|签约)中?(?:$|[,，。;；])"
)
_MORE_OF_IT = re.compile("[二三四]期|扩建|技改|新增|新厂|新线|新建|分厂|已投产")
_AWAY = frozenset({"closed", "suspended", "planned", "prospective"})
_NOT_MADE = re.compile(
    "(?:代理|经销|贸易|外购)[商型]?|非生产型?|仅销售|在研|研发中|试制|小试|中试|未量产|拟生产|规划中"
)
_MAY = re.compile(
    "[註遷關離無沒擬簽停缓不歇关注吊倒破迁解休空僵失查跑拍非离搬退撤兼收不没无未暂拟筹洽在待计预签清除建试]"
)
"""Without any of these no remark in Chinese says that a firm does not run."""
_NOT_RUNNING = re.compile(
    rf"(?<![未不非无含除])(?:{_CLOSED}|僵尸企业|拟引进|拟引|引进|招引|目标企业|意向企业|拟建|在建|筹建|退出企业|关闭企业)"
)
_NOT_MAKING = re.compile("需求|求购|采购|外购|进口|代理|经销|贸易商|供需对接")
_INSTRUCTS = re.compile("填|说明|注:|除外|剔除|不含|不包括")
_STATE_HEADER = re.compile(rf"{_CLOSED}|僵尸|空壳|休眠|失联|已?迁移(?:日期|时间)")
_ASKS = re.compile(
    "(?:是否|有无)(?:正常|实际|已|自行)*(?:在?生产|在产|投产|经营|运营|营业|存续|开工|自产)(?!异常|困难)"
    "|^(?:在产|在营|存续|正常生产|正常经营)$"
)
_MEASURED = re.compile("天数|次数|损失|面积|人数|数量|影响|原因")
_WORDS = re.compile("范围|行业|产品|业务|地址|住所|商品|简介|网址|项目名称|英文")
"""Headers of texts about what a firm does, in which 停产 may mean anything."""


@lru_cache(maxsize=4096)
def says_not_running(text: str) -> bool:
    """Whether a cell says, and says nothing else, that a firm is closed, still or not here yet.

    >>> [says_not_running(each) for each in ("2-停业(歇业)", "试生产", "存续", "好")]
    [True, True, False, False]
    """
    found = states_in(text) if 1 < len(text) <= 20 else None
    return found is not None and not found.isdisjoint(_AWAY)


@lru_cache(maxsize=4096)
def tells_of_closing(text: str) -> bool:
    """Whether a remark says that a firm is closed, or stands still, and does not say that it runs.

    >>> [tells_of_closing(each) for each in ("2025年3月已停产", "未停产", "曾停产，已复产")]
    [True, False, False]
    """
    plain = folded(simplified(text[:200]))
    return _CLOSING.search(plain) is not None and _RUNS.search(plain) is None


@lru_cache(maxsize=4096)
def tells_of_planning(text: str) -> bool:
    """Whether a remark says that a firm is not there yet, not only another part of it.

    >>> [tells_of_planning(each) for each in ("已签约，计划2025年开工", "二期计划2025年开工")]
    [True, False]
    """
    plain = folded(simplified(text[:200]))
    return _COMING.search(plain) is not None and _MORE_OF_IT.search(plain) is None


def is_against(header: str, text: str) -> bool:
    """Whether the cell of a column that nobody reads says that the firm does not run.

    >>> is_against("是否停产", "是"), is_against("是否在产", "否"), is_against("停产时间", "无")
    (True, True, False)
    >>> is_against("产值", "停产，无产值"), is_against("经营范围", "停产设备的维修")
    (True, False)
    """
    if not text or (manner := _manner(header)) == "words":
        return says_not_running(text)
    if manner == "asks":
        return _is_no(text)
    if manner == "told" and not is_nothing(text) and not _is_no(text):
        return True
    return (_MAY.search(text) is not None or (text.isascii() and text.isalpha())) and _says(text)


@lru_cache(maxsize=4096)
def _says(text: str) -> bool:
    return says_not_running(text) or tells_of_closing(text) or tells_of_planning(text)


@lru_cache(maxsize=4096)
def _manner(header: str) -> str:
    """How a column speaks of the state: it asks for it, tells of its end, is of other words."""
    plain = folded(simplified(header))
    if _ASKS.search(plain):
        return "asks"
    if _WORDS.search(plain):
        return "words"
    return "told" if _STATE_HEADER.search(plain) and not _MEASURED.search(plain) else ""


def _is_no(text: str) -> bool:
    return folded(text).casefold() in NO


def tells_not_made(text: str) -> bool:
    """Whether a cell says, and says nothing else, that a product is another's, or not made yet."""
    return _NOT_MADE.fullmatch(text) is not None


def not_running_in(title: str) -> str:
    """The word of a title by which its firms are closed or not here yet; empty for none.

    >>> not_running_in("2025年停产企业名单"), not_running_in("企业名单（不含停产）")
    ('停产', '')
    """
    return _word_of(_NOT_RUNNING, title)


def not_making_in(title: str) -> str:
    """The word of a title by which its firms do not make the products beside them, or empty.

    >>> not_making_in("企业采购需求清单"), not_making_in("企业产品清单")
    ('采购', '')
    """
    return _word_of(_NOT_MAKING, title)


def _word_of(pattern: re.Pattern[str], title: str) -> str:
    plain = folded(simplified(title[:200]))
    found = None if _INSTRUCTS.search(plain) else pattern.search(plain)
    return found[0] if found else ""
