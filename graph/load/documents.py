"""The documents of a dataset: kept verbatim, their digests checked."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from graph.load.file_forms import DocumentForm
from graph.load.files import decoded, read_bytes
from graph.load.nearest import nearest
from graph.load.places import FilePlace
from graph.load.quotes import Lines
from graph.load.report import FindingsReport
from graph.message import _
from graph.model import Document


@dataclass(slots=True)
class Documents:
    """The texts that quotes are looked up in, by id; those that could be read."""

    folder: Path
    report: FindingsReport
    texts: dict[str, Lines] = field(default_factory=dict)

    def read(self, form: DocumentForm, place: FilePlace) -> Document | None:
        """Read and check one document; null, and told, where it cannot be taken."""
        if form.edition and not form.date:
            self.report.add(
                place.at("edition"), _("有期次的文件要写日期 date：两期相反时以后者为准")
            )
        text = self._text(form, place)
        if text is None:
            return None
        self.texts[form.id] = Lines(text)
        return Document(**form.model_dump(exclude={"file"}), text=text)

    def _text(self, form: DocumentForm, place: FilePlace) -> str | None:
        path = self._path(form.file, place.at("file"))
        if path is None:
            return None
        shown = FilePlace(f"{self.folder.name}/{form.file}", {}, record=form.id)
        data = read_bytes(path, shown, self.report)
        if data is None:
            return None
        self._compare(hashlib.sha256(data).hexdigest(), form, place.at("sha256"))
        text = decoded(data, shown, self.report)
        return text if text is not None and self._is_plain(text, shown) else None

    def _path(self, file: str, place: FilePlace) -> Path | None:
        path = self.folder / file
        if "\\" in file or not path.resolve().is_relative_to(self.folder.resolve()):
            self.report.add(place, _("文件“{file}”不在数据集文件夹之内", file=file))
            return None
        if not path.is_file():
            found = [each.relative_to(self.folder).as_posix() for each in _texts(self.folder)]
            self.report.add(
                place, _("找不到文件“{file}”", file=file), nearest(file, found) or found[:3]
            )
            return None
        return path

    def _compare(self, digest: str, form: DocumentForm, place: FilePlace) -> None:
        if digest != form.sha256:
            self.report.add(
                place,
                _(
                    "文件“{file}”与登记的不一致：sha256 登记为 {sha256}，实为 {digest}",
                    file=form.file,
                    sha256=form.sha256,
                    digest=digest,
                ),
            )

    def _is_plain(self, text: str, shown: FilePlace) -> bool:
        if text.startswith("\ufeff"):
            self.report.add(shown.on(1), _("文件以 BOM 开头；请另存为不带 BOM 的 UTF-8"))
            return False
        if "\r" in text:
            self.report.add(
                shown.on(text.count("\n", 0, text.index("\r")) + 1),
                _("行尾有回车符（CR）；文件的行须只以 LF 结尾"),
            )
            return False
        return True


def _texts(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.txt") if path.is_file())
