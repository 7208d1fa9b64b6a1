"""The shipped district as facts, and its tables as they are exported."""

import pytest

from graph.answers import Workspace, gaps, verify
from graph.exchange.out import gaps_csv, gaps_xlsx, verify_xlsx
from graph.exchange.read.files import TableFile
from graph.network.terms import Terms
from tests.exchange.conftest import shipped


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
