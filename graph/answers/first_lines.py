"""The short list 首批十项: a line for each group of alternatives, for who decides."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.analysis.acceptability import Acceptability
from graph.analysis.gaps import GapRow
from graph.analysis.priority import Scored
from graph.analysis.verdicts import verdict
from graph.answers.asking import enterprises_to_ask
from graph.answers.chains import gap_chains
from graph.answers.first_questions import OFFICE
from graph.answers.gap_names import gap_name
from graph.answers.neighbours import beside_gap
from graph.answers.parks import parks_for
from graph.answers.partners import candidates
from graph.answers.shapes import Ref
from graph.answers.shapes.priority import FirstLine
from graph.answers.words import listed
from graph.answers.workspace import Workspace
from graph.message import Message, _
from graph.model.vocabulary import Lang
from graph.network.arrays import MADE
from graph.network.frame import frame_for
from graph.network.terms import Terms

PARKS, NEIGHBOURS = 3, 6
"""How many of them a line names."""


RankedRows = Mapping[str, tuple[Scored, Acceptability]]
"""Rows by id, the best first."""


def first_lines(
    ws: Workspace, terms: Terms, ranked: RankedRows, most: int, lang: Lang
) -> tuple[FirstLine, ...]:
    """Take the first rows; one that another line heads stands in that line."""
    tasks = ws.tasks(terms)
    own = [id_ for id_ in ranked if tasks[id_].under not in ranked]
    return tuple(_line(ws, terms, id_, ranked, lang) for id_ in own[:most])


def alternatives(ws: Workspace, terms: Terms, gap: str) -> tuple[Ref, ...]:
    """Point to the segments that would do as well as those that a row asks about."""
    task = ws.tasks(terms)[gap]
    return ws.segments(each for each in task.members if each not in task.leaders)


def _line(ws: Workspace, terms: Terms, id_: str, ranked: RankedRows, lang: Lang) -> FirstLine:
    rows, tasks, (scored, seen) = ws.gap_rows(terms), ws.tasks(terms), ranked[id_]
    row, below = rows[id_], (each for each in ranked if tasks[each].under == id_)
    chains = gap_chains(ws, terms)[row.id]
    unlocked, helped = _products(ws, terms, row)
    firms = enterprises_to_ask(ws, terms, row)
    near = beside_gap(ws, terms, row)[:NEIGHBOURS]
    return FirstLine(
        gap=Ref(type="gap", id=id_, name=gap_name(ws, row, lang)),
        rank=scored.rank,
        score=scored.score,
        standing=row.standing,
        also=tuple(ws.ref("segment", rows[each].segment or "") for each in below),
        alternatives=alternatives(ws, terms, id_),
        why=_why(ws, terms, row, lang),
        unlocks=ws.segments(unlocked),
        helps=ws.segments(helped),
        ask=tuple(ws.ref("enterprise", each) for each in firms) or (OFFICE.text(lang),),
        candidates=candidates(ws, row),
        neighbours=tuple(ws.ref("region", each.region) for each in near),
        parks=parks_for(ws, chains)[:PARKS],
        how_sure=_how_sure(ws, row, seen, lang),
        evidence=row.stated.evidence if row.stated else (),
    )


def _products(ws: Workspace, terms: Terms, row: GapRow) -> tuple[list[int], list[int]]:
    """Part the products that wait: those ready with it if all that is unknown is here, the others.

    What is unknown counts as here already; so only a confirmed lack unlocks anything alone.
    """
    if row.lack is None or row.segment is None:
        return [], []
    frame = ws.frame(terms)
    own = bytearray(frame.situation.own)
    own[ws.network.number(row.segment)] = MADE
    # A new frame works out anew what is completable in the possible world that has it.
    filled = replace(frame, situation=replace(frame.situation, own=own))
    parts: tuple[list[int], list[int]] = ([], [])
    for block in row.lack.blocks:
        before, after = (
            verdict(frame_for(each, block.product), block.product).ready != "no"
            for each in (frame, filled)
        )
        parts[0 if after and not before else 1].append(block.product)
    return parts


def _why(ws: Workspace, terms: Terms, row: GapRow, lang: Lang) -> str:
    parts = _reasons(ws, terms, row, lang)
    return _("；").text(lang).join(parts) + _("。").text(lang)


def _reasons(ws: Workspace, terms: Terms, row: GapRow, lang: Lang) -> Iterator[str]:
    """Say what asks for it, who waits for it, and how many chains it serves."""
    quote = row.stated.evidence[0] if row.stated else None
    if quote is not None and quote.quote:
        yield _WORDS["stated"].text(lang, quote=quote.quote)
    else:
        yield _WORDS["derived"].text(lang)
    families = ws.families(ws.settle(terms), row)
    names = [_name(ws.segment(each.name), lang) for each in families]
    here = sum(each.here for each in families)
    if here:
        yield _WORDS["here"].text(lang, names=listed(names[:here], lang, 3))
    if names[here:]:
        yield _WORDS["planned"].text(lang, names=listed(names[here:], lang, 3))
    if not names and row.need == "market":
        yield _WORDS["market"].text(lang)
    chains = [ws.ref("chain", each) for each in gap_chains(ws, terms)[row.id]]
    if len(chains) > 1:
        told = listed([_name(each, lang) for each in chains], lang, 4)
        yield _WORDS["chains"].text(lang, n=len(chains), chains=told)


def _how_sure(ws: Workspace, row: GapRow, seen: Acceptability, lang: Lang) -> str:
    key = row.standing if row.standing != "confirmed" else "open" if row.open else "sure"
    names = listed([_name(each, lang) for each in ws.segments(row.open)], lang, 3)
    said = (
        _WORDS[key].text(lang, names=names),
        _WORDS["stable"].text(lang, share=f"{seen.first_ten:.0%}"),
    )
    return _("；").text(lang).join(said)


def _name(ref: Ref, lang: Lang) -> str:
    return ref.name if lang == "zh" else (ref.name_en or ref.name)


_WORDS: dict[str, Message] = {
    "stated": _("规划“{quote}”"),
    "derived": _("规划未点名，按参考配方推算"),
    "here": _("在产的{names}在等它"),
    "planned": _("拟引或在建的{names}要用它"),
    "market": _("市场需要，本地没有"),
    "chains": _("同时涉及{n}条链（{chains}）"),
    "sure": _("确认缺口，没有待核实的替代"),
    "open": _("确认缺口；若{names}本地已有，则不缺"),
    "wished": _("规划拟增，尚无产品非等它不可"),
    "to_settle": _("本地有没有尚不知道，先核实再招引"),
    "stable": _("权重任取，{share}的情形列前十"),
}
