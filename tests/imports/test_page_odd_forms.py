"""Odd forms sent to the page of an import: refused or read, in bounded time, never a failure."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.store import GraphStore
from tests.imports.test_page import bring, decide

TABLE = "企业名称,产品,状态\n顺风皮带厂,同步带,在产\n大河厂,飞机,红灯\n"
ODD: dict[str, dict[str, object]] = {
    "header of letters": {"shape|header|": "abc"},
    "header far below": {"shape|header|": "31"},
    "header of nobody": {"shape|header|": "-1"},
    "shape without parts": {"shape|": "x", "shape|a": "y", "shape||": "z"},
    "unknown part": {"shape|nothing|": "产品"},
    "join to nothing": {"shape|join-1|": "产品"},
    "join of nothing": {"shape|join.field-1|": "products"},
    "join to an unknown field": {"shape|join-1|": "产品", "shape|join.field-1|": "品名"},
    "split into one": {
        "shape|split-1|": "产品",
        "shape|split.sign-1|": "/",
        "shape|split.into-1|": "产品",
    },
    "split by a long sign": {
        "shape|split-1|": "产品",
        "shape|split.sign-1|": "/" * 11,
        "shape|split.into-1|": "产品、状态",
    },
    "split into unknown fields": {
        "shape|split-1|": "产品",
        "shape|split.sign-1|": "/",
        "shape|split.into-1|": "产品、颜色",
    },
    "matrix of an unknown field": {"shape|matrix|": "产品", "shape|matrix-field|": "车"},
    "matrix of an unknown column": {"shape|matrix|": "车", "shape|matrix-field|": "products"},
    "unknown kind of a sheet": {"shape|kind|": "firms"},
    "kind of another table": {"kind": "edges"},
    "unknown field": {"map": "产品=颜色"},
    "unknown column": {"map": "颜色=products"},
    "unknown word": {"value": "状态:红灯=关门"},
    "word without a field": {"value": "红灯=停产"},
    "nothing but signs": {"map": "=", "value": "=", "choose-1": "=", "other|": "="},
    "no sign": {"map": "产品", "value": "状态", "choose-1": "飞机"},
    "unknown meaning": {"choose-1": "飞机=nowhere", "other|飞机": "无此环节"},
    "unknown template": {"template": "没有的"},
    "template with a path": {"template": "../x"},
    "template to be kept as a path": {"action": "save", "save-as": "../../x"},
    "unknown action": {"action": "explode"},
    "long texts": {"other|飞机": "长" * 5000, "save-as": "长" * 5000},
}


@pytest.mark.parametrize("fields", ODD.values(), ids=ODD)
def test_an_odd_form_is_answered_and_writes_nothing(
    fields: dict[str, object], editor: TestClient, store: GraphStore, tmp_path: Path
) -> None:
    path, _ = bring(editor, TABLE)

    answer = editor.post(path, data={"action": "check", **fields})

    assert answer.status_code in {200, 404, 422}
    assert '<form class="decide"' in answer.text or "decide" in editor.get(path).text
    assert "<b>1 </b>行新增" in decide(editor, path, "check")
    assert store.current("demo").number == 1
    assert not (tmp_path / "imports").exists()


def test_more_fields_than_may_be_are_refused(editor: TestClient) -> None:
    path, _ = bring(editor, TABLE)

    answer = editor.post(path, data={f"choose-{n}": f"名{n}=skip" for n in range(6000)})

    assert answer.status_code in {400, 413, 422}
    assert "<b>1 </b>行新增" in decide(editor, path, "check")
