"""The enterprises of the plan, from a list written by hand while reading it."""

import re
from functools import cache

import pytest

from graph.model import Enterprise, Makes, facts_from
from graph.model.vocabulary import EnterpriseStatus
from graph.network.compile import compile_network
from graph.network.situation import situation_of
from tests.seed_checks.plan import cited, lines, matches, seed, shown

OPERATING = """
    北汽瑞翔 银翔摩托 广本万强 希尔安药业 360 罗克佳华 猪八戒网 天融信
    富川古圣 长兴汽车离合器 德呈威 望江摩托 万强机车 文安机械 迈丰动力 天顶之上动力
    龙观集团 健能医药 重庆国泰康宁制药 康嘉药业
    生科源生物 迈登医疗器械 启博医疗器械 德川医疗器械 中科润资 顺博铝业
    台泥水泥 冀东水泥 富丰水泥 金九水泥 华新水泥 众甲建材 五府实业 领科砂浆 阳城混凝土
    天嘉日用品 远铃玻璃 金星玻璃 润发玻璃 兴宝兴玻璃 云钟玻璃 星源玻璃
    川中益药用玻璃 益容玻璃 德佳 曾巧 凰巢 梅香园 莎公主 汤嫂 牧哥食品
    三洲桃片 祥云斋 三民斋 钓鱼城酒业 渝州酒业 中石油 鼎工机电 道同动力
    迈高电梯 华阳电梯 华创电梯 兴意电梯 塞维拉电梯 持恒模具 博润模具 双槐电厂 桑禾动物
"""
SUSPENDED = "比速汽车"  # 比速汽车等整车企业停产, line 28
PLANNED = """
    讯飞幻境 中兴 乐圣环保 乐圣新材料 鼎川新材料 海帆建材 君道 圣东 宝能 上海隧道
    德康饲料厂 大北农
"""  # known only by a project still to be built
PROSPECTIVE = "海天味业 李锦记 加加食品"  # 引进海天味业、李锦记、加加食品…, line 307

SAME_FIRM = [
    ("望江摩托", "望江摩托车"),
    ("希尔安", "希尔安药业"),
    ("国泰康宁制药", "重庆国泰康宁制药"),
    ("猪八戒", "猪八戒网"),
    ("龙观", "龙观集团"),
    ("360安全", "360"),
    ("鼎川", "鼎川新材料"),
    ("天嘉", "天嘉日用品"),
]
TWO_FIRMS = [
    ("德佳", "德康饲料厂"),
    ("德佳", "德呈威"),
    ("德佳", "德川医疗器械"),
    ("德康饲料厂", "德川医疗器械"),
    ("德康饲料厂", "康嘉药业"),
    ("德川医疗器械", "德呈威"),
    ("德川医疗器械", "川中益药用玻璃"),
    ("鼎川新材料", "德川医疗器械"),
    ("鼎川新材料", "鼎工机电"),
    ("鼎川新材料", "乐圣新材料"),
    ("乐圣环保", "乐圣新材料"),
    ("乐圣新材料", "圣东"),
    ("华创电梯", "华阳电梯"),
    ("华阳电梯", "阳城混凝土"),
    ("华新水泥", "华创电梯"),
    ("富丰水泥", "富川古圣"),
    ("金九水泥", "金星玻璃"),
    ("金星玻璃", "星源玻璃"),
    ("益容玻璃", "川中益药用玻璃"),
    ("兴宝兴玻璃", "兴意电梯"),
    ("兴宝兴玻璃", "宝能"),
    ("润发玻璃", "中科润资"),
    ("润发玻璃", "博润模具"),
    ("广本万强", "万强机车"),
    ("望江摩托", "银翔摩托"),
    ("迈高电梯", "迈登医疗器械"),
    ("迈高电梯", "迈丰动力"),
    ("迈丰动力", "天顶之上动力"),
    ("迈丰动力", "道同动力"),
    ("康嘉药业", "重庆国泰康宁制药"),
    ("天嘉日用品", "康嘉药业"),
    ("天嘉日用品", "加加食品"),
    ("三洲桃片", "三民斋"),
    ("三民斋", "祥云斋"),
    ("三洲桃片", "渝州酒业"),
    ("海天味业", "海帆建材"),
    ("上海隧道", "海帆建材"),
    ("中石油", "中兴"),
    ("生科源生物", "星源玻璃"),
    ("健能医药", "宝能"),
]
NO_FIRM = [
    "三江牌",  # a brand, line 302
    "德兴",  # 德兴二级医院 is a hospital, line 337
    "电子科技大学",
    "中科院",
    "龙头企业",
]


@cache
def _called() -> dict[str, Enterprise]:
    firms = [record for record in seed().local if isinstance(record, Enterprise)]
    return {word: firm for firm in firms for word in (firm.name, *firm.aliases)}


def _expected() -> dict[str, EnterpriseStatus]:
    by_status: dict[EnterpriseStatus, str] = {
        "operating": OPERATING,
        "suspended": SUSPENDED,
        "planned": PLANNED,
        "prospective": PROSPECTIVE,
    }
    return {name: status for status, names in by_status.items() for name in names.split()}


def test_the_enterprises_are_those_of_the_plan_with_the_status_it_gives_them() -> None:
    found = {record.name: record.status for record in _called().values()}

    assert found == _expected()
    assert len(found) == 84


def test_every_name_of_an_enterprise_stands_in_the_plan() -> None:
    text = "\n".join(lines())

    assert [word for word in _called() if word not in text] == []


def test_every_place_where_the_plan_names_a_firm_is_quoted() -> None:
    """Numbers like the 360 of 3360亩 are quoted as well, by an indicator."""
    passed_over = [
        place
        for word in _called()
        for place in matches(re.compile(re.escape(word)))
        if not any(span.holds(place) for span in cited())
    ]

    assert shown(passed_over) == []


@pytest.mark.parametrize(("one", "other"), SAME_FIRM)
def test_two_names_of_one_firm_are_one_enterprise(one: str, other: str) -> None:
    assert _called()[one].id == _called()[other].id


@pytest.mark.parametrize(("one", "other"), TWO_FIRMS)
def test_two_firms_that_look_alike_stand_apart(one: str, other: str) -> None:
    assert _called()[one].id != _called()[other].id


@pytest.mark.parametrize("word", NO_FIRM)
def test_what_is_no_firm_is_not_recorded_as_one(word: str) -> None:
    assert not any(word in name for name in _called())


def test_firms_that_the_plan_hopes_for_make_nothing_but_what_their_apposition_names() -> None:
    hoped = {firm.id for firm in _called().values() if firm.status == "prospective"}
    made = {
        (record.enterprise, record.segment)
        for record in seed().local
        if isinstance(record, Makes) and record.enterprise in hoped
    }

    assert {segment for _, segment in made} == {"seasoning"}
    assert len(hoped) == len(made) == 3


@pytest.mark.parametrize(
    ("segment", "makers"),
    [
        ("seasoning", []),  # 海天味业, 李锦记 and 加加食品 are to be attracted
        ("compound_feed", []),  # 德康饲料厂 and 大北农 are being built
        ("asphalt_mixture", []),  # 乐圣环保 is being built
        ("vehicle", ["北汽瑞翔"]),  # 比速汽车 stands still
    ],
)
def test_only_firms_that_operate_here_count_as_local_makers(
    segment: str, makers: list[str]
) -> None:
    network = compile_network(facts_from(seed().dataset, 1, (*seed().reference, *seed().local)))
    here = situation_of(network, "hechuan", "now")
    names = {firm.id: firm.name for firm in _called().values()}

    found = here.makers[network.number(segment)]

    assert [names[network.locals.enterprises[firm]] for firm in found] == makers
