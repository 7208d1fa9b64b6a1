"""One firm by all its names: registered, traditional, of a branch, by its code."""

import pytest
from starlette.testclient import TestClient

from api.imports.applying import apply, prepare
from api.workspaces import Workspaces
from graph.answers import resolve, workspace
from graph.errors import UnknownNameError
from graph.exchange.report.outcome import ImportChoices
from graph.store import GraphStore
from tests.http.conftest import application
from tests.imports.tables import csv_file, outcomes, read, reasons

API = "/api/v1"
CODE = "91110000600037341L"
NAMES = [
    "飞轮车业",
    "飞轮车业有限公司",
    "青溪县飞轮车业有限责任公司",
    "飞轮车业（青溪）股份有限公司",
    "飛輪車業",
    "青溪縣飛輪車業有限公司",
    "飞轮车业有限公司城南分公司",
    "青溪飞轮车业有限公司（第二工厂）",
    "飞轮车业青溪分公司",
    "飞轮车业第二工厂",
    "飛輪車業有限公司青溪生產基地",
    CODE,
    CODE.lower(),
]
OTHERS = ["飞轮车业（成都）有限公司", "飞轮", "远山飞轮车业有限公司", "大河分公司", CODE[:-1] + "X"]


@pytest.fixture
def coded(store: GraphStore) -> TestClient:
    """The demo, in which 飞轮车业 has a credit code."""
    row = csv_file("企业名称,统一社会信用代码", f"飞轮车业,{CODE}")
    choices = ImportChoices(by="王工", today="2026-11-25")
    apply(store, prepare(Workspaces(store, None), [row], choices, "zh"))
    return TestClient(application(store))


@pytest.mark.parametrize("name", NAMES)
def test_a_firm_is_found_by_every_way_of_writing_its_name(
    name: str, coded: TestClient, store: GraphStore
) -> None:
    hits = coded.get(f"{API}/search", params={"q": name}).json()["items"]
    listed = coded.get(f"{API}/enterprises", params={"q": name}).json()["items"]
    typed = coded.get("/search/hits", params={"q": name, "type": "enterprise"}).text
    page = coded.get("/enterprises", params={"q": name}).text

    assert hits[0]["id"] == "flywheel"
    assert [each["id"] for each in listed] == ["flywheel"]
    assert "flywheel" in typed
    assert "飞轮车业" in page
    assert resolve(workspace(store.read("demo")), name, "enterprise") == "flywheel"


@pytest.mark.parametrize("name", OTHERS)
def test_another_firm_is_no_way_of_writing_it(name: str, store: GraphStore) -> None:
    with pytest.raises(UnknownNameError):
        resolve(workspace(store.read("demo")), name, "enterprise")


@pytest.mark.usefixtures("coded")
def test_a_firm_that_is_closed_and_moved_keeps_its_names_and_what_it_made(
    store: GraphStore,
) -> None:
    rows = csv_file(
        "企业名称,曾用名,登记状态,地址,数据截至", "城北车业,飞轮车业,注销,邻县,2030-01-01"
    )
    choices = ImportChoices(by="王工", today="2030-01-02", names={"城北车业": "flywheel"})
    apply(store, prepare(Workspaces(store, None), [rows], choices, "zh"))
    after = TestClient(application(store))

    for name in ("飞轮车业", "飛輪車業有限公司", "城北车业", CODE):
        hits = after.get(f"{API}/search", params={"q": name}).json()["items"]
        assert hits[0]["id"] == "flywheel"
        assert resolve(workspace(store.read("demo")), name, "enterprise") == "flywheel"
    firm = after.get(f"{API}/enterprises/flywheel").json()
    assert (firm["status"], firm["address"]) == ("suspended", "邻县")
    assert [each["segment"]["id"] for each in firm["makes"]] == ["bicycle"]
    assert after.get(f"{API}/segments/bicycle").json()["local_status"] != "made"


@pytest.mark.parametrize(
    ("text", "found"), [("鏈條", "chain"), ("車架", "frame"), ("鋼管", "steel_tube")]
)
def test_segments_are_found_by_traditional_characters(
    text: str, found: str, coded: TestClient
) -> None:
    hits = coded.get(f"{API}/search", params={"q": text}).json()["items"]

    assert found in [each["id"] for each in hits]


def test_a_list_in_traditional_characters_is_read() -> None:
    found = read(
        csv_file("企業名稱,登記狀態,主要產品,產業鏈", "飛輪車業有限公司,註銷,傳動鏈,自行車產業")
    )

    (line,) = found.lines
    assert line.outcome == "rejected"
    assert reasons(line) == [("登記狀態", "註銷", "older")]
    new = read(csv_file("企業名稱,登記狀態,主要產品", "遠山車業,存續,傳動鏈"))
    assert outcomes(new) == ["new"]
    (firm,) = [each for each in new.records if each.type == "enterprise"]
    assert (firm.name, firm.aliases) == ("遠山車業", ("远山车业",))


@pytest.mark.parametrize(
    "branch", ["飞轮车业有限公司城南分公司", "飞轮车业第二工厂", "飞轮车业分厂"]
)
def test_a_branch_in_a_list_is_asked_about_and_settled_is_known(branch: str) -> None:
    row = csv_file("企业名称,主要产品", f"{branch},链条")

    asked = read(row)
    same = read(row, names={branch: "flywheel"})
    apart = read(row, names={branch: "new"})

    assert reasons(asked.lines[0]) == [("企业名称", branch, "unsettled")]
    assert [each.id for each in asked.lines[0].faults[0].candidates] == ["flywheel"]
    assert {each.id for each in same.records} == {"flywheel", "makes.flywheel.drive_chain"}
    assert len({each.id for each in apart.records if each.type == "enterprise"} - {"flywheel"}) == 1
