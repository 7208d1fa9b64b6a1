"""What a table does not say and nobody guesses: a person is asked before a row is read."""

import re
from collections.abc import Sequence

from graph.exchange.read.headers import HeaderRow, TableChoices, plain
from graph.exchange.read.kinds import GRAPH, TABLES
from graph.exchange.read.rows import TableRow
from graph.message import Message, _

_HEADERS = """
kind category class labels label group 节点种类 种类 大类 分类 relationship rel reltype relationtype
predicate property edgetype 关系种类 连线类型 边类型 联系 联系类型
"""
_FOREIGN = frozenset(_HEADERS.split())
"""Headers under which other programs keep the type of a node or the relation of an edge."""
_TYPE = re.compile(r"[A-Z]{2,}(?:_[A-Z]+)+")
_FIRMS_OR_SEGMENTS = _(
    "看不出这些编号、名称是企业还是环节。是企业：表格种类选重点企业库，名称列为“企业”，编号列不使用"
    "（命令 --kind enterprises --map 名称列=企业 --map 编号列=）；"
    "是环节等：表格种类选图谱节点（命令 --kind nodes），"
    "或加一列“类型”（环节、企业、产业链、产业、地区）"
)
_WHICH_TYPE = _(
    "“{column}”列像是{field}（如“{word}”），没有人说明就不读。请说明这一列是“{field}”还是不使用，"
    "再说明各词是什么：{words}（命令 --map {column}={field} --value {field}:{word}=…；"
    "不是则 --map {column}=）"
)


def question_of(
    heading: HeaderRow, first: Sequence[TableRow], wanted: TableChoices, *, known: bool
) -> Message | None:
    """What has to be asked of a table of nodes or edges; null where nothing is.

    `known` says whether the dataset is there: for one that is to be, ids and names are nodes.
    """
    if heading.table.kind not in GRAPH:
        return None
    foreign = _foreign_types(heading, first)
    if foreign is not None:
        return foreign
    if heading.table.kind != "nodes" or wanted.kind == "nodes" or "type" in heading.columns:
        return None
    says_so = {"sort", "chain", "stage", "traded", "captive"} & set(heading.columns)
    return _FIRMS_OR_SEGMENTS if known and not says_so else None


def _foreign_types(heading: HeaderRow, first: Sequence[TableRow]) -> Message | None:
    """Ask of an unused column that seems to hold types of nodes, or relations."""
    code = "type" if heading.table.kind == "nodes" else "relation"
    used = set(heading.columns.values())
    below = [row for row in first if row.number > heading.row]
    for at, name in enumerate(heading.names):
        words = [row.cell(at) for row in below if row.cell(at).strip("0123456789.")]
        unread = name and at not in used and name not in heading.left and words
        if unread and (_is_foreign(name, heading) or any(map(_TYPE.fullmatch, words))):
            field = TABLES[heading.table.kind].field(code)
            return _WHICH_TYPE.filled(
                column=name, field=field.header, word=words[0][:30], words="、".join(field.choices)
            )
    return None


def _is_foreign(name: str, heading: HeaderRow) -> bool:
    """Whether a header is one for types, where no column is taken for them yet."""
    taken = {"type", "relation"} & set(heading.columns)
    return not taken and plain(name).replace("_", "") in _FOREIGN
