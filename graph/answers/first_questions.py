"""What is asked before the gap list: of which kind something is, and whether it was built."""

from collections.abc import Iterator, Mapping

from graph.analysis.targets import is_kind_unknown
from graph.answers.asking import enterprises_around, enterprises_building
from graph.answers.shapes import Ref
from graph.answers.shapes.verify import Consequence, FirstQuestion
from graph.answers.status import deciding
from graph.answers.words import listed
from graph.answers.workspace import Workspace
from graph.message import Message, _
from graph.model import Evidence
from graph.model.vocabulary import Lang
from graph.network.terms import Terms


def first_questions(
    ws: Workspace, terms: Terms, lang: Lang, year: int | None
) -> tuple[FirstQuestion, ...]:
    """Ask which kinds of a category are made, and of what a plan builds whether it stands.

    The latter once `year` is past the last year for which the plan sets targets, and nobody
    reported since; not at all without a year.
    """
    numbers = range(len(ws.network.ids))
    frame = ws.frame(terms)
    general = [each for each in numbers if is_kind_unknown(frame, each)]
    kinds = [found for each in general for found in _kinds(ws, terms, each, lang)]
    return (*kinds, *(_built(ws, terms, lang, year) if year is not None else ()))


def _kinds(ws: Workspace, terms: Terms, number: int, lang: Lang) -> Iterator[FirstQuestion]:
    segment = ws.segment(number)
    every = ws.segments(ws.frame(terms).arrays.kinds.row(number))
    kinds = tuple(each for each in every if ws.local_status(terms, each.id) == "unknown")
    if not kinds:
        return
    names = listed([_name(each, lang) for each in kinds], lang, most=len(kinds))
    yield FirstQuestion(
        about="kinds",
        segment=segment,
        members=kinds,
        local_status="unknown",
        question=_WORDS["kinds"].text(lang, name=_name(segment, lang), kinds=names),
        ask=_asked(ws, enterprises_around(ws, terms, number), lang),
        if_yes=Consequence(text=_WORDS["is_kind"].template(lang)),
        if_no=Consequence(text=_WORDS["no_kind"].template(lang)),
        evidence=_grounds(ws, terms, segment.id),
    )


def _built(ws: Workspace, terms: Terms, lang: Lang, year: int) -> Iterator[FirstQuestion]:
    ends = _ends(ws)
    for id_ in ws.network.ids:
        if ws.local_status(terms, id_) != "developing":
            continue
        evidence = _grounds(ws, terms, id_)
        end = max((ends.get(each.document or "", year) for each in evidence), default=year)
        if end >= year:
            continue
        segment = ws.ref("segment", id_)
        yield FirstQuestion(
            about="built",
            segment=segment,
            members=(segment,),
            local_status="developing",
            question=_WORDS["built"].text(lang, name=_name(segment, lang), year=end),
            ask=_asked(ws, enterprises_building(ws, terms, id_), lang),
            if_yes=Consequence(text=_WORDS["stands"].template(lang)),
            if_no=Consequence(text=_WORDS["stands_not"].template(lang)),
            evidence=evidence,
        )


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


def _asked(ws: Workspace, firms: tuple[str, ...], lang: Lang) -> tuple[Ref | str, ...]:
    found = tuple(ws.ref("enterprise", firm) for firm in firms)
    return found or (OFFICE.template(lang),)


def _name(ref: Ref, lang: Lang) -> str:
    return ref.name if lang == "zh" else (ref.name_en or ref.name)


OFFICE: Message = _("区经济信息委、统计部门")
_WORDS: Mapping[str, Message] = {
    "kinds": _("本地做的“{name}”是哪几种：{kinds}，还是别的？"),
    "is_kind": _("有：这一种记为本地已有，再问它的上游"),
    "no_kind": _("没有：本地做的不是这一种"),
    "built": _("规划期至{year}年止，“{name}”当时在建：建成了吗？"),
    "stands": _("有：记为本地已有"),
    "stands_not": _("没有：记为本地没有，须用它的产品随之重算"),
}
