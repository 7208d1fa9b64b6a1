"""Whom a question is put to: the firms that can answer it, each on a sheet of its own."""

from graph.answers import verify, workspace
from graph.answers.shapes import Ref
from graph.answers.verify import verify_by_enterprise
from graph.model import AnyRecord
from graph.network.terms import Terms
from tests.support import (
    chain,
    claim,
    enterprise,
    facts,
    group,
    industry,
    kind,
    maker,
    membership,
    region,
    role,
    segment,
)

OFFICE = "区经济信息委、统计部门"
BIKES: tuple[AnyRecord, ...] = (
    region(),
    region("park", "park"),
    region("yonder", "neighbour"),
    industry(),
    chain("bikes"),
    *map(segment, ("bike", "e_bike", "frame", "bell", "tub", "plug")),
    membership("bikes", "bike", "midstream"),
    kind("e_bike", "bike"),
    group("bike", "frame"),
    group("bike", "bell"),
    group("tub", "plug"),
)
"""Bikes take a frame and a bell, tubs take a plug; electric bikes are bikes."""


def asked(*records: AnyRecord) -> dict[str, list[str]]:
    """Whom the question about each segment is put to."""
    items = verify(workspace(facts(*BIKES, *records)), Terms(), "zh").items
    return {each.segment.id: [_id(whom) for whom in each.ask] for each in items}


def _id(whom: Ref | str) -> str:
    return whom if isinstance(whom, str) else whom.id


def test_the_makers_of_what_takes_it_know_their_suppliers() -> None:
    assert asked(*maker("acme", "bike"), *maker("best", "bike"), *maker("other", "tub")) == {
        "bell": ["acme", "best"],
        "frame": ["acme", "best"],
        "plug": ["other"],
    }


def test_of_a_kind_that_nobody_makes_yet_the_makers_of_the_general_are_asked() -> None:
    motor = (segment("motor"), group("e_bike", "motor"), claim("e_bike", "sought"))

    assert asked(*motor, *maker("acme", "bike"))["motor"] == ["acme"]


def test_where_it_is_here_without_a_known_maker_the_firms_of_its_home_chain_are_asked() -> None:
    """Those that run here: not one that stopped, nor one in another district."""
    named = (
        enterprise("assembler", region="park"),
        enterprise("stopped", "suspended"),
        enterprise("elsewhere", region="yonder"),
    )
    roles = [role("bikes", each.id) for each in named]

    assert asked(claim("bike", "present"), *named, *roles)["frame"] == ["assembler"]


def test_of_what_is_only_planned_and_unknown_to_all_the_office_is_asked() -> None:
    """The firms of the chain do not know the suppliers of what nobody here makes."""
    firm = (enterprise("assembler"), role("bikes", "assembler"))

    assert asked(claim("bike", "sought"), *firm)["frame"] == [OFFICE]


def test_each_firm_has_one_sheet_with_its_questions_once_and_the_office_comes_last() -> None:
    records = (*maker("acme", "bike", "tub"), *maker("best", "bike"), claim("tub", "sought"))
    planned: tuple[AnyRecord, ...] = (
        *map(segment, ("car", "seat")),
        group("car", "seat"),
        claim("car", "sought"),
    )
    ws = workspace(facts(*BIKES, *records, *planned))

    body = verify_by_enterprise(ws, Terms(), "zh")

    sheets = {each.name: [q.segment.id for q in each.questions] for each in body.items}
    assert list(sheets)[-1] == OFFICE
    assert sheets == {
        "acme": ["bell", "frame", "plug"],
        "best": ["bell", "frame"],
        OFFICE: ["seat"],
    }
    assert body.questions == 4


def test_a_group_is_one_question_about_all_that_would_do() -> None:
    ws = workspace(
        facts(
            *map(segment, ("cart", "chain_drive", "belt_drive")),
            group("cart", "chain_drive", "belt_drive"),
            *maker("acme", "cart"),
        )
    )

    (only,) = verify(ws, Terms(), "zh").items

    assert [each.id for each in only.members] == ["belt_drive", "chain_drive"]
    assert only.question == "本地有没有企业生产belt_drive、chain_drive（有一种即可）？"
