"""The figures of the plan, copied by hand from its text and tables."""

import re
from functools import cache

import pytest

from graph.model import Indicator
from graph.model.district import Period
from tests.seed_checks.plan import lines, seed

TABLE_2 = [
    ("规模以上工业产值（亿元）", "408", "750", "15%"),
    ("战略性新兴产业占比（%）", "19.3", "35", "4个百分点"),
    ("高技术制造业产值占比（%）", "13.2", "32", "4.7个百分点"),
    ("全口径工业增加值占GDP比重（%）", "27.3", "32左右", "1.2个百分点"),
    ("规模工业全员劳动生产率（万元/人）", "35.5", "40", "1.1万元/人"),
    ("规模以上工业主营业务收入利润率（%）", "1.4", "﹥6", None),
    ("规模以上工业研发投入强度（%）", "1.16", "2", "0.2个百分点"),
    ("建有研发机构的规模以上工业企业数量占比（%）", "40", "50", "2.5个百分点"),
    ("开展研发活动的规模以上工业企业数量占比（%）", "48", "65", "4个百分点"),
    ("企业牵头的高端创新平台数量（个）", "1", "2", None),
    ("“专精特新”企业数量（个）", "31", "150", None),
    ("规模以上工业单位增加值能耗下降率（%）", "--", "〔-15.5%〕", None),
    ("大宗工业固废利用率（%）", "--", "80%", None),
    ("绿色工厂（个）", "8", "30", None),
    ("绿色园区（个）", "0", "1", None),
]
TABLE_3 = {"nanxi": "300亿", "caojie": "100亿", "tianding": "300亿"}
TABLE_4 = {
    "longshi": ("3360亩", "653.7亩", "228.7亩"),
    "shuanghuai": ("2937亩", "2785亩", "1545亩"),
    "weituo": ("5076亩", "1333亩", "913亩"),
}
TARGETS_OF_CHAPTER_FOUR = {
    ("automotive", "50亿级企业", "2家以上"),
    ("automotive", "10亿级企业", "5家以上"),
    ("vehicle", "汽车产量", "30万辆"),
    ("motorcycle", "摩托车产量", "100万辆"),
    ("automotive", "汽摩制造产业集群规模", "300亿级"),
    ("automotive", "汽摩产业生态规模", "千亿级"),
    ("information_technology", "10亿级企业", "3家以上"),
    ("information_technology", "头部企业或集成制造商", "10家以上"),
    ("information_technology", "关联配套企业", "120家以上"),
    ("information_technology", "新一代信息技术产业集群规模", "100亿级"),
    ("medicine", "50亿级企业", "1家"),
    ("medicine", "10亿级企业", "2家以上"),
    ("medicine", "医药健康产业集群规模", "100亿级"),
    ("new_materials", "50亿级企业", "2家"),
    ("new_materials", "10亿级企业", "2家以上"),
    ("new_materials", "新材料产业集群规模", "100亿级"),
    ("building_materials", "10亿级企业", "2家以上"),
    ("building_materials", "新型建材产业集群规模", "200亿级"),
    ("consumer_goods", "10亿级企业", "6家以上"),
    ("consumer_goods", "消费品产业集群规模", "300亿级"),
    ("natural_gas", "天然气产业规模", "50亿级"),
    ("general_machinery", "通机产业规模", "30亿级"),
    ("elevator", "电梯产业规模", "20亿级"),
    ("moulds", "模具产业规模", "20亿级"),
}
PLACES = {
    ("nanxi", "建成区面积", "42.19平方公里"),
    ("nanxi", "集聚人口", "10万人"),
    ("nanxi", "标准厂房", "100万平方米"),
    ("nanxi", "引入社会资金", "10亿元"),
    ("nanxi", "商业配套", "11.4万平方米"),
    ("nanxi", "特色消费品产业集群规模", "100亿级"),
    ("nanxi", "医药健康产业新城规模", "100亿级"),
    ("nanxi", "新材料产业基地规模", "100亿级"),
    ("caojie", "新一代信息技术产业集群规模", "100亿级"),
    ("tianding", "汽摩产业集群规模", "300亿级"),
    ("caojie", "建成区面积", "10平方公里"),
    ("caojie", "入住人口", "10万人"),
    ("caojie", "中小学建设", "3个"),
    ("tianding", "建成区面积", "10平方公里"),
    ("tianding", "集聚人口", "10万人"),
    ("qingping", "清平镇玻璃产业集群规模", "百亿级"),
}
OF_THE_DISTRICT_2025 = {
    ("现代工业体系规模", "千亿级"),
    ("其他工业产业集群规模", "120亿级"),
    ("年技术合同成交额", "5亿元"),
    ("全社会研发经费投入强度", "超过全市平均水平"),
    ("高新技术企业", "220家"),
    ("高新技术企业", "250家"),
    ("国家级企业技术中心", "3个"),
    ("国家级检测技术中心", "2个"),
    ("国家级孵化园（器）", "4个"),
    ("国家级科技企业孵化器", "2个"),
    ("市级科技企业孵化载体", "5个以上"),
    ("市级工业和信息化重点实验室", "6个"),
    ("市级企业技术中心", "120个"),
    ("博士后工作站", "10个"),
    ("累计市级重大创新产品", "100个"),
    ("累计引进头部企业", "10个"),
    ("“专精特新”中小企业和制造业单项冠军企业", "40家"),
    ("规上工业企业“上云上平台”", "80%以上"),
    ("上市企业", "5家"),
    ("新增规上工业企业", "150家"),
}
OF_2021 = """
    266亿元 3.2% 0.85% 21亿元 5.5% 103家 10家 50家 78.7亿元 33.5亿元 8.2%
    9.3% 8.6件
    29亿元 25% 7.1% 93.3亿元 17.6% 22.9% 26亿元 4.8% 6.4%
    2.6%左右 7.5个百分点 5.6亿元 0.58% 1.6个百分点 322家 106家 32.9% 1个 1个 50个 1个
"""
OF_FIVE_YEARS = """
    8.6平方公里 146公里 72万平方米
    125家 900家 159家 31家 33亿元 5.9亿元 约4.5亿元 100个 8家 7个 65万平方米 1300亩
    约800个 约2800亿元 约1120亿元 1130亿元
    95个 314名 7个 29家 203个 33个 1个
"""
"""Totals of lines 21, 23 and 25 without a year of their own: those of 十三五."""
AVERAGES = {
    ("全口径工业增加值年均增长", None),
    ("工业入库税金年均增长", None),
    ("全社会研发投入年均增长", None),
    ("网络安全产业产值年均降幅", 2017),
    ("汽摩制造（含装备）产业产值年均降幅", 2015),
    ("医药健康产业产值年均降幅", 2015),
}
"""Yearly averages of chapter one and from when they count, where the sentence says it."""
BEFORE_2020 = {
    ("information_technology", 2017, "91.8亿元"),
    ("automotive", 2015, "300亿元"),
    ("medicine", 2015, "35亿元"),
}


@cache
def _indicators() -> tuple[Indicator, ...]:
    return tuple(record for record in seed().local if isinstance(record, Indicator))


def _printed(name: str, year: int) -> list[str]:
    return [each.printed for each in _indicators() if (each.name, each.year) == (name, year)]


def _about(kinds: set[str]) -> set[tuple[str, str, str]]:
    return {
        (each.subject, each.name, each.printed)
        for each in _indicators()
        if each.actual_or_target == "target" and each.subject_type in kinds
    }


@pytest.mark.parametrize(("name", "actual", "target", "growth"), TABLE_2)
def test_a_row_of_table_2_is_an_indicator_now_and_one_in_2025(
    name: str, actual: str, target: str, growth: str | None
) -> None:
    rate = re.sub(r"（[^）]*）$", "", name) + "年均增速"

    assert _printed(name, 2021) == [actual]
    assert _printed(name, 2025) == [target]
    assert _printed(rate, 2025) == ([] if growth is None else [growth])


def test_targets_of_industries_and_chains_are_those_of_chapter_four() -> None:
    assert _about({"industry", "chain"}) == TARGETS_OF_CHAPTER_FOUR


def test_targets_of_parks_and_towns_are_those_of_the_text_and_tables_3_and_4() -> None:
    table_3 = {(park, "产值规模", printed) for park, printed in TABLE_3.items()}
    areas = {(zone, "规划建设面积", row[0]) for zone, row in TABLE_4.items()}
    land = {(zone, "规划工业用地", row[1]) for zone, row in TABLE_4.items()}
    found = {each for each in _about({"region"}) if each[0] != "hechuan"}

    assert found == PLACES | table_3 | areas | land


def test_free_land_is_that_of_table_4() -> None:
    found = {
        each.subject: each.printed for each in _indicators() if each.name == "剩余可用工业用地"
    }

    assert found == {zone: row[2] for zone, row in TABLE_4.items()}


def test_targets_of_the_district_are_those_of_the_text_and_table_2() -> None:
    of_table_2 = {name for name, *_ in TABLE_2}
    found = {
        (name, printed)
        for region, name, printed in _about({"region"})
        if region == "hechuan" and name not in of_table_2 and not name.endswith("年均增速")
    }

    assert found == OF_THE_DISTRICT_2025


def test_totals_of_chapter_one_are_of_five_years_and_not_of_2021() -> None:
    found = [
        each.printed
        for each in _indicators()
        if each.period is not None and (each.period.start, each.period.end) == (2016, 2020)
    ]

    assert sorted(found) == sorted(OF_FIVE_YEARS.split())
    assert {each.measure for each in _indicators() if each.year == 2020} == {
        "cumulative",
        "level",  # 规划建设面积…达到28.6平方公里
    }


def test_yearly_averages_start_where_their_sentence_says() -> None:
    found = {
        (each.name, each.period and each.period.start)
        for each in _indicators()
        if each.measure == "annual_average" and each.actual_or_target == "actual"
    }

    assert found == AVERAGES


@pytest.mark.parametrize(("name", "target"), [(name, target) for name, _, target, _ in TABLE_2])
def test_a_target_of_table_2_binds_as_its_row_says(name: str, target: str) -> None:
    wanted = "binding" if name == "规模以上工业单位增加值能耗下降率（%）" else "expected"
    (found,) = [
        each for each in _indicators() if (each.name, each.actual_or_target) == (name, "target")
    ]

    assert (found.binding, found.printed) == (wanted, target)


def test_the_bracketed_figure_of_table_2_counts_over_the_whole_plan() -> None:
    (found,) = [each for each in _indicators() if "〔" in each.printed]

    assert found.measure == "cumulative"
    assert found.period is not None
    assert (found.period.start, found.period.end) == (2021, 2025)


def test_targets_that_count_over_years_are_those_that_add_or_bring_in() -> None:
    found = {
        each.printed
        for each in _indicators()
        if each.actual_or_target == "target" and each.measure == "cumulative"
    }

    assert found == {"100个", "10个", "150家", "〔-15.5%〕", "10家以上", "10亿元"}


def test_figures_of_2021_are_those_of_chapter_one_and_tables_2_and_4() -> None:
    of_tables = {name for name, *_ in TABLE_2} | {"剩余可用工业用地"}
    found = [
        each.printed
        for each in _indicators()
        if each.actual_or_target == "actual" and each.year == 2021 and each.name not in of_tables
    ]

    assert sorted(found) == sorted(OF_2021.split())


def test_figures_before_2020_are_those_that_the_declines_start_from() -> None:
    found = {(each.subject, each.year, each.printed) for each in _indicators() if each.year < 2020}

    assert found == BEFORE_2020


def test_the_value_is_the_number_that_is_printed() -> None:
    words = {"千亿级": 1000.0, "百亿级": 100.0, "--": None, "超过全市平均水平": None}
    wrong = [
        each.id
        for each in _indicators()
        if each.value != (words[each.printed] if each.printed in words else _number(each.printed))
    ]

    assert wrong == []


def _number(printed: str) -> float:
    (found,) = re.findall(r"-?\d+(?:\.\d+)?", printed)
    return float(found)


def test_the_unit_is_the_one_that_is_printed() -> None:
    """Where a cell prints none, the name of the row does."""
    strange = [
        each.id
        for each in _indicators()
        if each.unit not in each.printed + each.name
        and not (each.unit == "亿元" and each.printed.rstrip("级").endswith("亿"))
        and each.value is not None
    ]

    assert strange == []


def test_the_years_of_the_plan_are_those_of_its_preface() -> None:
    assert seed().dataset.edition.period == Period(start=2021, end=2025)
    assert "规划期限为2021至2025年" in lines()[12]


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("以上", "at_least"),
        ("﹥", "more_than"),
        ("超过", "more_than"),
        ("约", "about"),
        ("左右", "about"),
        ("亿级", "about"),
    ],
)
def test_the_bound_is_the_word_that_is_printed(words: str, bound: str) -> None:
    found = {each.bound for each in _indicators() if words in each.printed}

    assert found == {bound}


def test_a_number_without_such_a_word_is_exact() -> None:
    bound = re.compile("以上|﹥|超过|约|左右|亿级")
    found = {each.bound for each in _indicators() if not bound.search(each.printed)}

    assert found == {"exact"}
