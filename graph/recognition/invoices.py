"""Invoice lines: `*税类*品名`. The category is no product, and not every line is one's own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model.spelling import plain
from graph.recognition.rows import FirmRow, Words

_SIDELINES_WORDS = """
废料 废旧 矿渣 劳务 运输 物流 租赁 不动产 电力 热力 供电 供水 水费 金融 保险
咨询 代理 餐饮服务 住宿 修理修配 现代服务 鉴证 无形资产 边角 预付卡
"""
_SIDELINES = tuple(_SIDELINES_WORDS.split())
"""Categories of what a firm sells beside its products."""
_INCIDENTAL = 0.01
"""Share of the invoiced amounts below which a line of another category is packaging, samples …"""
_OWN_PACKING = ("包装", "彩盒", "打包")


@dataclass(frozen=True, slots=True)
class Line:
    """A product line: the words without the category, and whether the category is the main one."""

    row: FirmRow
    words: Words
    product: str
    category: str
    main: bool


def lines(rows: Sequence[FirmRow]) -> list[Line]:
    """The lines of a firm that may be its own products, in their order."""
    split = [
        (row, each, *_split(each.text))
        for row in rows
        for each in row.words
        if each.kind == "invoice"
    ]
    counted = Counter(category for _, _, category, _ in split if not _sideline(category))
    most = max(counted.values(), default=0)
    total = sum(each.amount or 0.0 for _, each, _, _ in split)
    found = []
    for row, each, category, product in split:
        main = not category or counted[category] == most
        small = total > 0 and (each.amount or total) < _INCIDENTAL * total
        packing = any(word in product for word in _OWN_PACKING)
        if not _sideline(category) and (main or not (small or packing)):
            found.append(Line(row, each, product, category, main))
    return found


def _split(text: str) -> tuple[str, str]:
    """Category and product.

    >>> _split("*机动车配件*离合器总成")
    ('机动车配件', '离合器总成')
    """
    low = plain(text)
    first = low.find("*")
    end = low.find("*", first + 1)
    if first < 0 or end < 0 or low[:first].strip():
        return "", text.strip()
    return low[first + 1 : end].strip(), text[end + 1 :].strip()


def _sideline(category: str) -> bool:
    return any(each in category for each in _SIDELINES)
