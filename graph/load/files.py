"""The YAML files of a folder as plain values, each with its lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.load.places import FilePlace
from graph.load.report import FindingsReport
from graph.load.yaml_marks import MarkedYaml, Plain, read_yaml
from graph.message import _

_DECLARED_ID = re.compile(r"""\bid:\s*["']?([a-z0-9_]+)""")


@dataclass(frozen=True, slots=True)
class DataFile:
    """The sections of one file.

    Where it is not `readable`, that has been told; `lost_ids` are those it seems to declare.
    """

    place: FilePlace
    sections: Mapping[str, Plain]
    readable: bool = True
    lost_ids: frozenset[str] = frozenset()


def read_files(folder: Path, head: str, to: FindingsReport) -> list[DataFile]:
    """Every YAML file of a folder, `head` first, then by path; what cannot be read is reported."""
    return [_read_file(path, folder, to) for path in _paths(folder, head, to)]


def _paths(folder: Path, head: str, to: FindingsReport) -> Iterator[Path]:
    yield folder / head
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or not path.is_file() or path == folder / head:
            continue
        if path.suffix == ".yaml":
            yield path
        elif path.suffix.lower() in (".yml", ".yaml"):
            to.add(
                FilePlace(_shown(path, folder), {}),
                _("这个文件不会被读取；扩展名请改为 .yaml"),
                [path.with_suffix(".yaml").name],
            )


def _read_file(path: Path, folder: Path, to: FindingsReport) -> DataFile:
    place = FilePlace(_shown(path, folder), {})
    data = read_bytes(path, place, to)
    text = None if data is None else decoded(data, place, to)
    if text is None:
        return DataFile(place, {}, readable=False)
    marked = read_yaml(text.removeprefix("\ufeff"))
    place = FilePlace(place.file, marked.lines)
    for problem in marked.problems:
        to.add(place.on(problem.line), problem.message)
    if not marked.complete:
        lost = frozenset(_DECLARED_ID.findall(text))
        return DataFile(place, {}, readable=False, lost_ids=lost)
    return DataFile(place, _sections(marked, place, to))


def read_bytes(path: Path, place: FilePlace, to: FindingsReport) -> bytes | None:
    """The bytes of a file; null, and told in the report, where the system refuses them."""
    try:
        return path.read_bytes()
    except OSError as error:
        to.add(place, _("读不出文件：{strerror}", strerror=error.strerror))
        return None


def decoded(data: bytes, place: FilePlace, to: FindingsReport) -> str | None:
    """The text of UTF-8 bytes; null, and told in the report, where they are none."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        like = _is_gbk(data)
        to.add(
            place.on(data.count(b"\n", 0, error.start) + 1),
            _("不是 UTF-8 编码{hint}；请另存为 UTF-8", hint=_("（看起来是 GBK）") if like else ""),
        )
        return None


def _is_gbk(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _sections(marked: MarkedYaml, place: FilePlace, to: FindingsReport) -> Mapping[str, Plain]:
    if marked.value is None:
        return {}
    if not isinstance(marked.value, dict):
        to.add(place, _("文件最外层应为映射（如 segments: …）"))
        return {}
    return marked.value


def _shown(path: Path, folder: Path) -> str:
    return path.relative_to(folder.parent).as_posix()
