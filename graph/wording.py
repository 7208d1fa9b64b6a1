"""How errors speak: the root of their tree, its two languages, what things are called.

`graph.errors` gives all of it on.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from graph.message import Message, _, p_
from graph.model.facts import RECORDS
from graph.model.vocabulary import Lang


class LiantuError(Exception):
    """The root: a message, filled with the details."""

    message: ClassVar[Message] = Message("{message}")

    def __init__(self, **details: object) -> None:
        self.details = details
        super().__init__(self.text("zh"))

    def text(self, lang: Lang) -> str:
        """The message in `lang`."""
        return self.message.text(lang, **self.details)


class Finding:
    """One broken rule: where (file, line, record), what, and the nearest valid values."""

    __slots__ = ("file", "line", "message", "nearest", "record")

    def __init__(
        self,
        *,
        file: str,
        line: int | None,
        record: str | None,
        message: Message,
        nearest: Sequence[str] = (),
    ) -> None:
        self.file = file
        self.line = line
        self.record = record
        self.message = message
        self.nearest = tuple(nearest)

    @property
    def zh(self) -> str:
        """What is broken, in Chinese."""
        return self.message.text("zh")

    @property
    def en(self) -> str:
        """What is broken, in English."""
        return self.message.text("en")

    def text(self, lang: Lang) -> str:
        """`file:line [record] message (nearest: …)`."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        subject = f" [{self.record}]" if self.record else ""
        hint = ""
        if self.nearest:
            near = _("最接近的有效值：{values}", values=", ".join(self.nearest))
            hint = f" ({near.text(lang)})"
        return f"{place}{subject} {self.message.text(lang)}{hint}"


TYPES: Mapping[str, Message] = {
    **{type_: each.about.words for type_, each in RECORDS.items()},
    "export": p_("sentence", "导出文件"),
    "list": p_("sentence", "筛选"),
    "import": p_("sentence", "导入"),
    "template": p_("sentence", "导入方案"),
    "fact": p_("sentence", "事实"),
    "token": p_("sentence", "令牌"),
    "record": p_("sentence", "记录"),
    "firm_or_segment": p_("sentence", "企业或环节"),
    "proposal": p_("sentence", "待确认"),
}
"""What people call the types of record, and what else they name."""


ROLES: Mapping[str, Message] = {
    "reader": p_("sentence", "只读"),
    "editor": p_("sentence", "编辑"),
    "admin": p_("sentence", "管理员"),
}
"""What people call the roles of tokens."""
