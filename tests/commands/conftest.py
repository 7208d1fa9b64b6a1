"""Runs the real program as a process, as a person or a script would."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

import seeds
from graph.load import load_dataset
from graph.store import open_store

LIANTU = (sys.executable, "-m", "api.cli")
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str
    raw: bytes


Run = Callable[..., Done]


def environ(**more: str) -> dict[str, str]:
    """The environment without settings of ours, as wide as a table needs."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("LIANTU_")}
    return kept | {"COLUMNS": "140"} | more


def run_liantu(*arguments: str, encoding: str = "utf-8", **env: str) -> Done:
    done = subprocess.run(
        [*LIANTU, *arguments],
        env=environ(**env),
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
    )
    out = done.stdout.decode(encoding, errors="strict").replace("\r\n", "\n")
    return Done(done.returncode, out, done.stderr.decode(encoding), done.stdout)


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the demo; its answers are worked out by hand in its dataset.yaml."""
    uri = f"sqlite:///{tmp_path_factory.mktemp('demo') / 'store.sqlite'}"
    with open_store(uri) as store:
        store.load(load_dataset(seeds.FOLDER / "demo"))
    return uri


@pytest.fixture(scope="session")
def liantu(demo_store: str) -> Run:
    """Runs a command on the demo."""

    def run(*arguments: str, **env: str) -> Done:
        return run_liantu(*arguments, **{"LIANTU_STORE": demo_store, **env})

    return run


@contextmanager
def serving(*arguments: str, **env: str) -> Iterator["subprocess.Popen[str]"]:
    """A server as a process, killed in the end if it still runs."""
    process = subprocess.Popen(
        [*LIANTU, "serve", "--port", "0", *arguments],
        env=environ(**env),
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=10)
