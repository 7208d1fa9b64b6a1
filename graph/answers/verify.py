"""核实清单: which unknown facts would settle the gap list, and whom to ask."""

from collections.abc import Mapping

from graph.analysis.settle import OpenQuestion
from graph.answers.asking import enterprises_to_ask
from graph.answers.echo import echo
from graph.answers.first_questions import OFFICE, first_questions
from graph.answers.gap_names import gap_name
from graph.answers.ranking import ranking, urgency
from graph.answers.shapes import Ref
from graph.answers.shapes.common import ComputedPage
from graph.answers.shapes.verify import (
    Consequence,
    EnterpriseSheet,
    FirstQuestion,
    VerifyBody,
    VerifyByEnterpriseBody,
    VerifyItem,
)
from graph.answers.words import listed
from graph.answers.workspace import Workspace
from graph.message import Message, _, spoken
from graph.model.vocabulary import Lang
from graph.network.terms import Terms


def verify(ws: Workspace, terms: Terms, lang: Lang, year: int | None = None) -> VerifyBody:
    """Ask one question per row to settle, in the order of the list, with what yes and no change.

    First those about facts themselves; `year` is now, for plans whose time is over.
    """
    ordered = sorted(
        ws.questions(terms).values(), key=lambda each: ranking(ws, terms)[each.task].place
    )
    items = tuple(_item(ws, terms, each, lang) for each in ordered)
    first = first_questions(ws, terms, lang, year)
    return VerifyBody(**echo(ws, terms), first=first, items=items, total=len(items))


def verify_by_enterprise(
    ws: Workspace, terms: Terms, lang: Lang, year: int | None = None
) -> VerifyByEnterpriseBody:
    """Gather the questions into one sheet per firm, and one for the office, which comes last."""
    return sheets_of(verify(ws, terms, lang, year), lang)


def sheets_of(asked: VerifyBody, lang: Lang) -> VerifyByEnterpriseBody:
    """Gather questions that are worked out already into one sheet per firm."""
    sheets: dict[Ref | str, list[VerifyItem]] = {}
    for item in asked.items:
        for whom in item.ask:
            sheets.setdefault(whom, []).append(item)
    first: dict[Ref | str, list[FirstQuestion]] = {}
    for each in asked.first:
        for whom in each.ask:
            first.setdefault(whom, []).append(each)
            sheets.setdefault(whom, [])
    firms = sorted(
        (_sheet(whom, first.get(whom, []), items, lang) for whom, items in sheets.items()),
        key=lambda sheet: sheet.firm is None,
    )
    count = len(asked.first) + len(asked.items)
    told = {name: getattr(asked, name) for name in ComputedPage.model_fields}
    return VerifyByEnterpriseBody(
        **told | {"items": tuple(firms), "total": len(firms), "questions": count}
    )


def _sheet(
    whom: Ref | str, first: list[FirstQuestion], items: list[VerifyItem], lang: Lang
) -> EnterpriseSheet:
    firm = None if isinstance(whom, str) else whom
    name = whom if isinstance(whom, str) else _name(whom, lang)
    return EnterpriseSheet(firm=firm, name=name, first=tuple(first), questions=tuple(items))


def _item(ws: Workspace, terms: Terms, found: OpenQuestion, lang: Lang) -> VerifyItem:
    row, task = ws.gap_rows(terms)[found.task], ws.tasks(terms)[found.task]
    words, ranked = spoken(_WORDS, lang), ranking(ws, terms)[found.task]
    members = ws.segments(found.members)
    status = ws.local_status(terms, members[0].id) or "unknown"
    above = ws.gap_rows(terms).get(task.under or "")
    firms = enterprises_to_ask(ws, terms, row)
    return VerifyItem(
        gap=found.task,
        segment=members[0],
        members=members,
        local_status=status,
        need=row.need,
        urgency=urgency(ws, terms, row),
        under=Ref(type="gap", id=above.id, name=gap_name(ws, above, lang)) if above else None,
        rank=ranked.rank,
        ties=ranked.ties,
        question=_question(members, status, lang),
        ask=tuple(ws.ref("enterprise", firm) for firm in firms) or (OFFICE.template(lang),),
        changes=len(found.closes) + len(found.opens) + len(found.confirms),
        if_yes=_if_yes(ws, found, words),
        if_no=_if_no(ws, found, words),
    )


def _question(members: tuple[Ref, ...], status: str, lang: Lang) -> str:
    words = spoken(_WORDS, lang)
    names = [_name(each, lang) for each in members]
    if len(names) > 1:
        return words["any"].format(names=listed(names, lang))
    return words["building" if status == "developing" else "question"].format(name=names[0])


def _if_yes(ws: Workspace, found: OpenQuestion, words: Mapping[str, str]) -> Consequence:
    text = words["closes"].format(count=len(found.closes))
    if found.opens:
        text += words["opens"].format(count=len(found.opens))
    return Consequence(text=text, closes=ws.segments(found.closes), opens=ws.segments(found.opens))


def _if_no(ws: Workspace, found: OpenQuestion, words: Mapping[str, str]) -> Consequence:
    key = "confirms" if found.confirms else "still_open"
    return Consequence(
        text=words[key].format(count=len(found.confirms)), confirms=ws.segments(found.confirms)
    )


def _name(ref: Ref, lang: Lang) -> str:
    return ref.name if lang == "zh" else (ref.name_en or ref.name)


_WORDS: Mapping[str, Message] = {
    "question": _("本地有没有企业生产“{name}”？"),
    "any": _("本地有没有企业生产{names}（有一种即可）？"),
    "building": _("在建的“{name}”是否已经投产，本地还有没有别的企业生产？"),
    "closes": _("有：{count}个待核实缺口消除"),
    "opens": _("，另有{count}个更上游的环节要问"),
    "confirms": _("没有：{count}个缺口确认"),
    "still_open": _("没有：还不能确认缺口，在建的仍在建"),
}
