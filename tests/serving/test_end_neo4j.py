"""Told to stop while it writes to a Neo4j, the server stops and leaves the old or the new there."""

import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2

from api.auth.tokens import Tokens
from graph.store.neo4j import Neo4jStore
from tests.auth.test_process import port_of
from tests.commands.conftest import serving
from tests.imports.tables import FACTS
from tests.patience import PATIENCE
from tests.stores.neo4j_database import Database
from tests.support import dataset, enterprise, seed

FIRMS = 800
TABLE = "企业,产品\n" + "".join(f"大河{each}号链条厂,链条\n" for each in range(FIRMS))


def test_an_import_under_way_ends_with_the_server_old_or_new(
    neo4j_database: Database, tmp_path: Path
) -> None:
    with neo4j_database.empty_store() as store:
        store.load(seed(*FACTS.records(), dataset=dataset("demo")))
    file = tmp_path / "tokens.json"
    _, secret = Tokens(file).new("editor")
    settings = neo4j_database.settings | {"LIANTU_TOKENS": str(file)}
    with serving(**settings) as server, ThreadPoolExecutor(1) as pool:
        url = f"http://127.0.0.1:{port_of(server)}/api/v1/imports?apply=true"
        sent = pool.submit(post, url, secret)
        while not staged(neo4j_database):
            assert not sent.done(), sent.result()
            time.sleep(0.02)
        server.send_signal(signal.SIGTERM)
        code = server.wait(PATIENCE)

    assert code == 0
    with Neo4jStore(neo4j_database.server) as store:
        found, version = len(store.reported("demo")), store.current("demo").number
        assert (found, version) in {(0, 1), (2 * FIRMS, 2)}
        assert (sent.result() == 200) <= (version == 2)  # what was acknowledged is there
        store.report("demo", [enterprise("later")], by="王工", note="")
        assert len(store.reported("demo")) == found + 1


def post(url: str, secret: str) -> int | None:
    """The status; null where the server went without one."""
    files = [("files", ("企业.csv", TABLE.encode()))]
    try:
        headers = {"Authorization": f"Bearer {secret}"}
        return httpx2.post(url, files=files, headers=headers, timeout=PATIENCE).status_code
    except httpx2.HTTPError:
        return None


def staged(database: Database) -> bool:
    """Whether rows of a version that is not there yet are being written."""
    return bool(database.ask("MATCH (d:Dataset {id: 'demo'}) WHERE d.staged IS NOT NULL RETURN 1"))
