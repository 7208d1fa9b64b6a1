"""Files out: tables and graph files."""

from graph.exchange.gap_table import gaps_csv
from graph.exchange.graph_files import cypher, gexf, graph_json, graphml
from graph.exchange.tables import gaps_xlsx, verify_xlsx
from graph.exchange.whole_graph import WholeGraph, whole_graph

__all__ = [
    "WholeGraph",
    "cypher",
    "gaps_csv",
    "gaps_xlsx",
    "gexf",
    "graph_json",
    "graphml",
    "verify_xlsx",
    "whole_graph",
]
