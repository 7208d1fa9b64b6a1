"""docs/commands.md lists exactly the commands and options there are."""

import re
from pathlib import Path

import click
import pytest

from api.cli.program import COMMANDS, program

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
SHARED = {"--dataset", "--store", "--lang", "--json"}


def documented() -> dict[str, tuple[list[str], set[str]]]:
    text = PAGE.read_text("utf-8")
    rows = re.findall(r"^\| `liantu ([a-z-]+(?: [a-z-]+)*)([^`]*)` \|", text, re.MULTILINE)
    return {
        name: (re.findall(r"\b[A-Z]+\b", rest), set(re.findall(r"--[\w-]+", rest)))
        for name, rest in rows
    }


def built() -> dict[str, click.Command]:
    """Every command by its words; those of a group instead of the group."""
    group = program("en")
    found: dict[str, click.Command] = {}
    for name in COMMANDS:
        command = group.get_command(click.Context(group), name)
        below = command.commands if isinstance(command, click.Group) else {}
        found |= {f"{name} {word}": each for word, each in below.items()} or {name: command}
    return found


BUILT = built()


def test_the_page_lists_exactly_the_commands() -> None:
    assert list(documented()) == list(BUILT)


@pytest.mark.parametrize("name", BUILT)
def test_the_page_lists_exactly_the_options_of_a_command(name: str) -> None:
    options = {
        option
        for param in BUILT[name].params
        if isinstance(param, click.Option)
        for option in param.opts
        if option.startswith("--")
    }

    assert documented()[name][1] == options - SHARED
    assert options >= SHARED


@pytest.mark.parametrize("name", BUILT)
def test_the_page_lists_the_arguments_of_a_command(name: str) -> None:
    arguments = [
        (param.metavar or "").strip("[]")
        for param in BUILT[name].params
        if isinstance(param, click.Argument)
    ]

    assert documented()[name][0] == arguments
