"""A real Chromium that can reach nothing but the test server, and pages that tell on themselves."""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI

from tests.http.conftest import application, filled
from tests.pages import site

CHROMIUM, SHELL = Path("/usr/bin/chromium"), Path("/usr/bin/chromium-headless-shell")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
HOW = "needs Chromium: `apt install chromium` and `pip install -e .[dev]` (playwright)"

try:
    from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
except ImportError:
    sync_playwright = None  # type: ignore[assignment]  # pages are then skipped, saying how


@dataclass(frozen=True, slots=True)
class View:
    """How a page is looked at."""

    width: int = 1440
    height: int = 900
    scheme: str = "light"
    lang: str = "zh"
    scripts: bool = True
    any_script: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """An opened page, with what it said and asked for."""

    page: "Page"
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


Opener = Callable[..., Visit]


@pytest.fixture(scope="session")
def base() -> Iterator[str]:
    """The address of a running test server."""
    server = site.server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """The application with the shipped district."""
    with filled(tmp_path_factory.mktemp("district"), "hechuan") as store:
        yield application(store)


@pytest.fixture(scope="session")
def district(shipped: FastAPI) -> Iterator[str]:
    """The address of that application."""
    with serving(shipped) as address:
        yield address


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """Serve an application on a free port of this machine; give its address."""
    place = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [place]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{place.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
    place.close()


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One Chromium for all tests; skips where there is none, except in CI."""
    if sync_playwright is None or not (SHELL.exists() or CHROMIUM.exists()):
        if os.environ.get("CI") == "true":
            pytest.fail(HOW)
        pytest.skip(HOW)
    with sync_playwright() as started:
        chromium = launch(started)
        yield chromium
        chromium.close()


def launch(started: "Playwright") -> "Browser":
    """Start Chromium without a window, or the build of it that has none, which takes less."""
    if SHELL.exists():
        return started.chromium.launch(executable_path=SHELL, args=list(FLAGS))
    return started.chromium.launch(executable_path=CHROMIUM, args=["--headless=new", *FLAGS])


@pytest.fixture(scope="session")
def contexts(browser: "Browser") -> Iterator[Callable[[View], "BrowserContext"]]:
    """One browser context for each way of looking, kept for all tests."""
    with contexts_of(browser, {}) as found:
        yield found


@contextmanager
def contexts_of(
    browser: "Browser", headers: dict[str, str]
) -> Iterator[Callable[[View], "BrowserContext"]]:
    """Contexts whose requests carry these headers, each made when first asked for."""
    kept: dict[View, BrowserContext] = {}

    def context_of(view: View) -> BrowserContext:
        if view not in kept:
            kept[view] = browser.new_context(
                viewport={"width": view.width, "height": view.height},
                color_scheme="dark" if view.scheme == "dark" else "light",
                java_script_enabled=view.scripts,
                locale="zh-CN",
                bypass_csp=view.any_script,
                extra_http_headers=headers,
            )
            kept[view].set_default_timeout(120_000)  # a machine that is busy is no failure
        return kept[view]

    yield context_of
    for context in kept.values():
        context.close()


@pytest.fixture
def visit(contexts: Callable[[View], "BrowserContext"], base: str) -> Iterator[Opener]:
    """Opens a page of the site: `visit("/gaps", View(lang="en"))`."""
    yield from opener(contexts, base)


@pytest.fixture
def tour(contexts: Callable[[View], "BrowserContext"], district: str) -> Iterator[Opener]:
    """Opens a page of the shipped district, likewise."""
    yield from opener(contexts, district)


@pytest.fixture(scope="module")
def leaf(contexts: Callable[[View], "BrowserContext"], base: str) -> Iterator[Opener]:
    """Opens a page of the site likewise, in place of the last one of that view."""
    yield from leafing(contexts, base)


def opener(contexts: Callable[[View], "BrowserContext"], base: str) -> Iterator[Opener]:
    """Opens pages at an address; closes them in the end."""
    opened: list[Page] = []

    def open_page(path: str, view: View | None = None) -> Visit:
        view = view or View()
        context = contexts(view)
        keep_awake(context, base)
        visited = Visit(context.new_page())
        opened.append(visited.page)
        listen(visited)
        arrive(visited.page, base + _address(path, view.lang), view)
        return visited

    yield open_page
    for page in opened:
        page.close()


def leafing(contexts: Callable[[View], "BrowserContext"], base: str) -> Iterator[Opener]:
    """Opens pages at an address, one after the other in a tab for each view.

    A new tab takes Chromium half as long again as what it shows.
    """
    tabs: dict[View, Visit] = {}

    def turn_to(path: str, view: View | None = None) -> Visit:
        view = view or View()
        if view not in tabs:
            tabs[view] = Visit(contexts(view).new_page())
            listen(tabs[view])
        visited = tabs[view]
        visited.page.set_viewport_size({"width": view.width, "height": view.height})
        visited.page.emulate_media(color_scheme="dark" if view.scheme == "dark" else "light")
        visited.complaints.clear()
        visited.requests.clear()
        arrive(visited.page, base + _address(path, view.lang), view)
        return visited

    yield turn_to
    for visited in tabs.values():
        visited.page.close()


def arrive(page: "Page", address: str, view: View) -> None:
    """Go to an address and wait until its scripts have done their part."""
    page.goto(address)
    if view.scripts:
        page.wait_for_selector("html[data-ready]", state="attached")


def keep_awake(context: "BrowserContext", base: str) -> None:
    """Leave a page open: with its last page a context loses its process.

    To start another takes Chromium longer than a page does.
    """
    if not context.pages:
        context.new_page().goto(f"{base}/static/icon.svg")


def listen(visited: Visit) -> None:
    """Keep what a page says on its console, and what it asks for."""
    page = visited.page
    page.on("console", lambda message: visited.complaints.append(message.text))
    page.on("pageerror", lambda error: visited.complaints.append(str(error)))
    page.on("request", lambda request: visited.requests.append(request.url))


def _address(path: str, lang: str) -> str:
    if lang == "zh":
        return path
    place, mark, anchor = path.partition("#")
    return f"{place}{'&' if '?' in place else '?'}lang={lang}{mark}{anchor}"
