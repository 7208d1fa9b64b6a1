"""Which dataset folder a path or a name means."""

from pathlib import Path

import seeds


def folder(path: str | None) -> Path:
    """Return the folder; nothing means the shipped dataset, a shipped dataset's name that one."""
    if path is None:
        return seeds.FOLDER / seeds.SHIPPED
    shipped = seeds.FOLDER / path
    if not Path(path).exists() and "/" not in path and (shipped / "dataset.yaml").is_file():
        return shipped
    return Path(path)
