"""What pydantic says about a form, as findings with lines and nearest valid values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from graph.load.catalog import TYPE_OF_KEY, Catalog
from graph.load.file_forms import Form
from graph.load.nearest import nearest
from graph.load.places import FilePlace
from graph.load.report import FindingsReport
from graph.load.yaml_marks import YamlPath
from graph.message import Message, _
from graph.model.record import Id

_QUOTED = re.compile(r"'([^']+)'")

SAID = {
    "missing": _("缺少键“{key}”"),
    "extra_forbidden": _("没有名为“{key}”的键"),
    "literal_error": _("“{value}”不是“{key}”的有效代码；可用：{codes}"),
    "string_pattern_mismatch": _("“{value}”的写法不对，“{key}”应符合 {pattern}"),
    "string_too_short": _("“{key}”不能为空"),
    "string_too_long": _("“{key}”最多 {max_length} 个字符"),
    "too_short": _("“{key}”至少要有一项"),
    "string_type": _("“{key}”应为文字，不是 {value}；数字请加引号"),
    "bool_type": _("“{key}”应为 true 或 false，不是 {value}"),
    "int_type": _("“{key}”应为整数，不是 {value}"),
    "float_type": _("“{key}”应为数字，不是 {value}"),
    "finite_number": _("“{key}”应为有限的数字"),
    "greater_than_equal": _("“{key}”不能小于 {ge}"),
    "list_type": _("“{key}”应为列表，不是 {value}"),
    "dict_type": _("“{key}”应为映射，不是 {value}"),
    "model_type": _("“{key}”应为映射，不是 {value}"),
}
"""Pydantic's types of error that a file can cause."""
ID_SAID = _("“{value}”不是 id（小写英文字母、数字，单个下划线相连）")
SHOWN = 40
"""Characters of a wrong value that a message repeats."""


@dataclass(frozen=True, slots=True)
class FormErrors:
    """Tells the errors of one item."""

    form: type[Form]
    place: FilePlace
    catalog: Catalog
    report: FindingsReport

    def tell(self, error: ValidationError) -> None:
        """Add every error to the report; a key missing for a typo is told as the typo alone."""
        details = error.errors(include_url=False)
        typos = {
            (*each["loc"][:-1], guess)
            for each in details
            if each["type"] == "extra_forbidden"
            for guess in self._nearest(each)
        }
        for each in details:
            if each["type"] != "missing" or each["loc"] not in typos:
                self._tell_one(each)

    def _tell_one(self, error: ErrorDetails) -> None:
        place = self.place.at(*error["loc"])
        self.report.add(place, self._message(error), self._nearest(error))

    def _message(self, error: ErrorDetails) -> Message:
        if error["type"] == "liantu":
            message: Message = error["ctx"]["message"]
            return message
        if error["type"] == "string_pattern_mismatch" and _wants_id(error):
            return ID_SAID.filled(**_words(error))
        return SAID.get(error["type"], Message("{said}")).filled(**_words(error))

    def _nearest(self, error: ErrorDetails) -> tuple[str, ...]:
        value = str(error["input"])
        match error["type"]:
            case "extra_forbidden":
                return nearest(str(error["loc"][-1]), self._keys(error["loc"][:-1]))
            case "literal_error":
                return nearest(value, _codes(error))
            case "bool_type":
                return ("true", "false")
            case "string_pattern_mismatch" if _wants_id(error):
                kind = TYPE_OF_KEY.get(_key(error["loc"]))
                return self.catalog.nearest(kind, value) if kind else ()
            case _:
                return ()

    def _keys(self, path: YamlPath) -> list[str]:
        found: object = self.form
        for step in path:
            fields = {
                name: f.annotation for m in _models(found) for name, f in m.model_fields.items()
            }
            # An index or the key of an open mapping stays within the same annotation.
            found = fields.get(str(step), found)
        return [name for model in _models(found) for name in model.model_fields]


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    for inner in get_args(annotation):
        yield from _models(inner)


def _wants_id(error: ErrorDetails) -> bool:
    return bool(error.get("ctx", {}).get("pattern") == get_args(Id)[1].pattern)


def _codes(error: ErrorDetails) -> list[str]:
    return _QUOTED.findall(str(error.get("ctx", {}).get("expected", "")))


def _key(path: YamlPath) -> str:
    """The innermost key of a path; a broken key of an open mapping goes by the mapping's key."""
    inner = path[:-2] if path[-1:] == ("[key]",) else path
    named = [step for step in inner if isinstance(step, str)]
    return named[-1] if named else ""


def _words(error: ErrorDetails) -> dict[str, object]:
    value = str(error["input"])
    return {
        **error.get("ctx", {}),
        "key": _key(error["loc"]),
        "value": value if len(value) <= SHOWN else f"{value[:SHOWN]}…",
        "codes": " ".join(_codes(error)),
        "said": error["msg"],
    }
