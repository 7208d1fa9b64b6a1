"""The YAML files of a folder as plain values, each with its lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.load.places import Place
from graph.load.report import Report
from graph.load.yaml_marks import MarkedYaml, Plain, read_yaml

_DECLARED_ID = re.compile(r"""\bid:\s*["']?([a-z0-9_]+)""")


@dataclass(frozen=True, slots=True)
class DataFile:
    """The sections of one file.

    Where it is not `readable`, that has been told; `lost_ids` are those it seems to declare.
    """

    place: Place
    sections: Mapping[str, Plain]
    readable: bool = True
    lost_ids: frozenset[str] = frozenset()


def read_files(folder: Path, head: str, to: Report) -> list[DataFile]:
    """Every YAML file of a folder, `head` first, then by path; what cannot be read is reported."""
    return [_read_file(path, folder, to) for path in _paths(folder, head, to)]


def _paths(folder: Path, head: str, to: Report) -> Iterator[Path]:
    yield folder / head
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or not path.is_file() or path == folder / head:
            continue
        if path.suffix == ".yaml":
            yield path
        elif path.suffix.lower() in (".yml", ".yaml"):
            to.add(
                Place(_shown(path, folder), {}),
                "这个文件不会被读取；扩展名请改为 .yaml",
                "this file is not read; call it .yaml",
                [path.with_suffix(".yaml").name],
            )


def _read_file(path: Path, folder: Path, to: Report) -> DataFile:
    place = Place(_shown(path, folder), {})
    text = read_text(path, place, to)
    if text is None:
        return DataFile(place, {}, readable=False)
    marked = read_yaml(text.removeprefix("\ufeff"))
    place = Place(place.file, marked.lines)
    _tell_problems(marked, place, to)
    if not marked.complete:
        lost = frozenset(_DECLARED_ID.findall(text))
        return DataFile(place, {}, readable=False, lost_ids=lost)
    return DataFile(place, _sections(marked, place, to))


def read_text(path: Path, place: Place, to: Report) -> str | None:
    """The UTF-8 text of a file; null, and told in the report, where it is none."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        to.add(
            Place(place.file, {(): line}, record=place.record),
            f"不是 UTF-8 编码{_guess_zh(data)}；请另存为 UTF-8",
            f"not encoded in UTF-8{_guess_en(data)}; save it as UTF-8",
        )
        return None


def _is_gbk(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _guess_zh(data: bytes) -> str:
    return "（看起来是 GBK）" if _is_gbk(data) else ""


def _guess_en(data: bytes) -> str:
    return " (it looks like GBK)" if _is_gbk(data) else ""


def _tell_problems(marked: MarkedYaml, place: Place, to: Report) -> None:
    for problem in marked.problems:
        to.add(Place(place.file, {(): problem.line}), problem.zh, problem.en)


def _sections(marked: MarkedYaml, place: Place, to: Report) -> Mapping[str, Plain]:
    if marked.value is None:
        return {}
    if not isinstance(marked.value, dict):
        to.add(
            place,
            "文件最外层应为映射（如 segments: …）",
            "the file must be a mapping at its top (such as segments: …)",
        )
        return {}
    return marked.value


def _shown(path: Path, folder: Path) -> str:
    return path.relative_to(folder.parent).as_posix()
