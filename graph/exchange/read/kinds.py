"""The kinds of tables, by name."""

from collections.abc import Mapping

from graph.exchange.read.columns import Table, TableKind
from graph.exchange.read.columns_enterprises import ENTERPRISES, MAKES, SUPPLIES
from graph.exchange.read.columns_graph import EDGES, NODES
from graph.exchange.read.columns_ours import GAPS, VERIFY

TABLES: Mapping[TableKind, Table] = {
    table.kind: table for table in (ENTERPRISES, MAKES, SUPPLIES, GAPS, VERIFY, NODES, EDGES)
}
GRAPH: frozenset[TableKind] = frozenset({"nodes", "edges"})
"""The kinds that can make a dataset of their own."""
