"""Rows that say nothing of a firm: totals, notes, titles of sections, signs for empty cells."""

import re

from graph.exchange.read.rows import TableRow
from graph.message import Message, _
from graph.model.formats import folded

_SIGNS = """
/ // \\ - -- --- — —— ― – － _ * . · 无 暂无 没有 空 空白 不详 不适用 未填 未填写 待填 待补充 缺
n/a n.a. #n/a nan null none nil
"""
NOTHING = frozenset(_SIGNS.split())
"""What stands in cells that would otherwise be empty (folded, lower case)."""
_TOTAL = re.compile(r"(?:合计|总计|小计|共计|累计|总数|汇总|平均)(?:$|[:(\d共家户])")
_COUNT = re.compile(r"(?:以上|全部|总)?共(?:计|有)?\d{1,7}(?:家|户|个|条|项|名)")
_NOTES = """
注 备注 说明 填表说明 填报说明 数据来源 资料来源 来源 填表人 填报人 制表 制表人 审核 审核人 负责人
单位负责人 联系人 联系电话 电话 填报单位 填表单位 填报日期 填表日期 报送日期 报出日期 制表日期 单位
"""
_NOTE = re.compile(rf"(?:{'|'.join(_NOTES.split())})\d{{0,2}}:")
_SECTION = re.compile(
    r"(?:\(?[一二三四五六七八九十]{1,3}[)、.]|第[一二三四五六七八九十]{1,3}[类批部])"
)
_COUNTED = re.compile(r"\(共?\d{1,7}(?:家|户|个)(?:企业)?\)$")
TOTAL = _("合计、小计")
NOTE = _("注释、填报信息")
SECTION = _("分节标题")
EMPTY = _("没有内容")
ABOVE = _("表头以上，未读")


def is_nothing(text: str) -> bool:
    """Whether a cell holds but a sign for nothing.

    >>> [is_nothing(each) for each in ("／", "—", "N/A", "无", "无锡")]
    [True, True, True, True, False]
    """
    return len(text) < 6 and folded(text).replace(" ", "").casefold() in NOTHING


def passed_over(row: TableRow) -> Message | None:
    """Why a row of a list of firms is no row of it; null for one that is to be read."""
    filled = [cell for cell in row.cells if cell]
    if row.flaw is not None or row.flaws or not filled:
        return None
    said = [cell for cell in filled if not is_nothing(cell)]
    if not said:
        return EMPTY
    texts = [folded(cell[:80]).replace(" ", "") for cell in said[:4]]  # behind a merged column
    if any(_TOTAL.match(text) or _COUNT.match(text) for text in texts):
        return TOTAL
    first = texts[0]
    if _NOTE.match(first):
        return NOTE
    alone = len(set(said)) == 1
    return SECTION if alone and (_SECTION.match(first) or _COUNTED.search(first)) else None
