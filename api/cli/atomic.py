"""Files that appear whole: written beside their place and renamed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from api.cli.say import Say

HELPERS = ("", "-wal", "-shm", "-journal")
"""What SQLite leaves beside a file that it did not finish, and the file itself."""


@contextmanager
def replacing(path: Path, say: Say) -> Iterator[Path]:
    """A place beside `path` to write to; what is there in the end takes the place of `path`.

    A reader sees the old file or the new one, never half of it. Raises `click.FileError` where it
    cannot be written; whatever happens, nothing else is left behind.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield partial
        with partial.open("rb+") as file:
            os.fsync(file.fileno())  # a disk that is full may say so only now
        partial.replace(path)
    except OSError as error:
        raise click.FileError(str(path), _reason(path, error, say)) from error
    finally:
        for helper in HELPERS:
            Path(f"{partial}{helper}").unlink(missing_ok=True)


def _reason(path: Path, error: OSError, say: Say) -> str:
    if not path.parent.is_dir():
        return say("没有文件夹 {parent}", parent=path.parent)
    return error.strerror or str(error)
