"""Runs the real program as a process, as a person or a script would."""

import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

from api.cli import main
from tests import templates
from tests.patience import PATIENCE

LIANTU = (sys.executable, "-m", "api.cli")
ROOT = Path(__file__).parents[2]
DATA = tempfile.TemporaryDirectory()
"""Where nothing else is said, what the program keeps for its user goes here."""


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str
    raw: bytes


Run = Callable[..., Done]


def environ(**more: str) -> dict[str, str]:
    """The environment without settings and tokens of ours, as wide as a table needs."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("LIANTU_")}
    told = {"COLUMNS": "140", "LIANTU_TOKENS": "/nowhere/tokens.json", "XDG_DATA_HOME": DATA.name}
    return kept | told | more


def run_liantu(*arguments: str, encoding: str = "utf-8", **env: str) -> Done:
    done = subprocess.run(
        [*LIANTU, *arguments],
        env=environ(**env),
        cwd=ROOT,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    out = done.stdout.decode(encoding, errors="strict").replace("\r\n", "\n")
    return Done(done.returncode, out, done.stderr.decode(encoding), done.stdout)


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the demo; its answers are worked out by hand in its dataset.yaml."""
    file = tmp_path_factory.mktemp("demo") / "store.sqlite"
    templates.lay(file, "demo")
    return f"sqlite:///{file}"


def run_forked(*arguments: str, **env: str) -> Done:
    """Like `run_liantu`, in a process that has imported everything already: a hundred take seconds.

    For all that does not hang on how Python starts: consoles and locales need `run_liantu`.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            _run_and_exit(arguments, env, out.fileno(), err.fileno())
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        out.seek(0)
        err.seek(0)
        raw = out.read()
        return Done(code, raw.decode("utf-8"), err.read().decode("utf-8"), raw)


def _run_and_exit(arguments: Sequence[str], env: Mapping[str, str], out: int, err: int) -> NoReturn:
    # Whatever happens, the child must not go on as a second pytest.
    code = 70
    try:
        os.dup2(out, 1)
        os.dup2(err, 2)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - until the end
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - likewise
        os.environ.clear()
        os.environ.update(environ(**env))
        code = main(arguments)
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 70
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


@pytest.fixture(scope="session")
def liantu(demo_store: str) -> Run:
    """Runs a command on the demo, quickly."""

    def run(*arguments: str, **env: str) -> Done:
        return run_forked(*arguments, **{"LIANTU_STORE": demo_store, **env})

    return run


@pytest.fixture(scope="session")
def process(demo_store: str) -> Run:
    """Runs a command on the demo as its user would: a new process, from the very start."""

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
        process.communicate(timeout=PATIENCE)
