"""One reading of a wording, everywhere: dates, verbs, places, roles and names of firms."""

import re
from collections.abc import Iterator

import pytest

from graph.model import (
    Claim,
    Enterprise,
    Evidence,
    Fact,
    Gap,
    Indicator,
    Makes,
    Mention,
    Platform,
    Project,
    Region,
    RegionDirection,
    Role,
)
from tests.seed_checks.naming import words_for
from tests.seed_checks.plan import facts, lines, seed

BEGUN = re.compile("加快|推进|推动|建成|扩大|建设项目")
INTENDED = re.compile(
    "建设|打造|筹建|成立|布局|引进|引育|争取|申办|筹办|形成|助推|创建|成为|力争|共建|升级|建成"
)
WON = re.compile("获批|获评|授予|成功创建|成功升级|做实做强|优化|升级")
SAID = {
    "planned": INTENDED,
    "sought": INTENDED,
    "building": BEGUN,
    "developing": BEGUN,
    "done": WON,
}
EXPLORED = re.compile("探索|前瞻布局|研究布局|研发能力")
ITEMS = {
    "vehicle": (246, 252), "auto_parts": (248, 253), "motorcycle": (249, 254),
    "auto_aftermarket": (250,), "hardware": (260, 263), "software": (261, 265),
    "incubation": (262, 267), "tcm": (272, 275), "medical_devices": (273, 276),
    "functional_food": (274, 277), "aerogel": (283, 285), "aluminium": (284, 286),
    "prefab": (292, 294), "cement": (293, 295), "glassware": (301, 306),
    "agro_processing": (302, 307), "natural_gas": (312, 321), "general_machinery": (314, 322),
    "elevator": (316, 323), "moulds": (318, 324),
}  # fmt: skip
"""The item and the box of each chain, by line."""
NAMED_AS = {
    "玻璃": "daily_glass",  # 厂名含“玻璃”，列于日用玻璃条目
    "摩托": "motorcycle",
}
"""Words in names of firms that call no segment by themselves, and what they mean in their item."""


def _around(passage: Evidence, ends: str) -> str:
    """The passage with what stands around it in its line, up to such a mark on either side."""
    line, start, end = lines()[(passage.line or 1) - 1], passage.start or 0, passage.end or 0
    return (
        re.split(f"[{ends}]", line[:start])[-1]
        + line[start:end]
        + re.split(f"[{ends}]", line[end:])[0]
    )


def clauses(fact: Fact) -> list[str]:
    """The passages of a fact, each as the clause in which it stands."""
    return [_around(each, "，。；") for each in fact.evidence]


def _states() -> Iterator[tuple[Fact, str]]:
    """Claims of what comes, platforms and projects, each with how far it is."""
    for fact in facts():
        if isinstance(fact, Claim) and fact.status in SAID:
            yield fact, fact.status
        if isinstance(fact, Platform | Project) and fact.state is not None:
            yield fact, fact.state


def test_an_actual_figure_is_of_the_year_that_its_words_name() -> None:
    """A quote, or the sentence of the number, says the year, or that it counts over 十三五."""
    undated = [
        each.id
        for each in seed().local
        if isinstance(each, Indicator)
        and each.actual_or_target == "actual"
        and not any(f"{each.year}年" in _around(passage, "。") for passage in each.evidence)
        and not (each.year == 2020 and any("十三五" in (p.quote or "") for p in each.evidence))
    ]

    assert undated == []


def test_how_far_a_thing_is_rests_on_a_verb_of_its_clause() -> None:
    """打造 alone begins nothing, and 建设 wins no title."""
    wrong = [
        (fact.id, state, clauses(fact))
        for fact, state in _states()
        if not any(SAID[state].search(clause) for clause in clauses(fact))
    ]

    assert wrong == []


def test_what_the_plan_only_explores_is_no_development() -> None:
    wrong = [
        each.id
        for each in seed().local
        if isinstance(each, Mention)
        and each.intent == "develop"
        and all(EXPLORED.search(clause) for clause in clauses(each))
    ]

    assert wrong == []


def _place(fact: Fact) -> str | None:
    if isinstance(fact, Indicator):
        return fact.subject if fact.subject_type == "region" else None
    return (
        fact.region
        if isinstance(fact, Claim | Gap | Platform | Project | RegionDirection)
        else None
    )


def _opened_by_a_place(passage: Evidence) -> str | None:
    """The region that opens the item (——南溪组团。) or the clause in which a passage stands."""
    line = lines()[(passage.line or 1) - 1]
    for region in (each for each in seed().local if isinstance(each, Region)):
        for word in (region.name, *region.aliases):
            if line.startswith(f"——{word}。") or re.match(
                rf"{word}(?:（[^）]*）)?(?:成功|获批|重点)", _around(passage, "。；")
            ):
                return region.id
    return None


def test_what_is_said_under_the_name_of_a_place_is_of_that_place() -> None:
    elsewhere = {
        (fact.id, _place(fact), opened)
        for fact in facts()
        if isinstance(fact, Claim | Gap | Indicator | Platform | Project | RegionDirection)
        if not (isinstance(fact, RegionDirection) and fact.sort == "cooperates")
        for passage in fact.evidence
        if (opened := _opened_by_a_place(passage)) is not None and _place(fact) != opened
    }

    assert elsewhere == set()


def test_a_firm_named_in_an_item_or_box_has_a_role_in_its_chain() -> None:
    roles = {(each.enterprise, each.chain) for each in facts() if isinstance(each, Role)}
    firms = [each for each in facts() if isinstance(each, Enterprise)]
    missing = [
        (firm.name, chain)
        for firm in firms
        for chain, items in ITEMS.items()
        for item in items
        if any(word in lines()[item - 1] for word in (firm.name, *firm.aliases))
        and (firm.id, chain) not in roles
    ]

    assert len(firms) == 84
    assert missing == []


def test_the_lines_of_the_items_are_those_that_open_with_the_chain() -> None:
    found = {
        line
        for line in range(240, 326)
        if re.match(r" *(?:——)?[^，。；]{2,10}。", lines()[line - 1])
    }

    assert {line for items in ITEMS.values() for line in items} <= found


def _by_name() -> Iterator[tuple[Makes, str]]:
    """What is known to be made from the name of the firm alone, with the word in the name."""
    for fact in facts():
        if isinstance(fact, Makes):
            for each in fact.evidence:
                yield from (
                    (fact, word) for word in re.findall("厂名含(?:产品)?“(.+?)”", each.why or "")
                )


def test_the_name_of_a_firm_proves_no_more_than_its_word() -> None:
    """…砂浆 makes mortar, whatever sort: the segment is called so, not a kind of it."""
    wrong = [
        (fact.id, word)
        for fact, word in _by_name()
        if word not in words_for("segment", fact.segment) and NAMED_AS.get(word) != fact.segment
    ]

    assert len(list(_by_name())) > 20
    assert wrong == []


@pytest.mark.parametrize(
    "firm", ["petrochina", "xunfei_huanjing", "yirong_glass", "shunbo_aluminium"]
)
def test_a_firm_of_which_no_product_is_named_makes_none(firm: str) -> None:
    assert [
        each.id for each in facts() if isinstance(each, Makes) and each.enterprise == firm
    ] == []
