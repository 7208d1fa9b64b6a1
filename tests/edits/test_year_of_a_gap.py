"""A year of a gap, by forms alone: from the plan's sentence to a maker, with who and when.

The demo's document says 着力引进同步带生产企业, and 飞轮车业 makes bicycles with a belt or a chain:

    step                        belt         gap           bicycle
    the plan's sentence         sought       confirmed     unknown (the chain is being built)
    lead begun … signed         sought       confirmed     unknown
    registered as being built   developing   to settle     unknown
    registered as producing     made         direction     yes
"""

import html
import re

import pytest
from starlette.testclient import TestClient

from graph.store import GraphStore
from tests.edits.saying import API, undo
from tests.edits.test_leads import TODAY

GAP, LEAD = "belt_makers", "lead.belt_makers.2"
FIRM = "江北同步带厂"
AS_IT_WAS = ("sought", "confirmed", "unknown")


def answers(client: TestClient) -> tuple[str, str, str]:
    """How the belt stands, the gap on it, and whether bicycles can be made of what is here."""
    gap = client.get(f"{API}/gaps/{GAP}").json()
    bicycle = client.get(f"{API}/missing?segment=自行车").json()
    return gap["local_status"], gap["standing"], bicycle["completable"]


def version(client: TestClient, path: str) -> str:
    """The version that the form on a page was drawn from."""
    found = re.search(r'name="version" value="(\d+)"', client.get(path).text)
    assert found
    return found[1]


def send(client: TestClient, path: str, page: str, **typed: str) -> int:
    """Fill in a form of a page and send it."""
    data = {"version": version(client, page), **typed}
    return client.post(path, data=data, follow_redirects=False).status_code


def move(client: TestClient, stage: str, known: str) -> None:
    page = f"/leads/{LEAD}"
    typed = {"owner": "招商一科", "targets": FIRM, "stage": stage, "park": "hewan", "known": known}
    assert send(client, page, page, **typed) == 303


def register(client: TestClient, known: str) -> None:
    page = f"/leads/{LEAD}"
    form = client.get(page).text
    project = re.search(r'name="project"[^>]*value="([^"]*)"', form)
    assert project
    typed = {"firm": FIRM, "segment": "belt", "project": html.unescape(project[1]), "known": known}
    assert send(client, f"{page}/landing", page, **typed) == 303


def begun(client: TestClient) -> None:
    page = f"/gaps/{GAP}/leads"
    typed = {
        "owner": "招商一科",
        "targets": FIRM,
        "stage": "study",
        "park": "hewan",
        "known": "来函",
    }
    assert send(client, page, page, **typed) == 303


def test_from_the_plans_sentence_to_a_maker(editor: TestClient, other: TestClient) -> None:
    assert answers(editor) == AS_IT_WAS

    begun(editor)
    for stage, known in (("contact", "寄资料"), ("talks", "来访"), ("signed", "签约文本")):
        move(other, stage, known)
        assert answers(editor) == AS_IT_WAS
    assert f"提议登记：项目“{FIRM}同步带项目”（拟建）" in editor.get(f"/leads/{LEAD}").text
    assert answers(editor) == AS_IT_WAS

    register(editor, "签约文本")
    assert answers(editor) == ("developing", "to_settle", "unknown")
    assert "提议登记" not in editor.get(f"/leads/{LEAD}").text

    move(other, "building", "开工报道")
    register(other, "开工报道")
    assert answers(editor) == ("developing", "to_settle", "unknown")
    (project,) = editor.get(f"{API}/projects").json()["items"]
    assert (project["state"], project["enterprise"]["name"]) == ("building", FIRM)
    assert (project["region"]["id"], [e["id"] for e in project["segments"]]) == ("hewan", ["belt"])

    move(editor, "producing", "试产通知")
    assert answers(editor) == ("developing", "to_settle", "unknown")
    register(editor, "投产现场")
    assert answers(editor) == ("made", "direction", "yes")

    told = [(e["by"], e["note"]) for e in editor.get(f"{API}/history?limit=50").json()["items"]]
    assert told[::-1][1:] == [
        ("王工", "来函"),
        ("李工", "寄资料"),
        ("李工", "来访"),
        ("李工", "签约文本"),
        ("王工", f"招商线索落地：{FIRM}同步带项目（签约）"),
        ("李工", "开工报道"),
        ("李工", f"招商线索落地：{FIRM}同步带项目（开工）"),
        ("王工", "试产通知"),
        ("王工", f"招商线索落地：{FIRM}同步带项目（投产）"),
    ]
    (project,) = editor.get(f"{API}/projects").json()["items"]
    assert [(each["by"], each["as_of"], each["note"]) for each in project["evidence"]] == [
        ("王工", str(TODAY), "招商线索“同步带生产企业”（签约）：签约文本"),
        ("李工", str(TODAY), "招商线索“同步带生产企业”（开工）：开工报道"),
        ("王工", str(TODAY), "招商线索“同步带生产企业”（投产）：投产现场"),
    ]

    assert undo(editor, 10, 10).status_code == 200
    assert answers(editor) == ("developing", "to_settle", "unknown")


def test_two_officers_who_register_at_once_lose_nothing(
    editor: TestClient, other: TestClient
) -> None:
    begun(editor)
    move(editor, "signed", "签约文本")
    page = f"/leads/{LEAD}"
    seen = {"version": version(other, page), "firm": FIRM, "segment": "belt"}
    register(editor, "签约文本")

    late = other.post(f"{page}/landing", data={**seen, "project": "皮带二期", "known": "电话"})

    assert late.status_code == 409
    assert "王工" in late.text
    (project,) = editor.get(f"{API}/projects").json()["items"]
    assert project["name"] == f"{FIRM}同步带项目"


def landing(client: TestClient, seen: int, **said: object) -> tuple[int, str]:
    body = {"evidence": [{"note": "现场"}]} | said
    headers = {"If-Match": f'"{seen}"'}
    found = client.post(f"{API}/leads/{LEAD}/landing", json=body, headers=headers)
    return found.status_code, found.text


@pytest.mark.parametrize(
    ("stage", "said", "told"),
    [
        ("talks", {}, "签约、开工、投产"),
        ("signed", {"firm": "南岸胶带"}, FIRM),
        ("signed", {"segment": "月球土"}, "月球土"),
    ],
)
def test_what_cannot_be_registered_is_told_with_what_can(
    editor: TestClient, stage: str, said: dict[str, object], told: str
) -> None:
    begun(editor)
    move(editor, stage, "进展")

    status, text = landing(editor, 3, **said)

    assert status in {404, 422}
    assert told in text


def test_a_firm_that_runs_here_is_no_maker_before_it_produces(
    editor: TestClient, store: GraphStore
) -> None:
    """飞轮车业 makes bicycles: a plant for belts closes no gap while it is planned."""
    begun(editor)
    lead = store.read("demo").leads[LEAD]
    own = lead.model_copy(update={"targets": ("飞轮车业",), "stage": "signed"})
    store.report("demo", [own], by="王工", note="改", seen=2)

    assert landing(editor, 3)[0] == 200
    assert answers(editor) == AS_IT_WAS
    assert [each["enterprise"]["id"] for each in editor.get(f"{API}/projects").json()["items"]] == [
        "flywheel"
    ]


def test_a_firm_that_stopped_stays_stopped_until_it_produces(
    editor: TestClient, store: GraphStore
) -> None:
    begun(editor)
    facts = store.read("demo")
    stopped = facts.enterprises["flywheel"].model_copy(update={"status": "suspended"})
    lead = facts.leads[LEAD].model_copy(update={"targets": ("飞轮车业",), "stage": "signed"})
    store.report("demo", [stopped, lead], by="王工", note="改", seen=2)

    assert landing(editor, 3)[0] == 200
    assert store.read("demo").enterprises["flywheel"].status == "suspended"
    produces = lead.model_copy(update={"stage": "producing"})
    store.report("demo", [produces], by="王工", note="改", seen=4)
    assert landing(editor, 5)[0] == 200
    assert store.read("demo").enterprises["flywheel"].status == "operating"
    assert answers(editor)[0] == "made"


def test_a_trial_says_what_would_change_and_writes_nothing(editor: TestClient) -> None:
    begun(editor)
    move(editor, "signed", "签约文本")
    body = {"evidence": [{"note": "现场"}]}
    headers = {"If-Match": '"3"'}
    path = f"{API}/leads/{LEAD}/landing?apply=false"

    tried = editor.post(path, json=body, headers=headers).json()

    assert [each["id"] for each in tried["answers"]["doubted"]] == [GAP]
    assert answers(editor) == AS_IT_WAS
