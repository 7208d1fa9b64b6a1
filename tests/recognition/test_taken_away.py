"""What a text denies, has stopped, gives to others or only works with is not made."""

import pytest

from graph.recognition.known import Known, known
from graph.recognition.recogniser import recognise
from tests.recognition.firms import row
from tests.recognition.test_recogniser import SEGMENTS, SYNONYMS
from tests.support import segment

MORE = (
    segment("cement", name="水泥", traded=False),
    segment("ash", name="粉煤灰", traded=False, sort="material"),
    segment("block", name="砌块", traded=False, sort="material"),
)


@pytest.fixture(scope="module")
def small() -> Known:
    return known((*SEGMENTS, *MORE), [], [], SYNONYMS)


def made(known: Known, text: str) -> set[str]:
    found = recognise([row("甲", "scope", text, industry="3435")], known)
    return {each.segment.id for each in found.proposals}


@pytest.mark.parametrize(
    "text",
    [
        "不得从事水泥生产",
        "未取得许可，不得从事水泥、砌块的生产",
        "禁止生产水泥",
        "停止生产水泥",
        "已停产：水泥、砌块的生产",
        "原生产水泥，现已停产",
        "不再从事水泥生产",
        "水泥销售，不含生产",
        "水泥、砌块的生产，不含生产加工",
    ],
)
def test_what_is_denied_or_has_stopped_is_not_made(small: Known, text: str) -> None:
    assert made(small, text) == set()


def test_a_denial_reaches_to_the_end_of_its_sentence_and_no_further(small: Known) -> None:
    assert made(small, "砌块生产，不得从事水泥生产，曲轴生产；纸箱生产") == {"block", "carton"}


def test_what_is_left_out_of_a_list_leaves_the_list(small: Known) -> None:
    assert made(small, "水泥生产，不含砌块生产，纸箱生产") == {"cement", "carton"}


@pytest.mark.parametrize(
    "text", ["委托外单位生产水泥", "委托生产：水泥", "委外加工水泥", "外购水泥、委托生产曲轴"]
)
def test_what_others_make_for_the_firm_is_not_made(small: Known, text: str) -> None:
    assert made(small, text) == set()


def test_what_is_made_for_others_is_made(small: Known) -> None:
    assert made(small, "受托加工曲轴；承接纸箱加工") == {"crankshaft", "carton"}


@pytest.mark.parametrize(
    "text",
    [
        "利用粉煤灰生产水泥",
        "利用粉煤灰、砌块生产、销售水泥",
        "以粉煤灰、砌块为原料加工水泥",
        "以粉煤灰为主要原料，生产水泥",
        "以粉煤灰为原料的水泥",
    ],
)
def test_what_something_is_made_from_is_not_made(small: Known, text: str) -> None:
    assert made(small, text) == {"cement"}


@pytest.mark.parametrize("text", ["制造、安装：电梯", "电梯的设计、制造、安装和销售"])
def test_who_makes_and_installs_does_both(small: Known, text: str) -> None:
    assert made(small, text) == {"lift", "lift_install"}


@pytest.mark.parametrize("text", ["电梯销售、安装", "电梯安装", "电梯安装、维修"])
def test_who_only_installs_makes_nothing(small: Known, text: str) -> None:
    assert made(small, text) == {"lift_install"}


@pytest.mark.parametrize(
    "text",
    ["水泥生产（已于2019年停产，生产线已拆除）", "砌块（已停产）的生产", "水泥（已搬迁）生产"],
)
def test_what_a_bracket_calls_over_is_not_made(small: Known, text: str) -> None:
    assert made(small, text) == set()


def test_the_name_of_a_firm_that_has_stopped_is_no_hint(small: Known) -> None:
    scope = row("乙电梯有限公司", "scope", "机械加工（已停产）", industry="3435")

    assert not recognise([scope], small).proposals


def test_whom_a_thing_is_for_is_no_thing_of_the_firm(small: Known) -> None:
    assert made(small, "纸箱（曲轴、水泥包装用）生产") == {"carton"}


def test_a_list_before_tools_or_packing_is_what_they_are_for_where_the_code_says_so(
    small: Known,
) -> None:
    def told(text: str, industry: str) -> set[str]:
        found = recognise([row("甲", "activity", text, industry=industry)], small)
        return {each.segment.id for each in found.proposals}

    assert told("曲轴、水泥用纸箱", "2231") == {"carton"}
    assert told("曲轴、水泥用纸箱", "3412") == {"crankshaft", "carton"}
    assert told("曲轴、纸箱", "2231") == {"crankshaft", "carton"}


def test_a_firm_of_services_makes_only_what_it_says_to_make(small: Known) -> None:
    def told(text: str) -> set[str]:
        found = recognise([row("甲", "scope", text, industry="互联网广告服务")], small)
        return {each.segment.id for each in found.proposals}

    assert told("电梯、水泥广告位运营") == set()
    assert told("水泥制造") == {"cement"}
