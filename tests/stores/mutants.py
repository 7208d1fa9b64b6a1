"""Copies of the SQLite store with one piece of its source taken out."""

import importlib
import importlib.util
from pathlib import Path
from types import ModuleType

from graph.store.contract import GraphStore

PACKAGE = "graph.store"


def source_of(module: str) -> str:
    return Path(str(importlib.import_module(f"{PACKAGE}.{module}").__file__)).read_text("utf-8")


def mutated(module: str, start: int, end: int, instead: str) -> ModuleType:
    """A copy of a module of the store in which `instead` stands from `start` to `end`."""
    text = source_of(module)
    return _run(module, text[:start] + instead + text[end:])


def store_with(mutant: ModuleType, path: Path) -> GraphStore:
    """A SQLite store at `path` that uses the mutant in place of the module it copies."""
    names = ("sqlite_rows", "sqlite_supply", "sqlite")
    modules = {name: _run(name, source_of(name)) for name in names}
    modules[mutant.__name__.removeprefix(f"{PACKAGE}.")] = mutant
    rows, supply, sqlite = (modules[name] for name in names)
    if "sqlite_statements" in modules:
        rows.__dict__["sql"] = supply.__dict__["sql"] = mutant
    if "sqlite_file" in modules:
        sqlite.__dict__["Connections"] = mutant.__dict__["Connections"]
    sqlite.__dict__.update(rows=rows, supply=supply)
    file = importlib.import_module(f"{PACKAGE}.sqlite_file").SqliteFile(path)
    store: GraphStore = sqlite.__dict__["SqliteStore"](file)
    return store


def _run(module: str, text: str) -> ModuleType:
    copy = ModuleType(f"{PACKAGE}.{module}")
    exec(compile(text, f"<mutant of {module}>", "exec"), copy.__dict__)  # noqa: S102 - our own source
    return copy
