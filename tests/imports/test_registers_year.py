"""A year of a register: last year's, this year's, a correction, a withdrawal, the old one again."""

from starlette.testclient import TestClient

from graph.store import GraphStore
from tests.edits.saying import API, answers, correct, undo

HEAD = "单位名称,统一社会信用代码,行业代码,登记状态,园区"
CODE = "91110000600037341L"
LAST = (
    f"飞轮车业有限公司,{CODE},3761,存续,",
    "大河厂,,3484,存续,河湾园区",
    "小溪厂,,3762,存续,",
    "远山厂,,3379,存续,",
)
THIS = (
    f"青溪飞輪車業（集团）,{CODE},3761,存续,",
    "大河厂,,3484,存续,",
    "小溪厂,,3762,注销,",
    "新来厂,,3379,存续,",
)


def handed_in(editor: TestClient, as_of: str, *rows: str, **more: str) -> tuple[int, object]:
    """Bring a list as the register 四经普; return the status, and the fates or why not."""
    said = {"register": "四经普", "as_of": as_of, "coverage": "partial", **more}
    content = "\n".join((HEAD, *rows)).encode()
    reply = editor.post(
        f"{API}/imports", params={"apply": True}, data=said, files=[("files", ("a.csv", content))]
    )
    body = reply.json()
    told = body["as_register"]["fates"] if reply.status_code == 200 else body["detail"]
    return reply.status_code, told


def listed(store: GraphStore) -> dict[str, tuple[str | None, bool, str | None]]:
    """Each firm of the register: what enterprise it is, whether closed, since when gone."""
    every = store.read("demo").listed_firms.values()
    return {each.name: (each.enterprise, each.closed, each.gone) for each in every}


def found(editor: TestClient, name: str) -> list[str]:
    hits = editor.get(f"{API}/search", params={"q": name}).json()["items"]
    return [each["id"] for each in hits if each["type"] == "enterprise"]


def test_each_step_of_a_year_of_a_register_is_as_worked_out_by_hand(
    editor: TestClient, store: GraphStore
) -> None:
    first = answers(editor)

    assert handed_in(editor, "2025-12-31", *LAST)[0] == 200
    assert set(listed(store)) == {"飞轮车业有限公司", "大河厂", "小溪厂", "远山厂"}
    second = handed_in(editor, "2026-06-30", *THIS)
    assert second == (
        200,
        {"new": 1, "gone": 1, "closed": 1, "moved": 1, "changed": 1, "same": 0},
    )
    state = listed(store)
    assert state == {
        "青溪飞輪車業（集团）": ("flywheel", False, None),
        "大河厂": (None, False, None),
        "小溪厂": (None, True, None),
        "远山厂": (None, False, "2026-06-30"),
        "新来厂": (None, False, None),
    }

    correct(editor, store.current("demo").number, "flywheel", status="suspended")
    status, why = handed_in(editor, "2025-12-31", *LAST)
    assert (status, "旧名录不覆盖新名录" in str(why)) == (422, True)
    assert listed(store) == state
    assert store.read("demo").enterprises["flywheel"].status == "suspended"
    assert "makes.flywheel.bicycle" in store.read("demo").makes
    assert found(editor, "飛輪車業有限公司") == ["flywheel"]

    withdrawn(editor)
    assert listed(store) == {}
    for date, rows in (("2026-06-30", THIS), ("2025-12-31", LAST)):
        status, why = handed_in(editor, date, *rows)
        assert (status, "由 王工 撤回：错了" in str(why)) == (422, True)
    assert listed(store) == {}
    assert handed_in(editor, "2026-06-30", *THIS, restore="true")[0] == 200

    for number in range(store.current("demo").number, 1, -1):
        assert undo(editor, number, store.current("demo").number).status_code == 200
    assert answers(editor) == first
    assert not store.read("demo").registers


def withdrawn(editor: TestClient) -> None:
    (register,) = editor.get(f"{API}/registers").json()["items"]
    seen = editor.get(f"{API}/history").json()["version"]
    reply = editor.delete(
        f"{API}/registers/{register['id']}",
        params={"reason": "错了"},
        headers={"If-Match": f'"{seen}"'},
    )
    assert reply.status_code == 200
