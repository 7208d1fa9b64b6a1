"""Packages that import their modules only when asked offer what they say, whoever came first."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGES = ("graph.answers", "graph.answers.shapes")


@pytest.mark.parametrize("package", PACKAGES)
def test_what_type_checkers_see_is_what_is_imported(package: str) -> None:
    module = importlib.import_module(package)
    assert module.__file__ is not None
    seen = {
        alias.name: node.module
        for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(package)
        for alias in node.names
    }

    assert seen == {name: f"{package}.{home}" for name, home in module._HOMES.items()}
    assert all(
        getattr(module, name) is getattr(importlib.import_module(home), name)
        for name, home in seen.items()
        if home
    )


def test_a_function_is_no_module_though_both_have_one_name() -> None:
    code = (
        "import graph.answers.missing\n"
        "from graph import answers\n"
        "from graph.answers import verify\n"
        "from graph.answers import around_chains\n"
        "print(callable(answers.missing), callable(verify), callable(around_chains),"
        " hasattr(answers, 'nothing'), 'graph.answers.panorama' in __import__('sys').modules)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert printed.stdout.split() == ["True", "True", "False", "False", "False"]
