"""The documents of a dataset: kept verbatim, their digests checked."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from graph.load.files import read_text
from graph.load.nearest import nearest
from graph.load.places import Place
from graph.load.quotes import Lines
from graph.load.report import Report
from graph.load.shapes import DocumentShape
from graph.model import Document


@dataclass(slots=True)
class Documents:
    """The texts that quotes are looked up in, by id; those that could be read."""

    folder: Path
    report: Report
    texts: dict[str, Lines] = field(default_factory=dict)

    def read(self, shape: DocumentShape, place: Place) -> Document | None:
        """Read and check one document; null, and told, where it cannot be taken."""
        text = self._text(shape, place)
        if text is None:
            return None
        self.texts[shape.id] = Lines(text)
        return Document(
            id=shape.id,
            title=shape.title,
            publisher=shape.publisher,
            date=shape.date,
            sha256=shape.sha256,
            text=text,
        )

    def _text(self, shape: DocumentShape, place: Place) -> str | None:
        at, folder = place.at("file"), self.folder
        path = folder / shape.file
        if not _lies_inside(shape.file) or not path.resolve().is_relative_to(folder.resolve()):
            self.report.add(
                at,
                f"文件“{shape.file}”不在数据集文件夹之内",
                f"file “{shape.file}” lies outside the folder of the dataset",
            )
            return None
        if not path.is_file():
            found = [each.relative_to(folder).as_posix() for each in folder.rglob("*.txt")]
            self.report.add(
                at,
                f"找不到文件“{shape.file}”",
                f"there is no file “{shape.file}”",
                nearest(shape.file, found) or sorted(found)[:3],
            )
            return None
        return self._verbatim(path, shape, place)

    def _verbatim(self, path: Path, shape: DocumentShape, place: Place) -> str | None:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest != shape.sha256:
            self.report.add(
                place.at("sha256"),
                f"文件“{shape.file}”与登记的不一致：sha256 应为 {shape.sha256}，实为 {digest}",
                f"file “{shape.file}” has changed: sha256 should be {shape.sha256}, is {digest}",
            )
        shown = Place(f"{place.file.split('/')[0]}/{shape.file}", {}, record=shape.id)
        text = read_text(path, shown, self.report)
        if text is not None and not self._is_plain(text, shown):
            return None
        return text

    def _is_plain(self, text: str, shown: Place) -> bool:
        if text.startswith("\ufeff"):
            at = Place(shown.file, {(): 1}, record=shown.record)
            self.report.add(
                at,
                "文件以 BOM 开头；请另存为无 BOM 的 UTF-8",
                "the file begins with a BOM; save without",
            )
            return False
        if "\r" in text:
            line = text.count("\n", 0, text.index("\r")) + 1
            at = Place(shown.file, {(): line}, record=shown.record)
            self.report.add(
                at,
                "行尾有回车符（CR）；文件的行须只以 LF 结尾",
                "a carriage return (CR); lines must end with LF only",
            )
            return False
        return True


def _lies_inside(file: str) -> bool:
    path = PurePosixPath(file)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in file
