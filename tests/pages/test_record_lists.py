"""The lists of segments and enterprises: all of them, in pages, by what one asks."""

from pathlib import Path
from typing import TYPE_CHECKING

import yaml

import seeds
from tests.pages.conftest import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page


def declared(name: str, *folders: str) -> set[str]:
    """The ids of a section in the raw files of some folders of `seeds`."""
    files: list[Path] = [path for each in folders for path in (seeds.FOLDER / each).rglob("*.yaml")]
    read = (yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) for path in files)
    return {entry["id"] for fields in read for entry in fields.get(name, ())}


def listed(page: "Page") -> list[str]:
    links = page.locator(".records-of tbody th a").all()
    return [(link.get_attribute("href") or "").rpartition("/")[2] for link in links]


def test_page_by_page_every_segment_of_the_files_comes_once(tour: Opener) -> None:
    page = tour("/segments").page
    found = listed(page)
    while (onward := page.get_by_role("link", name="下一页")).count():
        onward.click()
        page.wait_for_load_state()
        found += listed(page)

    assert len(found) == len(set(found))
    assert set(found) == declared("segments", "reference", "hechuan")


def test_what_is_here_comes_first_unless_asked_by_id(tour: Opener) -> None:
    page = tour("/segments").page
    words = page.locator(".records-of tbody .badge:first-child span").all_inner_texts()
    order = ("本地在产", "本地已有", "在建", "拟引进", "明确缺乏", "未知", "厂内工序")
    places = [order.index(word) for word in words if word in order]
    assert places == sorted(places)

    page.select_option("select[name=sort]", "id")
    page.wait_for_url("**/segments?sort=id")

    assert listed(page) == sorted(listed(page))


def test_every_enterprise_of_the_files_is_listed(tour: Opener) -> None:
    page = tour("/enterprises").page

    assert set(listed(page)) == declared("enterprises", "hechuan")
    assert page.inner_text("h1").split()[0] == str(len(listed(page)))


def test_a_name_typed_and_entered_by_keyboard_filters_the_list(tour: Opener) -> None:
    page = tour("/enterprises").page

    page.focus("input[type=search][name=q] >> nth=1")
    page.keyboard.type("电梯")
    page.keyboard.press("Enter")
    page.wait_for_url("**/enterprises?q=*")

    names = page.locator(".records-of tbody th").all_inner_texts()
    assert names
    assert all("电梯" in name for name in names)


def test_a_region_keeps_those_stated_to_be_there(tour: Opener) -> None:
    page = tour("/enterprises?region=shuanghuai").page

    assert page.locator(".records-of tbody th").all_inner_texts() == ["双槐电厂"]


def test_nothing_found_says_so(tour: Opener) -> None:
    page = tour("/segments?q=没有这个名字").page

    assert "没有符合条件的记录" in page.inner_text("main")
