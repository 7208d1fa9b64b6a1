"""A fact as a sentence, with the records that it ties together."""

from graph.answers.shapes import Ref
from graph.answers.words import GAP_KIND, STATUS
from graph.answers.workspace import Workspace, ref_to
from graph.model import AnyRecord, Claim, Enterprise, Gap, Mention, RecordType, Role
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
_ENDS: dict[str, tuple[tuple[RecordType, str], ...]] = {
    "mention": (("segment", "segment"), ("chain", "chain")),
    "membership": (("segment", "segment"), ("chain", "chain")),
    "claim": (("segment", "segment"), ("region", "region")),
    "makes": (("enterprise", "enterprise"), ("segment", "segment")),
    "role": (("enterprise", "enterprise"), ("chain", "chain")),
    "kind_of": (("segment", "segment"), ("segment", "parent")),
}
"""Which records a relation ties together: their types, and the fields that name them."""
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
    },
}


def statement(ws: Workspace, fact: AnyRecord, lang: Lang) -> tuple[str, tuple[Ref, ...]]:
    """Say what a fact says, and point to the records in it (itself, where it has a name)."""
    refs = _refs(ws, fact)
    names = [ref.name if lang == "zh" else (ref.name_en or ref.name) for ref in refs]
    text = _TEXT[lang].get(fact.type, "{0}")
    return text.format(*names, **_details(fact, names, lang)), refs


def _refs(ws: Workspace, fact: AnyRecord) -> tuple[Ref, ...]:
    ends = _ENDS.get(fact.type)
    if ends:
        return tuple(ws.ref(kind, getattr(fact, field)) for kind, field in ends)
    if isinstance(fact, Gap) and fact.segment:
        return (ref_to(fact), ws.ref("segment", fact.segment))
    return (ref_to(fact),)


def _details(fact: AnyRecord, names: list[str], lang: Lang) -> dict[str, str]:
    match fact:
        case Mention():
            return {"intent": _INTENT[lang][fact.intent], "word": fact.name or names[0]}
        case Claim():
            return {"status": STATUS[lang][fact.status]}
        case Role():
            return {"role": fact.role}
        case Gap():
            return {"kind": GAP_KIND[lang][fact.kind]}
        case Enterprise():
            return {"firm": _FIRM[lang][fact.status]}
        case _:
            return {}
