"""Dataset folders to checked records, all errors in one report."""

from graph.load.folders import Checked, check, load_dataset, load_synonyms

__all__ = ["Checked", "check", "load_dataset", "load_synonyms"]
