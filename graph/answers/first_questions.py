"""What is asked before the gap list: of which kind something is, and whether it was built."""

from collections.abc import Iterator, Mapping

from graph.analysis.targets import is_kind_unknown
from graph.answers.asking import enterprises_around, enterprises_building
from graph.answers.shapes import Ref
from graph.answers.shapes.verify import Consequence, FirstQuestion
from graph.answers.sheets import FirstAsked
from graph.answers.status import deciding
from graph.answers.words import listed
from graph.answers.workspace import Workspace
from graph.message import Message, _
from graph.model import Evidence
from graph.model.vocabulary import Lang
from graph.network.terms import Terms


def first_asked(ws: Workspace, terms: Terms, year: int | None) -> tuple[FirstAsked, ...]:
    """Ask which kinds of a category are made, and of what a plan builds whether it stands.

    The latter once `year` is past the last year for which the plan sets targets, and nobody
    reported since; not at all without a year.
    """
    built = () if year is None else _built(ws, terms, year)
    return (*_kinds(ws, terms), *built)


def first_question(ws: Workspace, terms: Terms, asked: FirstAsked, lang: Lang) -> FirstQuestion:
    """Describe a first question."""
    segment = ws.segment(asked.segment)
    kinds, name = ws.segments(asked.kinds), _name(segment, lang)
    names = listed([_name(each, lang) for each in kinds], lang, most=len(kinds))
    question, yes, no = ("kinds", "is_kind", "no_kind") if kinds else _BUILT
    return FirstQuestion(
        about="kinds" if kinds else "built",
        segment=segment,
        members=kinds or (segment,),
        local_status="unknown" if kinds else "developing",
        question=_WORDS[question].text(lang, name=name, kinds=names, year=asked.end),
        ask=tuple(ws.ref("enterprise", each) for each in asked.firms) or (OFFICE.template(lang),),
        if_yes=Consequence(text=_WORDS[yes].template(lang)),
        if_no=Consequence(text=_WORDS[no].template(lang)),
        evidence=_grounds(ws, terms, segment.id),
    )


def _kinds(ws: Workspace, terms: Terms) -> Iterator[FirstAsked]:
    frame = ws.frame(terms)
    status = frame.situation.local_status
    for number in range(len(ws.network.ids)):
        every = frame.arrays.kinds.row(number) if is_kind_unknown(frame, number) else ()
        kinds = tuple(each for each in every if status(each) == "unknown")
        if kinds:
            yield FirstAsked(number, kinds, enterprises_around(ws, terms, number))


def _built(ws: Workspace, terms: Terms, year: int) -> Iterator[FirstAsked]:
    ends, status = _ends(ws), ws.frame(terms).situation.local_status
    for number, id_ in enumerate(ws.network.ids if ends else ()):
        evidence = _grounds(ws, terms, id_) if status(number) == "developing" else ()
        end = max((ends.get(each.document or "", year) for each in evidence), default=year)
        if end < year:
            yield FirstAsked(number, (), enterprises_building(ws, terms, id_), end)


def _ends(ws: Workspace) -> Mapping[str, int]:
    """The last year for which each document sets a target; others may be news at any time."""
    ends: dict[str, int] = {}
    for figure in ws.facts.indicators.values():
        for each in figure.evidence if figure.actual_or_target == "target" else ():
            if each.document:
                ends[each.document] = max(ends.get(each.document, 0), figure.year)
    return ends


def _grounds(ws: Workspace, terms: Terms, segment: str) -> tuple[Evidence, ...]:
    facts = deciding(ws, terms, segment)
    return tuple(dict.fromkeys(each for fact in facts for each in fact.evidence))


def _name(ref: Ref, lang: Lang) -> str:
    return ref.name if lang == "zh" else (ref.name_en or ref.name)


OFFICE: Message = _("区经济信息委、统计部门")
_BUILT = ("built", "stands", "stands_not")
_WORDS: Mapping[str, Message] = {
    "kinds": _("本地做的“{name}”是哪几种：{kinds}，还是别的？"),
    "is_kind": _("有：这一种记为本地已有，再问它的上游"),
    "no_kind": _("没有：本地做的不是这一种"),
    "built": _("规划期至{year}年止，“{name}”当时在建：建成了吗？"),
    "stands": _("有：记为本地已有"),
    "stands_not": _("没有：记为本地没有，须用它的产品随之重算"),
}
