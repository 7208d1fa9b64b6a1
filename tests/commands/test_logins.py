"""Passwords come out of the environment or a file; nothing prints them."""

from pathlib import Path

import pytest

from api.credentials import read_login
from graph.errors import BadParameterError
from graph.store import Login
from tests.commands.conftest import Run

SECRET = "geheim-口令"  # noqa: S105 - made up
NOWHERE = "/nowhere/secret"


def test_a_password_belongs_to_neo4j_unless_a_user_is_named() -> None:
    assert read_login({"LIANTU_NEO4J_PASSWORD": SECRET}) == Login("neo4j", SECRET)
    assert read_login({"LIANTU_NEO4J_PASSWORD": SECRET, "LIANTU_NEO4J_USER": "liantu"}) == Login(
        "liantu", SECRET
    )


def test_without_a_password_nobody_logs_in() -> None:
    assert read_login({}) is None
    assert read_login({"LIANTU_NEO4J_USER": "liantu", "LIANTU_NEO4J_PASSWORD": ""}) is None


@pytest.mark.parametrize("content", [SECRET, f"{SECRET}\n", f"\ufeff{SECRET}\r\n"])
def test_a_file_holds_the_password_as_editors_leave_it(tmp_path: Path, content: str) -> None:
    file = tmp_path / "password"
    file.write_bytes(content.encode())

    assert read_login({"LIANTU_NEO4J_PASSWORD_FILE": str(file)}) == Login("neo4j", SECRET)


@pytest.mark.parametrize("content", [b"", b"\n", b"one\ntwo\n", b"\xff\xfe\x00"])
def test_a_file_that_holds_no_password_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "password"
    file.write_bytes(content)

    with pytest.raises(BadParameterError) as caught:
        read_login({"LIANTU_NEO4J_PASSWORD_FILE": str(file)})

    assert caught.value.details["parameter"] == "LIANTU_NEO4J_PASSWORD_FILE"


def test_a_password_given_twice_is_refused(tmp_path: Path) -> None:
    both = {"LIANTU_NEO4J_PASSWORD": SECRET, "LIANTU_NEO4J_PASSWORD_FILE": str(tmp_path / "no")}

    with pytest.raises(BadParameterError) as caught:
        read_login(both)

    assert SECRET not in str(caught.value)


def test_a_missing_file_is_wrong_use_that_names_it(liantu: Run) -> None:
    done = liantu("chains", "--lang", "en", LIANTU_NEO4J_PASSWORD_FILE=NOWHERE)

    assert done.code == 2
    assert "LIANTU_NEO4J_PASSWORD_FILE" in done.err
    assert NOWHERE in done.err


@pytest.mark.parametrize("command", ["chains", "load"])
def test_no_command_shows_the_password_of_a_store(liantu: Run, command: str) -> None:
    """A store that is not there: whatever is said, it is not the password."""
    done = liantu(
        command,
        "--store",
        "neo4j://127.0.0.1:1?timeout=0.2",
        LIANTU_NEO4J_PASSWORD=SECRET,
        LIANTU_PORT="0",
    )

    assert done.code in {1, 2}
    assert SECRET not in done.out + done.err
