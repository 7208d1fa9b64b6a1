"""Standard streams that never crash: whatever the console's encoding, whoever stops reading."""

import io
import os
import sys


def prepare_streams() -> None:
    """Replace what a console cannot show instead of failing on it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def decoded(argument: str) -> str:
    r"""An argument as its writer meant it, also where Python took the locale for ASCII.

    >>> decoded("\udce6\udcb0\udc94")
    '气'
    """
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeError:
        return argument


def write(text: str) -> None:
    """Print a text and a line end."""
    try:
        sys.stdout.write(text + "\n")
    except BrokenPipeError:
        _hang_up()


def write_bytes(content: bytes) -> None:
    """Print bytes as they are: JSON and files are UTF-8 whatever the console's encoding."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    except BrokenPipeError:
        _hang_up()


def note(text: str) -> None:
    """Say something beside the answer, on standard error."""
    sys.stderr.write(text + "\n")


def finish() -> None:
    """Send what is still buffered."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _hang_up()


def _hang_up() -> None:
    """Go on without a reader: what is printed from now on goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
