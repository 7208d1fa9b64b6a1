"""How several processes share the tests (`pytest -n`): what costs much is not made twice."""

from collections import Counter
from collections.abc import Iterable

SPREAD = ("tests/pages/test_access.py",)
"""Modules whose tests are long and share little: each goes to whichever process is free."""
ON_ONE_SERVER = ("tests/deploy/test_recipes.py",)
"""Modules that use the one Neo4j server, besides those that say so in their names."""

FORKED = (
    "tests/edits/test_killed.py",
    "tests/imports/test_crash.py",
    "tests/stores/test_sqlite_crash.py",
    "tests/stores/test_sqlite_upgrade.py",
)
"""Modules that fork for each of hundreds of statements: first, while there is little to copy."""


def in_order(nodeids: Iterable[str]) -> list[str]:
    """Put what forks first, then the largest scopes, each whole.

    >>> in_order(["a.py::x", "b.py::y", "a.py::z", "tests/imports/test_crash.py::k", "b.py::w"])
    ['tests/imports/test_crash.py::k', 'a.py::x', 'a.py::z', 'b.py::y', 'b.py::w']
    """
    every = list(nodeids)
    sizes = Counter(map(scope_of, every))

    def place(nodeid: str) -> tuple[bool, int, str]:
        scope = scope_of(nodeid)
        return scope not in FORKED, -sizes[scope], scope

    return sorted(every, key=place)


def scope_of(nodeid: str) -> str:
    """Name what a test belongs to: tests of one name run in one process.

    That is their module; all modules that use the one Neo4j server are one.

    >>> scope_of("tests/stores/test_neo4j_gaps.py::test_a")
    'neo4j'
    >>> scope_of("tests/stores/test_names.py::test_b[neo4j]")
    'tests/stores/test_names.py'
    >>> scope_of("tests/pages/test_access.py::test_c[/gaps]")
    'tests/pages/test_access.py::test_c[/gaps]'
    """
    module = nodeid.partition("::")[0]
    if "neo4j" in module or module in ON_ONE_SERVER:
        return "neo4j"
    return nodeid if module in SPREAD else module
