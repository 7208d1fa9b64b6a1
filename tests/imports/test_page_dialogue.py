"""A sheet by dialogue on the page: its shape, templates, any segment for a product, near firms."""

import re
from pathlib import Path

from starlette.testclient import TestClient

from graph.store import GraphStore
from tests.imports.test_page import bring, decide


def brought(client: TestClient, table: str) -> str:
    """Bring a table that is not understood yet; return the address of its questions."""
    answer = client.post("/import", files=[("files", ("企业.csv", table.encode(), "text/csv"))])
    assert answer.status_code == 422
    return answer.url.path


def test_cells_are_filled_down_and_columns_joined_by_choice(editor: TestClient) -> None:
    path, page = bring(editor, "企业名称,产品一,产品二\n顺风皮带厂,同步带,\n,,链条\n")
    said = {
        "kind": "enterprises",
        "shape|fill|": "企业名称",
        "shape|join-1|": ["产品一", "产品二"],
        "shape|join.field-1|": "products",
    }
    again = decide(editor, path, "check", **said)

    assert 'name="shape|join-1|"' in page
    assert "<b>2 </b>行新增" in again
    assert '<option value="企业名称" selected>企业名称</option>' in again
    assert 'name="shape|join-2|"' in again
    assert "消除的缺口 <small>2</small>" in again


def test_the_row_of_the_header_is_picked(editor: TestClient) -> None:
    table = "企业名称,主要产品,状态\n企业名称,备注,主要产品\n顺风皮带厂,自行车,同步带\n"
    path, _ = bring(editor, table)
    again = decide(editor, path, "check", **{"shape|header|": "2"})
    wrong = editor.post(path, data={"action": "check", "shape|header|": "99"})

    assert "表头在第 2 行，1 行" in again
    assert (wrong.status_code, "30" in wrong.text) == (422, True)


def test_marks_and_splits_are_said_by_choice(editor: TestClient) -> None:
    path = brought(editor, "企业 - 状态,同步带,链条\n顺风皮带厂 - 在产,√,\n大河厂,,√\n")
    said = {
        "kind": "enterprises",
        "shape|header|": "1",
        "shape|split-1|": "企业 - 状态",
        "shape|split.sign-1|": "-",
        "shape|split.into-1|": "企业、状态",
        "shape|matrix|": ["同步带", "链条"],
        "shape|matrix-field|": "products",
    }
    again = decide(editor, path, "check", **said)

    assert "<b>2 </b>行新增" in again
    assert 'value="企业、状态"' in again


def test_an_unknown_column_of_a_shape_names_those_there_are(editor: TestClient) -> None:
    path, _ = bring(editor, "企业名称,产品\n顺风皮带厂,同步带\n")
    wrong = editor.post(path, data={"action": "check", "shape|fill|": "厂名"})

    assert wrong.status_code == 422
    assert "企业名称" in wrong.text
    assert 'name="shape|header|"' in wrong.text
    assert "<b>1 </b>行新增" in decide(editor, path, "check")


def test_a_template_is_kept_and_used_next_time(editor: TestClient, tmp_path: Path) -> None:
    path = brought(editor, "谁,拳头货\n顺风皮带厂,同步带\n")
    said = {"kind": "makes", "map": ["谁=enterprise", "拳头货=product"]}
    saved = decide(editor, path, "save", **{**said, "save-as": "经信委名录"})
    file = editor.get(f"{path}/template.yaml").text
    form = editor.get("/import").text
    again = editor.post(
        "/import",
        files=[("files", ("b.csv", "谁,拳头货\n大河厂,链条\n".encode(), "text/csv"))],
        data={"template": "经信委名录"},
    )
    other = editor.post(
        "/import",
        files=[("files", ("c.csv", b"x,y\n1,2\n", "text/csv"))],
        data={"template": "没有的"},
    )

    assert "<b>1 </b>行新增" in saved
    assert (tmp_path / "imports" / "templates" / "经信委名录.yaml").read_text("utf-8") == file
    assert "<option>经信委名录</option>" in form
    assert "<b>1 </b>行新增" in again.text
    assert other.status_code == 404
    assert "没有的" in other.text


def test_a_template_with_the_name_of_a_path_is_refused(editor: TestClient, tmp_path: Path) -> None:
    path, _ = bring(editor, "企业名称,产品\n顺风皮带厂,同步带\n")

    assert editor.post(path, data={"action": "save", "save-as": "../x"}).status_code == 422
    assert not (tmp_path / "imports").exists()


def test_an_unknown_product_may_be_any_segment(store: GraphStore, editor: TestClient) -> None:
    path, page = bring(editor, "企业,产品\n顺风皮带厂,皮袋\n")
    again = decide(editor, path, "check", **{"other|皮袋": "同步带"})
    wrong = decide(editor, path, "check", **{"other|皮袋": "皮带袋"})
    decide(editor, path, "write", **{"other|皮袋": "同步带"})

    assert 'name="other|皮袋" list="segments"' in page
    assert '<option value="同步带">' in page
    assert "消除的缺口 <small>2</small>" in again
    assert 'value="皮带袋"' in wrong
    makes = {each.segment for each in store.read("demo").makes.values()}
    assert "belt" in makes


def test_new_firms_are_shown_with_those_that_come_near(editor: TestClient) -> None:
    path, page = bring(editor, "企业,产品\n飞轮车行,链条\n")
    near = re.findall(r'<option value="飞轮车行=(\w+)">就是 (\S+)（相似 \d+）', page)
    again = decide(editor, path, "check", **{"choose-fresh-1": "飞轮车行=flywheel"})

    assert near == [("flywheel", "飞轮车业")]
    assert 'value="飞轮车行=flywheel" checked' in again


def test_the_write_button_comes_last_in_its_form(editor: TestClient) -> None:
    _, page = bring(editor, "企业,产品\n顺风皮带厂,同步带\n某厂,皮袋\n合计,2家\n")
    form = page[page.index('class="decide"') : page.rindex("</form>")]

    buttons = re.findall(r'<button name="action" value="(\w+)"', form)
    assert buttons == ["check", "save", "write_sound"]
    assert form.index("未读的行") < form.index("write_sound")


def test_a_graph_with_types_of_its_own_is_explained_step_by_step(
    store: GraphStore, editor: TestClient
) -> None:
    """First the columns of both files, then the words in them; nothing has to be typed."""
    nodes = "id,name,kind\nc1,电芯,Part\np1,电池包,Part\nf1,大河厂,Company\n"
    edges = "source,target,relationship\nc1,p1,SUBORDINATE_TO\nf1,c1,MADE_BY\n"
    files = [
        ("files", (name, text.encode(), "text/csv"))
        for name, text in (("nodes.csv", nodes), ("edges.csv", edges))
    ]

    asked = editor.post("/import", files=files)
    path = asked.url.path
    columns = ["nodes.csv:kind=type", "edges.csv:relationship=relation"]
    words = decide(editor, path, "check", map=columns)
    said = [
        "nodes.csv:类型:Part=环节",
        "edges.csv:关系:SUBORDINATE_TO=属于",
        "edges.csv:关系:MADE_BY=生产",
    ]
    told = decide(editor, path, "check", map=columns, value=said)
    decide(editor, path, "write", map=columns, value=said)

    assert asked.status_code == 422
    assert all(f'<option value="{each}">' in asked.text for each in columns)
    assert all(f'<option value="{each}">' in words for each in said)
    assert "<b>5 </b>行新增" in told
    kinds = store.read("demo").kinds.values()
    assert ("c1", "p1") in [(each.segment, each.parent) for each in kinds]
