"""How errors speak: the root of their tree, its two languages, what things are called.

`graph.errors` gives all of it on.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from graph.model.facts import RECORDS
from graph.model.vocabulary import Lang
from graph.model.words import Words


class LiantuError(Exception):
    """The root: a template per language, filled with the details."""

    zh: ClassVar[str] = "{message}"
    en: ClassVar[str] = "{message}"

    def __init__(self, **details: object) -> None:
        self.details = details
        super().__init__(self.text("zh"))

    def text(self, lang: Lang) -> str:
        """The message in `lang`."""
        template = self.zh if lang == "zh" else self.en
        return template.format(**{key: _said(each, lang) for key, each in self.details.items()})


def _said(detail: object, lang: Lang) -> object:
    return getattr(detail, lang) if isinstance(detail, Words) else detail


class Finding:
    """One broken rule: where (file, line, record), what, and the nearest valid values."""

    __slots__ = ("en", "file", "line", "nearest", "record", "zh")

    def __init__(  # noqa: PLR0913 - a finding is these six facts
        self,
        *,
        file: str,
        line: int | None,
        record: str | None,
        zh: str,
        en: str,
        nearest: Sequence[str] = (),
    ) -> None:
        self.file = file
        self.line = line
        self.record = record
        self.zh = zh
        self.en = en
        self.nearest = tuple(nearest)

    def text(self, lang: Lang) -> str:
        """`file:line [record] message (nearest: …)`."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        subject = f" [{self.record}]" if self.record else ""
        message = self.zh if lang == "zh" else self.en
        hint = ""
        if self.nearest:
            label = "最接近的有效值：" if lang == "zh" else "nearest: "
            hint = f" ({label}{', '.join(self.nearest)})"
        return f"{place}{subject} {message}{hint}"


TYPES: Mapping[str, Words] = {
    **{type_: each.about.words for type_, each in RECORDS.items()},
    "export": Words("导出文件", "export"),
    "import": Words("导入", "import"),
    "fact": Words("事实", "fact"),
    "token": Words("令牌", "token"),
    "record": Words("记录", "record"),
}
"""What people call the types of record, and what else they name."""


ROLES: Mapping[str, Words] = {
    "reader": Words("只读", "reader"),
    "editor": Words("编辑", "editor"),
    "admin": Words("管理员", "admin"),
}
"""What people call the roles of tokens."""
