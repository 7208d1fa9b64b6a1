"""The service and a Neo4j server that comes late, goes away, and comes back; logins and rights."""

from pathlib import Path

from graph.store import Login
from tests.commands.conftest import Done, Run, serving
from tests.commands.neo4j_service import (
    answer,
    problem,
    set_password,
    speaks_tls,
    wait_for,
)
from tests.commands.test_serve import address
from tests.stores.neo4j_database import Database
from tests.stores.neo4j_server import Server, VirtualMachine, free_port

PAGE = "text/html"
SECRET = "geheim-口令-123"  # noqa: S105 - made up
WRONG = "not that one"
ELSEWHERE = {"server.bolt.advertised_address": "neo4j.invalid:7687"}
"""A server in a container calls itself what nobody outside can reach."""


def test_the_service_waits_for_its_server_and_survives_its_death(
    tmp_path: Path, liantu: Run, virtual_machine: VirtualMachine
) -> None:
    server = Server(tmp_path / "neo4j", ELSEWHERE).start(virtual_machine)
    store = f"{server.uri}?timeout=2"
    assert liantu("load", "demo", "--store", store).code == 0
    server.stop()

    with serving(LIANTU_STORE=store) as service, VirtualMachine() as dying:
        url = address(service).rstrip("/")
        while_it_is_away(url, server)

        server.start(dying)
        wait_for(f"{url}/readyz", 200)
        chains = answer(f"{url}/api/v1/chains")
        assert chains[0] == 200
        assert '"dataset":"demo"' in chains[1]

        dying.kill()
        while_it_is_away(url, server)

        server.start(virtual_machine)
        wait_for(f"{url}/readyz", 200)
        assert answer(f"{url}/api/v1/chains") == chains
        assert service.poll() is None
    server.stop()


def while_it_is_away(url: str, server: Server) -> None:
    """Alive, not ready, and every answer says why."""
    status, kind, detail = problem(f"{url}/readyz")
    page_status, page = answer(f"{url}/gaps", PAGE)

    assert answer(f"{url}/healthz")[0] == 200
    assert (status, kind) == (503, "store-fails")
    assert server.host in detail
    assert problem(f"{url}/api/v1/chains")[:2] == (503, "store-fails")
    assert page_status == 503
    assert server.host in page


def test_wrong_password_nobody_there_read_only_and_newer_are_told_apart(
    tmp_path: Path, liantu: Run, process: Run, virtual_machine: VirtualMachine
) -> None:
    settings = {"dbms.security.auth_enabled": "true"} | speaks_tls(tmp_path / "bolt")
    server = Server(tmp_path / "neo4j", settings, port=free_port())

    def ask(
        *arguments: str,
        run: Run = liantu,
        scheme: str = "neo4j",
        password: str = SECRET,
        **env: str,
    ) -> Done:
        asked = (*arguments, "--lang", "en", "--store", f"{scheme}://{server.host}")
        done = run(*asked, LIANTU_NEO4J_PASSWORD=password, **env)
        assert SECRET not in done.out + done.err
        assert "Traceback" not in done.err
        return done

    away = ask("chains")
    server.start(virtual_machine)
    set_password(server, SECRET)
    assert ask("load", "demo", scheme="neo4j+ssc").code == 0
    trusted = str(tmp_path / "bolt" / "public.crt")
    assert ask("chains", scheme="neo4j+s", SSL_CERT_FILE=trusted).code == 0
    assert ask("chains", scheme="neo4j+s").code == 1
    denied = ask("chains", password=WRONG)
    denied_service = ask("serve", run=process, password=WRONG)
    database = Database(server.uri, Login("neo4j", SECRET))
    database.ask("MATCH (s:Store) SET s.format = 99")
    newer = ask("chains")
    database.ask("MATCH (s:Store) SET s.format = 1")
    database.close()
    server.stop()
    server.settings["server.databases.default_to_read_only"] = "true"
    server.start(virtual_machine)
    read, written = ask("chains"), ask("load", "hechuan")
    server.stop()

    failed = (away, denied, denied_service, newer, written)
    assert [each.code for each in failed] == [1] * 5
    assert "upgrade liantu" in newer.err
    assert "cannot be used" in away.err
    assert "refuses the login" in denied.err
    assert denied.err in denied_service.err
    assert read.code == 0
    assert "is read-only" in written.err
