"""Slides: the report of a chain for a meeting."""
