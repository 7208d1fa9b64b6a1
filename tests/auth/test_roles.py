"""Every route of the application, asked by everybody there is."""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.auth.callers import asked_roles
from api.auth.roles import ROLES, AccessRole
from api.auth.tokens import Tokens
from api.http.app import create_app
from api.settings import Settings
from graph.store import GraphStore, open_store
from tests.http.conftest import filled

FRAMEWORK = {("GET", "/openapi.json"), ("HEAD", "/openapi.json")}
MOUNTED = {("*", path) for path in ("/docs/files", "/static", "/static/vis")}
OPEN = {("GET", path) for path in ("/healthz", "/readyz", "/docs", "/docs/start.js")}
LOGIN = {("GET", "/login"), ("POST", "/login"), ("POST", "/logout")}
"""Where people say who they are; tests/auth/test_login.py asks them."""
ADMIN = {("GET", "/api/v1/audit-log"), ("GET", "/audit-log"), ("GET", "/status")}
"""What is for admins, written here by hand: a gate that is taken off is noticed."""
IMPORT_PAGES = (
    "",
    "/{id}",
    "/{id}/rejected/{number}",
    "/{id}/rows",
    "/{id}/report.{form}",
    "/{id}/template.yaml",
    "/template/{kind}",
)
QUEUE = {("GET", "/queue"), ("GET", "/api/v1/proposals")}
ROWS = {("GET", "/api/v1/registers/firms")}
EDITING = QUEUE | ROWS | {("GET", f"/import{path}") for path in IMPORT_PAGES}
"""What is being edited, and what readers may not know of."""
PREVIEWS = {("POST", f"/api/v1/{each}") for each in ("imports", "what-if", "choose")}
"""What writes only where `apply=true` asks for it, and for an editor then; what writes nothing."""
LISTS = "/api/v1/saved-lists"
OWN = {
    ("POST", "/changes"),
    ("POST", "/saved"),
    ("POST", "/api/v1/watching"),
    ("POST", LISTS),
    ("POST", f"{LISTS}/{{id}}"),
    ("DELETE", f"{LISTS}/{{id}}"),
    ("DELETE", "/api/v1/imports/{id}"),
}
"""What readers say for themselves, remembered beside the data, and an import that they began."""
SAFE = {"GET", "HEAD", "OPTIONS"}
Route = tuple[str, str]
Secrets = dict[AccessRole, str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("roles")


@pytest.fixture(scope="module")
def store(folder: Path) -> Iterator[GraphStore]:
    """One store for all routes: no test here looks at the data."""
    with filled(folder, "demo") as opened:
        yield opened


@pytest.fixture(scope="module")
def secrets(folder: Path) -> Secrets:
    return {role: Tokens(folder / "tokens.json").new(role)[1] for role in ROLES}


def closed(store: GraphStore, folder: Path) -> TestClient:
    """A client of an application that asks for a token of everybody."""
    settings = Settings(store.uri, tokens=folder / "tokens.json", reading="tokens")
    return TestClient(create_app(settings, store), raise_server_exceptions=False)


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def built() -> FastAPI:
    """An application to look at, not to ask."""
    with TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/store.sqlite") as store:
        return create_app(Settings(store.uri), store)


def routes() -> list[Route]:
    return sorted(set(asked_roles(built())) - FRAMEWORK - MOUNTED - LOGIN)


def address(path: str) -> str:
    """A path with something in the place of each parameter."""
    return re.sub(r"{\w+(:path)?}", "x", path)


def role(route: Route) -> AccessRole | None:
    """What a route has to ask by the rules: writing is for editors; null lets everybody in."""
    if route in OPEN:
        return None
    if route in ADMIN:
        return "admin"
    writes = route[0] not in SAFE and route not in PREVIEWS | OWN
    return "editor" if writes or route in EDITING else "reader"


def test_there_are_routes_and_the_hand_written_ones_exist() -> None:
    assert len(routes()) > 40
    assert set(routes()) >= OPEN | ADMIN


@pytest.mark.parametrize("route", routes(), ids=" ".join)
def test_a_route_lets_in_who_may_and_nobody_else(
    store: GraphStore, folder: Path, secrets: Secrets, route: Route
) -> None:
    method, path = route
    client = closed(store, folder)
    needed = role(route)

    def status(headers: dict[str, str]) -> int:
        return client.request(method, address(path), headers=headers).status_code

    assert (status({}) == 401) == (needed is not None)
    for each in ROLES:
        got = status(bearer(secrets[each]))
        reached = needed is None or ROLES.index(each) >= ROLES.index(needed)
        assert got not in {401, 500, 503}
        assert (got != 403) == reached, each


def test_on_this_machine_too_writing_needs_a_token(store: GraphStore) -> None:
    client = TestClient(create_app(Settings(store.uri), store))

    for method, path in (each for each in routes() if role(each) in {"editor", "admin"}):
        assert client.request(method, address(path)).status_code == 401, path


def test_another_sites_page_writes_nothing_whoever_is_logged_in(
    store: GraphStore, folder: Path, secrets: Secrets
) -> None:
    client = closed(store, folder)
    signs = (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
    )

    for method, path in {*routes(), *LOGIN}:
        for sign in signs if method not in SAFE else ():
            headers = bearer(secrets["admin"]) | sign
            refused = client.request(method, address(path), headers=headers)
            assert refused.json()["type"] == "urn:liantu:problem:cross-site", (path, sign)


def test_every_route_declares_what_it_asks() -> None:
    silent = {route for route, asked in asked_roles(built()).items() if asked is None}

    assert silent == FRAMEWORK | MOUNTED


def test_a_route_without_a_declaration_would_be_noticed() -> None:
    app = built()

    @app.get("/api/v1/leak")
    def leak() -> None:
        """Tell everything."""

    assert asked_roles(app)["GET", "/api/v1/leak"] is None


def test_the_description_says_which_routes_need_a_token(store: GraphStore) -> None:
    app = create_app(Settings(store.uri), store)
    description = app.openapi()
    paths = description["paths"]

    assert description["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    for path, operations in paths.items():
        for method, operation in operations.items():
            reads = role((method.upper(), path)) == "reader"
            assert operation["security"] == ([{}, {"token": []}] if reads else [{"token": []}])
            assert "401" in operation["responses"]
            assert ("403" in operation["responses"]) == (method != "get" or not reads)
