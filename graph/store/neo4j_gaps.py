"""Computed gaps in the drawn graph: nodes beside the facts, with what they block."""

from collections.abc import Iterable, Iterator, Sequence

from graph.store.contract import ComputedGap
from graph.store.neo4j_drawing import node, relationship
from graph.store.neo4j_rows import CypherStatement, Parameters


def drawn_gaps(gaps: Iterable[ComputedGap]) -> Iterator[CypherStatement]:
    """Every statement that draws gaps, with its rows.

    Of a stated gap, which is drawn already, it adds what was computed of it.
    """
    found = tuple(gaps)
    yield node("Gap"), [{"id": gap.id, "properties": dict(gap.properties)} for gap in found]
    yield relationship("GAP_ON", "Gap", "Segment"), list(_on_segments(found))
    yield relationship("LOCATED_IN", "Gap", "Region"), list(_in_regions(found))
    yield relationship("BLOCKS", "Gap", "Segment"), list(_blocks(found))
    yield relationship("CANDIDATE_FOR", "Enterprise", "Gap"), list(_candidates(found))


# The ids are those of the ties that records imply, so that none of those is drawn twice.
def _on_segments(gaps: Sequence[ComputedGap]) -> Iterator[Parameters]:
    for gap in gaps:
        if gap.segment is not None:
            yield _row(f"gap_on.{gap.id}", gap.id, gap.segment)


def _in_regions(gaps: Sequence[ComputedGap]) -> Iterator[Parameters]:
    for gap in gaps:
        yield _row(f"located_in.{gap.id}", gap.id, gap.region)


def _blocks(gaps: Sequence[ComputedGap]) -> Iterator[Parameters]:
    for gap in gaps:
        for product, worlds in gap.blocks.items():
            yield _row(f"blocks.{gap.id}.{product}", gap.id, product, worlds=worlds)


def _candidates(gaps: Sequence[ComputedGap]) -> Iterator[Parameters]:
    for gap in gaps:
        for firm in gap.candidates:
            yield _row(f"candidate.{firm}.{gap.id}", firm, gap.id)


def _row(id_: str, source: str, target: str, **properties: str) -> Parameters:
    return {"id": id_, "source": source, "target": target, "properties": properties}
