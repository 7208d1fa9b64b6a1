"""Standard streams that never crash: whatever the console's encoding, whoever stops reading."""

import io
import os
import re
import sys

from graph.model.printable import has_hidden, printable

UNSHOWN = "\ufffd"
BOLD = ("\x1b[1m", "\x1b[0m")
_BOLD = re.compile(r"(\x1b\[[01]m)")


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
        sys.stdout.write(_shown(text) + "\n")
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
    sys.stderr.write(_shown(text) + "\n")


def json_bytes(body: str) -> bytes:
    """JSON with an escape for whatever a console could take for a command; it says the same."""
    return ("".join(map(_escaped, body)) if has_hidden(body) else body).encode() + b"\n"


def _escaped(character: str) -> str:
    if not has_hidden(character):
        return character
    units = character.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _shown(text: str) -> str:
    """A text without what a console takes for commands, but for the bold of our own tables."""
    if not sys.stdout.isatty():
        return printable(text, UNSHOWN)
    parts = _BOLD.split(text)
    return "".join(part if part in BOLD else printable(part, UNSHOWN) for part in parts)


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
