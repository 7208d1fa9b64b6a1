"""The shipped district as facts, and its tables as they are exported."""

from pathlib import Path

import pytest

import seeds
from graph.answers import Workspace, gaps, verify, workspace
from graph.exchange.out import gaps_csv, gaps_xlsx, verify_xlsx
from graph.exchange.read.files import File
from graph.load import load_dataset
from graph.network.terms import Terms
from graph.store import open_store


@pytest.fixture(scope="session")
def hechuan(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder: Path = tmp_path_factory.mktemp("hechuan")
    with open_store(f"sqlite:///{folder / 'store.sqlite'}") as store:
        store.load(load_dataset(seeds.FOLDER / "hechuan"))
        return workspace(store.read("hechuan"))


@pytest.fixture(scope="session")
def exported(hechuan: Workspace) -> dict[str, File]:
    """`gaps.xlsx`, `gaps.csv` and `verify.xlsx` of the shipped district."""
    all_gaps = gaps(hechuan, Terms(), "zh")
    lines = "".join(gaps_csv(all_gaps, hechuan, "zh"))
    return {
        "gaps.xlsx": File("gaps.xlsx", gaps_xlsx(all_gaps, hechuan, "zh")),
        "gaps.csv": File("gaps.csv", lines.encode()),
        "verify.xlsx": File(
            "verify.xlsx", verify_xlsx(verify(hechuan, Terms(), "zh"), hechuan, "zh")
        ),
    }
