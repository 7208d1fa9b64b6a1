"""Files out: tables and graph files."""

from graph.exchange.gap_table import gaps_csv

__all__ = ["gaps_csv"]
