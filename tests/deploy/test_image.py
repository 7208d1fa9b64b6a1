"""The Dockerfile does what it says: its own steps, done here in a folder and a new environment."""

import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from api.settings import VARIABLES
from tests.deploy.dockerfile import ROOT, command, environment, named, stages, steps
from tests.patience import PATIENCE
from tests.stores.neo4j_server import free_port

BUILD, IMAGE = stages(steps())


def test_both_stages_have_the_oldest_python_that_is_supported() -> None:
    """An environment is copied from one to the other; it holds nowhere else."""
    bases = [step.words[0] for stage in (BUILD, IMAGE) for step in named(stage, "FROM")]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    oldest = project["requires-python"].removeprefix(">=")

    assert bases == [f"python:{oldest}-slim"] * 2


def test_it_runs_as_nobody_in_particular_and_keeps_its_data_in_a_volume() -> None:
    (user,) = named(IMAGE, "USER")
    (volume,) = named(IMAGE, "VOLUME")
    last_root_step = max(at for at, step in enumerate(IMAGE) if step.name == "RUN")

    assert user.rest == "liantu"
    assert IMAGE.index(user) > last_root_step
    assert "useradd --system --uid 10001" in named(IMAGE, "RUN")[0].rest
    assert volume.rest == "/data"
    kept = environment(IMAGE)
    assert kept["LIANTU_STORE"].removeprefix("sqlite:///").startswith("/data/")
    assert kept["LIANTU_TOKENS"].startswith("/data/")


def test_it_sets_only_settings_that_there_are() -> None:
    set_here = {name for name in environment(IMAGE) if name.startswith("LIANTU_")}

    assert set_here <= set(VARIABLES)


def test_everything_it_copies_is_let_through_by_the_ignore_file() -> None:
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    copied = {word for step in named(BUILD, "COPY") for word in step.words[:-1]}

    assert rules[0] == "*"
    assert {rule.removeprefix("!") for rule in rules if rule.startswith("!")} == copied
    assert all((ROOT / each).exists() for each in copied)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The environment that the first stage makes, of nothing but what it copies."""
    folder = tmp_path_factory.mktemp("image")
    source, environ = folder / "src", folder / "liantu"
    source.mkdir()
    for step in named(BUILD, "COPY"):
        *files, place = step.words
        for file in files:
            _copy(ROOT / file, source / ("" if place == "./" else place))
    (run,) = named(BUILD, "RUN")
    line = run.rest.replace("/opt/liantu", str(environ)).replace("--no-cache-dir ", "")
    line = re.sub(r"^python ", f"{sys.executable} ", line)
    # Most of what is installed is never imported here: what is, compiles itself.
    environ_of_run = os.environ | {"PIP_NO_COMPILE": "1"}
    subprocess.run(
        ["sh", "-ec", line], cwd=source, env=environ_of_run, check=True, timeout=PATIENCE
    )
    return environ


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


@contextmanager
def running(installed: Path, data: Path) -> Iterator[str]:
    """The image's command on a volume, with a token, at a port of this machine."""
    port = str(free_port())
    settings = {
        name: value.replace("/data", str(data)) for name, value in environment(IMAGE).items()
    }
    environ = {"PATH": f"{installed / 'bin'}:/usr/bin:/bin", "LANG": "C"}
    environ |= {name: value for name, value in settings.items() if name != "PATH"}
    environ |= {"LIANTU_PORT": port}
    entry = [str(installed / "bin" / command(IMAGE, "ENTRYPOINT")[0])]
    token = subprocess.run(
        [*entry, "token", "new", "editor"], env=environ, cwd=data, check=True, capture_output=True
    )
    assert token.stdout
    server = subprocess.Popen([*entry, *command(IMAGE, "CMD")], env=environ, cwd=data)
    try:
        yield port
    finally:
        server.terminate()
        assert server.wait(PATIENCE) == 0


def healthy(installed: Path, port: str) -> bool:
    """What the image's own health check finds."""
    check = [word.replace(":8000/", f":{port}/") for word in command(IMAGE, "HEALTHCHECK")]
    check[0] = str(installed / "bin" / check[0])
    return subprocess.run(check, check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="the image is of a POSIX system")
def test_what_it_installs_serves_the_shipped_district(installed: Path, tmp_path: Path) -> None:
    with running(installed, tmp_path) as port:
        assert not healthy(installed, "1")
        for _ in range(120):
            if healthy(installed, port):
                break
            time.sleep(0.5)

        assert healthy(installed, port)

    assert {each.name for each in tmp_path.iterdir()} >= {"liantu.sqlite", "tokens.json"}
    answer = subprocess.run(
        [installed / "bin" / "liantu", "export", "graph.html"],
        env={"LIANTU_STORE": f"sqlite:///{tmp_path / 'liantu.sqlite'}", "PATH": "/usr/bin"},
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert "合川" in answer.stdout.decode("utf-8")
