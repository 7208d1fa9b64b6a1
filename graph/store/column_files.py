"""A folder of columns: written beside, swapped in by a rename, checked when it is opened.

What a folder holds was worked out from a store and can be again: whatever is wrong with it, it
is no loss. A digest guards each file, and the manifest itself; a file that is mapped whole is
checked where it is read (`SavedShelf`), its size at once.
"""

import json
import mmap
import os
import shutil
import sys
import time
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from tempfile import mkdtemp
from typing import Protocol, runtime_checkable

from graph.errors import ColumnsUnusableError
from graph.message import Message, _
from graph.model import RECORDS
from graph.store.contract import Version
from graph.store.npy import Numbers, from_npy, npy

FORMAT = 4
"""One more whenever a file, or what is compiled into it, means something else than before."""
KEPT = 2
"""Versions of a dataset whose columns stay: the current one, and the one that it followed."""
MANIFEST = "manifest.json"
_MADE_FOR = [
    sys.byteorder,
    array("l").itemsize,
    blake2b(repr([(t, [*each.model_fields]) for t, each in RECORDS.items()]).encode()).hexdigest(),
]
"""The machine, and what this release knows of records: another one makes its own columns."""
_UNFINISHED = ".new-"
_ABANDONED_SECONDS = 600

About = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """Where the columns of one version lie, or will; `stamp` ties them to what the store holds.

    `writable` is off beside a store that is only read; `apart` where they do not lie beside it.
    """

    parent: Path
    dataset: str
    version: int
    stamp: str
    writable: bool = True
    apart: bool = False

    @property
    def folder(self) -> Path:
        """The folder of the version."""
        return self.parent / self.dataset / f"{self.version}-{self.stamp[:16]}"

    @property
    def known_by(self) -> list[object]:
        """What a manifest says of the place, so that no other is taken for it."""
        return [FORMAT, _MADE_FOR, self.dataset, self.version, self.stamp]


@runtime_checkable
class ColumnsKept(Protocol):
    """A store the columns of whose versions may be kept."""

    def columns_of(self, version: Version) -> ColumnPlace | None:
        """Return the place of the columns of a version; null where none are kept."""
        ...


@dataclass(slots=True)
class ColumnWriter:
    """Writes the files of a folder that is not in its place yet."""

    folder: Path
    files: dict[str, tuple[int, str]] = field(default_factory=dict)

    def numbers(self, name: str, values: Numbers) -> None:
        """Write an array."""
        self.parts(f"{name}.npy", [npy(values)])

    def text(self, name: str, lines: Iterable[str]) -> None:
        """Write lines, which hold no line breaks."""
        self.parts(f"{name}.txt", ["".join(f"{line}\n" for line in lines).encode()])

    def parts(self, name: str, parts: Iterable[bytes]) -> None:
        """Write a file bit by bit."""
        size, digest = 0, blake2b(digest_size=16)
        with (self.folder / name).open("wb") as file:
            for part in parts:
                file.write(part)
                digest.update(part)
                size += len(part)
        self.files[name] = size, digest.hexdigest()

    def reader(self, about: About) -> "ColumnReader":
        """Read what is written so far."""
        return ColumnReader(self.folder, self.files, about)

    def finish(self, place: ColumnPlace, about: About) -> None:
        """Write the manifest: after it the folder is whole."""
        body = json.dumps([place.known_by, self.files, about], ensure_ascii=False).encode()
        (self.folder / MANIFEST).write_bytes(_digest(body).encode() + b"\n" + body)


@dataclass(frozen=True, slots=True)
class ColumnReader:
    """A folder whose manifest is that of its place; raises `ColumnsUnusableError`."""

    folder: Path
    files: Mapping[str, tuple[int, str]]
    about: About

    def numbers(self, name: str) -> Numbers:
        """Read an array."""
        return from_npy(self.content(f"{name}.npy"))

    def text(self, name: str) -> tuple[str, ...]:
        """Read lines."""
        return tuple(self.content(f"{name}.txt").decode().split("\n")[:-1])

    def mapped(self, name: str) -> "mmap.mmap | bytes":
        """Map a file, of which only the size is checked."""
        with _reading(self.folder, name), (self.folder / name).open("rb") as file:
            if os.fstat(file.fileno()).st_size != self.files[name][0]:
                raise _unusable(self.folder, _("{name} 大小不符", name=name))
            if not self.files[name][0]:
                return b""
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def check(self) -> None:
        """Read every file and compare it with its digest."""
        for name in self.files:
            self.content(name)

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(size for size, _digest in self.files.values())

    def content(self, name: str) -> bytes:
        """Read a file."""
        with _reading(self.folder, name):
            content = (self.folder / name).read_bytes()
            if [len(content), _digest(content)] != list(self.files[name]):
                raise _unusable(self.folder, _("{name} 已损坏", name=name))
        return content


def open_columns(place: ColumnPlace) -> ColumnReader:
    """Open the columns of a version; raise `ColumnsUnusableError` if there are none, or others."""
    with _reading(place.folder, MANIFEST):
        digest, _line, body = (place.folder / MANIFEST).read_bytes().partition(b"\n")
        if digest != _digest(body).encode():
            raise _unusable(place.folder, _("{name} 已损坏", name=MANIFEST))
        known_by, files, about = json.loads(body)
        if known_by != place.known_by:
            raise _unusable(place.folder, _("属于其他存储、版本或格式"))
    return ColumnReader(place.folder, files, about)


@contextmanager
def writing_columns(place: ColumnPlace) -> Iterator[ColumnWriter]:
    """Write a folder beside its place and swap it in at the end, over what lay there.

    Whatever breaks this off, the place has the old folder or none. Raises `OSError`.
    """
    # Not the folder of the store: one that is gone is not made again.
    place.parent.mkdir(parents=place.apart, exist_ok=True)
    place.folder.parent.mkdir(exist_ok=True)
    new = Path(mkdtemp(prefix=_UNFINISHED, dir=place.folder.parent))
    try:
        yield ColumnWriter(new)
        _swap(new, place.folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    forget_old(place)


def forget_old(place: ColumnPlace) -> None:
    """Remove the columns of all but the newest versions, and what a kill left half written."""
    found = [each for each in place.folder.parent.iterdir() if each != place.folder]
    whole = [each for each in found if not each.name.startswith(_UNFINISHED)]
    left = [each for each in found if each.name.startswith(_UNFINISHED) and _abandoned(each)]
    for each in (*sorted(whole, key=_written)[: len(whole) - KEPT + 1], *left):
        shutil.rmtree(each, ignore_errors=True)  # another process may be faster


def _swap(new: Path, folder: Path) -> None:
    if folder.exists():
        # Not usable, or nobody would write it again: out of the way, so that the rename can be.
        with suppress(FileNotFoundError):
            folder.rename(new / "replaced")
    try:
        new.rename(folder)
    except OSError:
        if not folder.exists():  # else another process was faster, with the same
            raise
    shutil.rmtree(folder / "replaced", ignore_errors=True)


def _abandoned(folder: Path) -> bool:
    return time.time() - _written(folder) > _ABANDONED_SECONDS


def _written(folder: Path) -> float:
    with suppress(FileNotFoundError):
        return folder.stat().st_mtime
    return 0.0


@contextmanager
def _reading(folder: Path, name: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise _unusable(folder, _("缺少 {name}", name=name)) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _unusable(folder, _("{name} 无法读取（{error}）", name=name, error=error)) from error


def _unusable(folder: Path, reason: Message) -> ColumnsUnusableError:
    return ColumnsUnusableError(folder=str(folder), reason=reason)


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()
