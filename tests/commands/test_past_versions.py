"""Commands asked of a version that is past: the body of the route, and told so."""

import json
import sqlite3
from pathlib import Path

import openpyxl
import pytest
from starlette.testclient import TestClient

from tests.commands.conftest import run_forked
from tests.http.conftest import application
from tests.http.test_editions import laid


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Version 1: the frame of the bicycle is lacking; 2: it was found; 3: its maker closed."""
    with laid(tmp_path_factory.mktemp("county")) as store:
        return store.uri


def test_a_command_answers_from_a_past_version_and_says_so(county: str) -> None:
    told = run_forked("gaps", "--version", "1", LIANTU_STORE=county)
    body = run_forked("gaps", "--version", "1", "--json", LIANTU_STORE=county)

    assert told.code == 0
    assert "这是第 1 版" in told.err
    assert "现行的是第 3 版" in told.err
    assert [each["id"] for each in json.loads(body.out)["items"]] == ["derived.district.frame"]


def test_the_current_version_needs_no_remark(county: str) -> None:
    assert "这是第" not in run_forked("gaps", "--version", "3", LIANTU_STORE=county).err


def test_the_history_ends_with_the_version_that_is_shown(county: str) -> None:
    body = run_forked("history", "--version", "2", "--json", LIANTU_STORE=county)

    assert [each["version"] for each in json.loads(body.out)["items"]] == [2, 1]


def test_a_version_that_is_still_to_come_is_told_with_where_to_look(county: str) -> None:
    done = run_forked("missing", "bike", "--version", "9", LIANTU_STORE=county)

    assert done.code == 1
    assert "没有版本 9" in done.err
    assert "修订记录" in done.err


def test_a_version_that_is_kept_no_longer_is_told_with_the_oldest(tmp_path: Path) -> None:
    laid(tmp_path).close()
    with sqlite3.connect(tmp_path / "store.sqlite") as file:
        file.execute("DELETE FROM versions WHERE number = 1")

    uri = f"sqlite:///{tmp_path / 'store.sqlite'}"
    done = run_forked("gaps", "--version", "1", LIANTU_STORE=uri)

    assert done.code == 1
    assert "最早可查的是版本 2" in done.err


@pytest.mark.parametrize("version", ["0", "-1", "one"])
def test_what_is_no_version_is_wrong_use(county: str, version: str) -> None:
    assert run_forked("gaps", "--version", version, LIANTU_STORE=county).code == 2


def test_nobody_withdraws_from_a_version_that_is_past(county: str) -> None:
    done = run_forked("registers", "--withdraw", "名录", "--version", "1", LIANTU_STORE=county)

    assert done.code == 2
    assert "现行版" in done.err


def test_a_workbook_of_a_past_version_names_it(county: str, tmp_path: Path) -> None:
    file = tmp_path / "gaps.xlsx"
    run_forked("export", "gaps.xlsx", "--version", "1", "-o", str(file), LIANTU_STORE=county)
    cover = {row[0].value: row[1].value for row in openpyxl.load_workbook(file)["说明"].rows}

    assert cover["数据版本"] == "1"


def test_a_download_of_a_past_version_is_called_by_it(tmp_path: Path) -> None:
    with laid(tmp_path) as store:
        client = TestClient(application(store))
        names = [
            client.get(f"/api/v1/export/gaps.csv{query}").headers["Content-Disposition"]
            for query in ("?version=1", "?version=3", "")
        ]

    assert names == [
        'attachment; filename="gaps.v1.csv"',
        'attachment; filename="gaps.csv"',
        'attachment; filename="gaps.csv"',
    ]
