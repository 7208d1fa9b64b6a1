"""A chain's numbers over its versions in its report: by hand, on the bicycle of `test_editions`.

Version 1: the frame is lacking, one maker; 2: frames were found, the tube is asked for; 3: the
maker closed.
"""

import io
from collections.abc import Iterator

import docx
import pytest
from pptx import Presentation
from starlette.testclient import TestClient

from tests.http.conftest import application
from tests.http.test_editions import laid

SAID = "确认缺口 1 → 0，待核实 0 → 1，在产企业 1 → 0"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with laid(tmp_path_factory.mktemp("county")) as store:
        yield TestClient(application(store))


def file(client: TestClient, form: str, query: str = "chain=bikes") -> bytes:
    return client.get(f"/api/v1/export/chain-report.{form}?{query}").content


def test_the_page_says_it_and_draws_it(county: TestClient) -> None:
    page = file(county, "html").decode()

    assert SAID in page
    assert page.count("<polyline") == 3


def test_the_document_has_a_column_for_each_version(county: TestClient) -> None:
    table = docx.Document(io.BytesIO(file(county, "docx"))).tables[-1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]

    assert [each[:5] for each in rows[0][1:]] == ["第 1 版", "第 2 版", "第 3 版"]
    assert rows[1:4] == [
        ["确认缺口", "1", "0", "0"],
        ["待核实", "0", "1", "1"],
        ["在产企业", "1", "1", "0"],
    ]


def test_a_slide_has_a_chart_of_the_same_numbers(county: TestClient) -> None:
    slides = Presentation(io.BytesIO(file(county, "pptx"))).slides
    (chart,) = (each.chart for slide in slides for each in slide.shapes if each.has_chart)

    assert {each.name: tuple(each.values) for each in chart.plots[0].series} == {
        "确认缺口": (1.0, 0.0, 0.0),
        "待核实": (0.0, 1.0, 1.0),
        "在产企业": (1.0, 1.0, 0.0),
    }


@pytest.mark.parametrize("query", ["chain=bikes&version=1", ""])
def test_of_one_version_and_of_all_chains_there_is_none(county: TestClient, query: str) -> None:
    assert "历次变化" not in file(county, "html", query).decode()
