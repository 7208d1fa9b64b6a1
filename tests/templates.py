"""Stores with the shipped datasets, filled once for the whole run: tests get copies of them."""

import os
import shutil
from functools import cache
from pathlib import Path

import seeds
from api.columns import KeptColumns
from graph.load import load_dataset
from graph.store import open_store
from tests.alone import alone

_FOLDER = "TEMPLATES_OF_STORES"


def keep_in(base: Path) -> None:
    """Keep the stores where all processes of a run find them; `base` is the folder of this one."""
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    os.environ[_FOLDER] = str(shared)


def lay(file: Path, *datasets: str) -> None:
    """Make `file` a store with these datasets."""
    folder = os.environ.get(_FOLDER)
    if folder is None:  # not in a run of pytest
        _fill(file, datasets)
    else:
        template = _template(Path(folder), datasets)
        shutil.copyfile(template, file)
        shutil.copytree(_columns(template), _columns(file))


@cache
def _template(folder: Path, datasets: tuple[str, ...]) -> Path:
    file = folder / f"{'-'.join(datasets)}.sqlite"
    with alone(file.with_suffix(".lock")):
        if not file.exists():
            # Under another name first: who fails half way leaves nothing that looks whole.
            fresh = file.with_suffix(".new")
            _fill(fresh, datasets)
            _columns(fresh).rename(_columns(file))
            fresh.rename(file)
    return file


def _columns(file: Path) -> Path:
    return file.with_name(f"{file.name}.columns")


def _fill(file: Path, datasets: tuple[str, ...]) -> None:
    with open_store(f"sqlite:///{file}") as store:
        for dataset in datasets:
            version = store.load(load_dataset(seeds.FOLDER / dataset))
            KeptColumns(store).workspace(version)
