"""Rows that say nothing of a firm: totals, notes, titles of sections, signs for empty cells."""

import re
from collections.abc import Sequence

from graph.exchange.read.rows import TableRow
from graph.message import Message, _
from graph.model.formats import folded

_SIGNS = """
/ // \\ - -- --- — —— ― – － _ * . · 无 暂无 没有 空 空白 不详 不适用 未填 未填写 待填 待补充 缺
n/a n.a. #n/a nan null none nil
"""
NOTHING = frozenset(_SIGNS.split())
"""What stands in cells that would otherwise be empty (folded, lower case)."""
_TOTAL = re.compile(
    r"(?:本页|本表|以上|企业|全[省市区县镇]|[省市区县]内?)?"
    r"(?:合计|总计|小计|共计|累计|总数|汇总|平均值?)(?:$|[:(\d共家户])"
    r"|(?:占比|比重|增速|同比)[:(%]|(?:占比|比重|增速|同比)$|企业(?:总数|数量|个数|户数|家数)(?:$|[:\d])"
)
_COUNT = re.compile(r"(?:以上|全部|总|全[省市区县镇])?共(?:计|有)?\d{1,7}(?:家|户|个|条|项|名)")
_NOTES = """
注 备注 说明 填表说明 填报说明 数据来源 资料来源 来源 填表人 填报人 制表 制表人 审核 审核人 负责人
单位负责人 联系人 联系电话 电话 填报单位 填表单位 填报日期 填表日期 报送日期 报出日期 制表日期 单位
"""
_NOTE = re.compile(rf"(?:{'|'.join(_NOTES.split())})\d{{0,2}}:")
_PART = re.compile("其中(?:$|:)")
_ASIDE = re.compile(
    r"[※*]|以上|上述|续表|附[:件表注]|打印|第\d{1,4}页|截[至止]|数据(?:截|更新|来源)"
    r"|[-—]*以下(?:空白|无正文)|\(?(?:完|续|接上页|转下页)\)?$|(?:19|20)\d\d年?\d{0,2}[月.\-/]?[\d日]*$"
    r"|.*(?::|签字|签章|盖章|\(章\)|\(盖章\))$|.{10,}。"
)
"""What is a note where nothing else stands in the row."""
_TITLE = re.compile(
    r"(?:企业|产业|产业链|行业|类|片区|园区|组团|板块|领域|名单|名录|清单|情况)(?:\([^()]*\))?$"
)
_HOUSES = re.compile(r"共?\d{1,7}[家户个]")
_FIRM = re.compile("公司|厂|集团|合作社|合伙|经营部|门市|研究院|研究所")
_BARE_NOTE = re.compile(rf"(?:{'|'.join(_NOTES.split())})\d{{0,2}}\s")
_SECTION = re.compile(
    r"(?:\(?[一二三四五六七八九十]{1,3}[)、.]|第[一二三四五六七八九十]{1,3}[类批部]|[A-Za-z][、.])"
)
_COUNTED = re.compile(r"\(共?\d{1,7}(?:家|户|个)(?:企业)?\)$")
TOTAL = _("合计、小计")
NOTE = _("注释、填报信息")
SECTION = _("分节标题")
TITLE = _("下一份清单的标题")
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
    if _NOTE.match(first) or _PART.match(first):
        return NOTE
    if len(set(said)) == 1:
        return _alone(said[0])
    return SECTION if _is_counted(said) else None


def _is_counted(said: Sequence[str]) -> bool:
    """Whether cells say how many firms a section has: 一 | 停产企业 | 2家."""
    counts = any(_HOUSES.fullmatch(cell) for cell in said)
    named = (cell for cell in said if _TITLE.search(cell) and not _FIRM.search(cell))
    return counts and len(set(said)) < 4 and any(named)


def _alone(text: str) -> Message | None:
    """What a text is where nothing else stands in its row."""
    plain = folded(text[:80]).replace(" ", "")
    if _SECTION.match(plain) or _COUNTED.search(plain):
        return SECTION
    noted = _ASIDE.match(plain) or _BARE_NOTE.match(folded(text[:80]))
    return NOTE if noted and not _FIRM.search(plain) else None


def is_title(row: TableRow) -> bool:
    """Whether what stands alone in a row, among columns of a list, names many firms and not one.

    >>> [is_title(TableRow(3, (each, ""))) for each in ("停产企业", "自行车产业链", "大河机械厂")]
    [True, True, False]
    """
    said = {folded(cell).replace(" ", "") for cell in row.cells if cell and not is_nothing(cell)}
    text = next(iter(said), "")
    named = _TITLE.search(text) is not None and _FIRM.search(text) is None
    return len(said) == 1 and named and not row.flaws
