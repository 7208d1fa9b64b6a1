"""核实清单: which unknown facts would settle the gap list, and whom to ask."""

from collections.abc import Mapping
from functools import cache

from graph.analysis.settle import OpenQuestion
from graph.answers.asked import asked
from graph.answers.asking import enterprises_to_ask
from graph.answers.echo import echo
from graph.answers.first_questions import OFFICE, first_question
from graph.answers.gap_names import gap_name
from graph.answers.ranking import ranking, urgency
from graph.answers.shapes import Ref
from graph.answers.shapes.verify import (
    Consequence,
    EnterpriseSheet,
    VerifyBody,
    VerifyByEnterpriseBody,
    VerifyItem,
)
from graph.answers.words import listed
from graph.answers.workspace import WHOLE, Workspace
from graph.message import Message, _, spoken
from graph.model.vocabulary import Lang
from graph.network.terms import Terms


def verify(
    ws: Workspace, terms: Terms, lang: Lang, year: int | None = None, *, part: slice = WHOLE
) -> VerifyBody:
    """Ask one question per row to settle, in the order of the list, with what yes and no change.

    First those about facts themselves; `year` is now, for plans whose time is over. Only a `part`
    of the list is described, all of it is counted.
    """
    found = asked(ws, terms, year)
    return VerifyBody(
        **echo(ws, terms),
        first=tuple(first_question(ws, terms, each, lang) for each in found.first),
        items=tuple(verify_item(ws, terms, each, lang) for each in found.rows[part]),
        total=len(found.rows),
    )


def verify_by_enterprise(
    ws: Workspace, terms: Terms, lang: Lang, year: int | None = None, *, part: slice = WHOLE
) -> VerifyByEnterpriseBody:
    """Gather the questions into one sheet per firm, and one for the office, which comes last.

    Only a `part` of the sheets is described, each question once.
    """
    found = asked(ws, terms, year)
    first = cache(lambda place: first_question(ws, terms, found.first[place], lang))
    item = cache(lambda place: verify_item(ws, terms, found.rows[place], lang))
    return VerifyByEnterpriseBody(
        **echo(ws, terms),
        questions=len(found.first) + len(found.rows),
        items=tuple(
            EnterpriseSheet(
                firm=None if firm is None else ws.ref("enterprise", firm),
                name=whom(ws, firm, lang),
                first=tuple(map(first, found.first_of.get(firm, ()))),
                questions=tuple(map(item, found.rows_of.get(firm, ()))),
            )
            for firm in found.firms[part]
        ),
        total=len(found.firms),
    )


def whom(ws: Workspace, firm: str | None, lang: Lang) -> str:
    """Name who is asked: a firm, or in words the office."""
    return OFFICE.template(lang) if firm is None else _name(ws.ref("enterprise", firm), lang)


def question_of(ws: Workspace, terms: Terms, task: str, lang: Lang) -> tuple[Ref, str]:
    """Ask about a row of the gap list, without what the answers change; with its segment."""
    members = ws.segments(ws.questions(terms).members(task))
    status = ws.local_status(terms, members[0].id) or "unknown"
    return members[0], _question(members, status, lang)


def verify_item(ws: Workspace, terms: Terms, id_: str, lang: Lang) -> VerifyItem:
    """Ask about a row of the gap list, and tell what the answers change."""
    found = ws.questions(terms)[id_]
    row, task = ws.gap_rows(terms)[id_], ws.tasks(terms)[id_]
    words, ranked = spoken(_WORDS, lang), ranking(ws, terms)[id_]
    members = ws.segments(found.members)
    status = ws.local_status(terms, members[0].id) or "unknown"
    above = ws.gap_rows(terms).get(task.under or "")
    firms = enterprises_to_ask(ws, terms, row)
    return VerifyItem(
        gap=id_,
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
