"""The queue by keyboard, in a real browser, on a real server with the demo."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.store import GraphStore
from tests.http.conftest import client_of, filled
from tests.pages.axe import objections
from tests.pages.conftest import View
from tests.pages.test_edit_pages import Desk, desk
from tests.pages.test_every_page import CUT, wider_than_the_window
from tests.proposals.lists import decide, ids, keep

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["desk"]
PHONE = View(390, 844, scheme="dark", any_script=True)
BARE = View(390, 844, scripts=False)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    with filled(tmp_path, "demo") as opened:
        keep(client_of("editor", opened, tmp_path))
        yield opened


def listed(page: "Page") -> list[str]:
    """The rows by firm and segment."""
    page.wait_for_selector("html[data-ready]", state="attached")
    found = page.locator(".proposal").evaluate_all("rows => rows.map(r => r.ariaLabel)")
    return [str(each) for each in found]


def here(page: "Page") -> str | None:
    found: str | None = page.evaluate("document.activeElement.ariaLabel")
    return found


def test_keys_move_confirm_refuse_select_and_undo(desk: Desk, store: GraphStore) -> None:
    page = desk()
    page.goto("/queue")
    assert listed(page) == [
        "大河链条厂 · 同步带",
        "大河链条厂 · 链条",
        "飞轮车业 · 管材",
        "河湾五金 · 管材",
    ]

    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert here(page) == "大河链条厂 · 同步带"
    page.keyboard.press("n")
    page.keyboard.press("u")
    assert here(page) == "大河链条厂 · 同步带"
    page.keyboard.press("y")
    assert here(page) == "大河链条厂 · 链条"
    page.locator(".proposal").nth(3).wait_for(state="detached")
    assert "确认 1 条，否定 0 条" in page.inner_text(".undo")
    assert listed(page) == ["大河链条厂 · 链条", "飞轮车业 · 管材", "河湾五金 · 管材"]

    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    with page.expect_navigation():
        page.keyboard.press("n")
    assert len(listed(page)) == 1

    with page.expect_navigation():
        page.keyboard.press("u")
    assert len(listed(page)) == 3
    facts = store.read("demo")
    assert [each.segment for each in facts.makes.values() if each.enterprise != "flywheel"] == [
        "belt",
        "chain",
    ]
    assert [each.verdict for each in facts.decisions.values()] == ["confirm"]


def test_what_somebody_decided_meanwhile_is_told_and_comes_back(
    desk: Desk, store: GraphStore, tmp_path: Path
) -> None:
    page = desk()
    page.goto("/queue")
    other = client_of("editor", store, tmp_path, "李工")
    decide(other, 2, refuse=[ids(other)["大河链条厂", "belt"]])

    page.keyboard.press("j")
    page.keyboard.press("y")

    page.locator(".undo p:not(:empty)").wait_for()
    assert len(listed(page)) == 4
    assert "belt" not in [each.segment for each in store.read("demo").makes.values()]


def test_a_key_typed_into_a_field_decides_nothing(desk: Desk, store: GraphStore) -> None:
    page = desk()
    page.goto("/queue")
    page.focus("input[name=firm]")

    page.keyboard.type("yunxj")

    assert page.input_value("input[name=firm]") == "yunxj"
    assert store.current("demo").number == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_fits_a_phone_in_both_languages(desk: Desk, lang: str) -> None:
    page = desk(view=PHONE)
    page.goto(f"/queue?lang={lang}")

    assert listed(page) != []
    assert not wider_than_the_window(page)
    assert page.evaluate(CUT) == []
    assert objections(page) == []


def test_on_a_phone_without_scripts_a_button_is_enough(desk: Desk) -> None:
    page = desk(view=BARE)
    page.goto("/queue")

    page.click(".proposal >> nth=0 >> button[name=confirm]")

    assert "确认 1 条" in page.inner_text(".undo")
    page.click("[data-undo]")
    page.locator(".proposal >> nth=3").wait_for()
    assert page.locator(".proposal").count() == 4
