"""No wording that asks for something, or sets something up, is passed over in any chapter."""

import re
from collections.abc import Iterator, Mapping

from graph.model import Gap, Platform, Project, Region
from tests.seed_checks.plan import Span, facts, line_of, lines, matches, shown, spans_of

ASKING = re.compile(
    "缺乏|空白|补齐|引进|引育|引入|吸引(?!力)|薄弱|不足|拓展|延伸|停产|转型|迈进|有待|亟待|对接"
    "|完善[^，。；、]{0,12}(?:产业链|配套)"
)
RAISING = re.compile("提升|改造|升级|高端化")
"""Words that ask for an upgrade where an industry is the subject: in chapter four always."""
NO_GAP: Mapping[str, tuple[tuple[int, str], ...]] = {
    "a heading": (
        (27, "亟待培育新兴增长点"),
        (30, "有待进一步深化"),
        (31, "创新主体培育有待深化"),
        (419, "绿色低碳转型行动"),
    ),
    "people, and powers over them": (
        (31, "创新人才引进难留不住"),
        (31, "靠公开招录引进"),
        (31, "缺乏人才引进自主权"),
        (31, "缺乏政策宣讲解读"),
        (390, "人才引进"),
        (459, "持续引进和培育高层次创新人才"),
    ),
    "the country, the city or the world": (
        (36, "价值链和需求链转型升级"),
        (39, "吸引高端制造业回流"),
        (40, "高端要素竞争力不足"),
        (40, "引进重大产业化项目"),
        (449, "“一区两群”产业链、供应链薄弱缺失环节"),
    ),
    "a principle that names nothing": (
        (93, "补齐短板、加固底板"),
        (93, "加快产业转型升级"),
        (97, "绿色低碳转型"),
        (97, "不断完善产业链条"),
        (100, "向纵深拓展"),
        (241, "引进增量资源"),
        (241, "带动提升制造业整体竞争力"),
        (248, "打造转型升级新动能"),
        (399, "吸引多家企业投资"),
    ),
    "the result of what the sentence asks for": (
        (273, "提升合川区在医疗设备市场竞争力"),
        (301, "提升产品附加值"),
        (306, "提升核心竞争能力"),
    ),
    "living in a town, no industry": (
        (37, "完善功能配套"),
        (337, "对接国内知名地产集团，引进高端优质教育、医疗资源"),
        (383, "完善综合配套功能"),
    ),
    "a tie or a partner, recorded as such": (
        (302, "与健康、养生、旅游等产业融合对接"),
        (302, "白酒优势产区对接"),
        (332, "加强与两江新区、西部（重庆）科学城对接"),
    ),
    "a number, which is a target": ((334, "引入社会资金10亿元"), (436, "累计引进头部企业10个")),
    "the market, or what others need": (
        (249, "消费升级市场机遇"),
        (402, "数字化转型需求"),
        (404, "增强数字化转型产品和服务供给"),
        (404, "数字化转型产品和方案研究"),
    ),
    "the administration": ((454, "对接全区制造业高质量发展总体目标"),),
}
"""What such a word stands in without a gap, and why."""

SETTING_UP = re.compile(
    "(?:建设|打造|筹建|建成|创建|成立|搭建|推进|推动|培育|培育壮大|获批|获评|授予)(?!一批)[^，。；、]{2,18}?"
    "(?:基地|产业园|园区|产业城|新城|小镇|研究院|研究中心|技术中心|孵化器|示范区|标志区|生态圈|平台|大赛)"
)
NO_PLACE: Mapping[str, tuple[tuple[int, str], ...]] = {
    "one that each firm shall have": (
        (293, "产能整合平台"),
        (402, "上云上平台"),
        (404, "“所见即所得”的在线定制平台"),
        (404, "故障预测和故障索引的管理平台"),
        (433, "培育“上云上平台”标杆企业"),
        (439, "培育“上云上平台”标杆企业"),
    ),
    "a sort of which there shall be several": (
        (386, "高能级科技创新平台"),
        (388, "现有科技企业孵化器"),
        (388, "国家级科技企业孵化器"),
        (393, "打造专业化科技企业孵化器"),
        (420, "绿色工厂和绿色园区"),
        (447, "一批跨省市毗邻地区产业合作园区"),
        (448, "一批跨省市毗邻地区产业合作园区"),
    ),
    "a number of them, which is a target": (
        (391, "国家级企业技术中心3个"),
        (393, "国家级科技企业孵化器2个"),
    ),
    "a product, claimed as such": ((402, "工业互联网平台"),),
    "how parks are run": ((382, "对内对外服务运营平台"),),
}
"""What such words set up without a platform, a project or a place, and why."""


def _aside(reasons: Mapping[str, tuple[tuple[int, str], ...]]) -> frozenset[Span]:
    return frozenset(_span(line, words) for each in reasons.values() for line, words in each)


def _span(line: int, words: str) -> Span:
    start = lines()[line - 1].index(words)
    return Span(line, start, start + len(words))


def _asking() -> Iterator[Span]:
    problems, four, five = line_of("（二）存在问题"), line_of("四、着力"), line_of("五、优化")
    yield from (each for each in matches(ASKING) if each.line > problems)
    yield from (each for each in matches(RAISING) if four <= each.line < five)


def _held(passage: Span, by: frozenset[Span]) -> bool:
    return any(each.holds(passage) for each in by)


def test_every_word_that_asks_for_something_is_quoted_by_a_gap_or_set_aside() -> None:
    quoted = frozenset(spans_of(fact for fact in facts() if isinstance(fact, Gap)))
    asked = set(_asking())

    assert len(asked) > 150
    assert shown(each for each in asked if not _held(each, quoted | _aside(NO_GAP))) == []


def test_what_is_set_aside_asks_for_something_and_no_gap_quotes_it() -> None:
    quoted = spans_of(fact for fact in facts() if isinstance(fact, Gap))
    asked = set(_asking())
    idle = [
        each
        for each in _aside(NO_GAP)
        if not any(each.holds(word) and not _held(word, frozenset(quoted)) for word in asked)
    ]

    assert shown(idle) == []


def test_every_named_place_that_is_set_up_is_a_platform_or_a_project_or_set_aside() -> None:
    """A number that is printed of it is not enough: 打造100亿级医药健康产业新城."""
    known = spans_of(fact for fact in facts() if isinstance(fact, Platform | Project | Region))
    known |= _aside(NO_PLACE)
    found = set(matches(SETTING_UP))

    assert len(found) > 40
    assert shown(each for each in found if not any(each.meets(by) for by in known)) == []
