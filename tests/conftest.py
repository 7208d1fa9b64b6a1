"""Settings of every test, the Neo4j that some share, and no way to other machines."""

import gc
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests import templates
from tests.loopback import guard
from tests.sharing import in_order, scope_of

if TYPE_CHECKING:
    from tests.stores.neo4j_database import Database
    from tests.stores.neo4j_server import VirtualMachine

settings.register_profile("liantu", deadline=None, derandomize=True, print_blob=True)
"""A slow machine is no failure, and a failure can be repeated."""
settings.load_profile("liantu")

guard(os.environ.get("NEO4J_TEST_URI", ""))

gc.set_threshold(200_000, 20, 20)
"""Thousands of tests stay in use to the end: going through them took a fifth of the time."""


def pytest_collection_finish() -> None:
    """What was imported and collected stays: no collection of garbage goes through it."""
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests in the order in which they share processes best."""
    places = {nodeid: place for place, nodeid in enumerate(in_order(one.nodeid for one in items))}
    items.sort(key=lambda one: places[one.nodeid])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Share the tests among processes, a scope to each, in their order."""
    from xdist.scheduler import (  # type: ignore[import-untyped]  # noqa: PLC0415 - only with `-n`
        LoadScopeScheduling,
    )

    config.option.loadscopereorder = False
    scheduler = LoadScopeScheduling(config, log)
    scheduler._split_scope = scope_of  # which is how xdist wants to be told
    return scheduler


@pytest.fixture(scope="session", autouse=True)
def stores_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Fill a store with a shipped dataset once in a run, however many processes share it."""
    templates.keep_in(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def virtual_machine() -> Iterator["VirtualMachine"]:
    """Where the Neo4j servers of a run are, unless one dies alone; warm after the first."""
    from tests.stores.neo4j_server import NEEDS, VirtualMachine, lacks_tools  # noqa: PLC0415

    if lacks_tools():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(NEEDS)
    with VirtualMachine() as machine:
        yield machine


@pytest.fixture(scope="session")
def neo4j_database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator["Database"]:
    """One database for the whole run: the one that is named, or that of a server of our own."""
    named = "NEO4J_TEST_URI" in os.environ
    machine = None if named else request.getfixturevalue("virtual_machine")
    # The driver takes most of a second, which only these tests have to pay.
    from tests.stores.neo4j_database import Database, given_database  # noqa: PLC0415

    if machine is None:
        database = given_database(os.environ)
    else:
        from tests.stores.neo4j_server import Server  # noqa: PLC0415

        database = Database(Server(tmp_path_factory.mktemp("neo4j")).start(machine).uri)
    yield database
    if named:
        database.wipe()
    database.close()
