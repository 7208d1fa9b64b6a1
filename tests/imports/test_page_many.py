"""Many names to settle on the page: what was said once is kept, whatever of it is shown."""

import re
from pathlib import Path

from openpyxl import Workbook
from starlette.testclient import TestClient

from graph.store import GraphStore
from tests.imports.tables import saved
from tests.imports.test_page import bring, decide, main

Page = str


def checked(page: Page) -> dict[str, str]:
    """What a browser sends of the radio buttons and choices of a page, as they stand."""
    radio = r'type="radio" name="([^"]+)" value="([^"]*)" checked'
    found = dict(re.findall(radio, page))
    for name, inner in re.findall(r'<select name="(value)">(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', inner)
        found[name] = chosen[1] if chosen else ""
    return found


def left_out(page: Page) -> dict[str, str]:
    """As `checked`, with every product that the page asks about left out."""
    skipped = re.findall(r'type="radio" name="([^"]+)" value="([^"]+=skip)"', page)
    return checked(page) | dict(skipped)


def test_more_names_than_a_page_shows_are_settled_round_by_round(
    store: GraphStore, editor: TestClient
) -> None:
    """250 firms, each with a product of its own that nobody knows."""
    rows = "".join(f"顺风{n}号厂,奇物{n}号\n" for n in range(250))
    path, page = bring(editor, f"企业名称,产品\n{rows}")
    rounds = 0
    while "<b>0 </b>行被拒绝" not in page and rounds < 5:
        page = decide(editor, path, "check", **left_out(page))
        rounds += 1

    done = decide(editor, path, "write", **checked(page))

    assert "<b>250 </b>行新增" in page
    assert "已写入，现为版本 2" in done
    firms = {each.name for each in store.read("demo").enterprises.values()}
    assert {f"顺风{n}号厂" for n in range(250)} <= firms


def test_the_rest_of_the_unknown_products_is_left_out_by_one_tick(editor: TestClient) -> None:
    rows = "".join(f"顺风{n}号厂,奇物{n}号\n" for n in range(250))
    path, page = bring(editor, f"企业名称,产品\n{rows}飞轮车业二厂,自行车\n")

    again = decide(editor, path, "check", **checked(page), **{"skip-rest": "1"})

    assert 'name="skip-rest"' in page
    assert "<b>250 </b>行新增" in again
    assert "<b>1 </b>行被拒绝" in again


def test_a_name_tells_how_many_rows_wait_for_it(editor: TestClient) -> None:
    _, page = bring(editor, "企业名称,产品\n甲厂,飞机\n乙厂,飞机、火箭\n丙厂,飞机、飞机\n")
    legends = re.findall(r"<legend>(\S+) <small>([^<]+)</small>", page)

    assert legends[:2] == [
        ("飞机", "企业.csv · 2 · 产品 · 等 3 行"),
        ("火箭", "企业.csv · 3 · 产品"),
    ]


def test_more_foreign_words_than_a_page_shows_are_explained_round_by_round(
    editor: TestClient,
) -> None:
    rows = "".join(f"顺风{n}号厂,同步带,色{n}\n" for n in range(130))
    path, page = bring(editor, f"企业名称,产品,状态\n{rows}")
    for _round in range(4):
        words = re.findall(r'<option value="([^"]+=在产)"', page)
        page = decide(editor, path, "check", value=words)

    assert "<b>130 </b>行新增" in page


def test_what_was_said_of_a_name_can_be_taken_back(editor: TestClient) -> None:
    path, _ = bring(editor, "企业名称,产品\n顺风厂,飞机\n")
    said = decide(editor, path, "check", **{"choose-1": "飞机=skip"})
    kept = decide(editor, path, "check")
    back = decide(editor, path, "check", **{"choose-1": "飞机="})

    assert "<b>1 </b>行新增" in said
    assert "<b>1 </b>行新增" in kept
    assert "<b>0 </b>行新增" in back


def two_sheets() -> bytes:
    """Two sheets whose second column has the same name and holds something else."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, cell in (("甲", "同步带"), ("乙", "走访")):
        page = book.create_sheet(title)
        page.append(["企业名称", "拳头货"])
        page.append([f"{title}厂", cell])
    return saved(book).content


def sent(editor: TestClient, content: bytes, **said: str) -> tuple[str, Page]:
    answer = editor.post("/import", files=[("files", ("表.xlsx", content))], data=said)
    return answer.url.path, main(answer.text)


def columns(page: Page) -> list[str]:
    """What a browser sends of the choices of columns."""
    return re.findall(r'<option value="([^"]+)" selected', page.partition("识别出的表格")[2])


def test_a_template_of_one_sheet_holds_when_the_tables_are_checked_again(
    editor: TestClient, tmp_path: Path
) -> None:
    folder = tmp_path / "imports" / "templates"
    folder.mkdir(parents=True)
    (folder / "两表.yaml").write_text("columns: {'#甲:拳头货': 产品}\n", "utf-8")

    path, page = sent(editor, two_sheets(), template="两表")
    again = decide(editor, path, "check", map=columns(page))

    assert "消除的缺口 <small>2</small>" in page
    assert columns(page) == ["表.xlsx#甲:拳头货=products"]
    assert "消除的缺口 <small>2</small>" in again


def beside_a_matrix() -> bytes:
    """A list that is understood, and a sheet of marks in which no header is found."""
    book = Workbook()
    book.remove(book.worksheets[0])
    known, marks = book.create_sheet("名单"), book.create_sheet("矩阵")
    known.append(["企业名称", "产品"])
    known.append(["大河厂", "链条"])
    marks.append(["厂", "同步带", "车架"])
    marks.append(["小溪厂", "√", None])
    return saved(book).content


def test_a_sheet_beside_those_understood_is_explained_too(
    store: GraphStore, editor: TestClient
) -> None:
    path, page = sent(editor, beside_a_matrix())
    kind = decide(editor, path, "check", **{"shape|kind|表.xlsx#矩阵": "enterprises"})
    said = {
        "shape|kind|表.xlsx#矩阵": "enterprises",
        "shape|matrix|表.xlsx#矩阵": ["同步带", "车架"],
        "shape|matrix-field|表.xlsx#矩阵": "products",
    }
    told = decide(editor, path, "check", map="表.xlsx#矩阵:厂=enterprise", **said)
    decide(editor, path, "write", map="表.xlsx#矩阵:厂=enterprise", **said)

    assert "没有认出的表" in page
    assert 'name="shape|kind|表.xlsx#矩阵"' in page
    assert '<option value="表.xlsx#矩阵:厂=enterprise">' in kind
    assert "<b>2 </b>行新增" in told
    assert "没有认出的表" not in told
    assert {"小溪厂", "大河厂"} <= {each.name for each in store.read("demo").enterprises.values()}


def test_columns_that_a_shape_adds_are_none_of_the_sheet(editor: TestClient) -> None:
    path, _ = bring(editor, "企业名称,甲,乙\n大河厂,同步带,链条\n")
    said = {"kind": "enterprises", "shape|join-1|": ["甲", "乙"], "shape|join.field-1|": "products"}
    page = decide(editor, path, "check", **said)
    shape = page[page.index('name="shape|fill|"') :].partition("</select>")[0]

    assert re.findall(r'<option value="([^"]+)"', shape) == ["企业名称", "甲", "乙"]


def test_a_word_of_a_template_that_the_table_has_no_column_for_can_be_dropped(
    editor: TestClient, tmp_path: Path
) -> None:
    folder = tmp_path / "imports" / "templates"
    folder.mkdir(parents=True)
    (folder / "灯.yaml").write_text("values: {'信号:绿': 在产}\n", "utf-8")
    table = ("a.csv", "企业名称,产品\n大河厂,同步带\n".encode(), "text/csv")

    refused = editor.post("/import", files=[("files", table)], data={"template": "灯"})
    again = decide(editor, refused.url.path, "check", value="信号:绿=")

    assert refused.status_code == 422
    assert '<option value="信号:绿=">不说明</option>' in refused.text
    assert "<b>1 </b>行新增" in again
