"""The guard that keeps every test on this machine really stands."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.loopback import OutsideRequestError

ROOT = Path(__file__).parent.parent
OUTSIDE = "192.0.2.1"  # RFC 5737: an address of documentation, nobody's
ASKED = (
    ["missing", "nev"],
    ["gaps", "--json"],
    ["export", "graph.html", "-o", "graph.html"],
    ["export", "gaps.xlsx", "-o", "gaps.xlsx"],
)


def test_a_connection_to_another_machine_is_refused_before_it_is_made() -> None:
    with socket.socket() as sock, pytest.raises(OutsideRequestError):
        sock.connect((OUTSIDE, 9))


def test_a_packet_to_another_machine_is_refused() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock,
        pytest.raises(OutsideRequestError),
    ):
        sock.sendto(b"x", (OUTSIDE, 9))


@pytest.mark.parametrize("arguments", ASKED, ids=" ".join)
def test_the_program_answers_where_no_other_machine_can_be_reached(
    arguments: list[str], tmp_path: Path
) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.loopback import guard; "
        "guard(); from api.cli import main; sys.exit(main())"
    )
    store = f"sqlite:///{tmp_path / 'store.sqlite'}"
    command = [sys.executable, "-c", code, *arguments, "--store", store]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)

    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
