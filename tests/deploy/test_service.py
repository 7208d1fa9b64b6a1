"""The unit of systemd and the start by a double click are such as their readers take."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from api.cli.program import COMMANDS
from api.settings import Flags, read_settings
from tests.deploy.dockerfile import ROOT

UNIT = ROOT / "deploy" / "liantu.service"
SCRIPT = ROOT / "deploy" / "start-liantu.cmd"
NEEDS = "needs systemd-analyze (apt-get install systemd)"


def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip(NEEDS)
    unit = tmp_path / UNIT.name
    program = shutil.which("true")
    text = UNIT.read_text("utf-8").replace("/opt/liantu/bin/liantu", str(program))
    unit.write_text(text, "utf-8")  # it looks whether the program is there

    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", unit], capture_output=True, text=True, check=False
    )

    ours = [line for line in done.stderr.splitlines() if UNIT.name in line]
    assert ours == []


def test_the_unit_sets_what_there_is_and_lets_the_program_end() -> None:
    text = UNIT.read_text("utf-8")
    given = dict(re.findall(r"^Environment=(LIANTU_\w+)=(.*)$", text, re.MULTILINE))
    (stop,) = re.findall(r"^TimeoutStopSec=(\d+)$", text, re.MULTILINE)
    settings = read_settings(given, Flags())

    assert settings.reading == "tokens"
    assert settings.store.startswith("sqlite:////var/lib/liantu/")
    assert int(stop) > settings.limits.end_seconds


def lines() -> list[str]:
    return SCRIPT.read_bytes().decode("utf-8").split("\r\n")


def test_the_script_of_windows_has_its_line_ends_and_no_other_sign_but_in_what_it_says() -> None:
    """No Windows is at hand: its text is all that is looked at here."""
    found = lines()
    after = found[found.index("chcp 65001 >nul") :]

    assert found[-1] == ""
    assert not any("\n" in line for line in found)
    assert [line for line in after if not line.isascii() and not line.startswith("echo ")] == []
    assert found[0] == "@echo off"


def test_every_place_it_goes_to_is_there_and_so_is_what_it_starts() -> None:
    text = "\n".join(lines())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    oldest = project["requires-python"].removeprefix(">=").replace(".", ", ")

    assert set(re.findall(r"goto (\w+)", text)) == set(re.findall(r"^:(\w+)$", text, re.MULTILINE))
    assert re.findall(r"^\.venv\\Scripts\\liantu\.exe (\w+)$", text, re.MULTILINE) == ["serve"]
    assert "serve" in COMMANDS
    assert f"sys.version_info < ({oldest})" in text
