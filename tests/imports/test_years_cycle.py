"""A year of lists: last year's, this year's, a correction, a withdrawal, the old list once more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.imports.applying import Prepared, apply, prepare
from api.workspaces import Workspaces
from graph.answers import Workspace, enterprises, gaps, verify, workspace
from graph.edits.changes import Author, commit
from graph.edits.correcting import corrected, withdrawn
from graph.edits.history import undoing, version_of
from graph.edits.inputs import CorrectionInput
from graph.exchange.out import enterprises_csv, gaps_csv
from graph.exchange.report.outcome import ImportChoices
from graph.model import Enterprise, RecordKey
from graph.network.terms import Terms
from graph.store import GraphStore, open_store
from tests.imports.tables import FACTS, csv_file
from tests.support import group, seed

HEAD = "企业名称,状态,主要产品,数据截至"
LAST_YEAR = csv_file(
    HEAD,
    "大河厂,在产,链条,2020-12-31",
    "小溪厂,在产,同步带,2020-12-31",
    "远山厂,在产,链条,2020-12-31",
    name="名录2020.csv",
)
THIS_YEAR = csv_file(
    HEAD, "大河厂,停产,链条,2021-06-30", "小溪厂,在产,同步带,2021-06-30", name="名录2021.csv"
)
NEXT_YEAR = csv_file(HEAD, "小溪厂,在产,同步带,2099-03-01", name="名录2099.csv")
WANG = Author("王工", "2021-11-10")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}") as opened:
        recipe = (group("bike", "drive_chain"), group("bike", "belt"))
        opened.load(seed(*FACTS.records(), *recipe, dataset=FACTS.dataset))
        yield opened


def now(store: GraphStore) -> Workspace:
    return workspace(store.read("demo"))


def handed_in(store: GraphStore, name: str, *, restore: bool = False) -> Prepared:
    files = {each.name: each for each in (LAST_YEAR, THIS_YEAR, NEXT_YEAR)}
    today = "2099-03-02" if name == NEXT_YEAR.name else "2021-11-10"
    choices = ImportChoices(by="王工", today=today, dataset="demo", restore=restore)
    prepared = prepare(Workspaces(store, None), [files[name]], choices, "zh")
    if prepared.body.new + prepared.body.changed:
        apply(store, prepared, sound_only=True)
    return prepared


def state(store: GraphStore) -> dict[str, str | None]:
    """The status of each listed firm, and of what it makes."""
    ws = now(store)
    firms: dict[str, str | None] = {
        each.name: each.status for each in ws.facts.enterprises.values()
    }
    statuses = {each: ws.local_status(Terms(), each) for each in ("drive_chain", "belt")}
    return {name: status for name, status in (firms | statuses).items() if name != "飞轮车业"}


def answers(store: GraphStore) -> list[str]:
    ws = now(store)
    bodies = (gaps(ws, Terms(), "zh"), verify(ws, Terms(), "zh"), enterprises(ws))
    told = [each.model_copy(update={"version": 0}).model_dump_json() for each in bodies]
    return [*told, *gaps_csv(bodies[0], ws, "zh"), *enterprises_csv(bodies[2].items)]


def key_of(store: GraphStore, name: str) -> RecordKey:
    found = now(store).facts.enterprises.values()
    return "enterprise", next(each.id for each in found if each.name == name)


def correct_brook(store: GraphStore) -> None:
    """A person has been at 小溪厂: it stands still."""
    said = CorrectionInput.model_validate(
        {"values": {"status": "suspended"}, "reason": "走访", "evidence": [{"note": "停产"}]}
    )
    ws = now(store)
    change = corrected(ws, key_of(store, "小溪厂"), said, WANG)
    commit(store, ws.facts, change, WANG, ws.facts.version)


def withdraw_hill(store: GraphStore) -> None:
    """What 远山厂 makes was a slip of the pen."""
    ws = now(store)
    makes: RecordKey = ("makes", f"makes.{key_of(store, '远山厂')[1]}.drive_chain")
    commit(store, ws.facts, withdrawn((makes,), "填错"), WANG, ws.facts.version)


def codes(prepared: Prepared) -> list[tuple[int, str]]:
    return [(each.row, each.code) for each in prepared.body.rejected]


AFTER_LAST_YEAR = {
    "大河厂": "operating",
    "小溪厂": "operating",
    "远山厂": "operating",
    "drive_chain": "made",
    "belt": "made",
}
AFTER_THIS_YEAR = AFTER_LAST_YEAR | {"大河厂": "suspended"}
AFTER_THE_CORRECTION = AFTER_THIS_YEAR | {"小溪厂": "suspended", "belt": "unknown"}
AFTER_THE_WITHDRAWAL = AFTER_THE_CORRECTION | {"drive_chain": "unknown"}


def test_each_step_of_a_year_leaves_what_is_worked_out_by_hand(store: GraphStore) -> None:
    first = answers(store)

    handed_in(store, "名录2020.csv")
    assert state(store) == AFTER_LAST_YEAR

    second = handed_in(store, "名录2021.csv")
    assert state(store) == AFTER_THIS_YEAR
    changes = [change for row in second.body.rows for fact in row.facts for change in fact.changes]
    assert [(each.field, each.before, each.after) for each in changes] == [
        ("status", "在产", "停产")
    ]

    correct_brook(store)
    assert state(store) == AFTER_THE_CORRECTION
    withdraw_hill(store)
    assert state(store) == AFTER_THE_WITHDRAWAL

    old = handed_in(store, "名录2020.csv")
    assert codes(old) == [(2, "older"), (3, "older"), (4, "withdrawn")]
    assert "王工" in old.body.rejected[2].why
    assert state(store) == AFTER_THE_WITHDRAWAL
    assert codes(handed_in(store, "名录2021.csv")) == [(3, "older")]
    assert state(store) == AFTER_THE_WITHDRAWAL

    undo_all(store)
    assert answers(store) == first


def undo_all(store: GraphStore) -> None:
    for number in range(store.current("demo").number, 1, -1):
        ws = now(store)
        change = undoing(store, version_of(store, "demo", number), "从头", ws.facts.version)
        commit(store, ws.facts, change, WANG, ws.facts.version)


def test_what_was_withdrawn_comes_back_when_a_person_says_so_and_the_report_tells(
    store: GraphStore,
) -> None:
    handed_in(store, "名录2020.csv")
    withdraw_hill(store)

    again = handed_in(store, "名录2020.csv", restore=True)

    told = [fact.taken_back for row in again.body.rows for fact in row.facts if fact.taken_back]
    assert len(told) == 1
    assert "王工" in told[0]
    assert "填错" in told[0]
    assert state(store) == AFTER_LAST_YEAR


def test_a_list_of_after_the_withdrawal_counts_and_the_report_tells(store: GraphStore) -> None:
    handed_in(store, "名录2020.csv")
    ws = now(store)
    makes: RecordKey = ("makes", f"makes.{key_of(store, '小溪厂')[1]}.belt")
    commit(store, ws.facts, withdrawn((makes,), "填错"), WANG, ws.facts.version)

    later = handed_in(store, "名录2099.csv")

    assert codes(later) == []
    assert [f.taken_back is None for row in later.body.rows for f in row.facts] == [True, False]
    assert state(store)["belt"] == "made"


def test_a_withdrawn_value_over_a_seed_stays_withdrawn_and_another_value_does_not(
    store: GraphStore,
) -> None:
    closed = csv_file("企业名称,状态,地址,数据截至", "飞轮车业,停产,东街,2021-06-30", name="表.csv")
    moved = csv_file("企业名称,地址,数据截至", "飞轮车业,西街,2021-06-30", name="址.csv")
    choices = ImportChoices(by="王工", today="2021-11-10", dataset="demo")
    spaces = Workspaces(store, None)
    apply(store, prepare(spaces, [closed], choices, "zh"))
    ws = now(store)
    commit(store, ws.facts, withdrawn((("enterprise", "flywheel"),), "填错"), WANG, 2)

    again = prepare(Workspaces(store, None), [closed], choices, "zh")
    other = prepare(Workspaces(store, None), [moved], choices, "zh")

    assert codes(again) == [(2, "withdrawn")]
    assert codes(other) == []
    assert isinstance(other.records[0], Enterprise)
    assert other.records[0].address == "西街"


def test_what_was_denied_comes_back_with_the_proofs_of_the_seed(store: GraphStore) -> None:
    ws = now(store)
    said = CorrectionInput.model_validate({"reason": "不产", "evidence": [{"note": "走访"}]})
    commit(store, ws.facts, corrected(ws, ("makes", "makes.flywheel.bike"), said, WANG), WANG, 1)
    row = csv_file("企业名称,主要产品,依据", "飞轮车业,自行车,名录", name="表.csv")
    choices = ImportChoices(by="王工", today="2021-11-10", dataset="demo")

    held_back = prepare(Workspaces(store, None), [row], choices, "zh")
    restoring = ImportChoices(by="王工", today="2021-11-10", dataset="demo", restore=True)
    apply(store, prepare(Workspaces(store, None), [row], restoring, "zh"))

    assert codes(held_back) == [(2, "denied")]
    makes = now(store).facts.makes["makes.flywheel.bike"]
    assert [each.basis for each in makes.evidence] == [
        *(each.basis for each in FACTS.makes["makes.flywheel.bike"].evidence),
        "reported",
    ]
