"""A judgement stands beside what is computed, in answers and files, and changes none of it.

Widgets need screws, which a claim says are lacking: `derived.district.screw` blocks the widget.
"""

import csv
import io
import json

import networkx as nx
import pytest

from graph import answers
from graph.answers import Workspace, workspace
from graph.exchange.out import gaps_csv, graph_json, whole_graph
from graph.model import AnyRecord, Evidence
from graph.network.terms import Terms
from tests.support import (
    chain,
    claim,
    facts,
    gap,
    group,
    industry,
    judgement,
    maker,
    makes,
    membership,
    segment,
)

SCREW = "derived.district.screw"
KNOWN = (Evidence(basis="reported", by="王工", note="走访城南厂", as_of="2026-03-01"),)


def judged(*records: AnyRecord) -> Workspace:
    return workspace(
        facts(
            industry(),
            chain(),
            segment("widget"),
            segment("screw", name="螺钉"),
            membership("bikes", "widget", "downstream"),
            group("widget", "screw"),
            *maker("acme", "widget"),
            claim("screw", "absent"),
            *records,
        )
    )


def row(ws: Workspace) -> dict[str, str]:
    text = "".join(gaps_csv(answers.gaps(ws, Terms(), "zh"), ws, "zh"))
    (found,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    return found


def test_the_computed_answer_stays_and_the_judgement_stands_beside_it() -> None:
    said = judgement(SCREW, "refute", reason="城南厂在产", owner="经信委", evidence=KNOWN)
    plain = answers.gap(judged(), SCREW, Terms(), "zh")
    body = answers.gap(judged(said), SCREW, Terms(), "zh")

    assert body.model_copy(update={"judgement": None}) == plain
    assert body.judgement is not None
    assert (body.judgement.verdict, body.judgement.reason) == ("refute", "城南厂在产")
    assert (body.judgement.owner, body.judgement.evidence) == ("经信委", KNOWN)


def test_without_a_judgement_the_field_is_left_out() -> None:
    body = answers.gap(judged(), SCREW, Terms(), "zh")

    assert '"judgement"' not in body.model_dump_json()


def test_a_judgement_of_a_derived_gap_stays_when_a_document_names_the_gap_too() -> None:
    """The derived gap meets the stated one, whose id holds from then on."""
    ws = judged(judgement(SCREW, "adopt"), gap("no_screws", segment="screw"))

    (item,) = answers.gaps(ws, Terms(), "zh").items
    assert (item.id, item.origin) == ("no_screws", "both")
    assert item.judgement is not None
    assert item.judgement.verdict == "adopt"


def test_the_working_columns_of_the_gap_list_are_those_of_the_judgement() -> None:
    said = judgement(
        SCREW, "refute", reason="城南厂在产", owner="经信委", due="2026-06", note="=1+1"
    )
    cells = row(judged(said))

    assert cells["确认状态"] == "确认缺口（不实：城南厂在产）"
    assert (cells["责任单位"], cells["时限"]) == ("经信委", "2026-06")
    assert cells["备注"] == "'=1+1"


def test_an_owner_alone_is_no_verdict() -> None:
    cells = row(judged(judgement(SCREW, None, owner="招商局")))

    assert (cells["确认状态"], cells["责任单位"], cells["备注"]) == ("确认缺口", "招商局", "")


def test_the_gap_of_a_graph_file_carries_the_judgement() -> None:
    said = judgement(SCREW, "adopt", reason="招商重点", owner="招商局")
    text = graph_json(whole_graph(judged(said), Terms(), "zh"))
    node = nx.node_link_graph(json.loads(text), edges="edges").nodes[f"gap:{SCREW}"]

    assert (node["verdict"], node["reason"], node["owner"]) == ("adopt", "招商重点", "招商局")
    assert "due" not in node


@pytest.mark.parametrize(
    "lost",
    [makes("nobody", "screw"), makes("acme", "nothing"), claim("nothing", "present")],
    ids=lambda record: record.id,
)
def test_orphans_are_left_out_of_every_answer(lost: AnyRecord) -> None:
    assert answers.gaps(judged(lost), Terms(), "zh") == answers.gaps(judged(), Terms(), "zh")
