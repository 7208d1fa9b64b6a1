"""deploy/nginx.conf, behind a real nginx: links, login and addresses come out right."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from api.auth.audit_log import AuditLog
from api.auth.tokens import Tokens
from api.imports.uploads import MOST_BYTES
from api.wanted import PageWanted
from tests.deploy.dockerfile import ROOT
from tests.http.conftest import application, filled
from tests.serving.conftest import LIMITS, served
from tests.stores.neo4j_server import free_port

CONFIGURATION = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
NEEDS = "needs nginx and openssl (apt-get install nginx-light openssl)"
MB = 1024 * 1024
PAGE = {"Accept": "text/html"}
EC = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")


def test_it_takes_tables_as_large_as_the_program_does() -> None:
    (size,) = re.findall(r"client_max_body_size (\d+)m;", CONFIGURATION)

    assert int(size) * MB == MOST_BYTES


@contextmanager
def proxied(folder: Path, upstream: int) -> Iterator[str]:
    """The shipped configuration with a port and a certificate of its own; gives its address."""
    if NGINX is None or shutil.which("openssl") is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(NEEDS)
    port, key, certificate = free_port(), folder / "key.pem", folder / "certificate.pem"
    sign = ["openssl", "req", "-x509", *EC, "-nodes", "-subj", "/CN=localhost"]
    subprocess.run([*sign, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    text = CONFIGURATION
    for shipped, here in (
        ("listen 443", f"listen 127.0.0.1:{port}"),
        ("server 127.0.0.1:8000", f"server 127.0.0.1:{upstream}"),
        ("/etc/ssl/liantu.pem", str(certificate)),
        ("/etc/ssl/liantu.key", str(key)),
    ):
        assert text.count(shipped) == 1
        text = text.replace(shipped, here)
    temporary = "".join(
        f"{each}_temp_path {folder}/{each};"
        for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    about = f"daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; events {{}}"
    whole = folder / "nginx.conf"
    whole.write_text(f"{about} http {{ access_log off; {temporary}\n{text} }}", "utf-8")
    process = subprocess.Popen([NGINX, "-p", str(folder), "-c", str(whole)])
    try:
        yield f"https://127.0.0.1:{port}/liantu"
    finally:
        process.terminate()
        process.wait()


@pytest.fixture
def tokens(tmp_path: Path) -> Path:
    return tmp_path / "tokens.json"


@pytest.fixture
def browser(tmp_path: Path, tokens: Path) -> Iterator[httpx2.Client]:
    with filled(tmp_path, "demo") as store:
        app = application(store, tokens=tokens, reading="tokens", limits=LIMITS)
        with (
            served(app) as upstream,
            proxied(tmp_path, upstream) as address,
            httpx2.Client(base_url=address, verify=False, headers=PAGE) as client,
        ):
            for _ in range(100):
                try:
                    client.get("/healthz")
                    break
                except httpx2.ConnectError:
                    time.sleep(0.1)
            yield client


def test_people_log_in_and_stay_below_the_prefix(browser: httpx2.Client, tokens: Path) -> None:
    _, secret = Tokens(tokens).new("reader", "李工")
    address = str(browser.base_url)
    here = {"Origin": re.sub(r"/liantu/?$", "", address), "X-Forwarded-For": "6.6.6.6"}
    asked = browser.get("/gaps")
    entered = browser.post("/login", data={"token": secret, "next": "/gaps"}, headers=here)
    page = browser.get("/gaps")

    assert asked.status_code == 401
    assert (entered.status_code, entered.headers["location"]) == (303, "/liantu/gaps")
    assert "secure" in entered.headers["set-cookie"].lower()
    assert "李工" in page.text
    assert 'href="/liantu/static/frame.css"' in page.text
    assert browser.get("/static/frame.css").status_code == 200
    log = AuditLog.next_to(tokens).page(PageWanted()).items
    assert {each.address for each in log} == {"127.0.0.1"}
