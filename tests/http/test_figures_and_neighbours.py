"""Progress of indicators, and neighbouring districts on gaps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.store import open_store
from tests.http.conftest import application
from tests.support import (
    chain,
    claim,
    dataset,
    direction,
    document,
    gap,
    group,
    indicator,
    industry,
    maker,
    membership,
    region,
    seed,
    segment,
    source,
)

API = "/api/v1"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Output of 408 with a target of 750; a bike whose frame is lacking; two neighbours."""
    records = (
        document(),
        source(),
        region(),
        region("yonder", "neighbour"),
        region("beyond", "neighbour"),
        industry(),
        chain("bikes"),
        chain("kites"),
        indicator("output_2020", 408.0, name="产值", year=2020),
        indicator("output_2025", 750.0, name="产值", actual_or_target="target"),
        indicator("export_2020", None, name="出口", year=2020, printed="--"),
        indicator("export_2025", 10.0, name="出口", actual_or_target="target"),
        indicator("share_2020", 19.3, name="占比", unit="%", year=2020),
        indicator("share_2025", 35.0, name="占比", unit="个", actual_or_target="target"),
        indicator("energy_2020", 3.0, name="能耗", year=2020),
        indicator("energy_2025", -15.5, name="能耗", actual_or_target="target"),
        segment("bike"),
        segment("frame"),
        membership("bikes", "bike", "downstream"),
        group("bike", "frame"),
        *maker("acme", "bike"),
        claim("frame", "absent"),
        gap("no_kites", "weak", capability="风筝", chains=("kites",)),
        direction("yonder", "frames", "bikes"),
        direction("beyond", "kites", "kites"),
    )
    folder: Path = tmp_path_factory.mktemp("county")
    with open_store(f"sqlite:///{folder / 'store.sqlite'}") as store:
        store.load(seed(*records, dataset=dataset("county")))
        yield TestClient(application(store))


def indicators(client: TestClient) -> dict[str, dict[str, object]]:
    return {each["id"]: each for each in client.get(f"{API}/indicators").json()["items"]}


def test_an_actual_stands_beside_its_target_with_the_share_reached(county: TestClient) -> None:
    """408 of 750 is 54.4 %."""
    actual = indicators(county)["output_2020"]

    assert actual["target"] == {
        "type": "indicator",
        "id": "output_2025",
        "name": "产值",
        "name_en": None,
    }
    assert actual["progress"] == pytest.approx(0.544)


def test_a_target_has_no_progress_of_its_own(county: TestClient) -> None:
    target = indicators(county)["output_2025"]

    assert (target["target"], target["progress"]) == (None, None)


def test_what_is_not_printed_makes_no_progress(county: TestClient) -> None:
    actual = indicators(county)["export_2020"]

    assert (actual["value"], actual["printed"], actual["progress"]) == (None, "--", None)


def test_another_unit_is_another_figure(county: TestClient) -> None:
    assert indicators(county)["share_2020"]["target"] is None


def test_a_reduction_is_no_share_of_a_level(county: TestClient) -> None:
    assert indicators(county)["energy_2020"]["progress"] is None


def neighbours(client: TestClient, gap_id: str) -> list[str]:
    body = client.get(f"{API}/gaps/{gap_id}").json()
    assert all(each["evidence"] for each in body["neighbours"])
    return [each["region"]["id"] for each in body["neighbours"]]


def test_a_gap_names_the_neighbours_whose_directions_cover_its_chain(county: TestClient) -> None:
    assert neighbours(county, "derived.district.frame") == ["yonder"]
    assert neighbours(county, "no_kites") == ["beyond"]


def test_the_plans_own_figures_show_their_progress(hechuan: TestClient) -> None:
    """Table 2 of the plan: output 408 with a target of 750, green factories 8 of 30."""
    found = hechuan.get(f"{API}/indicators", params={"limit": 1000}).json()["items"]
    progress = {round(each["progress"], 4) for each in found if each["progress"] is not None}

    assert {round(408 / 750, 4), round(8 / 30, 4)} <= progress


def test_the_neighbours_of_a_real_gap_come_with_the_plans_sentence(hechuan: TestClient) -> None:
    items = hechuan.get(f"{API}/gaps", params={"limit": 1000}).json()["items"]
    found = [each for item in items for each in item["neighbours"]]

    assert found
    assert all(any(e["basis"] == "stated" for e in each["evidence"]) for each in found)
