"""`handover.xlsx`: what an office hands on, in one workbook that comes back as it went."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.answers.shapes import (
    AuditBody,
    EnterpriseItem,
    GapsBody,
    LandBody,
    ParkRow,
    Ref,
    VerifyBody,
)
from graph.answers.workspace import Workspace
from graph.exchange.out.enterprise_table import enterprises_sheet
from graph.exchange.out.tables import cover_of, firm_sheets, gaps_sheet, questions_sheet
from graph.exchange.out.workbook import CellValue, WrittenSheet, workbook
from graph.message import Message, _
from graph.model import Evidence
from graph.model.audit_looks import FINDINGS, SEVERITIES
from graph.model.gap_kinds import GAP_KIND
from graph.model.look import Look
from graph.model.looks import ENTERPRISE_STATUS, LOCAL_STATUS, NEED, STANDING
from graph.model.plain_looks import VERDICT
from graph.model.vocabulary import Lang

PARK_COLUMNS = (
    "编号",
    "承载地",
    "剩余可用工业用地(亩)",
    "所涉产业链",
    "写明为方向",
    "已在此的企业",
    "平台",
    "项目",
    "原文(行)",
)
AUDIT_COLUMNS = ("编号", "哪一类", "把握", "哪里不合", "算式", "除非", "原文(行)")
LEGEND_COLUMNS = ("栏目", "用词", "意思")


@dataclass(frozen=True, slots=True)
class Handover:
    """What the workbook holds, all of the same dataset and terms."""

    gaps: GapsBody
    enterprises: tuple[EnterpriseItem, ...]
    questions: VerifyBody
    land: LandBody
    audit: AuditBody


def handover_xlsx(parts: Handover, ws: Workspace, lang: Lang) -> bytes:
    """Write the workbook: a cover, the lists, what their words mean, a sheet for each firm asked.

    The gap list, the firms and the questions come back by the import of these tables.
    """
    sheets = [
        gaps_sheet(parts.gaps, ws, lang),
        enterprises_sheet(parts.enterprises),
        questions_sheet(parts.questions, lang),
        WrittenSheet("承载地", PARK_COLUMNS, tuple(_parks(parts.land, lang))),
        WrittenSheet("规划体检", AUDIT_COLUMNS, tuple(_findings(parts.audit, lang))),
        WrittenSheet("图例", LEGEND_COLUMNS, tuple(_legend(lang))),
    ]
    taken = [sheet.name for sheet in sheets]
    asked = firm_sheets(parts.questions, lang, taken)
    return workbook(cover_of("交接工作簿", parts.gaps, ws), [*sheets, *asked])


def _parks(land: LandBody, lang: Lang) -> Iterator[tuple[CellValue, ...]]:
    """A row for each chain of a park; one of which nothing is told stands all the same."""
    for park in land.parks:
        if not park.cells:
            yield (*_park(park, lang), *[""] * (len(PARK_COLUMNS) - 3))
        for cell in park.cells:
            stated = _("是") if cell.directions else _("否")
            yield (
                *_park(park, lang),
                _name(cell.chain, lang),
                stated.text(lang),
                _names(cell.enterprises, lang),
                _names(cell.platforms, lang),
                _names(cell.projects, lang),
                _quoted(cell.evidence),
            )


def _park(park: ParkRow, lang: Lang) -> tuple[CellValue, ...]:
    land = park.free_land_mu
    told: CellValue = _("未写明").text(lang) if land is None else land
    return (park.region.id, _name(park.region, lang), told)


def _findings(audit: AuditBody, lang: Lang) -> Iterator[tuple[CellValue, ...]]:
    for item in audit.items:
        yield (
            item.id,
            FINDINGS[item.kind].label(lang),
            SEVERITIES[item.severity].label(lang),
            item.statement,
            item.arithmetic,
            item.unless or "",
            _quoted(item.evidence),
        )


def _legend(lang: Lang) -> Iterator[tuple[CellValue, ...]]:
    """Each word of the lists with what it means; a word that needs no more says it itself."""
    for column, looks in _WORDS.items():
        for look in looks.values():
            yield (column, look.label(lang), look.note(lang))
    for column, word, meaning in _CODES:
        yield (column, word, meaning.text(lang))


def _name(ref: Ref, lang: Lang) -> str:
    return ref.name if lang == "zh" else ref.name_en or ref.name


def _names(refs: Iterable[Ref], lang: Lang) -> str:
    return "、".join(_name(each, lang) for each in refs)


def _quoted(evidence: Iterable[Evidence]) -> str:
    return "；".join(f"“{each.quote}”（第{each.line}行）" for each in evidence if each.quote)


_WORDS: Mapping[str, Mapping[str, Look]] = {
    "确认状态": {str(code): look for code, look in STANDING.items()},
    "确认状态：判断": {str(code): look for code, look in VERDICT.items()},
    "类别": {str(code): look for code, look in GAP_KIND.items()},
    "状态、现状": {str(code): look for code, look in LOCAL_STATUS.items()},
    "需要": {str(code): look for code, look in NEED.items()},
    "企业状态": {str(code): look for code, look in ENTERPRISE_STATUS.items()},
}
_CODES: tuple[tuple[str, str, Message], ...] = (
    ("边界", "traded", _("公开市场可采购的环节不作缺口")),
    ("边界", "traded+tiers:k", _("另外，离所问产品 k 级以外的环节也算买得到")),
    ("边界", "none", _("一切都要本地有：压力测试")),
    ("投入", "material", _("物料")),
    ("投入", "energy", _("能源")),
    ("投入", "capital", _("设备")),
    ("投入", "service", _("服务")),
    ("时点", "now", _("只算现有")),
    ("时点", "planned", _("在建的也算有")),
)
