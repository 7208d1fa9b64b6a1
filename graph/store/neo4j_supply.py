"""Questions of supply asked of the drawn graph, on the server.

`FEEDS` leads from an input to what takes it (`via`: the member named, `way`: the general
segments up to it), `COUNTS_AS` from a kind to each of its general segments. A write replaces
the drawing as a whole: an answer counts if the version is still the current one after it.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.errors import UnknownNameError
from graph.model.vocabulary import InputSort
from graph.store.contract import Near, Upstream
from graph.store.neo4j_connection import Transaction
from graph.store.neo4j_rows import CypherStatement, Parameters, known
from graph.store.supply import Feed, SupplyIndex

Way = tuple[tuple[str, int], ...]
"""Ids of a path, each with 1 where it is passed as the general segment of what comes before."""

DRAW_FEEDS = """
    UNWIND $rows AS row
    MATCH (a:Segment {dataset: $dataset, version: $version, id: row.source})
    MATCH (b:Segment {dataset: $dataset, version: $version, id: row.target})
    MERGE (a)-[r:FEEDS {input: row.input, via: row.via}]->(b)
    SET r.way = row.way
"""
DRAW_DESCENTS = """
    UNWIND $rows AS row
    MATCH (a:Segment {dataset: $dataset, version: $version, id: row.source})
    MATCH (b:Segment {dataset: $dataset, version: $version, id: row.target})
    MERGE (a)-[r:COUNTS_AS]->(b)
    SET r.way = row.way
"""
IS_SEGMENT = """
    MATCH (s:Segment {dataset: $dataset, version: $version, id: $segment}) RETURN s.id AS id
"""
MOVED = "MATCH (d:Dataset {id: $dataset}) WHERE d.current <> $version RETURN d.current AS current"
# The walk has to be one that prunes: `min(length(p))` and nothing else of the path.
CLOSURE = """
    MATCH (d:Dataset {id: $dataset})
    MATCH (t:Segment {dataset: d.id, version: d.current, id: $segment})
    MATCH (goal:Segment)-[:COUNTS_AS*0..1]->(t)
    MATCH p = (goal)<-[:FEEDS*1..]-(s:Segment)
    WHERE all(r IN relationships(p) WHERE r.input IN $inputs)
    WITH t, s, min(length(p)) AS depth
    WHERE s <> t AND NOT EXISTS { (s)-[:COUNTS_AS]->(t) }
    RETURN s.id AS id, depth, t.version AS version ORDER BY depth, id
"""
CENTER = """
    MATCH (d:Dataset {id: $dataset})
    MATCH (s:Segment {dataset: d.id, version: d.current, id: $segment})
    RETURN d.current AS version
"""
RING = """
    CALL {
      MATCH (a:Segment {dataset: $dataset, version: $version}) WHERE a.id IN $segments
      MATCH (a)-[:SUPPLIES|KIND_OF|MAKES]-(b)
      RETURN b
      UNION
      MATCH (a:Enterprise {dataset: $dataset, version: $version}) WHERE a.id IN $enterprises
      MATCH (a)-[:MAKES]->(b)
      RETURN b
    }
    WITH CASE WHEN b:Segment THEN 'segment' ELSE 'enterprise' END AS type, b.id AS id
    WHERE NOT id IN CASE type WHEN 'segment' THEN $seen_segments ELSE $seen_enterprises END
    RETURN type, id ORDER BY type DESC, id LIMIT $limit
"""
# Every step between segments on shortest paths: those that are as near to the source and to the
# target together as the two are to one another.
STEPS = """
    CALL {
      MATCH (t:Segment {dataset: $dataset, version: $version, id: $target})
      MATCH (goal:Segment)-[:COUNTS_AS*0..1]->(t)
      MATCH p = (goal)<-[:FEEDS*0..]-(x:Segment)
      WHERE all(r IN relationships(p) WHERE r.input IN $inputs)
      RETURN x, min(length(p)) AS left, null AS gone
      UNION ALL
      MATCH (s:Segment {dataset: $dataset, version: $version, id: $source})
      MATCH p = (s)-[:FEEDS*0..]->(x:Segment)
      WHERE all(r IN relationships(p) WHERE r.input IN $inputs)
      RETURN x, null AS left, min(length(p)) AS gone
    }
    WITH x, min(left) AS left, min(gone) AS gone
    WHERE left IS NOT NULL AND gone IS NOT NULL
    WITH collect({segment: x, left: left, all: left + gone}) AS found, min(left + gone) AS all
    WITH [each IN found WHERE each.all = all] AS found
    WITH found, [each IN found | each.segment] AS segments
    UNWIND found AS each
    WITH each.segment AS x, each.left AS left, segments
    OPTIONAL MATCH (x)-[f:FEEDS]->(y:Segment) WHERE f.input IN $inputs AND y IN segments
    OPTIONAL MATCH (x)-[c:COUNTS_AS]->(:Segment {id: $target})
    RETURN DISTINCT x.id AS id, left, y.id AS taker, f.way AS way, coalesce(c.way, []) AS end
"""


class MovedError(Exception):
    """The current version became another one while it was asked: ask again."""


def rows_of_supply(supply: SupplyIndex) -> Iterator[CypherStatement]:
    """What draws the supply, with its rows."""
    ways = {(each.special, each.general): list(each.way) for each in supply.descents}
    yield DRAW_FEEDS, [_row_of_feed(each, ways) for each in supply.feeds()]
    yield (
        DRAW_DESCENTS,
        [
            {"source": special, "target": general, "way": way}
            for (special, general), way in ways.items()
            if way
        ],
    )


def closure(
    tx: Transaction, dataset: str, segment: str, inputs: Sequence[InputSort]
) -> tuple[Upstream, ...]:
    """Everything upstream of a segment, by depth and id; raise `MovedError`."""
    asked = {"dataset": dataset, "segment": segment, "inputs": list(inputs)}
    found = tx.rows(CLOSURE, **asked) if _is_id(dataset, segment) else []
    version = found[0]["version"] if found else _version(tx, dataset, segment)
    found = found or tx.rows(CLOSURE, **asked)
    _refuse_moved(tx, dataset, version)
    return tuple(Upstream(row["id"], row["depth"]) for row in found)


def neighbourhood(
    tx: Transaction, dataset: str, segment: str, hops: int, limit: int
) -> tuple[Near, ...]:
    """What lies around a segment, nearest first; raise `MovedError`."""
    asked = {"dataset": dataset, "segment": segment}
    center = tx.rows(CENTER, **asked) if _is_id(dataset, segment) else []
    version = center[0]["version"] if center else _version(tx, dataset, segment)
    found = [Near("segment", segment, 0)]
    ring = found
    for hop in range(1, hops + 1):
        if not ring or len(found) >= limit:
            break
        around = _ids(ring, "") | _ids(found, "seen_")
        left = limit - len(found)
        rows = tx.rows(RING, dataset=dataset, version=version, **around, limit=left)
        ring = [Near(row["type"], row["id"], hop) for row in rows]
        found += ring
    _refuse_moved(tx, dataset, version)
    return tuple(found[: max(limit, 0)])


def paths(
    tx: Transaction, dataset: str, ends: tuple[str, str], inputs: Sequence[InputSort]
) -> Iterator[tuple[str, ...]]:
    """Shortest paths from the first end to the other, in order; raise `MovedError`.

    One that can be gone in two ways, by taker and by general segment, may come twice.
    """
    source, target = ends
    version = min(_version(tx, dataset, end) for end in ends)
    asked = {"dataset": dataset, "version": version, "inputs": list(inputs)}
    rows = tx.rows(STEPS, **asked, source=source, target=target)
    _refuse_moved(tx, dataset, version)
    return _walked(source, rows)


def _walked(source: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    """Go every way, the smallest first; every step leads on to the target."""
    left = {row["id"]: row["left"] for row in rows}
    ends = {row["id"]: _passed(row["end"]) for row in rows}
    steps: dict[str, set[Way]] = {id_: set() for id_ in left}
    for row in rows:
        if row["taker"] is not None and left[row["taker"]] == row["left"] - 1:
            steps[row["id"]].add((*_passed(row["way"]), (row["taker"], 0)))
    ways: list[tuple[Way, bool]] = [(((source, 0),), False)] if rows else []
    while ways:
        way, whole = heapq.heappop(ways)
        here = way[-1][0]
        if whole:
            yield tuple(id_ for id_, _ in way)
        elif left[here] == 0:
            heapq.heappush(ways, (way + ends[here], True))
        else:
            for step in steps[here]:
                heapq.heappush(ways, (way + step, False))


def _passed(way: Sequence[str]) -> Way:
    return tuple((general, 1) for general in way)


def _row_of_feed(feed: Feed, ways: Mapping[tuple[str, str], list[str]]) -> Parameters:
    return {
        "source": feed.source,
        "target": feed.consumer,
        "input": feed.input,
        "via": feed.via,
        "way": ways[feed.source, feed.via],
    }


def _ids(nodes: Sequence[Near], prefix: str) -> dict[str, list[str]]:
    return {
        f"{prefix}{type_}s": [each.id for each in nodes if each.type == type_]
        for type_ in ("segment", "enterprise")
    }


def _version(tx: Transaction, dataset: str, segment: str) -> int:
    """The current version; raise `UnknownDatasetError`, `UnknownNameError`."""
    version = known(tx, dataset).version.number
    asked = {"dataset": dataset, "version": version, "segment": segment}
    if not segment.isascii() or not tx.rows(IS_SEGMENT, **asked):
        raise UnknownNameError(name=segment, what="segment")
    return version


def _refuse_moved(tx: Transaction, dataset: str, version: int) -> None:
    if tx.rows(MOVED, dataset=dataset, version=version):
        raise MovedError


def _is_id(*texts: str) -> bool:
    """Whether they can be ids, which are ASCII: a command line can hand in anything."""
    return all(text.isascii() for text in texts)
