"""`handover.xlsx`: what an office hands on, in one workbook that comes back as it went."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.answers.lead_offers import Elsewhere
from graph.answers.shapes import EnterpriseItem, GapsBody, VerifyBody
from graph.answers.workspace import Workspace
from graph.exchange.out.enterprise_table import enterprises_sheet
from graph.exchange.out.ledgers import AUDIT, BLOCKS, PARKS, PLANS
from graph.exchange.out.sheet import CellValue, WrittenSheet
from graph.exchange.out.tables import cover_of, firm_sheets, gaps_sheet, questions_sheet
from graph.exchange.out.target_table import targets_sheet
from graph.exchange.out.workbook import workbook
from graph.message import Message, _
from graph.model.audit_looks import SEVERITIES
from graph.model.gap_kinds import GAP_KIND
from graph.model.look import Look
from graph.model.looks import ENTERPRISE_STATUS, LOCAL_STATUS, NEED, STANDING
from graph.model.plain_looks import LEAD_STAGE, PROJECT_STATE, VERDICT
from graph.model.vocabulary import Lang
from graph.network.terms import Terms

LEGEND_COLUMNS = ("栏目", "用词", "意思")


@dataclass(frozen=True, slots=True)
class Handover:
    """What the workbook holds besides its ledgers, all of the same dataset and terms."""

    terms: Terms
    gaps: GapsBody
    enterprises: tuple[EnterpriseItem, ...]
    questions: VerifyBody
    elsewhere: Elsewhere = field(default_factory=dict)


def handover_xlsx(parts: Handover, ws: Workspace, lang: Lang) -> bytes:
    """Write the workbook: a cover, the lists, what their words mean, a sheet for each firm asked.

    All but the legend comes back by the import of tables; ids stand in columns that are hidden.
    """
    lists = [
        gaps_sheet(parts.gaps, ws, lang),
        targets_sheet(ws, parts.terms, lang, parts.elsewhere),
    ]
    lists += [enterprises_sheet(parts.enterprises)]
    lists += [each.sheet(ws, parts.terms, lang) for each in (BLOCKS, PLANS)]
    lists += [questions_sheet(parts.questions, lang)]
    lists += [each.sheet(ws, parts.terms, lang) for each in (PARKS, AUDIT)]
    lists += [WrittenSheet("图例", LEGEND_COLUMNS, tuple(_legend(lang)))]
    asked = firm_sheets(parts.questions, lang, [each.name for each in lists])
    cover = cover_of("交接工作簿", parts.gaps, ws, lang)
    about = [(each.name, _ABOUT[each.name].text(lang)) for each in lists if each.name in _ABOUT]
    if asked:
        about.append((_("以企业为名的各表").text(lang), _ASKED.text(lang)))
    sheets = [_without_ids(each) for each in (*lists, *asked)]
    return workbook([*cover, ("", ""), *about], sheets)


def _without_ids(sheet: WrittenSheet) -> WrittenSheet:
    """A sheet as people read it: what only programs need is hidden, names stay in sight."""
    if sheet.columns[0] != "编号":
        return sheet
    return replace(sheet, hidden=("编号",), keys=_KEYS.get(sheet.name, 2))


_KEYS = {"补链清单": 5}
"""How many columns stay in sight, where it is not the hidden id and the name."""
_ABOUT: Mapping[str, Message] = {
    "补链清单": _("缺什么、谁在等；填判断（属实、不实、采纳、已补上）及理由、责任单位、时限、备注"),
    "目标企业清单": _("先列已立的线索，再列可问的企业；给可问的企业填上责任单位，就立为线索"),
    "重点企业库": _("本地企业及其产品；可改可补，空着的产品不等于不生产"),
    "堵点台账": _("卡住本地产品的缺口，只点名一家的环节；由各表推算，只供查阅"),
    "项目策划表": _("规划点名的和线索落地的项目；只供查阅，进展在线索页面登记"),
    "核实清单": _("先要问清什么、问谁；填答复（有、无、在建、拟引进、不清楚）、依据、日期"),
    "承载地": _("各园区的剩余用地、写明的方向和已在此的企业；只供查阅"),
    "规划体检": _("规划前后不合之处，附算式与两处原文；只供查阅"),
    "图例": _("各表用词的意思"),
}
_ASKED: Message = _("每家企业能答的问题，可单独发给它；填法同核实清单")


def _legend(lang: Lang) -> Iterator[tuple[CellValue, ...]]:
    """Each word of the lists with what it means; a word that needs no more says it itself."""
    for column, looks in _WORDS.items():
        for look in looks.values():
            yield (column, look.label(lang), look.note(lang))


_WORDS: Mapping[str, Mapping[str, Look]] = {
    "确认状态": {str(code): look for code, look in STANDING.items()},
    "判断": {str(code): look for code, look in VERDICT.items()},
    "类别": {str(code): look for code, look in GAP_KIND.items()},
    "状态、现状": {str(code): look for code, look in LOCAL_STATUS.items()},
    "需要": {str(code): look for code, look in NEED.items()},
    "企业状态": {str(code): look for code, look in ENTERPRISE_STATUS.items()},
    "对接阶段": {str(code): look for code, look in LEAD_STAGE.items()},
    "项目进展": {str(code): look for code, look in PROJECT_STATE.items()},
    "把握": {str(code): look for code, look in SEVERITIES.items()},
}
