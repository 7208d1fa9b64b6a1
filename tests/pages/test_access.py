"""Every page of the shipped district, for everybody: large and small, both languages, both lights.

The rules of axe-core for WCAG 2 A and AA, on the fullest and the emptiest chain; and what holds
of each view besides: nothing is asked of another machine, nothing is complained of, nothing is cut.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.auth.callers import asked_roles
from api.auth.tokens import Tokens
from graph.store import GraphStore
from tests.http.conftest import application
from tests.pages.addresses import ADDRESSES, EMPTIEST, FULLEST, OF_ROUTE
from tests.pages.axe import objections_besides_colours, objections_to_colours
from tests.pages.conftest import Opener, View, contexts_of, leafing, serving
from tests.pages.test_every_page import CUT, DESK, PHONE, wider_than_the_window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NO_PAGES = {"/healthz", "/readyz", "/metrics", "/docs", "/docs/start.js", "/openapi.json"}
FILES = {"/import/template/{kind}", "/feed.atom"}
PARTS = {
    "/graph/about/{type}/{id:path}",
    "/graph/relation",
    "/search/hits",
    "/gaps/{id}/about",
    "/documents/{id}/about/{passage}",
    "/chains/{id}/about/{segment}",
    "/industries/{id}/about/{segment}",
}
"""What pages fetch into themselves."""
UPLOADED = {
    "/import/{id}",
    "/import/{id}/rejected/{number}",
    "/import/{id}/rows",
    "/import/{id}/report.{form}",
    "/import/{id}/template.yaml",
}
"""What stands here only after a file came in: tests/imports looks at it."""
BEGUN = {"/leads/{id}"}
"""What stands here only after somebody began a lead: `test_lead_pages` looks at it."""
SETTLED = """() => new Promise(done =>
  requestAnimationFrame(() => requestAnimationFrame(() =>
    Promise.allSettled(document.getAnimations().filter(each => Number.isFinite(
      each.effect.getComputedTiming().endTime)).map(each => each.finished)).then(done))))"""
"""A page of another size or colour is looked at once it is drawn so."""


@pytest.fixture(scope="module")
def tokens(tmp_path_factory: pytest.TempPathFactory) -> Tokens:
    return Tokens(tmp_path_factory.mktemp("tokens") / "tokens.json")


@pytest.fixture(scope="module")
def served(tokens: Tokens, shipped: FastAPI) -> Iterator[str]:
    store: GraphStore = shipped.state.services.store
    with serving(application(store, tokens=tokens.file)) as address:
        yield address


@pytest.fixture(scope="module")
def look(browser: "Browser", tokens: Tokens, served: str) -> Iterator[Opener]:
    """Opens pages as an admin, who sees the most."""
    _, secret = tokens.new("admin", "王工")
    with contexts_of(browser, {"Authorization": f"Bearer {secret}"}) as contexts:
        yield from leafing(contexts, served)


def test_every_page_that_there_is_is_looked_at(shipped: FastAPI) -> None:
    there = {path for method, path in asked_roles(shipped) if method == "GET"}

    pages = {path for path in there if not path.startswith(("/api/", "/docs/files", "/static"))}

    assert pages - NO_PAGES - FILES - PARTS - UPLOADED - BEGUN == set(OF_ROUTE)


def test_the_addresses_lead_to_pages(served: str, tokens: Tokens) -> None:
    _, secret = tokens.new("admin", "李工")
    lost = {
        address: code
        for address in ADDRESSES
        if (code := status(f"{served}{quote(address, safe='/?=&.')}", secret)) != 200
    }

    assert lost == {}


def status(address: str, secret: str) -> int:
    request = Request(address, headers={"Authorization": f"Bearer {secret}"})  # noqa: S310 - ours
    try:
        with urlopen(request) as answer:  # noqa: S310 - ours
            return int(answer.status)
    except HTTPError as error:
        error.close()
        return error.code


def test_the_fullest_and_the_emptiest_chain_are_what_they_are_called(shipped: FastAPI) -> None:
    chains = TestClient(shipped).get("/api/v1/chains").json()["items"]

    sizes = Counter({chain["id"]: sum(chain["counts"].values()) for chain in chains})

    assert sizes.most_common()[0][0] == FULLEST
    assert sizes.most_common()[-1][0] == EMPTIEST


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_open_to_everybody(look: Opener, served: str, address: str, lang: str) -> None:
    """Rules take most of the time. Those on colours are asked of each page in both lights, once
    large and once small, and the other way round of the next page; what else there is, small and
    large in Chinese, once in English: the words differ, not what they stand in.
    """
    visited = look(address, View(lang=lang, any_script=True))
    turn = ADDRESSES.index(address) % 2
    faults = {}
    for (width, height), scheme in product((DESK, PHONE), ("light", "dark")):
        large, dark = (width, height) == DESK, scheme == "dark"
        coloured = (large ^ dark ^ bool(turn)) and dark == (lang == "en")
        structured = not dark and (lang == "zh" or large == bool(turn))
        visited.page.set_viewport_size({"width": width, "height": height})
        visited.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        visited.page.evaluate(SETTLED)
        found = [
            *(["wider than the window"] if wider_than_the_window(visited.page) else []),
            *visited.page.evaluate(CUT),
            *(objections_to_colours(visited.page) if coloured else []),
            # What is drawn dark is the same page: only rules on colours can say otherwise.
            *(objections_besides_colours(visited.page) if structured else []),
        ]
        if found:
            faults[width, scheme] = found

    assert faults == {}
    assert visited.complaints == []
    assert [url for url in visited.requests if not url.startswith(served)] == []


def test_a_text_that_cannot_be_read_is_found_in_a_long_list(look: Opener) -> None:
    """As it has to be where texts that are drawn alike are looked at only twice."""
    page = look("/enterprises", View(any_script=True)).page
    assert objections_to_colours(page) == []

    page.locator("tbody tr:nth-child(40) td").first.evaluate(
        "cell => { cell.innerHTML = '<b>看不清</b>'; cell.style.color = '#ddd'; }"
    )

    assert [each for each in objections_to_colours(page) if "看不清" in each]
