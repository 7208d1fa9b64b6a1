"""Rows to records: names and words of a table against what is known."""
