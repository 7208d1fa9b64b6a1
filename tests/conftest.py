"""Settings of every test, the Neo4j that some share, and no way to other machines."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests import templates
from tests.loopback import guard

if TYPE_CHECKING:
    from tests.stores.neo4j_database import Database

settings.register_profile("liantu", deadline=None, derandomize=True, print_blob=True)
"""A slow machine is no failure, and a failure can be repeated."""
settings.load_profile("liantu")

guard(os.environ.get("NEO4J_TEST_URI", ""))

ALONE = {"tests/pages/test_access.py"}
"""Each test is long, and they share little: they go to whichever process is free."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Say which tests stay together where several processes share the work (`--dist loadgroup`).

    Those that need the Neo4j server, for there is one; and those of a module, which share what
    is expensive.
    """
    if not config.pluginmanager.hasplugin("xdist"):
        return
    for item in items:
        module = item.nodeid.partition("::")[0]
        if "neo4j_database" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("neo4j"))
        elif module not in ALONE:
            item.add_marker(pytest.mark.xdist_group(module))


@pytest.fixture(scope="session", autouse=True)
def stores_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Fill a store with a shipped dataset once in a run, however many processes share it."""
    templates.keep_in(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def neo4j_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Database"]:
    """One database for the whole run: the one that is named, or that of a server of our own."""
    from tests.stores.neo4j_server import NEEDS, Server, lacks_tools  # noqa: PLC0415

    named = "NEO4J_TEST_URI" in os.environ
    if not named and lacks_tools():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(NEEDS)
    # The driver takes most of a second, which only these tests have to pay.
    from tests.stores.neo4j_database import Database, given_database  # noqa: PLC0415

    if named:
        database = given_database(os.environ)
        yield database
        database.wipe()
        database.close()
        return
    server = Server(tmp_path_factory.mktemp("neo4j")).start()
    database = Database(server.uri)
    yield database
    database.close()
    server.kill()
