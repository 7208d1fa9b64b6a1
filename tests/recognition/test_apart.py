"""A word is known with something in its middle, where that says more than the end alone."""

import pytest

from graph.model.synonyms import Synonyms, Trap
from graph.recognition.known import Known, known
from graph.recognition.recogniser import recognise
from tests.recognition.firms import row
from tests.support import segment

NAMES = {
    "profile": "铝型材",
    "car_lamp": "大灯",
    "moto_lamp": "摩托车大灯",
    "lift_part": "电梯配件",
    "works": "建筑工程施工",
    "al_box": "铝合金箱体",
    "box": "电池箱体",
    "starter": "起动电机",
    "concrete": "混凝土",
}


@pytest.fixture(scope="module")
def small() -> Known:
    traps = (Trap(text="玻璃设备", why="设备"),)
    every = [segment(id_, name=name, traded=False) for id_, name in NAMES.items()]
    return known(every, [], [], Synonyms(traps=traps))


def made(known: Known, text: str) -> set[str]:
    return {each.segment.id for each in recognise([row("甲", "award", text)], known).proposals}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("铝挤压型材", "profile"),
        ("新型铝挤压型材", "profile"),
        ("电梯轿厢配件", "lift_part"),
        ("摩托车前大灯", "moto_lamp"),
        ("汽车前大灯", "car_lamp"),
        ("铝合金电池箱体", "box"),
    ],
)
def test_halves_that_stand_apart_are_one_word(small: Known, text: str, expected: str) -> None:
    assert made(small, text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "铝材仓库专用推拉重型型材",  # too far apart
        "建筑装修工程施工",  # a verb is no half of a noun
        "电梯广告",
        "废铝挤压型材玩具",
    ],
)
def test_halves_that_do_not_belong_together_mean_nothing(small: Known, text: str) -> None:
    assert made(small, text) == set()


def test_halves_of_two_things_are_not_put_together(small: Known) -> None:
    assert made(small, "玩具铝挤压型材") == set()
    assert made(small, "铝锭及型材") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("启动电机", "starter"), ("混泥土", "concrete"), ("C30混泥土", "concrete")],
)
def test_a_usual_other_spelling_is_the_same_word(small: Known, text: str, expected: str) -> None:
    assert made(small, text) == {expected}
