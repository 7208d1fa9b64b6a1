"""核实清单: which unknown facts would settle most gaps, and whom to ask."""

from collections.abc import Mapping

from graph.analysis.settle import Question, questions
from graph.answers.echo import echo
from graph.answers.shapes import Ref
from graph.answers.shapes.verify import Consequence, VerifyBody, VerifyItem
from graph.answers.words import listed
from graph.answers.workspace import Workspace
from graph.model.vocabulary import Lang
from graph.network.terms import Terms


def verify(ws: Workspace, terms: Terms, lang: Lang) -> VerifyBody:
    """List the questions that would change most, each with what yes and no would change.

    To be asked are the makers of the products that the segment goes into: they know their
    suppliers.
    """
    found = questions(ws.frame(terms), ws.needs(terms))
    items = tuple(_item(ws, terms, each, lang) for each in found)
    return VerifyBody(**echo(ws, terms), items=items, total=len(items))


def _item(ws: Workspace, terms: Terms, found: Question, lang: Lang) -> VerifyItem:
    ref = ws.segment(found.segment)
    words = _WORDS[lang]
    firms = _makers_of_blocked(ws, terms, found.segment)
    names = [firm.name for firm in firms]
    ask = words["firms"].format(firms=listed(names, lang)) if names else words["office"]
    return VerifyItem(
        segment=ref,
        question=words["question"].format(name=_name(ref, lang)),
        ask=ask,
        askable=firms,
        changes=found.weight,
        if_yes=_if_yes(ws, found, words),
        if_no=_if_no(ws, found, words),
    )


def _if_yes(ws: Workspace, found: Question, words: Mapping[str, str]) -> Consequence:
    text = words["closes"].format(count=len(found.closes))
    if found.opens:
        text += words["opens"].format(count=len(found.opens))
    return Consequence(text=text, closes=ws.segments(found.closes), opens=ws.segments(found.opens))


def _if_no(ws: Workspace, found: Question, words: Mapping[str, str]) -> Consequence:
    key = "confirms" if found.confirms else "still_open"
    return Consequence(
        text=words[key].format(count=len(found.confirms)), confirms=ws.segments(found.confirms)
    )


def _makers_of_blocked(ws: Workspace, terms: Terms, segment: int) -> tuple[Ref, ...]:
    need = ws.needs(terms).by_segment[segment]
    products = [ws.network.ids[block.product] for block in need.blocks]
    firms = {firm.id: firm for each in products for firm in ws.makers_here(terms, each)}
    return tuple(firms[each] for each in sorted(firms))


def _name(ref: Ref, lang: Lang) -> str:
    return ref.name if lang == "zh" else (ref.name_en or ref.name)


_WORDS: Mapping[Lang, Mapping[str, str]] = {
    "zh": {
        "question": "本地有没有企业生产“{name}”？",
        "firms": "用它的企业：{firms}",
        "office": "区经济信息委、统计部门",
        "closes": "有：{count}个待核实缺口消除",
        "opens": "，另有{count}个更上游的环节要问",
        "confirms": "没有：{count}个缺口确认",
        "still_open": "没有：还要看同组替代品",
    },
    "en": {
        "question": "Does any local enterprise make “{name}”?",
        "firms": "the enterprises that use it: {firms}",
        "office": "the district's economy and statistics offices",
        "closes": "yes: {count} gaps to settle disappear",
        "opens": ", and {count} segments further upstream have to be asked about",
        "confirms": "no: {count} gaps are confirmed",
        "still_open": "no: its alternatives have to be asked about too",
    },
}
