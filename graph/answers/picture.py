"""The one sentence over a picture of the graph: what it is of, and what it finds there."""

from collections.abc import Mapping

from graph.analysis.gaps import GapRow
from graph.answers.headline import waiting
from graph.answers.missing import missing
from graph.answers.shapes import PathBody, Ref
from graph.answers.shapes.graph import GraphBody
from graph.answers.workspace import Workspace
from graph.message import Message, _, spoken
from graph.model.vocabulary import AVAILABLE, OPEN_STANDINGS, STANDINGS, Lang
from graph.network.terms import Terms


def picture_headline(ws: Workspace, terms: Terms, lang: Lang, graph: GraphBody) -> str:
    """Say what is in the middle: a gap and who waits for it, else what it lacks, else a count."""
    words, center = spoken(_WORDS, lang), graph.center
    if center is None:
        return words["whole"].format(nodes=len(graph.nodes), edges=len(graph.edges))
    if center.type == "segment":
        return _of_segment(ws, terms, lang, center)
    return words["around"].format(
        name=_name(center, lang), nodes=len(graph.nodes) - 1, edges=len(graph.edges)
    )


def path_headline(body: PathBody, lang: Lang) -> str:
    """Say how far it is from one segment to another, or that there is no way."""
    words = spoken(_WORDS, lang)
    return words["no_path" if body.steps is None else "path"].format(
        source=_name(body.source, lang),
        target=_name(body.target, lang),
        steps=body.steps,
        paths=len(body.paths),
    )


def _of_segment(ws: Workspace, terms: Terms, lang: Lang, segment: Ref) -> str:
    rows = [row for row in ws.gap_rows(terms).values() if row.segment == segment.id]
    open_ = [row for row in rows if row.standing in OPEN_STANDINGS]
    if not open_:
        return missing(ws, segment.id, terms, lang).sentence
    row = min(open_, key=lambda row: STANDINGS.index(row.standing))
    if row.lack is None or not row.lack.blocks:
        return spoken(_WORDS, lang)[f"{row.standing}_alone"].format(name=_name(segment, lang))
    return _waited_for(ws, terms, lang, segment, row)


def _waited_for(ws: Workspace, terms: Terms, lang: Lang, segment: Ref, row: GapRow) -> str:
    """Say who waits for what is on a segment; a stated gap counts those of its kinds too."""
    blocks = row.lack.blocks if row.lack else ()
    own = ws.needs(terms).by_segment.get(ws.network.number(segment.id))
    statuses = [ws.local_status(terms, ws.network.ids[each.product]) for each in blocks]
    words, name = spoken(_WORDS, lang), _name(segment, lang)
    return words[row.standing].format(
        name=name if own is None or own.sole else words["either"].format(name=name),
        products=waiting(len(statuses), sum(each in AVAILABLE for each in statuses), lang),
    )


def _name(ref: Ref, lang: Lang) -> str:
    return (ref.name_en or ref.name) if lang == "en" else ref.name


_WORDS: Mapping[str, Message] = {
    "whole": _("全部图谱：画出{nodes}个记录、{edges}条联系"),
    "around": _("{name}周围{nodes}个记录、{edges}条联系"),
    "confirmed": _("{name}是确认缺口，卡住{products}"),
    "to_settle": _("{name}待核实，关系到{products}"),
    "confirmed_alone": _("{name}是确认缺口：市场需要，本地没有"),
    "to_settle_alone": _("{name}待核实"),
    "either": _("{name}（或其替代）"),
    "path": _("从{source}到{target}：{steps}步供应，最短路径{paths}条"),
    "no_path": _("没有从{source}到{target}的供应路径"),
}
