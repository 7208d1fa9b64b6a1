"""In which chains segments stand, against the records gone through one by one."""

import pytest

from graph.answers.chains import products_in, segments_of
from graph.answers.home import home_chains
from graph.answers.workspace import Workspace, workspace
from graph.model import Facts
from graph.network.terms import Terms
from tests.questions.random_graphs import random_facts
from tests.support import chain, facts, industry, kind, membership, mention, segment
from tests.trade import district

TERMS = Terms()


def home(facts_: Facts, asked: str) -> list[str]:
    """Midstream, else mentioned, else anywhere, else where the general is at home."""
    places = [each for each in facts_.memberships.values() if each.segment == asked]
    told = (each.chain for each in facts_.mentions.values() if each.segment == asked)
    found = {each.chain for each in places if each.stage == "midstream"}
    found = found or set(told) or {each.chain for each in places}
    above = [each.parent for each in facts_.kinds.values() if each.segment == asked]
    return home(facts_, above[0]) if above and not found else sorted(found)


def made_in(facts_: Facts, asked: str) -> set[str]:
    """What a chain makes itself and is at home there, and somebody can sell as a thing."""
    return {
        each.segment
        for each in facts_.memberships.values()
        if each.chain == asked
        and each.stage in {"midstream", "downstream"}
        and asked in home(facts_, each.segment)
        and facts_.segments[each.segment].sort not in {"service", "raw_material"}
    }


def check(ws: Workspace) -> None:
    here = {ws.network.ids[each] for each in ws.local_products(TERMS)}
    for each in ws.facts.segments:
        assert list(home_chains(ws, each)) == home(ws.facts, each)
    for each in ws.facts.chains:
        standing = {m.segment for m in ws.facts.memberships.values() if m.chain == each}
        products = [ws.network.ids[number] for number in products_in(ws, TERMS, [each])]
        assert segments_of(ws, [each]) == sorted(standing)
        assert products == sorted(made_in(ws.facts, each) & here)


def test_the_segments_of_the_shipped_district_stand_where_their_records_say() -> None:
    check(district())


@pytest.mark.parametrize("number", range(20))
def test_segments_of_random_datasets_stand_where_their_records_say(number: int) -> None:
    check(workspace(random_facts(number)))


def test_a_segment_is_at_home_midstream_else_where_it_is_named_else_anywhere() -> None:
    ws = workspace(
        facts(
            industry(),
            *(chain(each) for each in ("a", "b", "c")),
            *(segment(each) for each in ("made", "named", "placed", "kind", "stray")),
            membership("a", "made", "midstream"),
            membership("b", "made", "upstream"),
            mention("c", "made"),
            membership("a", "named", "upstream"),
            mention("c", "named"),
            membership("a", "placed", "upstream"),
            membership("b", "placed", "downstream"),
            kind("kind", "placed"),
        )
    )

    assert home_chains(ws, "made") == ("a",)
    assert home_chains(ws, "named") == ("c",)
    assert home_chains(ws, "placed") == home_chains(ws, "kind") == ("a", "b")
    assert home_chains(ws, "stray") == ()
    assert segments_of(ws, ["nothing", "b"]) == ["made", "placed"]
