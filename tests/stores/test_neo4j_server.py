"""What only a server can suffer: each has a message of its own, and the store goes on after it."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path

import pytest

from api.http.errors import kind_of
from graph.errors import (
    NewerStoreError,
    NotAStoreError,
    StoreDeniedError,
    StoreError,
    StoreReadOnlyError,
    StoreRefusesError,
    StoreUnavailableError,
)
from graph.store import GraphStore, Login, open_store
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_address import parse_address
from graph.store.neo4j_connection import Connection, Neo4jServer
from graph.store.neo4j_schema import FORMAT
from tests.stores.examples import BIKES
from tests.stores.neo4j_database import Database
from tests.stores.neo4j_server import Server, VirtualMachine, free_port
from tests.support import enterprise, seed, segment

USER, PASSWORD = "neo4j", "geheimes-wort"
GUARDED = {"dbms.security.auth_enabled": "true"}
READ_ONLY = {"server.databases.default_to_read_only": "true"}


@pytest.fixture
def store(neo4j_database: Database) -> Iterator[GraphStore]:
    with neo4j_database.empty_store() as store:
        yield store


@pytest.fixture(scope="module")
def own(
    tmp_path_factory: pytest.TempPathFactory, virtual_machine: VirtualMachine
) -> Iterator[Server]:
    """A server that knows who may come in, which tests start again with their own settings."""
    server = Server(tmp_path_factory.mktemp("own"), GUARDED).start(virtual_machine)
    # The first login of a new server has to choose a password, before anything else.
    with pytest.raises(StoreDeniedError):
        open_store(server.uri, login=Login(USER, "neo4j"))
    system = Database(server.uri, Login(USER, "neo4j"), "system")
    system.ask("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=PASSWORD)
    system.close()
    yield server
    server.stop()


@pytest.mark.parametrize("login", [None, Login(USER, "falsch"), Login("niemand", PASSWORD)])
def test_nobody_comes_in_without_the_right_password(own: Server, login: Login | None) -> None:
    with pytest.raises(StoreDeniedError) as caught:
        open_store(own.uri, login=login)

    assert "falsch" not in str(caught.value)
    assert PASSWORD not in str(caught.value)


def test_an_empty_database_that_cannot_be_prepared_is_a_store_without_datasets(
    own: Server, virtual_machine: VirtualMachine
) -> None:
    own.stop()
    start_with(GUARDED | READ_ONLY, own, virtual_machine)

    with open_store(own.uri, login=Login(USER, PASSWORD)) as store:
        assert PASSWORD not in f"{store.uri} {store!r}"
        assert store.datasets() == ()
        with pytest.raises(StoreReadOnlyError):
            store.load(seed(*BIKES))


def test_a_store_goes_on_when_its_server_comes_back_to_read_only(
    own: Server, virtual_machine: VirtualMachine
) -> None:
    own.stop()
    start_with(GUARDED, own, virtual_machine)
    said: list[str] = []
    address = parse_address(f"{own.uri}?timeout=4")
    server = Neo4jServer(address, Login(USER, PASSWORD), on_statement=said.append)
    with Neo4jStore(server) as store:
        store.load(seed(*BIKES))
        own.stop()
        asks: tuple[Callable[[], object], ...] = (store.ping, lambda: store.load(seed()))
        for ask in asks:
            with pytest.raises(StoreUnavailableError):
                ask()
        start_with(GUARDED | READ_ONLY, own, virtual_machine)

        assert list(store.read("demo").segments) == ["bike", "frame"]
        assert [hit.id for hit in store.search("demo", "bike")] == ["bike", "bikes"]
        said.clear()
        with pytest.raises(StoreReadOnlyError):
            store.report("demo", [enterprise("new")], by="王工", note="报")
        # Nothing is tried again for as long as a server may be away.
        assert len(said) == len(set(said))


def test_a_new_database_is_prepared_by_several_at_once(
    tmp_path: Path, virtual_machine: VirtualMachine
) -> None:
    server = Server(tmp_path / "new").start(virtual_machine)

    def opened(_: int) -> tuple[object, ...]:
        with open_store(server.uri) as store:
            return store.datasets()

    with ThreadPoolExecutor(8) as several:
        assert list(several.map(opened, range(8))) == [()] * 8
    server.stop()


def test_a_server_that_is_not_there_is_unavailable() -> None:
    uri = f"neo4j://127.0.0.1:{free_port()}?timeout=2"

    with pytest.raises(StoreUnavailableError) as caught:
        open_store(uri)

    assert uri in str(caught.value)


@pytest.mark.parametrize("host", ["nowhere.invalid", "127.0.0.1:1"])
def test_a_host_without_a_server_is_unavailable(host: str) -> None:
    for scheme in ("neo4j", "bolt", "neo4j+s"):
        with pytest.raises(StoreUnavailableError):
            open_store(f"{scheme}://{host}?timeout=1")


def test_a_database_that_the_server_does_not_have_is_no_store(neo4j_database: Database) -> None:
    with pytest.raises(NotAStoreError):
        open_store(f"{neo4j_database.uri}?database=nothing", login=neo4j_database.login)


def test_a_newer_format_is_left_alone(neo4j_database: Database, store: GraphStore) -> None:
    neo4j_database.ask("MATCH (s:Store) SET s.format = $format", format=FORMAT + 1)
    try:
        with pytest.raises(NewerStoreError) as caught:
            open_store(store.uri, login=neo4j_database.login)
    finally:
        neo4j_database.ask("MATCH (s:Store) SET s.format = $format", format=FORMAT)

    assert caught.value.details["found"] == FORMAT + 1


def test_a_store_opened_to_read_only_reads(neo4j_database: Database, store: GraphStore) -> None:
    store.load(seed(*BIKES))

    with open_store(store.uri, read_only=True, login=neo4j_database.login) as reader:
        assert list(reader.read("demo").segments) == ["bike", "frame"]
        writes: tuple[Callable[[], object], ...] = (
            lambda: reader.load(seed(*BIKES)),
            lambda: reader.report("demo", [], by="王工", note=""),
        )
        for write in writes:
            with pytest.raises(StoreReadOnlyError):
                write()


@pytest.mark.parametrize(("create", "read_only"), [(False, False), (True, True)])
def test_a_database_without_our_mark_is_not_prepared_unasked(
    neo4j_database: Database, store: GraphStore, *, create: bool, read_only: bool
) -> None:
    neo4j_database.ask("MATCH (s:Store) DELETE s")
    try:
        with pytest.raises(NotAStoreError):
            open_store(store.uri, create=create, read_only=read_only, login=neo4j_database.login)
        assert neo4j_database.ask("MATCH (s:Store) RETURN s") == []
    finally:
        open_store(store.uri, login=neo4j_database.login).close()


def test_other_data_of_the_database_is_neither_seen_nor_touched(
    neo4j_database: Database, store: GraphStore
) -> None:
    foreign = """
        CREATE (:Segment:Drawn:Foreign {id: 'bike', name: 'bike'})-[:FEEDS]->(:Dataset:Foreign),
          (:Stored:Foreign {id: 'bike', body: '{}'}), (:Name:Foreign {spelt: '62', text: 'b'})
    """
    count = "MATCH (n:Foreign) OPTIONAL MATCH (n)--(m) RETURN count(n) AS nodes, count(m) AS ends"
    neo4j_database.ask(foreign)
    try:
        before = neo4j_database.ask(count)
        store.load(seed(*BIKES))
        store.load(seed(segment("bike")))

        assert [each.id for each in store.datasets()] == ["demo"]
        assert [hit.id for hit in store.search("demo", "b")] == ["bike"]
        assert list(store.read("demo").segments) == ["bike"]
        assert neo4j_database.ask(count) == before
    finally:
        neo4j_database.ask("MATCH (n:Foreign) DETACH DELETE n")


def test_a_closed_store_is_unavailable(neo4j_database: Database) -> None:
    store = neo4j_database.empty_store()
    store.close()
    store.close()

    with pytest.raises(StoreUnavailableError):
        store.ping()


def test_a_mistake_of_ours_is_no_fault_of_the_server(neo4j_database: Database) -> None:
    connection = Connection(neo4j_database.server)
    try:
        with pytest.raises(StoreRefusesError) as caught:
            connection.read(lambda tx: tx.rows("MATCH (n RETURN n"))
    finally:
        connection.close()

    assert kind_of(caught.value).status == HTTPStatus.INTERNAL_SERVER_ERROR


@pytest.mark.parametrize(
    "error",
    [
        StoreDeniedError(store="s", reason="r"),
        StoreUnavailableError(store="s", reason="r"),
        NewerStoreError(store="s", found=2, supported=1),
    ],
)
def test_what_the_server_lacks_is_told_as_its_own(error: StoreError) -> None:
    assert kind_of(error).status == HTTPStatus.SERVICE_UNAVAILABLE


def test_an_option_of_the_address_is_used(neo4j_database: Database) -> None:
    name = neo4j_database.ask("CALL db.info() YIELD name RETURN name")[0]["name"]
    server = neo4j_database.server
    address = replace(server.address, database=str(name), timeout=5.0)

    with Neo4jStore(replace(server, address=address)) as store:
        assert store.uri.endswith(f"?database={name}&timeout=5")
        store.ping()


def start_with(settings: dict[str, str], server: Server, machine: VirtualMachine) -> None:
    """Until it answers: its first answer may take longer than a store waits."""
    server.settings = settings
    server.start(machine)
    for _ in range(9):
        with suppress(StoreUnavailableError), suppress(NotAStoreError):
            open_store(server.uri, create=False, login=Login(USER, PASSWORD)).close()
            return
