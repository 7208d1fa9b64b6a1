"""A fact as a sentence, with the records that it ties together."""

from graph.answers.shapes import Ref
from graph.answers.words import GAP_KIND, STATUS, VERDICT
from graph.answers.workspace import Workspace, ref_to
from graph.message import Message, _, p_, spoken
from graph.model import (
    AnyRecord,
    Claim,
    Enterprise,
    FirmWords,
    Gap,
    Indicator,
    InputGroup,
    Judgement,
    Lead,
    Mention,
    ProposalDecision,
    Role,
)
from graph.model.plain_looks import DECISION_VERDICT, LEAD_STAGE
from graph.model.references import DERIVED, derived_ends, references
from graph.model.soundness import names_only_what_is_there
from graph.model.vocabulary import EnterpriseStatus, Lang

_FIRM: dict[EnterpriseStatus, Message] = {
    "operating": p_("sentence", "在产企业"),
    "suspended": p_("sentence", "停产企业"),
    "planned": p_("sentence", "在建企业"),
    "prospective": p_("sentence", "拟引进企业"),
}
_INTENT: dict[str | None, Message] = {
    "develop": p_("sentence", "提出发展"),
    "explore": p_("sentence", "提出探索"),
    None: p_("sentence", "提到"),
}
_TEXT: dict[str, Message] = {
    "mention": _("{1}链{intent}：{word}"),
    "membership": _("{0}属于{1}链"),
    "claim": _("{0}在{1}：{status}"),
    "makes": _("{0}生产{1}"),
    "role": _("{0}在{1}链：{role}"),
    "kind_of": _("{0}是一种{1}"),
    "gap": _("缺口（{kind}）：{0}"),
    "enterprise": _("{firm}：{0}"),
    "input_group": _("{0}的投入：{members}"),
    "by_product": _("{0}副产{1}"),
    "delivery": _("{0}向{1}供应{2}"),
    "indicator": _("{0}：{figure}"),
    "judgement": _("对缺口“{0}”的判断：{said}"),
    "lead": _("缺口“{0}”的招商线索：{said}"),
    "firm_words": _("{firm}的用语"),
    "decision": _("{firm}是否生产{0}：{verdict}"),
}


def statement(ws: Workspace, fact: AnyRecord, lang: Lang) -> tuple[str, tuple[Ref, ...]]:
    """Say what a fact says, and point to the records in it (itself, where it has a name)."""
    refs = _refs(ws, fact)
    names = [ref.name if lang == "zh" else (ref.name_en or ref.name) for ref in refs]
    text = spoken(_TEXT, lang).get(fact.type, "{0}")
    return text.format(*names, **_details(fact, names, lang)), refs


def sentence(ws: Workspace, fact: AnyRecord, lang: Lang) -> str:
    """Say what a fact says or said; its id where it names something that is there no more."""
    if not names_only_what_is_there(fact, ws.facts):
        return fact.id
    return statement(ws, fact, lang)[0]


def _refs(ws: Workspace, fact: AnyRecord) -> tuple[Ref, ...]:
    match fact:
        case Gap(segment=str(segment)):
            return (ref_to(fact), ws.ref("segment", segment))
        case InputGroup():
            members = (ws.ref("segment", member.segment) for member in fact.members)
            return (ws.ref("segment", fact.consumer), *members)
        case Judgement() | Lead():
            return (_judged(ws, fact.gap),)
        case _ if fact.about.made_of:
            return tuple(ws.ref(*key) for key in references(fact))
    return (ref_to(fact),)


def _judged(ws: Workspace, gap: str) -> Ref:
    """Point to a gap that people speak of; a derived one goes by the name of its segment."""
    if not gap.startswith(DERIVED):
        return ws.ref("gap", gap)
    segment = ws.ref(*derived_ends(gap)[1])
    return Ref(type="gap", id=gap, name=segment.name, name_en=segment.name_en)


def _details(fact: AnyRecord, names: list[str], lang: Lang) -> dict[str, str]:
    found: dict[str, str] = {}
    match fact:
        case Mention():
            found = {"intent": _INTENT[fact.intent].text(lang), "word": fact.name or names[0]}
        case Claim():
            found = {"status": STATUS[lang][fact.status]}
        case Role():
            found = {"role": fact.role}
        case Gap():
            found = {"kind": GAP_KIND[lang][fact.kind]}
        case Enterprise():
            found = {"firm": _FIRM[fact.status].text(lang)}
        case InputGroup():
            found = {"members": (_(" 或 ").text(lang)).join(names[1:])}
        case Indicator():
            years = f"{fact.period.start}—{fact.year}" if fact.period else f"{fact.year}"
            found = {"figure": f"{fact.printed} {fact.unit}, {years}"}
        case FirmWords() | ProposalDecision():
            found = _proposed(fact, lang)
        case Judgement() | Lead():
            found = {"said": (_("，").text(lang)).join(_said(fact, lang))}
    return found


def _said(fact: Judgement | Lead, lang: Lang) -> tuple[str, ...]:
    working = tuple(filter(None, (fact.owner, fact.due, fact.note)))
    if isinstance(fact, Lead):
        return (LEAD_STAGE[fact.stage].label(lang), *fact.targets, *working)
    verdict = (VERDICT[lang][fact.verdict],) if fact.verdict else ()
    return (*verdict, *filter(None, (fact.reason,)), *working)


def _proposed(fact: FirmWords | ProposalDecision, lang: Lang) -> dict[str, str]:
    if isinstance(fact, FirmWords):
        return {"firm": fact.firm}
    return {"firm": fact.firm, "verdict": DECISION_VERDICT[fact.verdict].label(lang)}
