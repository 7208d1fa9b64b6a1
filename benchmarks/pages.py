"""How soon pages are seen, and how soon they answer a hand, in a real Chromium on this machine.

Run: `python -m benchmarks.pages [--runs N]`. Serves the shipped dataset from a temporary store.
`seen` is the first contentful paint of a browser that has nothing cached (of the graph: the
picture drawn), in milliseconds, as the median of the runs; `all` adds the load event. Then how
long interactions take until the next painted frame, and frames per second while the graph of
800 records is dragged. Aims: seen under 1,000 ms, an interaction under 100 ms.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from benchmarks.serve import server, store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = "/usr/bin/chromium"
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu")
PAGES = (
    "/",
    "/chains/auto_parts",
    "/industries/automotive",
    "/graph",
    "/graph?chain=auto_parts",
    "/graph?whole=1",
    "/missing?segment=nev",
    "/gaps",
    "/documents/plan",
    "/search?q=电",
)
SEEN = """() => new Promise(done => {
  const [drawn] = performance.getEntriesByName("drawn");
  if (drawn) return done(drawn.startTime);
  new PerformanceObserver(list => {
    const [seen] = list.getEntriesByName("first-contentful-paint");
    if (seen) done(seen.startTime);
  }).observe({ type: "paint", buffered: true });
})"""
LOADED = "() => performance.getEntriesByType('navigation')[0].loadEventEnd"
NEXT_FRAME = """start => new Promise(done => requestAnimationFrame(() =>
  requestAnimationFrame(() => done(performance.now() - start))))"""
DRAG_SECONDS = 3.0


def main() -> None:
    """Start the server and a browser, print what they take."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is used

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="per page")
    given = parser.parse_args()
    with store() as environ, server(environ) as (found, _, _), sync_playwright() as started:
        url = found.rstrip("/")
        browser = started.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        print(f"{'page':34}{'seen':>7}{'all':>7}  ms, {given.runs} runs, nothing cached")
        for path in PAGES:
            seen, loaded = _visits(browser, url + path, given.runs)
            print(f"{path:34}{seen:7.0f}{loaded:7.0f}")
        print(f"{'interaction':34}{'median':>7}{'worst':>7}  ms until the next frame")
        for name, path, act in INTERACTIONS:
            times = act(_page(browser, url + path))
            print(f"{name:34}{statistics.median(times):7.0f}{max(times):7.0f}")
        frames = _frames(_page(browser, f"{url}/graph?whole=1"))
        print(f"frames while 800 records are dragged: {frames:.0f} a second")
        browser.close()


def _visits(browser: "Browser", url: str, runs: int) -> tuple[float, float]:
    seen, loaded = [], []
    for _ in range(runs):
        page = _page(browser, url)
        seen.append(page.evaluate(SEEN))
        loaded.append(page.evaluate(LOADED))
        page.context.close()
    return statistics.median(seen), statistics.median(loaded)


def _page(browser: "Browser", url: str) -> "Page":
    page = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN").new_page()
    answer = page.goto(url, wait_until="load")
    if answer is None or not answer.ok:
        raise SystemExit(f"{url}: {answer and answer.status}")
    page.wait_for_selector("html[data-ready]", state="attached")
    if page.locator("#picture").count():
        page.wait_for_selector("#picture[data-drawn]")
    return page


def _timed(page: "Page", act: str) -> float:
    """Run a script and wait until its effect is painted."""
    taken: float = page.evaluate(f"() => {{ const start = performance.now(); {act};"
                                 f" return ({NEXT_FRAME})(start); }}")  # fmt: skip
    return taken


def _tiles(page: "Page") -> list[float]:
    codes = ("made", "unknown", "sought", "all") * 3
    return [_timed(page, f"document.querySelector('[for=\"f-{code}\"]').click()") for code in codes]


def _walk(page: "Page") -> list[float]:
    key = "new KeyboardEvent('keydown', {{key: '{}'}})"
    press = f"document.getElementById('picture').dispatchEvent({key})"
    keys = ("ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowUp", "ArrowRight", "Escape") * 2
    return [_timed(page, press.format(key)) for key in keys]


def _filter(page: "Page") -> list[float]:
    tick = "document.querySelector('[name=status][value={}]').click()"
    codes = ("made", "unknown", "made", "unknown") * 3
    return [_timed(page, tick.format(code)) for code in codes]


def _search(page: "Page") -> list[float]:
    """From a key to the options on the screen, the wait for the next key included."""
    times = []
    page.keyboard.press("Control+k")
    for text in ("电", "气凝胶", "离合器", "水泥", "玻"):
        start = time.perf_counter()
        page.fill("#seek input[type=search]", text)
        page.wait_for_selector(f"#seek [role=option]:has-text('{text}')")
        times.append((time.perf_counter() - start) * 1000)
        page.fill("#seek input[type=search]", "")
    return times


def _frames(page: "Page") -> float:
    page.evaluate("() => { window.drawn = 0; window.liantu.view.network"
                  ".on('afterDrawing', () => { window.drawn += 1; }); }")  # fmt: skip
    page.mouse.move(500, 800)
    page.mouse.down()
    start = time.perf_counter()
    step = 0
    while time.perf_counter() - start < DRAG_SECONDS:
        step += 1
        page.mouse.move(500 + step % 200, 800 - step % 100)
    drawn: int = page.evaluate("() => window.drawn")
    page.mouse.up()
    return drawn / (time.perf_counter() - start)


Act = Callable[["Page"], list[float]]
INTERACTIONS: tuple[tuple[str, str, Act], ...] = (
    ("a tile of a panorama of 48 cards", "/industries/automotive", _tiles),
    ("a choice in a graph of 190", "/graph?chain=auto_parts", _walk),
    ("a choice in a graph of 800", "/graph?whole=1", _walk),
    ("a filter in a graph of 800", "/graph?whole=1", _filter),
    ("search: a key to its options", "/", _search),
)

if __name__ == "__main__":
    main()
