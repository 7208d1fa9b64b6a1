"""The pages of the shipped district: every record has one, every panorama fits."""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

REACHES = """() => Math.max(document.documentElement.scrollHeight, ...[...document
  .querySelectorAll('.board .card')].filter(card => card.checkVisibility())
  .map(card => Math.ceil(card.getBoundingClientRect().bottom)))"""
CUT = """() => [...document.querySelectorAll('.board .card, .board .chip, .tile .word, .tag')]
  .filter(box => box.checkVisibility())
  .filter(box => box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)
  .map(box => box.textContent.trim())"""
CROSSED = """() => [...document.querySelectorAll('.group')].filter(group => {
  const [head, more] = [group.querySelector('.tag, .label'), group.querySelector('summary')];
  return more && more.checkVisibility() &&
    head.getBoundingClientRect().right > more.getBoundingClientRect().left + 1;
}).map(group => group.querySelector('h3').textContent.trim())"""


@pytest.fixture(scope="module")
def client(shipped: FastAPI) -> TestClient:
    return TestClient(shipped)


@pytest.fixture(scope="module")
def page(browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    yield context.new_page()
    context.close()


def panoramas(client: TestClient) -> list[str]:
    return [
        f"/{kind}/{item['id']}?lang={lang}"
        for lang in ("zh", "en")
        for kind in ("chains", "industries")
        for item in client.get(f"/api/v1/{kind}").json()["items"]
    ]


def test_every_segment_and_enterprise_has_a_page(client: TestClient) -> None:
    paths = [
        f"/{kind}/{item['id']}"
        for kind in ("segments", "enterprises")
        for item in client.get(f"/api/v1/{kind}?limit=1000").json()["items"]
    ]

    assert len(paths) > 500
    assert [path for path in paths if client.get(path).status_code != 200] == []


def test_the_document_and_the_gap_list_have_pages(client: TestClient) -> None:
    documents = client.get("/api/v1/documents").json()["items"]
    paths = [*(f"/documents/{item['id']}" for item in documents), "/gaps", "/missing", "/"]

    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


def test_the_gap_list_says_of_each_wish_why_nothing_waits_for_it(client: TestClient) -> None:
    wishes = client.get("/api/v1/gaps?standing=wished&limit=1000").json()["items"]
    page = client.get("/gaps?standing=wished&limit=1000").text

    assert len(wishes) > 20
    assert [each["id"] for each in wishes if escape(each["settles"]) not in page] == []


@pytest.mark.xfail(reason="headlines and English words grew: some English panoramas are too tall")
def test_every_panorama_fits_an_office_screen_with_nothing_cut_or_crossed(
    client: TestClient, district: str, page: "Page"
) -> None:
    faults = {}
    for path in panoramas(client):
        page.goto(district + path)
        found = (page.evaluate(REACHES), page.evaluate(CUT), page.evaluate(CROSSED))
        if found != (900, [], []):
            faults[path] = found

    assert faults == {}


@pytest.mark.xfail(reason="headlines and English words grew: some English panoramas are too tall")
def test_every_panorama_is_one_sheet_of_paper(
    client: TestClient, district: str, page: "Page"
) -> None:
    crowded = {}
    for path in panoramas(client):
        page.goto(district + path)
        page.set_viewport_size({"width": 1062, "height": 733})
        page.emulate_media(media="print")
        if (reach := page.evaluate(REACHES)) > 733:
            crowded[path] = reach
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1440, "height": 900})

    assert crowded == {}
