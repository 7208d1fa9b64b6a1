"""What the industry of a row says: whether a code agrees, and what sort of firm it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from graph.model import KindOf, Segment
from graph.model.spelling import plain

CodeStanding = Literal["industrial", "farm", "construction", "trade", "service", "unknown"]

_SECTIONS: Mapping[str, CodeStanding] = {
    "农、林、牧、渔业": "farm",
    "采矿业": "industrial",
    "制造业": "industrial",
    "电力、热力、燃气及水生产和供应业": "industrial",
    "建筑业": "construction",
    "批发和零售业": "trade",
    "批发业": "trade",
    "零售业": "trade",
    "交通运输、仓储和邮政业": "service",
    "住宿和餐饮业": "service",
    "信息传输、软件和信息技术服务业": "service",
    "金融业": "service",
    "房地产业": "service",
    "租赁和商务服务业": "service",
    "科学研究和技术服务业": "service",
    "水利、环境和公共设施管理业": "service",
    "居民服务、修理和其他服务业": "service",
    "教育": "service",
    "卫生和社会工作": "service",
    "文化、体育和娱乐业": "service",
}
_SHORTEST = 3
"""Digits of a code that says more than its division."""
_TRADE_CLASS = ("批发", "零售", "贸易", "代理", "经纪")
_SERVICE_CLASS = ("服务", "咨询", "租赁", "广告", "活动", "管理", "运输", "仓储", "餐饮")
_CRAFT_CLASS = ("制造", "加工", "生产", "冶炼", "铸造", "开采", "采选", "屠宰", "印刷", "酿造")


@dataclass(frozen=True, slots=True)
class IndustryClass:
    """The industry of a firm: its code as far as it is known, the names of its classes."""

    code: str | None
    names: tuple[str, ...]
    standing: CodeStanding


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes of GB/T 4754 by segment, and by the name of their class."""

    of: Mapping[str, tuple[str, ...]]
    named: Mapping[str, str]

    def industry(self, texts: Iterable[str]) -> IndustryClass:
        """Read what a row says of its industry, the finest class first."""
        names: list[str] = []
        code: str | None = None
        for text in filter(None, map(str.strip, texts)):
            digits = _digits(text)
            if digits is None:
                names.append(text)
                digits = self.named.get(plain(text))
            code = code or digits
        return IndustryClass(code, tuple(names), _standing(code, names))

    def agrees(self, segment: str, industry: IndustryClass) -> bool | None:
        """Whether a firm's code is one of the segment's; null where either has none."""
        codes = self.of.get(segment, ())
        if not codes:
            return None
        if industry.code is None:
            classes = [name for name in industry.names if name not in _SECTIONS]
            return False if classes else None
        if len(industry.code) < _SHORTEST:
            return None
        return any(industry.code.startswith(code) for code in codes)


def codes_of(segments: Iterable[Segment], kinds: Iterable[KindOf]) -> Codes:
    """Index codes: a segment has its own and those of its kinds, else those of its general."""
    own = {each.id: tuple(code.code for code in each.codes) for each in segments}
    parent = {kind.segment: kind.parent for kind in kinds}
    found = {id_: set(codes) for id_, codes in own.items()}
    for id_, codes in own.items():
        for above in _above(id_, parent):
            found.setdefault(above, set()).update(codes)
    for id_ in own:
        general = (above for above in _above(id_, parent) if own.get(above))
        if not found[id_] and (first := next(general, None)):
            found[id_] |= set(own[first])
    named = {plain(c.name): c.code for each in segments for c in each.codes if c.name}
    return Codes({id_: tuple(sorted(codes)) for id_, codes in found.items()}, named)


def _above(segment: str, parent: Mapping[str, str]) -> Iterable[str]:
    seen: set[str] = {segment}
    at = parent.get(segment)
    while at is not None and at not in seen:
        seen.add(at)
        yield at
        at = parent.get(at)


def _digits(text: str) -> str | None:
    """The digits of 3752, C3752 or 汽车零部件（3670）; null where it is a name alone."""
    low = plain(text)
    found = low.lstrip("abcdefghijklmnopqrst")
    if found.isdecimal() and found.isascii() and 2 <= len(found) <= 4:
        return found
    runs = "".join(each if each.isascii() and each.isdecimal() else " " for each in low).split()
    return next((run for run in runs if len(run) == 4), None)


def _standing(code: str | None, names: Iterable[str]) -> CodeStanding:
    if code is not None:
        return _by_division(int(code[:2]))
    listed = list(names)
    section = next((_SECTIONS[name] for name in listed if name in _SECTIONS), None)
    if section is not None:
        return section
    if any(word in name for name in listed for word in _TRADE_CLASS):
        return "trade"
    if any(word in name for name in listed for word in _CRAFT_CLASS):
        return "industrial"
    if any(name.endswith(_SERVICE_CLASS) for name in listed):
        return "service"
    return "unknown"


def _by_division(division: int) -> CodeStanding:
    if division <= 5:
        return "farm"
    if division <= 46:
        return "industrial"
    if division <= 50:
        return "construction"
    return "trade" if division <= 52 else "service"
