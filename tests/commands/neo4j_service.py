"""What a Neo4j of a test's own is set to, and requests to the program."""

import json
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import neo4j

from tests.patience import PATIENCE
from tests.stores.neo4j_server import Server


def speaks_tls(folder: Path) -> dict[str, str]:
    """The settings of a server that takes encrypted connections too, with its own certificate."""
    folder.mkdir()
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(folder / "private.key"), "-out", str(folder / "public.crt")]
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            *subject,
            *files,
        ],
        check=True,
        capture_output=True,
    )
    policy = "dbms.ssl.policy.bolt"
    return {
        "server.bolt.tls_level": "OPTIONAL",
        f"{policy}.enabled": "true",
        f"{policy}.base_directory": str(folder),
        f"{policy}.private_key": "private.key",
        f"{policy}.public_certificate": "public.crt",
        f"{policy}.client_auth": "NONE",
    }


def set_password(server: Server, password: str) -> None:
    """Give the user neo4j a password: with the first one nothing else is allowed."""
    uri = f"bolt://{server.host}"
    with neo4j.GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver:
        driver.execute_query(
            "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new",
            parameters_={"new": password},
            database_="system",
        )


def answer(url: str, accept: str = "application/json") -> tuple[int, str]:
    """Status and body of a GET."""
    request = urllib.request.Request(url, headers={"Accept": accept})  # noqa: S310 - our own
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:  # noqa: S310 - likewise
            return response.status, response.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode("utf-8")


def problem(url: str) -> tuple[int, str, str]:
    """Status, kind and detail of a problem."""
    status, body = answer(url)
    told = json.loads(body)
    return status, told["type"].rpartition(":")[2], told["detail"]


def wait_for(url: str, status: int) -> None:
    """Ask until this is the status."""
    end = time.monotonic() + PATIENCE
    while answer(url)[0] != status:
        assert time.monotonic() < end, answer(url)
        time.sleep(0.3)
