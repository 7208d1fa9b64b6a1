"""Benchmarks: printed figures, no assertions."""
