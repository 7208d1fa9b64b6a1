"""The flow goes one way, files keep to their size, and package names stay ours."""

import ast
import importlib.metadata
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

ROOT = Path(__file__).parent.parent
LAYERS = (
    "seeds",
    "graph.message",
    "graph.wording",
    "graph.errors",
    "graph.model",
    "graph.load",
    "graph.store",
    "graph.network",
    "graph.analysis",
    "graph.answers",
    "graph.recognition",
    "graph.edits",
    "graph.exchange",
    "viz",
    "api",
)
"""A module may import from its own layer and from those before it."""
APART = {("graph.load", "graph.store"), ("graph.store", "graph.load")}
"""Load and store never know each other: the application joins them."""
SAID = {"graph.wording", "graph.errors", "graph.errors.serving"}
"""What names records and languages in messages."""
CODE = sorted(
    path for package in ("seeds", "graph", "viz", "api") for path in (ROOT / package).rglob("*.py")
)


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def layer_of(module: str) -> str | None:
    found = [layer for layer in LAYERS if module == layer or module.startswith(layer + ".")]
    return max(found, key=len, default=None)


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found.add(node.module or "")
            if node.module == "graph":
                found |= {f"graph.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", CODE, ids=module_of)
def test_imports_go_one_way(path: Path) -> None:
    here = layer_of(module_of(path))
    theirs = {layer_of(name) for name in imports_of(path)} - {None, here}

    wrong = {
        layer
        for layer in theirs
        if here is not None
        and layer is not None
        and (LAYERS.index(layer) > LAYERS.index(here) or (here, layer) in APART)
        and not (
            here in {"graph.wording", "graph.errors", "graph.errors.serving"}
            and layer == "graph.model"
        )
    }

    assert not wrong


def modules_of_ours(path: Path) -> set[str]:
    """The modules that a module names: `from graph import answers` names graph.answers."""
    known = {module_of(each) for each in CODE}
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            inner = {f"{node.module}.{alias.name}" for alias in node.names} & known
            found |= inner or {node.module or ""}
    return found & known - {module_of(path)}


def test_no_module_imports_one_that_imports_it() -> None:
    imports: nx.DiGraph[str] = nx.DiGraph()
    imports.add_edges_from(
        (module_of(path), name) for path in CODE for name in modules_of_ours(path)
    )

    assert [each for each in nx.strongly_connected_components(imports) if len(each) > 1] == []


@pytest.mark.parametrize("path", CODE, ids=module_of)
def test_files_and_functions_keep_their_size(path: Path) -> None:
    text = path.read_text("utf-8")
    functions = [
        (node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    assert text.count("\n") <= 400
    assert [name for name, lines in functions if lines > 60] == []


def test_a_module_of_the_driver_or_the_web_is_imported_where_it_belongs() -> None:
    homes = {
        "sqlite3": "graph.store",
        "neo4j": "graph.store",
        "fastapi": "api",
        "starlette": "api",
        "jinja2": "viz",
    }
    strangers = [
        (module_of(path), name)
        for path in CODE
        for name in imports_of(path)
        if name.split(".")[0] in homes and layer_of(module_of(path)) != homes[name.split(".")[0]]
    ]

    assert strangers == []


def test_the_driver_of_neo4j_is_imported_in_one_module() -> None:
    importing = [
        module_of(path)
        for path in CODE
        if "neo4j" in {name.split(".")[0] for name in imports_of(path)}
    ]

    assert importing == ["graph.store.neo4j_connection"]


def test_no_dependency_ships_a_package_called_like_one_of_ours() -> None:
    ours = {"graph", "api", "seeds", "viz"}
    owners = importlib.metadata.packages_distributions()

    assert {name: set(owners.get(name, [])) - {"liantu"} for name in ours} == {
        name: set() for name in ours
    }


def test_test_folders_do_not_shadow_packages() -> None:
    folders = [path for path in (ROOT / "tests").iterdir() if any(path.glob("*.py"))]
    named = {folder.name for folder in folders}

    assert named.isdisjoint({"graph", "api", "seeds", "viz"})
    assert [f.name for f in folders if not (f / "__init__.py").exists()] == []


HEAVY = {
    "PIL", "docx", "fastapi", "highspy", "jinja2", "lxml", "mcp", "neo4j", "networkx", "numba",
    "numpy", "opencc", "openpyxl", "pptx", "pypinyin", "resvg_py", "stdnum", "uvicorn", "yaml",
}  # fmt: skip
"""Libraries that take long to import: where they are used, and nowhere else."""
SERVED = frozenset({"fastapi", "jinja2", "uvicorn"})


def imported(code: str) -> set[str]:
    """Every module that a process of its own has imported after some code."""
    printing = f"{code}; import sys; print('\\n', *sys.modules, sep='\\n')"
    printed = subprocess.run(
        [sys.executable, "-c", printing], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(printed.stdout.split())


def tops(modules: set[str]) -> set[str]:
    return {each.split(".")[0] for each in modules}


def test_a_command_imports_what_its_own_question_takes(tmp_path: Path) -> None:
    store = f"'--store', 'sqlite:///{tmp_path.as_posix()}/store.sqlite'"
    imported(f"from api.cli import main; main(['load', 'seeds/demo', {store}])")

    found = imported(f"from api.cli import main; main(['missing', 'bicycle', {store}])")

    assert "graph.answers.missing" in found
    assert HEAVY & tops(found) == set()
    other = {"graph.answers.gaps", "graph.answers.chains", "graph.answers.scores", "graph.load"}
    assert other & found == set()
    assert len([each for each in found if layer_of(each)]) < 150


def test_a_server_starts_without_what_writes_and_reads_files() -> None:
    found = imported("import api.cli.serve, api.http.deferred, uvicorn")

    assert tops(found) >= SERVED
    assert HEAVY & tops(found) == SERVED
    assert "graph.load" not in found


def public_names(path: Path) -> Iterator[str]:
    """Classes and aliases of types at the top of a module; no variables of types."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign) and "TypeVar(" not in ast.unparse(node.value):
            yield from (each.id for each in node.targets if isinstance(each, ast.Name))


def test_public_class_names_are_unique() -> None:
    homes: dict[str, list[str]] = {}
    for path in CODE:
        for name in public_names(path):
            if name[0].isupper() and not name.isupper():  # capitals alone are constants
                homes.setdefault(name, []).append(module_of(path))

    assert {name: found for name, found in homes.items() if len(found) > 1} == {}
