"""The kinds of tables, by name."""

from collections.abc import Mapping

from graph.exchange.read.columns import Table, TableKind
from graph.exchange.read.columns_enterprises import ENTERPRISES, MAKES, SUPPLIES
from graph.exchange.read.columns_graph import EDGES, NODES
from graph.exchange.read.columns_ours import AUDIT, BLOCKS, GAPS, LEADS, PARKS, PROJECTS, VERIFY

_FIRMS = (ENTERPRISES, MAKES, SUPPLIES)
_OURS = (GAPS, VERIFY, LEADS, BLOCKS, PROJECTS, PARKS, AUDIT)
TABLES: Mapping[TableKind, Table] = {table.kind: table for table in (*_FIRMS, *_OURS, NODES, EDGES)}
TOLD_ALONE: tuple[TableKind, ...] = ("blocks", "projects", "parks", "audit")
"""Ours that people only read: a cell that was changed is refused."""
GRAPH: frozenset[TableKind] = frozenset({"nodes", "edges"})
"""The kinds that can make a dataset of their own."""
