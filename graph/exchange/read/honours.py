"""Rosters: what a list of honoured firms says in its title, and of each firm's certificate."""

import re
from collections.abc import Iterable

from graph.exchange.read.rows import TableRow
from graph.model.formats import folded

_HONOURS = """
专精特新小巨人 专精特新 小巨人 制造业单项冠军 单项冠军 高新技术企业 科技型中小企业 科技型企业
创新型中小企业 技术先进型服务企业 规模以上工业企业 规上工业企业 规模以上企业 规上企业 瞪羚企业
独角兽企业 绿色工厂 智能工厂 数字化车间 企业技术中心 农业产业化龙头企业 知识产权优势企业
知识产权示范企业
"""
_NOT_YET = re.compile(
    "取消|撤销|不予|拟|申报|培育|候选|到期|失效|公示|推荐|未通过|不通过|未认定|不合格|不符合|落选|退出"
    "|注销|终止|过期|储备|意向|征集|整改|更名"
)
_QUOTES = re.compile(r"[\s“”\"'‘’「」《》]+")


def honour_in(first: Iterable[TableRow], header: int, *names: str) -> str | None:
    """The one honour of a list by its title, the name of its sheet or of its file.

    Null where they name none or several, or firms that have it no more or not yet.
    """
    titles = [cell for row in first if row.number < header for cell in row.cells if cell]
    for text in (*titles, *names):
        plain = _QUOTES.sub("", folded(text[:200]))
        found = _all(plain)
        if found:
            return found[0] if len(found) == 1 and not _NOT_YET.search(plain) else None
    return None


def _all(text: str) -> list[str]:
    found = []
    for honour in _HONOURS.split():
        if honour in text:
            found.append(honour)
            text = text.replace(honour, " ")
    return found
