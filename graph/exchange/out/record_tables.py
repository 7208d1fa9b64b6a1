"""Segments, products, nodes and edges as tables, in the columns of the tables that come in.

What a list says beyond those stands behind them, in columns that an import names as not read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.answers.shapes import EnterpriseItem, SegmentItem
from graph.answers.workspace import Workspace
from graph.exchange.out.enterprise_table import line, list_xlsx, names_cell
from graph.exchange.out.sheet import WrittenSheet
from graph.exchange.out.whole_graph import AttributeValue, ExportedNode, WholeGraph
from graph.exchange.read.columns import Table
from graph.exchange.read.columns_enterprises import MAKES
from graph.exchange.read.columns_graph import EDGES, NODES
from graph.model import Evidence
from graph.model.gap_kinds import GAP_KIND
from graph.model.look import Look
from graph.model.looks import BASIS, CAPTIVE, ENTERPRISE_STATUS, LOCAL_STATUS, STANDING
from graph.model.plain_looks import INPUT_SORT, REGION_SORT, SORT, STAGE

Row = tuple[str, ...]
C = TypeVar("C", bound=str)
YES_NO = {True: "是", False: "否"}
TYPES = {
    "segment": "环节",
    "enterprise": "企业",
    "chain": "产业链",
    "industry": "产业",
    "region": "地区",
}
GAP = "缺口"
"""A node that an import passes over, for gaps follow from the rest."""
RELATIONS = {
    "SUPPLIES": "供应",
    "KIND_OF": "属于",
    "MAKES": "生产",
    "IN_CHAIN": "所在链",
    "IN_INDUSTRY": "所属产业",
    "LOCATED_IN": "位于",
}
"""What an import reads as well; by-products and roles stand in the graph files."""
GAP_RELATIONS = {"GAP_ON": "缺口所在", "BLOCKS": "卡住", "CANDIDATE_FOR": "可能的供应方"}
"""What joins gaps, by the words of the graph's page; an import passes it over as well."""
STANDINGS = {str(code): look.label("zh") for code, look in STANDING.items()}


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A table: what it is called, its header, its rows; the first column is 编号."""

    name: str
    columns: Row
    rows: Sequence[Row]

    def csv(self) -> Iterator[str]:
        """Yield the lines of a CSV file (RFC 4180, CRLF), a BOM first for Excel."""
        yield "\ufeff" + line(self.columns)
        yield from map(line, self.rows)

    def xlsx(self, ws: Workspace) -> bytes:
        """Write it as a workbook with a cover sheet."""
        return list_xlsx(WrittenSheet(self.name, self.columns, tuple(self.rows)), ws)


def segments_table(items: Iterable[SegmentItem], ws: Workspace) -> RecordTable:
    """Segments as nodes, and what is known of them here."""
    more = (
        "本地现状",
        "本地企业",
        "相关缺口",
        "所在链与位置",
        "上级",
        "GB/T 4754",
        "依据原文(行)",
        "依据类型",
    )
    return RecordTable("环节", (*_headers(NODES), *more), [_segment(item, ws) for item in items])


def makes_table(items: Iterable[EnterpriseItem]) -> RecordTable:
    """Who makes what: a row for each product of each firm."""
    columns = ("事实编号", *_headers(MAKES))
    return RecordTable("企业产品清单", columns, [row for item in items for row in _products(item)])


def nodes_table(whole: WholeGraph) -> RecordTable:
    """The nodes of a graph by `type:id`: records, and gaps with their kind and standing."""
    rows = [_node(node) for node in whole.nodes]
    return RecordTable("图谱节点", _headers(NODES), rows)


def edges_table(whole: WholeGraph) -> RecordTable:
    """The edges that an import reads as well, and those of gaps; alternatives have one 组."""
    columns = ("编号", *_headers(EDGES))
    words = RELATIONS | GAP_RELATIONS
    rows = [
        _edge(edge.id, edge.source, edge.target, words[edge.relation], edge.attributes)
        for edge in whole.edges
        if edge.relation in words and not edge.attributes.get("by_product")
    ]
    return RecordTable("图谱连线", columns, rows)


def _headers(table: Table) -> Row:
    return tuple(field.header for field in table.fields)


def _segment(item: SegmentItem, ws: Workspace) -> Row:
    held = ws.facts.segments[item.id]
    told = {
        "id": item.id,
        "name": item.name,
        "type": TYPES["segment"],
        "sort": SORT[item.sort].short("zh"),
        "traded": item.traded_reason or "",
        "captive": YES_NO[item.local_status is None],
        "aliases": "、".join(held.aliases),
        "name_en": item.name_en or "",
    }
    status = CAPTIVE if item.local_status is None else LOCAL_STATUS[item.local_status]
    return (
        *(told.get(field.code, "") for field in NODES.fields),
        status.short("zh"),
        "、".join(f"{each.name}（{each.id}）" for each in item.makers),
        "、".join(f"{each.name}（{each.id}）" for each in item.gaps),
        "、".join(f"{each.name}（{STAGE[each.stage].short('zh')}）" for each in item.chains),
        item.kind_of.name if item.kind_of else "",
        "；".join(f"{code.code} {code.name}" for code in held.codes),
        *_proof(item.evidence),
    )


def _proof(evidence: Sequence[Evidence]) -> tuple[str, str]:
    quotes = (f"“{each.quote}”（第{each.line}行）" for each in evidence if each.quote)
    return (
        "；".join(dict.fromkeys(quotes)),
        "、".join(dict.fromkeys(BASIS[each.basis].label("zh") for each in evidence)),
    )


def _products(item: EnterpriseItem) -> Iterator[Row]:
    for made in item.makes:
        told = {
            "enterprise": item.name,
            "credit_code": item.credit_code or "",
            "product": names_cell([(made.segment.name, made.segment.id)]),
            "status": ENTERPRISE_STATUS[item.status].short("zh"),
        }
        cells = (told.get(field.code, "") for field in MAKES.fields)
        yield (made.id, *cells)


def _word(looks: Mapping[C, Look], code: AttributeValue | None) -> str:
    return next((look.short("zh") for each, look in looks.items() if each == code), "")


def _sort(node: ExportedNode) -> str:
    if node.type == "gap":
        return _word(GAP_KIND, node.attributes["kind"])
    sort = node.attributes.get("sort")
    return _word(REGION_SORT, sort) if node.type == "region" else _word(SORT, sort)


def _node(node: ExportedNode) -> Row:
    told = node.attributes
    cells = {
        "id": node.key,
        "name": told["name"],
        "type": TYPES.get(node.type, GAP),
        "sort": _sort(node),
        "traded": told.get("traded_reason", ""),
        "captive": YES_NO[True] if told.get("captive") else "",
        "aliases": told.get("aliases", ""),
        "name_en": told.get("name_en", ""),
    }
    if node.type == "enterprise":
        cells["status"] = _word(ENTERPRISE_STATUS, told["status"])
    if node.type == "gap":
        cells["status"] = STANDINGS[str(told["standing"])]
    return tuple(str(cells.get(field.code, "")) for field in NODES.fields)


def _edge(id_: str, source: str, target: str, word: str, told: dict[str, AttributeValue]) -> Row:
    cells = {"source": source, "target": target, "relation": word}
    if "input" in told:
        cells |= {
            "group": str(told["group"]),
            "essential": YES_NO[bool(told["essential"])],
            "input": _word(INPUT_SORT, told["input"]),
            "exact": YES_NO[bool(told["exact"])],
        }
    if "stage" in told:
        cells["stage"] = _word(STAGE, told["stage"])
    return (id_, *(cells.get(field.code, "") for field in EDGES.fields))
