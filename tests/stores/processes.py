"""Real processes for the tests of a store: forked, so that hundreds take seconds."""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from itertools import count
from typing import NoReturn

NOBODY = 65534


def run_in_child(action: Callable[[], None]) -> int:
    """The status of a process that runs `action`: 1 if it raised, or minus the killing signal."""
    return wait_for(start_child(action))


def start_child(action: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        _run_and_exit(action)
    return child


def wait_for(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def give_up_rights() -> None:
    """Go on as a user whom file permissions bind; root is bound by none."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def _run_and_exit(action: Callable[[], None]) -> NoReturn:
    # Whatever happens, the child must not go on as a second pytest.
    status = 1
    try:
        action()
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def killed_at(statement: int) -> Callable[[str], None]:
    """Kills this process before its n-th statement runs."""
    numbers = count(1)

    def on_statement(_sql: str) -> None:
        if next(numbers) == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    return on_statement
