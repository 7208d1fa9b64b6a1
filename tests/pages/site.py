"""A tiny server of rendered pages and static files, under the strict policy of the real one."""

import mimetypes
from collections.abc import Callable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from urllib.parse import parse_qs, parse_qsl, urlsplit

from graph.answers.shapes import Panorama, Ref
from tests.pages import bodies, panoramas, replies, uploads
from viz import board, pages
from viz.access import login_page, trail_page
from viz.chrome import Chrome, Menu
from viz.downloads import Download, exports_page
from viz.editing import MergerTyped
from viz.import_rows import rows_page
from viz.imports import import_page, report_page
from viz.leaves import ROWS, Leaf
from viz.queries import GapFilters, MissingQuery, PageProblem, ReaderQuery

POLICY = "default-src 'self'"
MENUS = (Menu(bodies.INDUSTRY, tuple(
    Ref(type="chain", id=item.id, name=item.name, name_en=item.name_en)
    for item in bodies.chains().items
)),)  # fmt: skip


def _missing(chrome: Chrome) -> str:
    asked = dict(chrome.query)
    query = MissingQuery(
        segment=asked.get("segment", ""), boundary=asked.get("boundary", "traded"),
        inputs=asked.get("inputs", "material"), horizon=asked.get("horizon", "now"),
    )  # fmt: skip
    bodies_by_name = {
        "car": replies.missing,
        replies.CAR.name: replies.missing,
        "clutch": replies.nothing_missing,
        "sought": replies.nothing_missing_of_what_is_sought,
        "cars": replies.category,
    }
    known = (replies.MOTOR, replies.CONTROLLER, replies.CAR)
    if not query.segment:
        return pages.missing_page(chrome, None, None, query, known)
    if query.segment not in bodies_by_name:
        problem = PageProblem("没有找到这个环节", f"没有名为“{query.segment}”的环节。", known)
        return pages.missing_page(chrome, None, problem, query, known)
    return pages.missing_page(chrome, bodies_by_name[query.segment](), None, query, known)


def _gaps(chrome: Chrome) -> str:
    asked = dict(chrome.query)
    filters = GapFilters(kind=asked.get("kind", ""), standing=asked.get("standing", ""))
    body = replies.no_gaps() if filters.kind == "risk" else replies.gaps()
    opened = next((each for each in body.items if each.id == asked.get("gap")), None)
    shown = pages.GapsShown(Leaf(1, ROWS, body.total), opened)
    return pages.gaps_page(chrome, body, filters, shown)


def _search(chrome: Chrome) -> str:
    asked = dict(chrome.query).get("q", "")
    body = {"": None, "无": replies.nothing_found()}.get(asked, replies.found())
    return pages.search_page(chrome, body, asked, Leaf(1, ROWS, body.total if body else 0))


def _login(chrome: Chrome) -> str:
    asked = dict(chrome.query)
    problem = PageProblem("401 令牌无效", "令牌无效、已撤销或已过期") if "failed" in asked else None
    if "user" in asked:
        chrome = replace(chrome, user="重庆市合川区经济和信息化委员会王工程师", role="editor")
    return login_page(chrome, "/gaps", problem)


def _reading(chrome: Chrome) -> ReaderQuery:
    asked = dict(chrome.query)
    line = asked.get("line")
    return ReaderQuery(
        "", asked.get("type", ""), int(line) if line else None, passage=asked.get("passage", "")
    )


def _panorama(chrome: Chrome) -> str:
    return pages.panorama_page(chrome, PANORAMAS[chrome.path]())


def _card(chrome: Chrome) -> str:
    """The drawer of a card, which the script of a panorama fetches."""
    subject, _, segment = chrome.path.partition("/about/")
    cards = board.cards(PANORAMAS[subject]())
    return pages.card_part(chrome, next(each for each in cards if each.id == segment))


def _gap(chrome: Chrome) -> str:
    """The drawer of a row, which the script of the list of gaps fetches."""
    named = chrome.path.removeprefix("/gaps/").removesuffix("/about")
    gap = next(each for each in replies.gaps().items if each.id == named)
    return pages.gap_part(chrome, gap, GapFilters())


def _passage(chrome: Chrome) -> str:
    """The drawer of a passage, which the script of the reader fetches."""
    query = replace(_reading(chrome), passage=chrome.path.rpartition("/")[2])
    part = pages.passage_part(chrome, replies.document(), replies.passages(), query)
    assert part is not None, chrome.path
    return part


PANORAMAS: dict[str, Callable[[], Panorama]] = {
    "/chains/car_parts": panoramas.panorama,
    "/chains/glass": panoramas.small_panorama,
    "/industries/vehicles": panoramas.crowded_panorama,
    "/chains/empty": panoramas.empty_panorama,
}
PAGES: dict[str, Callable[[Chrome], str]] = {
    **dict.fromkeys(PANORAMAS, _panorama),
    "/": lambda chrome: pages.home_page(
        chrome,
        bodies.no_overview() if ("empty", "1") in chrome.query else bodies.overview(),
        bodies.datasets(),
        bodies.changes(),
    ),
    "/missing": _missing,
    "/why-not": lambda chrome: pages.why_not_page(
        chrome, replies.why_not(), None, MissingQuery(segment="冷轧汽车钢板")
    ),
    "/gaps": _gaps,
    "/documents/plan": lambda chrome: pages.document_page(
        chrome, replies.document(), replies.passages(), _reading(chrome)
    ),
    "/segments/drive": lambda chrome: pages.segment_page(chrome, replies.segment()),
    "/enterprises/changfeng": lambda chrome: pages.enterprise_page(
        chrome, replies.enterprise(), MergerTyped(1)
    ),
    "/search": _search,
    "/login": _login,
    "/import": lambda chrome: import_page(
        chrome, 50, PageProblem("不是表格", "企业.xls 无法读取") if chrome.query else None
    ),
    "/import/report": lambda chrome: report_page(chrome, uploads.shown(chrome.query)),
    "/import/rows": lambda chrome: rows_page(
        chrome, "x", uploads.report(applied=False), uploads.LINES, (None, 1)
    ),
    "/audit-log": lambda chrome: trail_page(chrome, replies.trail(len(chrome.query))),
    "/exports": lambda chrome: exports_page(
        chrome,
        (
            Download("gaps.xlsx", by_chain=True),
            Download("verify.xlsx", by_chain=False),
            Download("graph.html", by_chain=True),
        ),
        dict(chrome.query).get("chain", ""),
    ),
    "/error": lambda chrome: pages.error_page(
        chrome, "没有这个环节", "没有名为“电机壳”的环节。", (replies.MOTOR, replies.CONTROLLER)
    ),
}


PARTS = {"gaps": _gap, "documents": _passage}


def page(address: str) -> str:
    """The page at an address of this site, without a server."""
    chrome = chrome_of(address)
    if is_part(chrome.path):
        return PARTS.get(chrome.path.split("/")[1], _card)(chrome)
    return PAGES[chrome.path](chrome)


def is_part(path: str) -> bool:
    """Whether a script asks for the drawer alone that is at a path."""
    return "/about/" in path or path.endswith("/about")


def chrome_of(address: str) -> Chrome:
    """The chrome of a request; `made_up=1` marks the dataset as made up."""
    parts = urlsplit(address)
    query = parse_qs(parts.query)
    return Chrome(
        path=parts.path,
        query=tuple(parse_qsl(parts.query)),
        lang="en" if query.get("lang") == ["en"] else "zh",
        dataset=bodies.chrome_dataset(made_up="made_up" in query),
        menus=MENUS,
        documents=(bodies.PLAN,),
    )


class Handler(BaseHTTPRequestHandler):
    """Serves `PAGES` and `viz/static`."""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path in PAGES or is_part(path):
            self._answer(200, "text/html; charset=utf-8", page(self.path).encode())
        elif path.startswith("/static/"):
            self._static(path.removeprefix("/static/"))
        else:
            self._answer(404, "text/plain", b"no such page")

    def log_message(self, *_: object) -> None:
        """Say nothing: pytest's output is for failures."""

    def _static(self, name: str) -> None:
        file = files("viz").joinpath("static", name)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        self._answer(200, kind, file.read_bytes())

    def _answer(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)


def server() -> ThreadingHTTPServer:
    """A server on a free port of this machine, not yet running."""
    return ThreadingHTTPServer(("127.0.0.1", 0), Handler)
