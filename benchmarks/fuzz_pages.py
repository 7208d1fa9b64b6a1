"""Every page asked by everybody with odd parameters and odd forms.

Run: `python -m benchmarks.fuzz_pages [--calls 20000] [--seed 1]`, on the demo in a store of its
own. An answer from 500 on that is no 503, a script that came in and goes out as one, and an error
that is no page with a way out are printed and counted; the exit code is 1 where there is any.
`tests/http/test_odd_pages.py` is its short form.
"""

import argparse
import logging
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from httpx2 import Response
from starlette.testclient import TestClient

from api.auth.roles import ROLES
from api.auth.tokens import Tokens
from api.http.app import create_app
from api.http.dependencies import parameters
from api.routes import PREFIX
from api.settings import Settings
from benchmarks.asked import Asked
from graph.load import load_dataset
from graph.store import GraphStore, open_store
from seeds import FOLDER

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
TEMPLATES = Path(__file__).parent.parent / "viz" / "templates"
_FIELD = re.compile(r'name="([a-z_-]+)"')
_SCRIPT = re.compile(rb"<script[^>]*>pwned|\"\s*onload=pwned|href=\"javascript:|<img src=x", re.I)
ODD = (
    "", " ", "0", "-1", "1e9", "9" * 30, "NaN", "true", "null", "[]", "{}", "\0", "\r\nX: y",
    "\x1b[2J", "\u202e", "\ufeff", "\U0001f600", "链" * 300, "a" * 5000, "%", "%00", "a/b",
    "../../etc/passwd", "//evil.example", "https://evil.example", "javascript:pwned()",
    '"><script>pwned()</script>', "' OR 1=1 --", "'\"><img src=x onerror=pwned()>",
    '" onload=pwned() x="', "{{7*7}}", "${7*7}", "=cmd|' /C calc'!A0", "segment:bicycle", "bicycle",
    "1", "2", "demo", "en", "planned", "none", "traded+tiers:99", "material,material", "region:",
    ":", ",", ";", "zh",
)  # fmt: skip
"""Values of the wrong type, huge, empty, unseen, injected, and a few that hold."""
UPLOAD = b"--x\r\nContent-Disposition: form-data; name=files; filename=a.csv\r\n\r\n1\r\n--x--\r\n"
UNKNOWN = ("colour", "__proto__", "lang[]", "版本", "q", "version", "dataset", "page", "cursor")


@dataclass(frozen=True)
class PageRoute:
    """A page, and what it can be asked."""

    method: str
    path: str
    names: tuple[str, ...]


def page_routes(app: FastAPI) -> list[PageRoute]:
    """List the routes that are no part of the interface."""
    fields = sorted(
        {
            name
            for file in TEMPLATES.glob("*.html")
            for name in _FIELD.findall(file.read_text("utf-8"))
        }
    )
    found = []
    for context in iter_route_contexts(app.routes):
        route = context.original_route
        if isinstance(route, APIRoute) and not (context.path or "").startswith((PREFIX, "/docs")):
            names = tuple(parameters(route.dependant))
            for method in sorted(route.methods or ()):
                asked = names if method == "GET" else tuple(fields)
                found.append(PageRoute(method, context.path or "", (*asked, *UNKNOWN)))
    return found


def ask(client: TestClient, route: PageRoute, chance: random.Random) -> Response:
    """Ask a page something odd; of ten words in a path, half are ids that hold."""
    path = re.sub(
        r"{\w+(:path)?}",
        lambda _: quote(
            chance.choice(ODD if chance.random() < 0.5 else ("bicycle", "1", "chain")) or "x"
        ),
        route.path,
    )
    pairs = [(chance.choice(route.names), chance.choice(ODD)) for _ in range(chance.randrange(5))]
    if pairs and chance.random() < 0.3:
        pairs.append((pairs[0][0], chance.choice(ODD)))  # twice
    if route.method == "GET":
        return client.get(f"{path}?{urlencode(pairs)}", headers=BROWSER, follow_redirects=False)
    body, kind = chance.choice(
        [
            (urlencode(pairs).encode(), "application/x-www-form-urlencoded"),
            (urlencode(pairs).encode(), "application/x-www-form-urlencoded"),
            (chance.randbytes(200), "application/x-www-form-urlencoded"),
            (chance.randbytes(200), "multipart/form-data; boundary=x"),
            (UPLOAD, "multipart/form-data; boundary=x"),
            (b"{}", "application/json"),
            (b"", "text/plain"),
        ]
    )
    sent = BROWSER | {"Content-Type": kind}
    return client.request(route.method, path, content=body, headers=sent, follow_redirects=False)


def wrong(answer: Response) -> str:
    """Say what is wrong with an answer; nothing where all is well."""
    if answer.status_code >= 500 and answer.status_code != 503:
        return f"{answer.status_code}"
    html = answer.headers.get("content-type", "").startswith("text/html")
    if html and (found := _SCRIPT.search(answer.content)):
        return f"a script: {answer.content[found.start() - 80 : found.end() + 40]!r}"
    if answer.status_code >= 400:
        main = answer.text.partition("<main")[2]
        if not html or ("href=" not in main and "<form" not in main):
            return f"{answer.status_code} without a page that leads on"
    return ""


def clients(store: GraphStore, folder: Path) -> Iterator[tuple[str, TestClient]]:
    """Nobody, then each role."""
    file = folder / "tokens.json"
    app = create_app(Settings(store.uri, tokens=file), store)
    yield "nobody", TestClient(app, raise_server_exceptions=False)
    for role in ROLES:
        sent = {"Authorization": f"Bearer {Tokens(file).new(role)[1]}"}
        yield role, TestClient(app, raise_server_exceptions=False, headers=sent)


def main() -> None:
    """Ask, print what was wrong and what was answered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    chance, asked = random.Random(given.seed), Asked()  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/store.sqlite")
        store.load(load_dataset(FOLDER / "demo"))
        askers = list(clients(store, Path(folder)))
        routes = page_routes(askers[0][1].app)  # type: ignore[arg-type] # made above
        for _ in range(given.calls):
            who, client = chance.choice(askers)
            route = chance.choice(routes)
            answer = ask(client, route, chance)
            told, sent = wrong(answer), answer.request
            if told:
                print(f"{who} {route.method} {sent.url}: {told}"[:600], flush=True)
            request = who, sent.method, str(sent.url), sent.content
            asked.note(request, answer.status_code, wrong=bool(told))
    asked.tell()
    sys.exit(1 if asked.wrong else 0)


if __name__ == "__main__":
    main()
