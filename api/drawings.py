"""Questions whose answer is drawn: the graph around a record, or what a page shows of it."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from api import queries
from api.queries import Question
from api.wanted import GapsWanted, GraphWanted
from graph.analysis.gaps import GapRow
from graph.answers.gap_lines import WaitedFor, waited_for
from graph.answers.headline import headline
from graph.answers.names import resolve
from graph.answers.neighbourhood import Around, neighbourhood, parse_types, too_many
from graph.answers.offered import NODE_TYPES
from graph.answers.picture import path_headline, picture_headline
from graph.answers.shapes import PathBody
from graph.answers.shapes.graph import GraphBody
from graph.model.vocabulary import OPEN_STANDINGS
from viz.graph_layout import placed
from viz.graph_page import MOST_GAPS, SHOWN_TYPES, GraphQuery, GraphView

ONE_PICTURE = 800
"""More nodes than this nobody can read, and old machines cannot draw."""


def graph(asked: Question, wanted: GraphWanted) -> GraphBody:
    """What lies around a record, each node with its place."""
    around = Around(
        center=wanted.center,
        hops=wanted.hops,
        limit=wanted.limit,
        chain=asked.id(wanted.chain, "chain"),
        types=parse_types(wanted.types),
    )
    return _drawn(asked, around)


FAN = 30
"""Neighbours that one record brings into a picture; the others wait behind "more"."""


def picture(asked: Question, query: GraphQuery) -> GraphView:
    """What the page of the graph draws; without a question what lies around the first gap."""
    rows = queries.gap_rows(asked, GapsWanted(chain=query.chain or None, sort="blocks"))
    rows = tuple(row for row in rows if row.standing in OPEN_STANDINGS)
    if query.from_ and query.to:
        return _path(asked, query, rows)
    center = query.center or ("" if query.chain or query.whole else _first(asked))
    if center:
        graph = _drawn(asked, _around(asked, query, center))
        said = picture_headline(asked.ws, asked.terms, asked.lang, graph)
        return GraphView(graph, said, _urgent(asked, rows, graph))
    graph, firms = _all_of(asked, query)
    return GraphView(graph, _said(asked, query, graph), _urgent(asked, rows, graph), firms=firms)


def _said(asked: Question, query: GraphQuery, graph: GraphBody) -> str:
    """Say of a chain what its page says."""
    if not query.chain:
        return picture_headline(asked.ws, asked.terms, asked.lang, graph)
    chain = asked.ws.facts.chains[resolve(asked.ws, query.chain, "chain")]
    return headline(asked.ws, asked.terms, chain, [chain], asked.lang)


def _urgent(asked: Question, rows: Sequence[GapRow], graph: GraphBody) -> tuple[WaitedFor, ...]:
    """Describe the first gaps of a list: of those drawn, if any is."""
    drawn = {(node.type, node.record) for node in graph.nodes}
    here = [r for r in rows if ("gap", r.id) in drawn or ("segment", r.segment) in drawn]
    return tuple(waited_for(asked.ws, row, asked.lang) for row in (here or rows)[:MOST_GAPS])


def _drawn(asked: Question, around: Around) -> GraphBody:
    return placed(neighbourhood(asked.ws, asked.terms, asked.lang, around))


def _around(asked: Question, query: GraphQuery, center: str | None, *also: str) -> Around:
    return Around(
        center=center,
        hops=query.hops,
        limit=ONE_PICTURE,
        chain=asked.id(query.chain or None, "chain"),
        types=parse_types(",".join(query.type) or SHOWN_TYPES),
        also=also,
        opened=query.open,
        fan=FAN,
    )


def _first(asked: Question) -> str:
    """Name the segment of the first gap; where there is none, the first chain or segment."""
    first = queries.gap_rows(asked, GapsWanted())[:1]
    if first and first[0].segment:
        return f"segment:{first[0].segment}"
    facts = asked.ws.facts
    chains = sorted(facts.chains.values(), key=lambda each: (each.order, each.id))
    return next((f"chain:{each.id}" for each in chains), "")


def _path(asked: Question, query: GraphQuery, rows: Sequence[GapRow]) -> GraphView:
    """The shortest supply paths between two segments, and the opened records around them."""
    body: PathBody = queries.path(asked, query.from_, query.to)
    ends = (body.source.id, body.target.id)
    steps = (step.segment.id for steps in body.paths for step in steps)
    also = tuple(f"segment:{each}" for each in dict.fromkeys([*ends, *steps]))
    taken = tuple(
        (step.fact, before.segment.id, step.segment.id)
        for steps in body.paths
        for before, step in pairwise(steps)
        if step.fact and not step.kind_of
    )
    around = replace(_around(asked, query, None, *also), inherited=taken)
    graph = _drawn(asked, around)
    urgent = _urgent(asked, rows, graph)
    return GraphView(graph, path_headline(body, asked.lang), urgent, path=body)


def _all_of(asked: Question, query: GraphQuery) -> tuple[GraphBody, dict[str, int]]:
    """A whole chain or the whole graph; what was opened is drawn with it."""
    around = _around(asked, query, None)
    if "enterprise" not in around.types or not too_many(asked.ws, asked.terms, around):
        return _drawn(asked, around), {}
    fewer = replace(around, types=tuple(t for t in around.types if t != "enterprise"))
    graph = _drawn(asked, fewer)
    return graph, _folded(asked, graph)


def everything(asked: Question, chain: str | None) -> GraphBody:
    """Every record of a chain or of all, at its place, for programs that draw by themselves."""
    some = Around(center=None, limit=sys.maxsize, chain=asked.id(chain, "chain"), types=NODE_TYPES)
    return _drawn(asked, some)


def whole_drawing(asked: Question, chain: str | None) -> tuple[GraphBody, dict[str, int]]:
    """The graph of a chain or of everything, small enough for one picture.

    Where it is not, firms are left out and counted by segment instead.
    """
    body = graph(asked, GraphWanted(limit=ONE_PICTURE, chain=chain))
    if not body.truncated:
        return body, {}
    body = graph(asked, GraphWanted(limit=ONE_PICTURE, chain=chain, types="segment,gap"))
    return body, _folded(asked, body)


def _folded(asked: Question, graph: GraphBody) -> dict[str, int]:
    """Count the makers of each drawn segment."""
    makers, numbers = asked.ws.frame(asked.terms).situation.makers, asked.ws.network.numbers
    made = {
        node.record: len(makers[numbers[node.record]])
        for node in graph.nodes
        if node.type == "segment"
    }
    return {segment: count for segment, count in made.items() if count}
