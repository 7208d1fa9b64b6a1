"""Lists of firms say the same, imported into a graph or loaded beside it."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from api.imports.applying import apply, prepare
from api.workspaces import Workspaces
from graph.exchange.read.files import TableFile
from graph.exchange.report.outcome import ImportChoices
from graph.store import open_store
from tests.bulk.files import load, without_words, written

CHOICES = ImportChoices(by="王工", today="2026-11-25", dataset="newtown")
NODES = """编号,名称,类型,类别,产业链
bike,自行车,,产品,自行车
belt,同步带,,零部件,自行车
frame,车架,,零部件,
park,河湾园区,地区,园区,
"""
FIRMS = ("飞轮车业有限公司", "城南链条厂", "顺通橡胶股份公司", "永固金属制品厂", "華光座椅廠")


def firm_row(dice: random.Random, number: int) -> tuple[str, ...]:
    """A firm that no other row names, with whatever lists say of one."""
    return (
        FIRMS[number],
        dice.choice(["", "自行车", "自行车产业链"]),
        dice.choice(["", "链主"]),
        dice.choice(["", "同步带", "自行车、车架", "1.同步带 2.车架", "飞机"]),
        dice.choice(["", "在产", "停产", "拟引进", "胡说"]),
        dice.choice(["", "存续", "注销"]),
        dice.choice(["", "5000万元", "1.2亿元", "很多"]),
        dice.choice(["", "2008年5月", "2008-05-16"]),
        dice.choice(["", "120", "120人"]),
        dice.choice(["", "工业大道1号", "无"]),
        dice.choice(["", "河湾园区", "河湾", "别处"]),
        dice.choice(["", "专精特新、高新技术企业"]),
        dice.choice(["", "旧名机械厂"]),
        dice.choice(["", "No.7"]),
        dice.choice(["", "走访"]),
        dice.choice(["", "2026-11-01", "某天"]),
    )


HEADER = (
    "企业,产业链,角色,产品,状态,登记状态,注册资本,成立日期,参保人数,地址,组团,资质,曾用名,"
    "证书编号,依据,数据截至"
)


def table(header: str, rows: Sequence[tuple[str, ...]]) -> str:
    return "\n".join([header, *(",".join(row) for row in rows)]) + "\n"


@pytest.mark.parametrize("number", range(12))
def test_firms_and_what_they_make_are_the_same_either_way(number: int, tmp_path: Path) -> None:
    dice = random.Random(number)  # noqa: S311 - no secret
    rows = [firm_row(dice, each) for each in range(len(FIRMS)) if dice.random() < 0.8]
    # 曾用名 would make one firm of several: only one row has it.
    rows = [(*row[:12], row[12] if at == 0 else "", *row[13:]) for at, row in enumerate(rows)]
    files = {"nodes": NODES, "firms": table(HEADER, rows)}
    with (
        open_store(f"sqlite:///{tmp_path}/one.db") as one,
        open_store(f"sqlite:///{tmp_path}/other.db") as other,
    ):
        wrong = set()
        for name, text in files.items():
            file = TableFile(f"{name}.csv", text.encode())
            prepared = prepare(Workspaces(one, None), [file], CHOICES, "zh")
            wrong |= {(each.table, each.row) for each in prepared.body.rejected}
            apply(one, prepared, sound_only=True)
        body = load(other, *written(tmp_path, **files))

        assert {(each.table, each.row) for each in body.rejected} == wrong
        assert without_words(other.read("newtown")) == without_words(one.read("newtown"))
