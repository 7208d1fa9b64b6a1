"""The first week of the hand-worked district: what its documents, reports and registers did."""

import html
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.answers import workspace
from graph.exchange.report.first_week import first_week
from graph.store import GraphStore
from tests.edits.test_reviewing import KEPT, reviewed, store  # noqa: F401 - a fixture
from tests.http.conftest import application, client_of
from tests.questions.test_registers import CENSUS, DISTRICT, EVERY
from tests.questions.test_registers import reviewed as reviews
from tests.support import REPORTED, facts, makes


def test_each_step_counts_what_is_unknown_and_what_became_of_gaps() -> None:
    """Fourteen segments have a status; by documents alone the bike is made, thirteen unknown.

    A report says that acme makes chains too. The census then shows nine of ten not to be here:
    frame, paint and steel, which the bike takes, become certain; bell, mid and app stay unknown.
    """
    reported = makes("acme", "chain", evidence=REPORTED)
    held = facts(*DISTRICT, reported, *CENSUS, *reviews(CENSUS, *EVERY))
    alone, told, now = first_week(workspace(held), "zh").steps

    assert [(each.code, each.unknown, each.segments) for each in (alone, told, now)] == [
        ("documents", 13, 14),
        ("reported", 12, 14),
        ("registers", 3, 14),
    ]
    assert [each.id for each in told.closed] == ["derived.district.chain"]
    assert {each.id for each in now.confirmed} == {
        f"derived.district.{each}" for each in ("frame", "paint", "steel")
    }
    assert (now.opened, now.closed, now.doubted) == ((), (), ())
    assert (alone.open_questions, told.open_questions, now.open_questions) == (4, 3, 0)
    assert (alone.confirmed_gaps, told.confirmed_gaps, now.confirmed_gaps) == (0, 0, 3)


@pytest.mark.usefixtures("store")
def test_the_page_shows_rows_to_editors_alone(
    store: GraphStore,  # noqa: F811
    tmp_path: Path,
) -> None:
    editor = client_of("editor", store, tmp_path)
    reader = TestClient(application(store))

    assert "dyna" in editor.get("/first-week").text
    page = html.unescape(reader.get("/first-week").text)
    assert "census" in page
    assert "dyna" not in page
    assert KEPT not in page


def test_an_enterprise_is_reviewed_by_the_page_and_taken_back(
    store: GraphStore,  # noqa: F811
    tmp_path: Path,
) -> None:
    editor = client_of("editor", store, tmp_path)
    version = reviewed(editor, *(each for each in EVERY if each != "acme"))

    done = editor.post("/enterprises/acme/review", data={"version": version, "says": "review"})
    there = editor.get("/enterprises/acme").text
    undone = editor.post("/enterprises/acme/review", data={"version": version + 1, "says": "undo"})

    assert (done.status_code, undone.status_code) == (200, 200)
    assert "撤回核对" in there
    assert "已核对：只生产已确认的" in editor.get("/enterprises/acme").text
    assert "名录里的" not in TestClient(application(store)).get("/enterprises/acme").text


def test_the_list_reviews_one_after_another(
    store: GraphStore,  # noqa: F811
    tmp_path: Path,
) -> None:
    editor = client_of("editor", store, tmp_path)
    key = editor.get("/api/v1/registers/firms").json()["items"][0]["key"]

    reply = editor.post("/first-week", data={"version": "2", "firm": key})

    assert reply.status_code == 200
    assert key not in reply.text
    assert [each.id for each in store.read("demo").reviews.values()] == [f"review.{key}"]
