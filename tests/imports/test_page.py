"""Tables in by page, without scripts: files, a report, decisions, writing."""

import re
from pathlib import Path

from starlette.testclient import TestClient

from graph.store import GraphStore
from tests.http.conftest import application, client_of

FIRMS = "企业,产品,状态\n顺风皮带厂,同步带,在产\n"
DOUBTFUL = f"{FIRMS}飞轮车业二厂,自行车,在产\n某厂,飞机,在产\n,同步带,在产\n"
EVIL = '"><img src=x onerror=alert(1)>'


def bring(client: TestClient, *tables: str, name: str = "企业.csv") -> tuple[str, str]:
    """Upload tables; return the address of the report and the page."""
    files = [("files", (name, table.encode(), "text/csv")) for table in tables]
    answer = client.post("/import", files=files)
    assert answer.status_code == 200, answer.text
    return answer.url.path, main(answer.text)


def main(page: str) -> str:
    return page[page.index("<main") : page.index("</main>")]


def decide(client: TestClient, path: str, action: str, **fields: object) -> str:
    answer = client.post(path, data={"action": action, **fields})
    return main(answer.text)


def test_the_empty_tables_of_the_page_come_back_with_nothing_new(editor: TestClient) -> None:
    links = re.findall(r'href="(/import/template/\w+)"', main(editor.get("/import").text))
    table = editor.get("/import/template/enterprises")

    files = [("files", ("enterprises.xlsx", table.content, "application/octet-stream"))]
    report = main(editor.post("/import", files=files).text)

    assert len(links) == 5
    assert {editor.get(link).status_code for link in links} == {200}
    assert editor.get("/import/template/gaps").status_code == 404
    assert "<b>0 </b>行新增，<b>0 </b>行修改" in report


def test_a_report_comes_first_and_writes_nothing(store: GraphStore, editor: TestClient) -> None:
    """By seeds/demo: a maker of belts closes the group 链条 | 同步带, the only open one."""
    _, page = bring(editor, FIRMS)

    assert "<b>1 </b>行新增" in page
    assert re.search(r"消除的缺口 <small>2</small>", page)
    assert "同步带生产企业" in page
    assert "可得 0，未知 1（在建 1），缺 0</td><td>可得 1，未知 0（在建 0），缺 0" in page
    assert store.current("demo").number == 1


def test_writing_makes_one_version_in_the_name_of_the_editor(
    store: GraphStore, editor: TestClient
) -> None:
    path, _ = bring(editor, FIRMS)

    page = decide(editor, path, "write")
    gaps = editor.get("/api/v1/gaps").json()["items"]

    assert "已写入，现为版本 2" in page
    version = store.current("demo")
    assert (version.number, version.by) == (2, "王工")
    assert {each["id"]: each["standing"] for each in gaps} == {"belt_makers": "direction"}


def test_a_second_click_writes_nothing_more(store: GraphStore, editor: TestClient) -> None:
    path, _ = bring(editor, FIRMS)
    decide(editor, path, "write")

    again = decide(editor, path, "write")

    assert "已写入，现为版本 2" in again
    assert store.current("demo").number == 2


def test_names_are_decided_by_radio_and_remembered(store: GraphStore, editor: TestClient) -> None:
    path, page = bring(editor, DOUBTFUL)
    asked = re.findall(r'type="radio" name="(choose-\d+)" value="([^"]+=\w+)"', page)
    again = decide(
        editor, path, "check", **{"choose-1": "飞轮车业二厂=new", "choose-2": "飞机=skip"}
    )
    written = decide(
        editor, path, "write_sound", **{"choose-1": "飞轮车业二厂=new", "choose-2": "飞机=skip"}
    )

    assert asked == [
        ("choose-1", "飞轮车业二厂=flywheel"),
        ("choose-1", "飞轮车业二厂=new"),
        ("choose-2", "飞机=skip"),
    ]
    assert "请确认这些名称（2）" in page
    assert "<b>3 </b>行新增" in again
    assert "<b>1 </b>行被拒绝" in again
    assert 'value="飞轮车业二厂=new" checked' in again
    assert "已写入，现为版本 2" in written
    names = {firm.name for firm in store.read("demo").enterprises.values()}
    assert {"顺风皮带厂", "飞轮车业二厂", "某厂"} <= names


def test_rejected_rows_come_as_a_file_with_the_reason(editor: TestClient) -> None:
    path, page = bring(editor, DOUBTFUL)
    answer = editor.get(f"{path}/rejected/0")
    lines = answer.content.decode("utf-8-sig").splitlines()

    assert f'href="{path}/rejected/0" download' in page
    assert answer.headers["content-disposition"] == 'attachment; filename="rejected-1.csv"'
    assert lines[0] == "企业,产品,状态,原因"
    assert [line.split(",")[0] for line in lines[1:]] == ["飞轮车业二厂", "某厂", ""]
    assert editor.get(f"{path}/rejected/1").status_code == 404


def test_rejected_rows_are_never_passed_over_silently(
    store: GraphStore, editor: TestClient
) -> None:
    path, page = bring(editor, DOUBTFUL)
    refused = editor.post(path, data={"action": "write"})

    assert 'value="write"' not in page
    assert refused.status_code == 422
    assert store.current("demo").number == 1


def test_a_column_is_corrected_before_use(editor: TestClient) -> None:
    path, page = bring(editor, "企业,状态,干什么的\n顺风皮带厂,在产,同步带\n")
    again = decide(editor, path, "check", kind="enterprises", map=["", "干什么的=products"])

    assert "未使用" in page
    assert "消除的缺口" not in page
    assert '<option value="干什么的=products" selected>' in again
    assert "消除的缺口" in again


def test_columns_of_two_files_are_corrected_apart(editor: TestClient) -> None:
    files = [
        ("files", (name, f"企业名称,甲\n{rows}\n".encode(), "text/csv"))
        for name, rows in (("a.csv", "顺风皮带厂,同步带"), ("b.csv", "大河厂,走访"))
    ]
    answer = editor.post("/import", files=files)
    page = decide(editor, answer.url.path, "check", map=["a.csv:甲=products", "b.csv:甲=basis"])

    assert '<option value="a.csv:甲=products">' in answer.text
    assert '<option value="b.csv:甲=basis" selected>' in page
    assert "消除的缺口 <small>2</small>" in page


def test_a_foreign_word_is_explained_by_a_choice(editor: TestClient) -> None:
    path, page = bring(editor, "企业,产品,状态\n顺风皮带厂,同步带,绿灯\n")
    again = decide(editor, path, "check", value=["", "状态:绿灯=在产"])

    assert "请说明这些词（1）" in page
    assert '<option value="状态:绿灯=停产">停产</option>' in page
    assert '<option value="状态:绿灯=在产" selected>' in again
    assert "消除的缺口 <small>2</small>" in again


def test_rows_that_were_not_read_are_shown_with_place_and_reason(editor: TestClient) -> None:
    _, page = bring(editor, f"{FIRMS}合计,1家,\n")

    assert "<b>1 </b>行未读" in page
    assert "共 2 行" in page
    assert re.search(r"第 3 行</strong> 企业.csv <q>合计 1家</q><br><span[^>]*>合计、小计", page)


def test_what_is_no_table_is_told_above_the_form(editor: TestClient) -> None:
    nothing = editor.post("/import", files=[("files", ("", b"", "text/csv"))])
    empty = editor.post("/import", files=[("files", ("a.csv", b"", "text/csv"))])
    bad = editor.post("/import", files=[("files", ("../a.csv", b"x", "text/csv"))])
    none = editor.post("/import")

    for answer in (nothing, empty, bad, none):
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text
        assert 'type="file"' in answer.text


def test_a_table_that_is_not_recognised_can_be_given_its_kind(editor: TestClient) -> None:
    answer = editor.post("/import", files=[("files", ("a.csv", b"x,y\n1,2\n", "text/csv"))])

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert '<select name="kind">' in answer.text


def test_a_header_that_nobody_knows_is_explained_column_by_column(editor: TestClient) -> None:
    table = "名册,,\n单位,拳头货,说明\n顺风皮带厂,同步带,好\n"
    answer = editor.post("/import", files=[("files", ("a.csv", table.encode(), "text/csv"))])
    kind = editor.post(answer.url.path, data={"action": "check", "kind": "enterprises"})
    page = decide(
        editor,
        answer.url.path,
        "check",
        kind="enterprises",
        map=["单位=enterprise", "拳头货=products", "说明="],
    )

    assert "先选表格种类" in answer.text
    assert '<option value="拳头货=products">产品</option>' in kind.text
    assert "<b>1 </b>行新增" in page
    assert "消除的缺口 <small>2</small>" in page


def test_a_report_that_is_out_of_date_is_not_written(
    store: GraphStore, editor: TestClient, tmp_path: Path
) -> None:
    other = client_of("editor", store, tmp_path, "李工")
    changed = "企业,状态,产品,数据截至\n飞轮车业,停产,自行车,2026-11-25\n"
    mine, _ = bring(editor, changed)
    theirs, _ = bring(other, "企业,状态,产品,数据截至\n飞轮车业,拟建,自行车,2026-11-25\n")
    decide(other, theirs, "write")

    refused = editor.post(mine, data={"action": "write"})

    assert refused.status_code == 409
    assert "没有导入" in refused.text
    assert store.current("demo").number == 2
    assert "行" in decide(editor, mine, "check")


def test_a_draft_belongs_to_who_brought_it(
    store: GraphStore, editor: TestClient, tmp_path: Path
) -> None:
    path, _ = bring(editor, FIRMS)
    other = client_of("admin", store, tmp_path, "赵主任")
    other.app = editor.app

    assert other.get(path).status_code == 404
    assert other.post(path, data={"action": "write"}).status_code == 404
    assert other.get(f"{path}/rejected/0").status_code == 404
    assert store.current("demo").number == 1


def test_names_out_of_a_table_are_text(editor: TestClient) -> None:
    cell = EVIL.replace('"', '""')
    table = f'企业,产品,{EVIL[2:]}\n"{cell}","{cell}",x\n飞轮车业{EVIL[2:]},自行车,y\n'
    _, page = bring(editor, table, name=f"{EVIL[2:]}.csv".replace("/", ""))

    assert "<img" not in page
    assert "&lt;img src=x" in page


def test_readers_and_strangers_are_sent_away(store: GraphStore, tmp_path: Path) -> None:
    reader = client_of("reader", store, tmp_path)
    stranger = TestClient(application(store), headers={"Accept": "text/html"})

    assert reader.get("/import").status_code == 403
    assert stranger.get("/import").status_code == 401
    assert 'name="next" value="/import"' in stranger.get("/import").text
    assert stranger.post("/import").status_code == 401


def test_the_page_speaks_english(editor: TestClient) -> None:
    page = editor.get("/import?lang=en").text

    assert "Import tables" in page
    assert 'action="/import?lang=en"' in page
