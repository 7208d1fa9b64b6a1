"""Two enterprises that are one, of which different things are said; and two after all."""

import pytest
from starlette.testclient import TestClient

from graph.model import Enterprise
from graph.store import GraphStore
from tests.edits.saying import API, answers, correct, undo
from tests.edits.test_merging import CODE, firms, handed_in, made, said

FAR = "远程单车厂"


def id_of(store: GraphStore, name: str) -> str:
    every = store.read("demo").enterprises.values()
    return next(each.id for each in every if name in (each.name, *each.aliases))


def flywheel(store: GraphStore) -> Enterprise:
    return store.read("demo").enterprises["flywheel"]


@pytest.fixture
def held(store: GraphStore) -> GraphStore:
    """飞轮车业 runs in 西街 as of July."""
    handed_in(store, "飞轮车业,,在产,西街,自行车,2026-07-30")
    return store


def test_the_newer_of_two_values_holds_whichever_firm_it_is_of(
    editor: TestClient, held: GraphStore
) -> None:
    """The other has stood still since September; its street is of then, too."""
    handed_in(held, f"{FAR},{CODE},停产,东街,自行车,2026-09-30")

    body = said(editor, "merge", "flywheel", FAR).json()

    firm = flywheel(held)
    assert (firm.status, firm.address, firm.credit_code) == ("suspended", "东街", CODE)
    assert body["differing"] == [
        "状态：飞轮车业“在产”，远程单车厂“停产”（2026-09-30），后者较新，取后者",
        "地址：飞轮车业“西街”，远程单车厂“东街”（2026-09-30），后者较新，取后者",
    ]
    assert editor.get(f"{API}/segments/bicycle").json()["local_status"] != "made"


def test_an_older_value_yields_and_its_proof_does_not_speak_of_it(
    editor: TestClient, held: GraphStore
) -> None:
    handed_in(held, f"{FAR},{CODE},停产,东街,自行车,2026-06-30")

    body = said(editor, "merge", "flywheel", FAR).json()

    firm = flywheel(held)
    (proof,) = [each for each in firm.evidence if each.as_of == "2026-06-30"]
    assert (firm.status, firm.address) == ("operating", "西街")
    assert proof.fields == ("aliases", "credit_code")
    assert [each[:2] for each in body["differing"]] == ["状态", "地址"]
    assert all("仍取前者" in each for each in body["differing"])


def test_where_dates_do_not_tell_the_one_that_stays_holds_and_it_is_told(
    editor: TestClient, held: GraphStore
) -> None:
    handed_in(held, f"{FAR},,停产,东街,,2026-07-30")

    tried = said(editor, "merge", "flywheel", FAR, apply="false").json()
    body = said(editor, "merge", "flywheel", FAR).json()
    (version, *_older) = held.versions("demo")

    assert flywheel(held).status == "operating"
    assert body["differing"] == tried["differing"]
    assert "日期分不出先后，仍取前者" in body["differing"][0]
    assert version.note is not None
    assert version.note.startswith("同一家；状态：飞轮车业“在产”，远程单车厂“停产”")


def test_another_role_in_the_same_chain_is_a_second_one(
    editor: TestClient, store: GraphStore
) -> None:
    chain = store.read("demo").chains["bicycle"].name
    head = "企业名称,链/环节,角色,数据截至"
    handed_in(store, f"{FAR},{chain},配套,2026-06-30", head=head)
    before, other = answers(editor), id_of(store, FAR)

    said(editor, "merge", "flywheel", FAR)
    roles = [each for each in store.read("demo").roles.values() if each.enterprise == "flywheel"]
    said(editor, "split", "flywheel", other)

    assert [(each.role, [one.basis for one in each.evidence]) for each in roles] == [
        ("龙头", ["stated"]),
        ("配套", ["reported"]),
    ]
    assert answers(editor) == before


def test_undoing_a_merger_of_what_differs_gives_the_former_answers(
    editor: TestClient, held: GraphStore
) -> None:
    handed_in(held, f"{FAR},{CODE},停产,东街,自行车、链条,2026-09-30")
    before, number = answers(editor), held.current("demo").number

    said(editor, "merge", "flywheel", FAR)
    undo(editor, number + 1, number + 1)

    assert answers(editor) == before


def test_split_after_further_lists_each_has_its_own_proofs_again(
    editor: TestClient, held: GraphStore
) -> None:
    """After the merger a list confirms the chain by the old name, and a person moves the firm."""
    handed_in(held, f"{FAR},{CODE},停产,东街,自行车、链条,2026-09-30")
    other = id_of(held, FAR)
    said(editor, "merge", "flywheel", FAR)
    handed_in(held, f"{FAR},,,,链条、自行车,2026-11-01")
    correct(editor, held.current("demo").number, "flywheel", address="南街")

    said(editor, "split", "flywheel", other)

    one, two = flywheel(held), held.read("demo").enterprises[other]
    assert (one.status, one.address, one.credit_code) == ("operating", "南街", None)
    assert (two.status, two.address, two.credit_code) == ("suspended", "东街", CODE)
    assert made(editor, other) == {"bicycle": 1, "chain": 1}
    assert made(editor, "flywheel") == {"bicycle": 3, "chain": 1}
    proofs = held.read("demo").makes["makes.flywheel.chain"].evidence
    assert [each.as_of for each in proofs] == ["2026-11-01"]


def test_what_is_merged_in_turn_is_split_in_turn(editor: TestClient, held: GraphStore) -> None:
    """Three firms become one, and then three again."""
    handed_in(held, f"{FAR},,停产,东街,链条,2026-09-30", "第三车行,,,,同步带,2026-09-30")
    before = answers(editor)
    second, third = id_of(held, FAR), id_of(held, "第三车行")

    said(editor, "merge", second, third)
    said(editor, "merge", "flywheel", second)
    one = firms(editor)
    said(editor, "split", "flywheel", second)
    two = made(editor, second)
    said(editor, "split", second, third)

    assert one == ["飞轮车业", "顺通链条"]
    assert two == {"chain": 1, "belt": 1}
    assert answers(editor) == before


def test_deliveries_of_both_to_one_customer_are_told_where_they_differ(
    editor: TestClient, store: GraphStore
) -> None:
    handed_in(store, f"{FAR},,在产,,链条,2026-06-30")
    rows = ("顺通链条,飞轮车业,链条,100,2025", f"{FAR},飞轮车业,链条,120,2025")
    handed_in(store, *rows, head="供方企业,需方企业,环节,金额(万元),年份")
    before, other = answers(editor), id_of(store, FAR)

    body = said(editor, "merge", "shuntong_chain", FAR).json()
    amounts = [each.amount for each in store.read("demo").deliveries.values()]
    said(editor, "split", "shuntong_chain", other)

    assert amounts == [100.0]
    assert any("金额" in each and "120" in each for each in body["differing"])
    assert answers(editor) == before
