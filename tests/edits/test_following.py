"""What is derived from the version before is what compiling from scratch gives."""

from collections import Counter
from dataclasses import fields
from pathlib import Path
from random import Random

import pytest

from api.workspaces import Workspaces
from graph import answers
from graph.analysis.openings import openings
from graph.answers import Workspace, workspace
from graph.answers.cache import BoundedCache
from graph.answers.neighbourhood import Around, neighbourhood
from graph.answers.renewed import TOUCHED, renewed
from graph.model import FIELD_OF_TYPE, RECORDS, AnyRecord
from graph.model.following import ReportedChange
from graph.network.terms import Terms, parse_boundary
from tests.edits.random_edits import EditedDataset, edited_dataset
from tests.http.conftest import filled
from tests.support import (
    REPORTED,
    claim,
    enterprise,
    facts,
    judgement,
    lead,
    maker,
    makes,
    region,
    register,
    review,
    segment,
)

TERMS = (Terms(), Terms(region="park", boundary=parse_boundary("none"), horizon="planned"))
WORKED_OUT = (
    "segment_refs",
    "parks",
    "neighbours_speak",
    "folded_names",
    "folded_firms",
    "resting",
)
STEPS = 10
PLACES = region(), region("park", "park"), segment("screw")


def test_every_type_of_record_is_in_the_table() -> None:
    assert set(TOUCHED) == set(RECORDS)


@pytest.mark.parametrize("seed", range(14))
def test_random_edits_give_what_compiling_from_scratch_gives(seed: int) -> None:
    data = edited_dataset(seed)
    ws = workspace(data.facts())
    for _ in range(STEPS):
        told(ws)  # so that whatever is kept wrongly shows in the next version
        raw = data.facts() if ws.facts.version == data.version else None
        changes = data.edit()
        scratch = workspace(data.facts())
        known = raw is not None and ws.facts == raw  # without orphans
        derived = renewed(ws, data.version, changes) if known else None
        if derived is not None:
            assert_alike(derived, scratch)
        ws = derived or scratch


def test_edits_of_all_that_is_not_everything_are_derived_nearly_always() -> None:
    """What merges, loses a subject or names what is not there is compiled from scratch."""
    tried, derived = Counter[str](), Counter[str]()
    for seed in range(10):
        data = edited_dataset(seed)
        for _ in range(STEPS):
            ws = workspace(data.facts())
            changes = data.edit()
            touched = {TOUCHED[each.key[0]] for each in changes}
            tried.update(touched)
            derived.update(touched if renewed(ws, data.version, changes) else ())

    assert derived["everything"] == 0
    for each in ("said", "beside", "makers"):
        assert derived[each] > tried[each] * 0.6, each


def test_what_a_product_lacks_is_carried_over_unless_its_walk_comes_upon_the_edit() -> None:
    kept = anew = 0
    for seed in range(10):
        data = edited_dataset(seed)
        ws = workspace(data.facts())
        for _ in range(STEPS):
            before = ws.place(Terms()).unmet.found
            derived = renewed(ws, data.version + 1, data.edit())
            ws = derived or workspace(data.facts())
            after = ws.place(Terms()).unmet.found
            same = [product for product in after if after[product] is before.get(product)]
            kept += len(same)
            anew += 0 if derived is None else len(after) - len(same)

            assert after == {each: openings(ws.frame(Terms()), each) for each in after}

    assert kept > 50
    assert anew > 10


def test_edits_of_the_shipped_district_in_its_store(tmp_path: Path) -> None:
    with filled(tmp_path, "hechuan") as store:
        workspaces = Workspaces(store, "hechuan")
        ws = workspaces.at(workspaces.newest(None))
        gap, segment, firm = map(
            next, map(iter, (ws.facts.gaps, ws.facts.segments, ws.facts.enterprises))
        )
        closed = ws.facts.enterprises[firm].model_copy(update={"status": "suspended"})
        answers.gaps(ws, Terms(), "zh")  # so that something is kept
        edits: tuple[tuple[AnyRecord, ...], ...] = (
            (judgement(gap), lead(gap)),
            (claim(segment, "present", ws.facts.dataset.region, evidence=REPORTED),),
            (closed, enterprise("new_firm"), makes("new_firm", segment, evidence=REPORTED)),
        )
        for records in edits:
            version = store.report("hechuan", records, by="王工", note="走访")
            derived = workspaces.at(version)
            assert derived.network.arrays is ws.network.arrays  # not compiled again
            scratch = workspace(store.read("hechuan"))
            assert (derived.facts, derived.network) == (scratch.facts, scratch.network)
            for each in (answers.gaps, answers.verify):
                assert each(derived, Terms(), "zh") == each(scratch, Terms(), "zh")
            assert answers.chains(derived, Terms()) == answers.chains(scratch, Terms())


def test_where_registers_conclude_only_judgements_and_leads_are_followed() -> None:
    ws = workspace(facts(segment("screw"), register("list")))
    said = judgement("derived.district.screw")
    looked = review("acme")

    assert renewed(ws, 2, [ReportedChange(("judgement", said.id), None, said)]) is not None
    assert renewed(ws, 2, [ReportedChange(("review", looked.id), None, looked)]) is None


def test_an_edit_of_something_else_than_is_held_is_not_followed() -> None:
    """As where another file was put in the place of the store's."""
    ws = workspace(facts(segment("screw")))
    was, now = (judgement("derived.district.screw", each) for each in ("confirm", "refute"))

    assert renewed(ws, 2, [ReportedChange(("judgement", now.id), was, now)]) is None


def test_a_denial_that_is_withdrawn_lets_the_seed_hold_again() -> None:
    said = claim("screw", "absent")
    data = EditedDataset(Random(1), facts(*PLACES, said))  # noqa: S311 - no secret
    ws = workspace(data.facts())
    denial = said.model_copy(update={"denied": "走访时有"})

    for records in ([denial], [], [said.model_copy(update={"evidence": REPORTED})], [denial], []):
        changes = data.write(records, [] if records else [("claim", said.id)])
        derived = renewed(ws, data.version, changes)
        assert derived is not None
        assert_alike(derived, workspace(data.facts()))
        ws = derived


def test_a_firm_that_is_taken_away_from_what_names_it_is_not_followed() -> None:
    data = EditedDataset(Random(1), facts(*PLACES))  # noqa: S311 - no secret
    data.write(list(maker("acme", "screw")), [])
    ws = workspace(data.facts())

    gone = data.write([], [("enterprise", "acme")])

    assert renewed(ws, data.version, gone) is None


def assert_alike(derived: Workspace, scratch: Workspace) -> None:
    """Facts, order included; the network; indexes; what was worked out; the answers."""
    assert derived.facts == scratch.facts
    for name in (*FIELD_OF_TYPE.values(), "denied", "merged"):
        assert list(getattr(derived.facts, name)) == list(getattr(scratch.facts, name)), name
    assert derived.network == scratch.network
    for each in fields(Workspace):
        if not isinstance(getattr(derived, each.name), BoundedCache):
            assert getattr(derived, each.name) == getattr(scratch, each.name), each.name
    for name in WORKED_OUT:
        assert getattr(derived, name) == getattr(scratch, name), name
    assert told(derived) == told(scratch)


def told(ws: Workspace) -> list[str]:
    """Answers that rest on whatever a workspace keeps."""
    found, some = [], list(ws.facts.segments)[::3]
    for terms in TERMS:
        bodies = [
            answers.gaps(ws, terms, "zh"),
            answers.overview(ws, terms, "zh"),
            answers.verify(ws, terms, "zh", 2026),
            answers.chains(ws, terms),
            neighbourhood(ws, terms, "zh", Around(hops=2)),
            *(answers.missing(ws, each, terms, "zh") for each in some),
            *(answers.segment(ws, each, terms, "zh") for each in some),
        ]
        found += [each.model_dump_json() for each in bodies]
    return found
