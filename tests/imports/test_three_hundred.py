"""A list of three hundred firms changes ranges and gaps as worked out by hand, and back again.

The district makes one thing, a machine, of ten parts, each needed: part0 … part9. Nothing is known
of any of them: ten questions, completeness 0 of 10 certain, 10 of 10 possible.

The list names 300 firms. Firm n makes part n mod 10, but for these:
- all firms of part7 (30 of them) are suspended: a suspended maker makes nothing available;
- all firms of part8 are being built: developing, and somebody else may make it: a question;
- all firms of part9 are prospective: sought, and the gap is certain.
So part0 … part6 are made: their questions close. part7 and part8 stay questions. part9 becomes
certain. Completeness: 7 available, 2 unknown, 1 lacking of 10: 70 % to 90 %.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.imports.applying import apply, prepare
from api.workspaces import Workspaces
from graph import answers
from graph.answers import workspace
from graph.exchange.read.files import TableFile
from graph.exchange.report.outcome import ImportChoices
from graph.network.terms import Terms
from graph.store import GraphStore, open_store
from tests.imports.tables import workbook
from tests.support import chain, dataset, group, industry, maker, membership, region, seed, segment

STATUS = {7: "停产", 8: "在建", 9: "拟引进"}
CHOICES = ImportChoices(by="王工", today="2026-11-25")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    parts = [segment(f"part{n}", name=f"部件{n}", sort="component") for n in range(10)]
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}") as opened:
        opened.load(
            seed(
                region("district", name="青溪县"),
                industry(),
                chain("machines", name="农机"),
                segment("machine", name="整机"),
                membership("machines", "machine", "downstream"),
                *maker("first", "machine"),
                *parts,
                *(group("machine", part.id) for part in parts),
                dataset=dataset("demo"),
            )
        )
        yield opened


def listed() -> TableFile:
    rows = [
        [f"青溪第{n}机械厂", STATUS.get(n % 10, "在产"), f"部件{n % 10}", "2026年11月25日"]
        for n in range(300)
    ]
    return workbook(["企业名称", "企业状态", "主要产品", "数据截至"], *rows)


def answered(store: GraphStore) -> list[bytes]:
    """Every kind of answer as it goes out, without the number of the version."""
    ws = workspace(store.read("demo"))
    terms = Terms()
    bodies = [
        answers.gaps(ws, terms, "zh"),
        answers.chains(ws, terms),
        answers.missing(ws, "machine", terms, "zh"),
        answers.verify(ws, terms, "zh"),
        answers.segments(ws, terms),
        answers.enterprises(ws),
        answers.panorama(ws, terms, "zh", chain="machines"),
        answers.dependence(ws, terms),
    ]
    return [each.model_copy(update={"version": 0}).model_dump_json().encode() for each in bodies]


def test_the_report_and_the_answers_are_those_worked_out_by_hand(store: GraphStore) -> None:
    prepared = prepare(Workspaces(store, None), [listed()], CHOICES, "zh")

    body = apply(store, prepared)

    assert (body.new, body.changed, body.same, body.rejected) == (300, 0, 0, ())
    assert (body.facts.added, body.facts.changed) == (600, 0)
    assert [gap.id for gap in body.answers.closed] == [
        f"derived.district.part{n}" for n in range(7)
    ]
    assert [gap.id for gap in body.answers.confirmed] == [
        "derived.district.part9",
    ]
    assert (body.answers.opened, body.answers.doubted) == ((), ())
    (changed,) = body.answers.chains
    assert (changed.before.low, changed.before.high, changed.before.unknown) == (0.0, 1.0, 10)
    assert (changed.after.low, changed.after.high, changed.after.needed) == (0.7, 0.9, 10)
    gaps = answers.gaps(workspace(store.read("demo")), Terms(), "zh")
    assert {item.id.rpartition(".")[2]: item.standing for item in gaps.items} == {
        "part7": "to_settle",
        "part8": "to_settle",
        "part9": "confirmed",
    }


def test_withdrawn_it_leaves_every_answer_as_it_was_byte_for_byte(store: GraphStore) -> None:
    before = answered(store)
    apply(store, prepare(Workspaces(store, None), [listed()], CHOICES, "zh"))
    between = answered(store)

    keys = [(record.type, record.id) for record in store.reported("demo")]
    store.withdraw("demo", keys, by="王工", note="误报")

    assert len(keys) == 600
    assert all(one != other for one, other in zip(before[:4], between[:4], strict=True))
    assert answered(store) == before
