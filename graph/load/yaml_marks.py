"""YAML to plain values, with the line of every key and item.

A plain subset, read as YAML 1.2: `no`, `on` and dates stay text, and what a person would not
expect in a table of facts (anchors, tags, several documents, a key twice) is refused.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from yaml import CSafeLoader, YAMLError
from yaml.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from graph.message import Message, _

YamlPath = tuple[str | int, ...]
"""Keys and indices from the top of a file down to a value."""
Plain = dict[str, "Plain"] | list["Plain"] | str | int | float | bool | None
"""What a file holds once its YAML is read."""

MAX_DEPTH = 20
"""Far deeper than any record; a file that nests deeper is broken or hostile."""

_CONSTANTS: Mapping[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_BREAK = re.compile("\n")
_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))([eE][-+]?[0-9]{1,3})?")
_NUMERIC_START = frozenset("0123456789+-.")


@dataclass(frozen=True, slots=True)
class YamlFault:
    """Why a file cannot be taken as it is, and on which line."""

    line: int
    message: Message


@dataclass(frozen=True, slots=True)
class MarkedYaml:
    """The value of a file, the line of each path in it, and what is wrong with its YAML.

    `complete` is false where reading had to stop before the end.
    """

    value: Plain
    lines: Mapping[YamlPath, int]
    problems: tuple[YamlFault, ...]
    complete: bool


class _StoppedError(Exception):
    """Reading cannot go on behind this problem."""

    def __init__(self, problem: YamlFault) -> None:
        super().__init__(problem.message.text("en"))
        self.problem = problem


def read_yaml(text: str) -> MarkedYaml:
    r"""Read one YAML document; never raises for bad YAML, it is told in `problems`.

    >>> marked = read_yaml("name: 气凝胶\ninputs:\n  - felt\n")
    >>> marked.value
    {'name': '气凝胶', 'inputs': ['felt']}
    >>> marked.lines["inputs", 0]
    3
    """
    composer = _Composer(text)
    try:
        value = composer.document()
    except _StoppedError as stopped:
        composer.problems.append(stopped.problem)
        return MarkedYaml(None, composer.lines, tuple(composer.problems), complete=False)
    return MarkedYaml(value, composer.lines, tuple(composer.problems), complete=True)


class _Composer:
    """Builds plain values from libyaml's events and remembers where each began."""

    def __init__(self, text: str) -> None:
        self.lines: dict[YamlPath, int] = {}
        self.problems: list[YamlFault] = []
        self._breaks = [found.start() for found in _BREAK.finditer(text)]
        self._text = text

    def document(self) -> Plain:
        try:
            self._events = CSafeLoader(self._text)
            return self._document()
        except YAMLError as error:
            raise _StoppedError(self._syntax_problem(error)) from error

    def _document(self) -> Plain:
        self._next()  # the stream starts
        if isinstance(self._next(), StreamEndEvent):
            return None
        first = self._next()
        self.lines[()] = self._line(first)
        value = self._value(first, ())
        self._next()  # the document ends
        after = self._next()
        if not isinstance(after, StreamEndEvent):
            self._stop(after, _("一个文件只能有一个 YAML 文档"))
        return value

    def _next(self) -> Event:
        event = self._events.get_event()
        if event is None:
            raise EOFError("read beyond the end of the stream")
        return event

    def _syntax_problem(self, error: YAMLError) -> YamlFault:
        mark = getattr(error, "problem_mark", None)
        position = mark.index if mark is not None else getattr(error, "position", 0)
        said = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
        return YamlFault(self._line_at(position), _("YAML 写法有误（{said}）", said=said))

    def _value(self, event: Event, path: YamlPath) -> Plain:
        self._refuse_extras(event)
        if len(path) > MAX_DEPTH:
            self._stop(event, _("嵌套过深"))
        match event:
            case ScalarEvent():
                plain = event.implicit[0]
                return _resolved(event.value) if plain else event.value
            case SequenceStartEvent():
                return self._items(path)
            case MappingStartEvent():
                return self._entries(path)
            case _:
                return None

    def _items(self, path: YamlPath) -> list[Plain]:
        found: list[Plain] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            here = (*path, len(found))
            self.lines[here] = self._line(event)
            found.append(self._value(event, here))
        return found

    def _entries(self, path: YamlPath) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._key(event)
            here = (*path, key)
            if key in found:
                self._note(event, _("键“{key}”重复", key=key))
                self._value(self._next(), (*path, f"{key} (again)"))
            else:
                self.lines[here] = self._line(event)
                found[key] = self._value(self._next(), here)
        return found

    def _key(self, event: Event) -> str:
        self._refuse_extras(event)
        if not isinstance(event, ScalarEvent):
            self._stop(event, _("键必须是文字"))
        return event.value

    def _refuse_extras(self, event: Event) -> None:
        if not isinstance(event, NodeEvent):
            return
        if event.anchor is not None:  # an alias has one too
            self._note(event, _("不支持 YAML 锚点与别名（& *）"))
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            self._note(event, _("不支持 YAML 标签 {tag}", tag=tag))

    def _note(self, event: Event, message: Message) -> None:
        self.problems.append(YamlFault(self._line(event), message))

    def _stop(self, event: Event, message: Message) -> NoReturn:
        raise _StoppedError(YamlFault(self._line(event), message))

    def _line(self, event: Event) -> int:
        mark = event.start_mark
        return 1 if mark is None else self._line_at(mark.index)

    def _line_at(self, position: int) -> int:
        # libyaml also counts U+0085, U+2028 and U+2029 as line ends; editors do not.
        return bisect_left(self._breaks, position) + 1


def _resolved(text: str) -> Plain:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in _NUMERIC_START:
        if _INT.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
    return text
