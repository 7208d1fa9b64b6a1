"""The demo in a store with its editor; the shipped district as facts and as tables."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.answers import Workspace, gaps, verify
from graph.exchange.out import gaps_csv, gaps_xlsx, verify_xlsx
from graph.exchange.read.files import TableFile
from graph.network.terms import Terms
from graph.store import GraphStore
from tests.exchange.conftest import shipped
from tests.http.conftest import client_of, filled


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    """A store of the demo; a module that needs another has a `store` of its own."""
    with filled(tmp_path, "demo") as opened:
        yield opened


@pytest.fixture
def editor(store: GraphStore, tmp_path: Path) -> TestClient:
    """Somebody who may write, with a folder for what imports keep."""
    return client_of("editor", store, tmp_path, "王工", imports=tmp_path / "imports")


@pytest.fixture(scope="session")
def hechuan() -> Workspace:
    return shipped("hechuan")


@pytest.fixture(scope="session")
def exported(hechuan: Workspace) -> dict[str, TableFile]:
    """`gaps.xlsx`, `gaps.csv` and `verify.xlsx` of the shipped district."""
    all_gaps = gaps(hechuan, Terms(), "zh")
    lines = "".join(gaps_csv(all_gaps, hechuan, "zh"))
    return {
        "gaps.xlsx": TableFile("gaps.xlsx", gaps_xlsx(all_gaps, hechuan, "zh")),
        "gaps.csv": TableFile("gaps.csv", lines.encode()),
        "verify.xlsx": TableFile(
            "verify.xlsx", verify_xlsx(verify(hechuan, Terms(), "zh", year=2026), hechuan, "zh")
        ),
    }
