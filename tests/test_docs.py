"""README and docs tell the truth: their commands print what they say, their code runs."""

import doctest
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.patience import PATIENCE

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(
    r"(?:<!-- (?P<note>[^\n]*) -->\n)?^```(?P<kind>\w*)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
SHOWN_ONLY = {"text", "mermaid", "csv"}
"""Kinds of blocks that say nothing a machine could run."""


@dataclass(frozen=True)
class Block:
    page: str
    line: int
    kind: str
    note: str
    body: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def blocks() -> list[Block]:
    found = []
    for page in PAGES:
        text = page.read_text("utf-8")
        for each in BLOCK.finditer(text):
            line = text.count("\n", 0, each.start()) + 1
            name = page.relative_to(ROOT).as_posix()
            found.append(Block(name, line, each["kind"], each["note"] or "", each["body"]))
    return found


def of_kind(*kinds: str) -> list[Block]:
    return [b for b in blocks() if b.kind in kinds and not b.note.startswith("not run:")]


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which both shipped datasets are loaded in a store of its own."""
    folder = tmp_path_factory.mktemp("docs")
    env = {key: value for key, value in os.environ.items() if not key.startswith("LIANTU_")}
    env["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}"
    env |= {
        "LIANTU_STORE": f"sqlite:///{folder}/docs.db",
        "LIANTU_DATASET": "hechuan",
        "PYTHONUTF8": "1",
        "COLUMNS": "100",
    }
    for dataset in ("seeds/hechuan", "seeds/demo"):
        subprocess.run(["liantu", "load", dataset], env=env, cwd=ROOT, check=True, timeout=PATIENCE)
    return env


@pytest.mark.parametrize("block", of_kind("console"), ids=str)
def test_a_command_prints_what_the_page_says(block: Block, shell: dict[str, str]) -> None:
    for part in re.split(r"^\$ ", block.body, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        done = subprocess.run(
            ["bash", "-c", command],
            env=shell,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        printed = "\n".join(line.rstrip() for line in done.stdout.splitlines())

        assert printed.strip() == expected.strip(), command


@pytest.mark.parametrize("page", sorted({block.page for block in of_kind("python")}))
def test_python_on_a_page_runs_as_one_session(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    session: dict[str, object] = {}
    for block in of_kind("python"):
        if block.page != page:
            continue
        if ">>>" in block.body:
            test = doctest.DocTestParser().get_doctest(block.body, {}, str(block), page, block.line)
            test.globs = session
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
            assert runner.run(test, clear_globs=False).failed == 0
        else:
            exec(compile(block.body, str(block), "exec"), session)  # noqa: S102 - our own page


@pytest.mark.parametrize("block", of_kind("yaml"), ids=str)
def test_yaml_on_a_page_is_yaml(block: Block) -> None:
    assert yaml.safe_load(block.body) is not None


def test_every_other_block_says_why_it_is_not_run() -> None:
    # Cypher is run by tests/deploy/test_recipes.py.
    run = {"console", "python", "yaml", "cypher"} | SHOWN_ONLY
    silent = [b for b in blocks() if b.kind not in run and not b.note.startswith("not run:")]

    assert [str(b) for b in silent] == []


def test_the_readme_has_two_set_up_commands_and_ci_runs_the_second() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    commands = [line for line in text.splitlines() if line.startswith("python3 -m venv")]

    assert len(commands) == 2
    assert commands[0].endswith("liantu serve")
    assert ".venv/bin/pytest" in commands[1]
    assert "test_command" in (ROOT / ".ci/run").read_text("utf-8")


def test_the_chinese_readme_has_the_same_commands() -> None:
    def commands(name: str) -> list[str]:
        text = (ROOT / name).read_text("utf-8")
        return [b["body"] for b in BLOCK.finditer(text) if b["kind"] in {"console", "sh"}]

    assert commands("README.md") == commands("README.zh-CN.md")


def test_links_between_pages_lead_somewhere() -> None:
    broken = [
        f"{page.name}: {target}"
        for page in PAGES
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]

    assert broken == []
