"""What has to be in order for the program to work here: for `liantu doctor` and `/status`."""

import importlib.metadata
import os
import platform
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from api.auth.tokens import Tokens
from api.settings import Settings, columns_folder, default_imports, default_tokens
from api.version import program_version
from graph.errors import ColumnsUnusableError, LiantuError
from graph.message import Message, _
from graph.model import Record
from graph.model.vocabulary import Lang
from graph.store import open_store
from graph.store.column_files import ColumnPlace, ColumnsKept, open_columns
from graph.store.contract import GraphStore

CheckState = Literal["good", "doubtful", "bad"]
LIBRARIES = ("fastapi", "pydantic", "uvicorn", "openpyxl", "neo4j")
LITTLE = 200 * 1024 * 1024
"""Bytes; below, the next load or backup may not fit."""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True, slots=True)
class CheckedPoint:
    """One thing that was looked at: what it is, how it stands, what was seen."""

    about: Message
    state: CheckState
    seen: str | Message | LiantuError


class CheckItem(Record):
    """A finding in a language."""

    about: str
    state: CheckState
    seen: str


class Checkup(Record):
    """All findings."""

    items: tuple[CheckItem, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing stops the program."""
        return all(each.state != "bad" for each in self.items)


def checkup(settings: Settings, lang: Lang) -> Checkup:
    """Look at everything; a store that is not there is not made."""
    found = (*program(), *store_at(settings), *files(settings), *for_tests())
    return told(found, lang)


def told(found: Sequence[CheckedPoint], lang: Lang) -> Checkup:
    """Return findings in a language."""
    items = (
        CheckItem(
            about=each.about.text(lang),
            state=each.state,
            seen=each.seen if isinstance(each.seen, str) else each.seen.text(lang),
        )
        for each in found
    )
    return Checkup(items=tuple(items))


def program() -> Iterator[CheckedPoint]:
    """The program, Python and the libraries that matter most."""
    yield CheckedPoint(_("程序"), "good", f"liantu {program_version()}")
    yield CheckedPoint(_("Python"), "good", f"{platform.python_version()} ({platform.platform()})")
    versions = (f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES)
    yield CheckedPoint(_("依赖库"), "good", ", ".join(versions))


def store_at(settings: Settings) -> Iterator[CheckedPoint]:
    """Whether the store opens, and what is in it."""
    about = _("存储")
    path = _file_of(settings.store)
    if path is not None and not path.exists():
        yield CheckedPoint(about, "good", _("{file} 尚未建立，首次启动时建立", file=path))
        yield from _space(_existing(path.parent))
        return
    try:
        with open_store(
            settings.store,
            create=False,
            read_only=True,
            login=settings.login,
            columns=columns_folder(),
        ) as store:
            yield from contents(store)
            yield from columns(store)
    except LiantuError as error:
        yield CheckedPoint(about, "bad", error)
    if path is not None:
        yield _writable(_("存储可写"), path, path.parent)
        yield from _space(path.parent)


def contents(store: GraphStore) -> Iterator[CheckedPoint]:
    """What is in a store."""
    datasets = (store.current(each.id) for each in store.datasets())
    said = ", ".join(f"{each.dataset} v{each.number}" for each in datasets)
    yield CheckedPoint(_("存储"), "good", f"{store.uri} ({said or '—'})")


def columns(store: GraphStore) -> Iterator[CheckedPoint]:
    """Whether the columns beside the store are whole."""
    if isinstance(store, ColumnsKept):
        for version in (store.current(each.id) for each in store.datasets()):
            about = _("{dataset} 的列式缓存", dataset=version.dataset)
            place = store.columns_of(version)
            if place is not None:
                yield CheckedPoint(about, *_columns_at(place))


def _columns_at(place: ColumnPlace) -> tuple[CheckState, str | Message | LiantuError]:
    """Read each file; what is not whole is made anew when somebody asks a question."""
    if not place.folder.exists():
        return "good", _("尚未建立，首次提问时建立")
    try:
        reader = open_columns(place)
        reader.check()
    except ColumnsUnusableError as error:
        return "doubtful", error
    return "good", f"v{place.version}, {reader.size / 1024**2:.1f} MB, {place.folder}"


def files(settings: Settings) -> Iterator[CheckedPoint]:
    """The files beside the store, and the fonts of pictures."""
    tokens = settings.tokens or default_tokens()
    about = _("令牌")
    try:
        held = Tokens(tokens)
        count = len(held.listed())
    except LiantuError as error:
        yield CheckedPoint(about, "bad", error)
    else:
        state: CheckState = "good" if held.usable() else "doubtful"
        yield CheckedPoint(about, state, _("{n} 个，{file}", n=count, file=tokens))
    folder = settings.imports or default_imports()
    yield _writable(_("导入文件夹可写"), folder, folder)
    yield _fonts()


def for_tests() -> Iterator[CheckedPoint]:
    """What only the tests of the program need."""
    java = shutil.which("java")
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    lacks = _("没有；只有开发测试需要")
    yield CheckedPoint(_("Java（测试用）"), "good" if java else "doubtful", java or lacks)
    yield CheckedPoint(
        _("Chromium（测试用）"), "good" if chromium else "doubtful", chromium or lacks
    )


def _fonts() -> CheckedPoint:
    from viz.pictures.png import has_chinese  # noqa: PLC0415 - heavy

    about = _("图片所用的中文字体")
    if has_chinese():
        return CheckedPoint(about, "good", _("有"))
    return CheckedPoint(about, "doubtful", _("没有；PNG 图片画不出，SVG 照常"))


def _writable(about: Message, path: Path, folder: Path) -> CheckedPoint:
    """Whether a file, or its folder where it is not there yet, can be written."""
    place = path if path.exists() else _existing(folder)
    can = all(os.access(each, os.W_OK) for each in (place, _existing(folder)))
    return CheckedPoint(about, "good" if can else "bad", str(path))


def _space(folder: Path) -> Iterator[CheckedPoint]:
    free = shutil.disk_usage(folder).free
    state: CheckState = "good" if free > LITTLE else "doubtful"
    yield CheckedPoint(_("磁盘剩余"), state, f"{free / 1024**3:.1f} GB")


def _file_of(uri: str) -> Path | None:
    scheme, _separator, rest = uri.partition(":///")
    return Path(rest).expanduser() if scheme == "sqlite" else None


def _existing(folder: Path) -> Path:
    return next(each for each in (folder, *folder.absolute().parents) if each.exists())
