"""Settings of every test, the Neo4j that some share, and no way to other machines."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.loopback import guard

if TYPE_CHECKING:
    from tests.stores.neo4j_database import Database

settings.register_profile("liantu", deadline=None, derandomize=True, print_blob=True)
"""A slow machine is no failure, and a failure can be repeated."""
settings.load_profile("liantu")

guard(os.environ.get("NEO4J_TEST_URI", ""))


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
