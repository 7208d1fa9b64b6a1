"""docs/commands.md lists exactly the commands and options there are."""

import re
from pathlib import Path

import click
import pytest

from api.cli.program import COMMANDS, program

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
SHARED = {"--dataset", "--store", "--lang", "--json"}


def documented() -> dict[str, tuple[list[str], set[str]]]:
    rows = re.findall(r"^\| `liantu ([\w-]+)([^`]*)` \|", PAGE.read_text("utf-8"), re.MULTILINE)
    return {
        name: (re.findall(r"\b[A-Z]+\b", rest), set(re.findall(r"--[\w-]+", rest)))
        for name, rest in rows
    }


def built(name: str) -> click.Command:
    group = program("en")
    return group.get_command(click.Context(group), name)


def test_the_page_lists_exactly_the_commands() -> None:
    assert list(documented()) == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_lists_exactly_the_options_of_a_command(name: str) -> None:
    options = {
        option
        for param in built(name).params
        if isinstance(param, click.Option)
        for option in param.opts
        if option.startswith("--")
    }

    assert documented()[name][1] == options - SHARED
    assert options >= SHARED


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_lists_the_arguments_of_a_command(name: str) -> None:
    arguments = [
        (param.metavar or "").strip("[]")
        for param in built(name).params
        if isinstance(param, click.Argument)
    ]

    assert documented()[name][0] == arguments
