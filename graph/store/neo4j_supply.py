"""Questions of supply asked of the drawn graph, on the server.

`FEEDS` leads from an input to what takes it (`via`: the member named, `way`: the general
segments up to it), `COUNTS_AS` from a kind to each of its general segments. A write replaces
the drawing or patches it: an answer counts if the version still holds after it, and nobody was
about to change the drawing meanwhile.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Self

from graph.errors import UnknownNameError
from graph.model.vocabulary import InputSort
from graph.store.contract import Near, Upstream
from graph.store.neo4j_connection import Returned, Transaction
from graph.store.neo4j_rows import known
from graph.store.neo4j_statements import HOLDS

Way = tuple[tuple[str, int], ...]
"""Ids of a path, each with 1 where it is passed as the general segment of what comes before."""

# The version that holds; -1 while a writer, unless it died, is about to change the drawing of it.
SEEN = f"""CASE WHEN d.moving AND d.writer_until >= datetime.realtime().epochMillis THEN -1
      ELSE {HOLDS} END"""
DRAWN = f"""
    MATCH (d:Dataset {{id: $dataset}})
    WITH d.current AS drawing, {SEEN} AS version
    OPTIONAL MATCH (s:Segment {{dataset: $dataset, version: drawing, id: $segment}})
    RETURN version, drawing, s.id AS id
"""
MOVED = f"""
    MATCH (d:Dataset {{id: $dataset}})
    WHERE {SEEN} <> $version OR d.current <> $drawing
    RETURN d.id
"""
# The walk has to be one that prunes: `min(length(p))` and nothing else of the path.
CLOSURE = f"""
    MATCH (d:Dataset {{id: $dataset}})
    WITH d.id AS dataset, d.current AS drawing, {SEEN} AS version
    MATCH (t:Segment {{dataset: dataset, version: drawing, id: $segment}})
    MATCH (goal:Segment)-[:COUNTS_AS*0..1]->(t)
    MATCH p = (goal)<-[:FEEDS*1..]-(s:Segment)
    WHERE all(r IN relationships(p) WHERE r.input IN $inputs)
    WITH version, drawing, t, s, min(length(p)) AS depth
    WHERE s <> t AND NOT EXISTS {{ (s)-[:COUNTS_AS]->(t) }}
    RETURN s.id AS id, depth, version, drawing ORDER BY depth, id
"""
CENTER = f"""
    MATCH (d:Dataset {{id: $dataset}})
    WITH d.id AS dataset, d.current AS drawing, {SEEN} AS version
    MATCH (s:Segment {{dataset: dataset, version: drawing, id: $segment}})
    RETURN version, drawing
"""
RING = """
    CALL {
      MATCH (a:Segment {dataset: $dataset, version: $drawing}) WHERE a.id IN $segments
      MATCH (a)-[:SUPPLIES|KIND_OF|MAKES]-(b)
      RETURN b
      UNION
      MATCH (a:Enterprise {dataset: $dataset, version: $drawing}) WHERE a.id IN $enterprises
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
      MATCH (t:Segment {dataset: $dataset, version: $drawing, id: $target})
      MATCH (goal:Segment)-[:COUNTS_AS*0..1]->(t)
      MATCH p = (goal)<-[:FEEDS*0..]-(x:Segment)
      WHERE all(r IN relationships(p) WHERE r.input IN $inputs)
      RETURN x, min(length(p)) AS left, null AS gone
      UNION ALL
      MATCH (s:Segment {dataset: $dataset, version: $drawing, id: $source})
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
    """The drawing is, or may have been, another one while it was asked: ask again."""


class _Seen(NamedTuple):
    """The version that holds, and what the nodes of its drawing bear as theirs."""

    version: int
    drawing: int

    @classmethod
    def of(cls, row: Returned) -> Self:
        """As a statement returned it."""
        return cls(row["version"], row["drawing"])


def closure(
    tx: Transaction, dataset: str, segment: str, inputs: Sequence[InputSort]
) -> tuple[Upstream, ...]:
    """Everything upstream of a segment, by depth and id; raise `MovedError`."""
    asked = {"dataset": dataset, "segment": segment, "inputs": list(inputs)}
    found = tx.rows(CLOSURE, **asked) if _is_id(dataset, segment) else []
    seen = _Seen.of(found[0]) if found else _seen(tx, dataset, segment)
    found = found or tx.rows(CLOSURE, **asked)
    _refuse_moved(tx, dataset, seen)
    return tuple(Upstream(row["id"], row["depth"]) for row in found)


def neighbourhood(
    tx: Transaction, dataset: str, segment: str, hops: int, limit: int
) -> tuple[Near, ...]:
    """What lies around a segment, nearest first; raise `MovedError`."""
    asked = {"dataset": dataset, "segment": segment}
    center = tx.rows(CENTER, **asked) if _is_id(dataset, segment) else []
    seen = _Seen.of(center[0]) if center else _seen(tx, dataset, segment)
    found = [Near("segment", segment, 0)]
    ring = found
    for hop in range(1, hops + 1):
        if not ring or len(found) >= limit:
            break
        around = _ids(ring, "") | _ids(found, "seen_")
        left = limit - len(found)
        rows = tx.rows(RING, dataset=dataset, drawing=seen.drawing, **around, limit=left)
        ring = [Near(row["type"], row["id"], hop) for row in rows]
        found += ring
    _refuse_moved(tx, dataset, seen)
    return tuple(found[: max(limit, 0)])


def paths(
    tx: Transaction, dataset: str, ends: tuple[str, str], inputs: Sequence[InputSort]
) -> Iterator[tuple[str, ...]]:
    """Shortest paths from the first end to the other, in order; raise `MovedError`.

    One that can be gone in two ways, by taker and by general segment, may come twice.
    """
    source, target = ends
    seen = min(_seen(tx, dataset, end) for end in ends)
    asked = {"dataset": dataset, "drawing": seen.drawing, "inputs": list(inputs)}
    rows = tx.rows(STEPS, **asked, source=source, target=target)
    _refuse_moved(tx, dataset, seen)
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


def _ids(nodes: Sequence[Near], prefix: str) -> dict[str, list[str]]:
    return {
        f"{prefix}{type_}s": [each.id for each in nodes if each.type == type_]
        for type_ in ("segment", "enterprise")
    }


def _seen(tx: Transaction, dataset: str, segment: str) -> _Seen:
    """What holds; raise `UnknownDatasetError`, `UnknownNameError`, `MovedError`."""
    asked = {"dataset": dataset, "segment": segment}
    found = tx.rows(DRAWN, **asked) if _is_id(dataset, segment) else []
    if found and found[0]["id"] is not None:
        return _Seen.of(found[0])
    known(tx, dataset)
    if found:
        _refuse_moved(tx, dataset, _Seen.of(found[0]))
    raise UnknownNameError(name=segment, what="segment")


def _refuse_moved(tx: Transaction, dataset: str, seen: _Seen) -> None:
    if seen.version < 0 or tx.rows(MOVED, dataset=dataset, **seen._asdict()):
        raise MovedError


def _is_id(*texts: str) -> bool:
    """Whether they can be ids, which are ASCII: a command line can hand in anything."""
    return all(text.isascii() for text in texts)
