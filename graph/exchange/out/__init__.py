"""Files out: tables, workbooks, graph files, empty templates."""

from graph.exchange.out.cytoscape import cx2
from graph.exchange.out.drawn_graphs import gexf, graphml
from graph.exchange.out.enterprise_table import enterprises_csv, enterprises_xlsx
from graph.exchange.out.gap_table import gaps_csv
from graph.exchange.out.graph_files import cypher, graph_json
from graph.exchange.out.handover import Handover, handover_xlsx
from graph.exchange.out.picture import GraphLooks, Mark
from graph.exchange.out.record_tables import (
    RecordTable,
    edges_table,
    makes_table,
    nodes_table,
    segments_table,
)
from graph.exchange.out.tables import gaps_xlsx, verify_xlsx
from graph.exchange.out.whole_graph import WholeGraph, whole_graph

__all__ = [
    "GraphLooks",
    "Handover",
    "Mark",
    "RecordTable",
    "WholeGraph",
    "cx2",
    "cypher",
    "edges_table",
    "enterprises_csv",
    "enterprises_xlsx",
    "gaps_csv",
    "gaps_xlsx",
    "gexf",
    "graph_json",
    "graphml",
    "handover_xlsx",
    "makes_table",
    "nodes_table",
    "segments_table",
    "verify_xlsx",
    "whole_graph",
]
