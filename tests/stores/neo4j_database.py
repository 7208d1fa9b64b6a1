"""The database of a test server: opened as a store, asked as a person asks, emptied again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import neo4j
import pytest

from graph.store import GraphStore, Login
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_address import parse_address
from graph.store.neo4j_connection import Neo4jServer


@dataclass
class Database:
    """A database that holds nothing but what the tests put there."""

    uri: str
    login: Login | None = None
    name: str | None = None

    @property
    def server(self) -> Neo4jServer:
        """How a store opens it."""
        return Neo4jServer(parse_address(self.uri), self.login)

    @property
    def settings(self) -> dict[str, str]:
        """The settings of the program that lead to it."""
        given = {"LIANTU_STORE": self.uri}
        if self.login is None:
            return given
        names = {"LIANTU_NEO4J_USER": self.login.user, "LIANTU_NEO4J_PASSWORD": self.login.password}
        return given | names

    def empty_store(self, *, remember: bool = True) -> GraphStore:
        """The store in it, without the datasets of the tests before.

        One that does not `remember` reads from the server all that it answers.
        """
        self.wipe()
        return Neo4jStore(replace(self.server, remember=remember))

    def store(self) -> GraphStore:
        """The store in it, with what is there."""
        return Neo4jStore(self.server)

    def ask(self, statement: str, **parameters: object) -> list[dict[str, object]]:
        """What a person would see who asks the database itself."""
        found = self._driver.execute_query(statement, parameters_=parameters, database_=self.name)
        return [each.data() for each in found.records]

    def wipe(self) -> None:
        """Take away every dataset: there was none before the tests."""
        self.ask("MATCH (d:Dataset) OPTIONAL MATCH (n {dataset: d.id}) DETACH DELETE n, d")

    def close(self) -> None:
        """End the conversation."""
        self._driver.close()

    @cached_property
    def _driver(self) -> neo4j.Driver:
        auth = None if self.login is None else (self.login.user, self.login.password)
        return neo4j.GraphDatabase.driver(parse_address(self.uri).server, auth=auth)


def given_database(environ: Mapping[str, str]) -> Database:
    """The database of `NEO4J_TEST_URI`; one that holds anything is left alone."""
    password = environ.get("NEO4J_TEST_PASSWORD")
    login = Login(environ.get("NEO4J_TEST_USER", "neo4j"), password) if password else None
    database = Database(environ["NEO4J_TEST_URI"], login)
    if database.ask("MATCH (n) WHERE NOT n:Store RETURN 1 LIMIT 1"):
        database.close()
        pytest.exit(f"{database.uri} is not empty: the tests want an empty database", 4)
    return database
