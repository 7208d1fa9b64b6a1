"""Facts and their sources; no code but the opening of files."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where the shipped datasets and the reference layer lie."""
SHIPPED = "hechuan"
"""The dataset that fills a new store."""
