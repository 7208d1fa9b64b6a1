"""Computed gaps in the drawn graph: nodes beside the facts, with what they block.

Each bears a digest of what was computed as `published`, so that the next time only those that
differ are drawn again. A tie that nothing but the computation draws is marked `computed`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from graph.store.contract import ComputedGap
from graph.store.neo4j_connection import Transaction
from graph.store.neo4j_drawing import between, node
from graph.store.neo4j_rows import CypherStatement, Parameters

PUBLISHED = """
    MATCH (d:Dataset {id: $dataset}) MATCH (g:Gap {dataset: d.id, version: d.current})
    WHERE g.published IS NOT NULL
    RETURN g.id AS id, g.published AS published
"""
UNTIE = """
    UNWIND $rows AS row
    MATCH (g:Gap {dataset: $dataset, version: $drawing, id: row.id})-[r]-() WHERE r.computed
    DELETE r
"""
FORGET = """
    UNWIND $rows AS row
    MATCH (g:Gap {dataset: $dataset, version: $drawing, id: row.id})
    SET g.published = null
    WITH g WHERE g.basis = 'derived'
    DETACH DELETE g
"""
SETTLE = """
    UNWIND $rows AS row
    MATCH (g:Gap {dataset: $dataset, version: $drawing, id: row.id})
    SET g.published = row.published
"""


def published(tx: Transaction, dataset: str) -> dict[str, str]:
    """The gaps that are drawn, by id, with the digest of each."""
    return {row["id"]: row["published"] for row in tx.rows(PUBLISHED, dataset=dataset)}


def drawn_gaps(gaps: Iterable[ComputedGap], there: Mapping[str, str]) -> Iterator[CypherStatement]:
    """Every statement that draws gaps, with its rows, where these are `there`.

    Of a stated gap, which is drawn already, it adds what was computed of it.
    """
    wanted = {gap.id: gap for gap in gaps}
    digests = {id_: _digest(gap) for id_, gap in wanted.items()}
    gone = there.keys() - wanted.keys()
    new = [gap for id_, gap in wanted.items() if there.get(id_) != digests[id_]]
    yield UNTIE, _ids([*sorted(gone), *(gap.id for gap in new if gap.id in there)])
    yield FORGET, _ids(sorted(gone))
    # The digest comes last: who dies before has published nothing of the gap.
    yield node("Gap"), [_row_of_node(gap) for gap in new]
    yield _tie("GAP_ON", "Gap", "Segment"), list(_on_segments(new))
    yield _tie("LOCATED_IN", "Gap", "Region"), list(_in_regions(new))
    yield _tie("BLOCKS", "Gap", "Segment"), list(_blocks(new))
    yield _tie("CANDIDATE_FOR", "Enterprise", "Gap"), list(_candidates(new))
    yield SETTLE, [{"id": gap.id, "published": digests[gap.id]} for gap in new]


def _tie(relation: str, source: str, target: str) -> str:
    return f"""
    {between(source, target)}
    MERGE (a)-[r:{relation} {{id: row.id}}]->(b)
    ON CREATE SET r.computed = true
    SET r += row.properties
    """


def _row_of_node(gap: ComputedGap) -> Parameters:
    return {"id": gap.id, "properties": {**gap.properties, "published": ""}}


def _ids(ids: Collection[str]) -> list[Parameters]:
    return [{"id": id_} for id_ in ids]


def _digest(gap: ComputedGap) -> str:
    told = (gap.region, gap.segment, sorted(gap.properties.items()), sorted(gap.blocks.items()))
    return blake2b(repr((told, gap.candidates)).encode(), digest_size=8).hexdigest()


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
