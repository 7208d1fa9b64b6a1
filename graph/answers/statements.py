"""A fact as a sentence, with the records that it ties together."""

from graph.answers.shapes import Ref
from graph.answers.words import GAP_KIND, STATUS, VERDICT
from graph.answers.workspace import Workspace, ref_to
from graph.model import (
    AnyRecord,
    Claim,
    Enterprise,
    Gap,
    Indicator,
    InputGroup,
    Judgement,
    Mention,
    Role,
)
from graph.model.references import DERIVED, derived_ends, references
from graph.model.soundness import names_only_what_is_there
from graph.model.vocabulary import EnterpriseStatus, Lang

_FIRM: dict[Lang, dict[EnterpriseStatus, str]] = {
    "zh": {
        "operating": "在产企业",
        "suspended": "停产企业",
        "planned": "在建企业",
        "prospective": "拟引进企业",
    },
    "en": {
        "operating": "operating enterprise",
        "suspended": "suspended enterprise",
        "planned": "planned enterprise",
        "prospective": "prospective enterprise",
    },
}
_INTENT: dict[Lang, dict[str | None, str]] = {
    "zh": {"develop": "提出发展", "explore": "提出探索", None: "提到"},
    "en": {"develop": "wants to develop", "explore": "wants to explore", None: "names"},
}
_TEXT: dict[Lang, dict[str, str]] = {
    "zh": {
        "mention": "{1}链{intent}：{word}",
        "membership": "{0}属于{1}链",
        "claim": "{0}在{1}：{status}",
        "makes": "{0}生产{1}",
        "role": "{0}在{1}链：{role}",
        "kind_of": "{0}是一种{1}",
        "gap": "缺口（{kind}）：{0}",
        "enterprise": "{firm}：{0}",
        "input_group": "{0}的投入：{members}",
        "by_product": "{0}副产{1}",
        "delivery": "{0}向{1}供应{2}",
        "indicator": "{0}：{figure}",
        "judgement": "对缺口“{0}”的判断：{said}",
    },
    "en": {
        "mention": "the {1} chain {intent}: {word}",
        "membership": "{0} belongs to the {1} chain",
        "claim": "{0} in {1}: {status}",
        "makes": "{0} makes {1}",
        "role": "{0} in the {1} chain: {role}",
        "kind_of": "{0} is a kind of {1}",
        "gap": "gap ({kind}): {0}",
        "enterprise": "{firm}: {0}",
        "input_group": "input of {0}: {members}",
        "by_product": "{0} yields {1}",
        "delivery": "{0} delivers {2} to {1}",
        "indicator": "{0}: {figure}",
        "judgement": "judgement of the gap “{0}”: {said}",
    },
}


def statement(ws: Workspace, fact: AnyRecord, lang: Lang) -> tuple[str, tuple[Ref, ...]]:
    """Say what a fact says, and point to the records in it (itself, where it has a name)."""
    refs = _refs(ws, fact)
    names = [ref.name if lang == "zh" else (ref.name_en or ref.name) for ref in refs]
    text = _TEXT[lang].get(fact.type, "{0}")
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
        case Judgement():
            return (_judged(ws, fact.gap),)
        case _ if fact.about.made_of:
            return tuple(ws.ref(*key) for key in references(fact))
    return (ref_to(fact),)


def _judged(ws: Workspace, gap: str) -> Ref:
    """Point to a gap that was judged; a derived one goes by the name of its segment."""
    if not gap.startswith(DERIVED):
        return ws.ref("gap", gap)
    segment = ws.ref(*derived_ends(gap)[1])
    return Ref(type="gap", id=gap, name=segment.name, name_en=segment.name_en)


def _details(fact: AnyRecord, names: list[str], lang: Lang) -> dict[str, str]:
    found: dict[str, str] = {}
    match fact:
        case Mention():
            found = {"intent": _INTENT[lang][fact.intent], "word": fact.name or names[0]}
        case Claim():
            found = {"status": STATUS[lang][fact.status]}
        case Role():
            found = {"role": fact.role}
        case Gap():
            found = {"kind": GAP_KIND[lang][fact.kind]}
        case Enterprise():
            found = {"firm": _FIRM[lang][fact.status]}
        case InputGroup():
            found = {"members": (" 或 " if lang == "zh" else " or ").join(names[1:])}
        case Indicator():
            years = f"{fact.period.start}—{fact.year}" if fact.period else f"{fact.year}"
            found = {"figure": f"{fact.printed} {fact.unit}, {years}"}
        case Judgement():
            verdict = (VERDICT[lang][fact.verdict],) if fact.verdict else ()
            said = (*verdict, *filter(None, (fact.reason, fact.owner, fact.due, fact.note)))
            found = {"said": ("，" if lang == "zh" else ", ").join(said)}
    return found
