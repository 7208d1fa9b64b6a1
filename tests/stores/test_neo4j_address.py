"""The URI of a Neo4j store: what it says, what is refused, and that no password shows."""

import pytest

from graph.errors import BadParameterError
from graph.store import Login
from graph.store.neo4j_address import Neo4jAddress, parse_address


@pytest.mark.parametrize(
    ("uri", "server", "database", "timeout"),
    [
        ("neo4j://localhost", "neo4j://localhost:7687", None, 10.0),
        ("neo4j://localhost:1234/", "neo4j://localhost:1234", None, 10.0),
        ("neo4j+s://h?database=district", "neo4j+s://h:7687", "district", 10.0),
        ("neo4j+ssc://h?timeout=2.5", "neo4j+ssc://h:7687", None, 2.5),
        ("bolt://[::1]:7688?timeout=60&database=neo4j", "bolt://[::1]:7688", "neo4j", 60.0),
    ],
)
def test_an_address_says_server_database_and_patience(
    uri: str, server: str, database: str | None, timeout: float
) -> None:
    address = parse_address(uri)

    assert address == Neo4jAddress(server, database, timeout)
    assert parse_address(address.uri) == address


@pytest.mark.parametrize(
    "uri",
    [
        "neo4j://",
        "neo4j://:7687",
        "neo4j://host:port",
        "neo4j://host:99999",
        "neo4j://host/database",
        "neo4j://host#x",
        "neo4j://host?database=",
        "neo4j://host?database=a`b",
        "neo4j://host?database=one&database=two",
        "neo4j://host?timeout=0",
        "neo4j://host?timeout=-1",
        "neo4j://host?timeout=nan",
        "neo4j://host?timeout=soon",
        "neo4j://[::1",
    ],
)
def test_what_is_no_address_is_refused(uri: str) -> None:
    with pytest.raises(BadParameterError) as caught:
        parse_address(uri)

    assert "neo4j[+s|+ssc]://HOST" in str(caught.value)


@pytest.mark.parametrize(
    ("uri", "shown"),
    [
        ("neo4j://neo4j:geheim@host", "neo4j://***@host"),
        ("neo4j://geheim@host", "neo4j://***@host"),
        ("bolt://a:p@geheim@host:x", "bolt://***@host:x"),
        ("neo4j://host?password=geheim", "neo4j://host?password=***"),
    ],
)
def test_a_login_in_the_address_is_refused_and_not_repeated(uri: str, shown: str) -> None:
    with pytest.raises(BadParameterError) as caught:
        parse_address(uri)

    assert "geheim" not in str(caught.value)
    assert shown in str(caught.value)
    assert "LIANTU_NEO4J_PASSWORD" in str(caught.value)


def test_a_login_does_not_show_its_password() -> None:
    assert repr(Login("neo4j", "geheim")) == "Login(user='neo4j')"
