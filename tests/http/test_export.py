"""The gap list as a file that Excel opens."""

import csv
import io

from starlette.testclient import TestClient

API = "/api/v1"


def test_the_gap_list_is_a_csv_file_with_a_mark_for_excel(demo: TestClient) -> None:
    response = demo.get(f"{API}/export/gaps.csv")

    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.headers["content-disposition"] == 'attachment; filename="gaps.csv"'
    assert response.content.startswith(b"\xef\xbb\xbf")


def test_the_file_has_a_row_for_each_gap_wanted(demo: TestClient) -> None:
    def names(**params: str) -> set[str]:
        text = demo.get(f"{API}/export/gaps.csv", params=params).content.decode("utf-8-sig")
        return {row["编号"] for row in csv.DictReader(io.StringIO(text))}

    assert names() == {"belt_makers"}
    assert names(rows="gaps") == {"belt_makers", "derived.qingxi.chain"}
    assert names(rows="gaps", origin="derived") == {"derived.qingxi.chain"}


def test_the_file_has_more_rows_than_a_page_where_there_are_more(hechuan: TestClient) -> None:
    total = hechuan.get(f"{API}/gaps").json()["total"]
    text = hechuan.get(f"{API}/export/gaps.csv").content.decode("utf-8-sig")

    assert len(list(csv.DictReader(io.StringIO(text)))) == total
