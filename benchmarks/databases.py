"""A closure asked of embedded databases, where they are installed; neither knows more of a network.

What can be completed is a greatest fixpoint over groups of alternatives: no recursive query says
that a group falls with its last member.
"""

import csv
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

Node = tuple[str, int]
Ask = Callable[[], frozenset[int]]
UPSTREAM = """
WITH RECURSIVE up(node) AS (
    SELECT ?::INTEGER UNION SELECT steps.target FROM steps JOIN up ON steps.source = up.node
)
SELECT node FROM up
"""
DEEPEST = 200


def in_duckdb(walked: "nx.DiGraph[Node]", start: Node) -> Ask | None:
    """Ask a recursive query of DuckDB."""
    try:
        import duckdb  # type: ignore[import-not-found,unused-ignore] # noqa: PLC0415
    except ImportError:
        return None
    connection = duckdb.connect()
    with tempfile.TemporaryDirectory() as folder:
        files = _written(walked, Path(folder))
        connection.execute(
            f"CREATE TABLE steps AS SELECT column0 AS source, column1 AS target "  # noqa: S608
            f"FROM read_csv('{files[1]}', header = false)"
        )

    def ask() -> frozenset[int]:
        rows = connection.execute(UPSTREAM, [_number(start)]).fetchall()
        return frozenset(node // 2 for (node,) in rows)

    return ask


def in_ladybug(walked: "nx.DiGraph[Node]", start: Node) -> Ask | None:
    """Ask for shortest paths of any length, in Cypher, of ladybug, which follows Kuzu."""
    try:
        import ladybug  # type: ignore[import-not-found,unused-ignore] # noqa: PLC0415
    except ImportError:
        return None
    connection = ladybug.Connection(ladybug.Database(":memory:"))
    connection.execute("CREATE NODE TABLE Node(id INT64 PRIMARY KEY)")
    connection.execute("CREATE REL TABLE Step(FROM Node TO Node)")
    connection.execute(f"CALL var_length_extend_max_depth = {DEEPEST}")
    with tempfile.TemporaryDirectory() as folder:
        nodes, steps = _written(walked, Path(folder))
        connection.execute(f"COPY Node FROM '{nodes}'")
        connection.execute(f"COPY Step FROM '{steps}'")
    query = (
        f"MATCH (a:Node {{id: $start}})-[:Step* SHORTEST 1..{DEEPEST}]->(b:Node) "
        "RETURN DISTINCT b.id"
    )

    def ask() -> frozenset[int]:
        found = connection.execute(query, {"start": _number(start)})
        return frozenset(node // 2 for (node,) in found.get_all())

    return ask


def _number(node: Node) -> int:
    way, segment = node
    return 2 * segment + (way == "itself")


def _written(walked: "nx.DiGraph[Node]", folder: Path) -> tuple[Path, Path]:
    """Write nodes and steps as tables."""
    nodes, steps = folder / "nodes.csv", folder / "steps.csv"
    with nodes.open("w", newline="") as file:
        csv.writer(file).writerows([_number(node)] for node in walked)
    with steps.open("w", newline="") as file:
        csv.writer(file).writerows((_number(a), _number(b)) for a, b in walked.edges())
    return nodes, steps
