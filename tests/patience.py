"""How long tests wait for what has to come: a hang is meant, not a machine that is busy."""

PATIENCE = 600
"""Seconds."""
