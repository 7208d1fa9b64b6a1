"""Whose a thing is and in which chains: by its name, by the item it stands in, by its industry."""

import re

from graph.model import (
    Chain,
    Claim,
    Enterprise,
    Gap,
    Industry,
    Platform,
    Project,
    RegionDirection,
)
from tests.seed_checks.plan import facts
from tests.seed_checks.test_readings import ITEMS, clauses

HERE = re.compile(
    "现有|本地|优势产品|(?<!培育)壮大|稳产|探明|形成以|产值|定位|本土|向高端铝材转型|落地"
)
"""Words that speak of what there is; 培育壮大 speaks of what shall be."""
LACKING = re.compile("缺乏|空白")


def test_what_bears_the_name_of_a_firm_is_of_that_firm() -> None:
    firms = {
        word: firm.id
        for firm in facts()
        if isinstance(firm, Enterprise)
        for word in (firm.name, *firm.aliases)
    }
    others = [
        (each.id, each.enterprise)
        for each in facts()
        if isinstance(each, Platform | Project)
        if (named := {id_ for word, id_ in firms.items() if word in each.name})
        and each.enterprise not in named
    ]

    assert others == []


def test_what_stands_in_the_item_of_a_chain_is_of_that_chain() -> None:
    """A gap on a segment goes with its segment."""
    chain_of = {line: chain for chain, items in ITEMS.items() for line in items}
    elsewhere = [
        (each.id, chain)
        for each in facts()
        if isinstance(each, Platform | Project) or (isinstance(each, Gap) and each.segment is None)
        for passage in each.evidence
        if (chain := chain_of.get(passage.line or 0)) is not None and chain not in each.chains
    ]

    assert elsewhere == []


def test_a_direction_called_like_an_industry_covers_all_its_chains() -> None:
    chains: dict[str, set[str]] = {}
    for each in facts():
        if isinstance(each, Chain):
            chains.setdefault(each.industry, set()).add(each.id)
    industries = {each.name: each.id for each in facts() if isinstance(each, Industry)}
    found = [
        (each, chains[industries[each.name]])
        for each in facts()
        if isinstance(each, RegionDirection) and each.name in industries
    ]

    assert len(found) > 5
    assert [each.id for each, covered in found if set(each.chains) != covered] == []


def test_what_is_said_to_be_here_has_a_word_for_it_in_every_clause() -> None:
    claims = [each for each in facts() if isinstance(each, Claim) and each.status == "present"]
    wrong = [each.id for each in claims if not all(HERE.search(c) for c in clauses(each))]

    assert len(claims) > 30
    assert wrong == []


def test_what_is_said_to_be_lacking_is_called_so() -> None:
    wrong = [
        each.id
        for each in facts()
        if isinstance(each, Claim)
        and each.status == "absent"
        and not all(LACKING.search(passage.quote or "") for passage in each.evidence)
    ]

    assert wrong == []
