"""YAML to plain values, with the line of every key and item.

A plain subset, read as YAML 1.2: `no`, `on` and dates stay text, and what a person would not
expect in a table of facts (anchors, tags, several documents, a key twice) is refused.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NoReturn

from yaml import CSafeLoader, YAMLError
from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

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
_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))([eE][-+]?[0-9]{1,3})?")
_NUMERIC_START = frozenset("0123456789+-.")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file cannot be taken as it is, and on which line."""

    line: int
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class MarkedYaml:
    """The value of a file, the line of each path in it, and what is wrong with its YAML.

    `complete` is false where reading had to stop before the end.
    """

    value: Plain
    lines: Mapping[YamlPath, int]
    problems: tuple[Problem, ...]
    complete: bool


class _StoppedError(Exception):
    """Reading cannot go on behind this problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.en)
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
        self.problems: list[Problem] = []
        self._breaks = [found.start() for found in re.finditer("\n", text)]
        self._events = self._read(text)

    def document(self) -> Plain:
        next(self._events)  # the stream starts
        if isinstance(next(self._events), StreamEndEvent):
            return None
        first = next(self._events)
        self.lines[()] = self._line(first)
        value = self._value(first, ())
        next(self._events)  # the document ends
        after = next(self._events)
        if not isinstance(after, StreamEndEvent):
            self._stop(after, "一个文件只能有一个 YAML 文档", "a file holds one YAML document only")
        return value

    def _read(self, text: str) -> Iterator[Event]:
        try:
            loader = CSafeLoader(text)
            while (event := loader.get_event()) is not None:
                yield event
        except YAMLError as error:
            raise _StoppedError(self._syntax_problem(error)) from error

    def _syntax_problem(self, error: YAMLError) -> Problem:
        mark = getattr(error, "problem_mark", None)
        position = mark.index if mark is not None else getattr(error, "position", 0)
        said = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
        line = bisect_left(self._breaks, position) + 1
        return Problem(line, f"YAML 写法有误（{said}）", f"broken YAML ({said})")

    def _value(self, event: Event, path: YamlPath) -> Plain:
        self._refuse_extras(event)
        if len(path) > MAX_DEPTH:
            self._stop(event, "嵌套过深", "nested too deeply")
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
        while not isinstance(event := next(self._events), SequenceEndEvent):
            here = (*path, len(found))
            self.lines[here] = self._line(event)
            found.append(self._value(event, here))
        return found

    def _entries(self, path: YamlPath) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._key(event)
            if key in found:
                self._note(event, f"键“{key}”重复", f"key “{key}” stands twice")
            here = (*path, key)
            self.lines.setdefault(here, self._line(event))
            value = self._value(next(self._events), here)
            found.setdefault(key, value)
        return found

    def _key(self, event: Event) -> str:
        self._refuse_extras(event)
        if not isinstance(event, ScalarEvent):
            self._stop(event, "键必须是文字", "a key must be text")
        return event.value

    def _refuse_extras(self, event: Event) -> None:
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
            self._note(event, "不支持 YAML 锚点与别名（& *）", "no YAML anchors or aliases (& *)")
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            self._note(event, f"不支持 YAML 标签 {tag}", f"no YAML tags: {tag}")

    def _note(self, event: Event, zh: str, en: str) -> None:
        self.problems.append(Problem(self._line(event), zh, en))

    def _stop(self, event: Event, zh: str, en: str) -> NoReturn:
        raise _StoppedError(Problem(self._line(event), zh, en))

    def _line(self, event: Event) -> int:
        # libyaml also counts U+0085, U+2028 and U+2029 as line ends; editors do not.
        mark = event.start_mark
        return 1 if mark is None else bisect_left(self._breaks, mark.index) + 1


def _resolved(text: str) -> Plain:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in _NUMERIC_START:
        if _INT.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
    return text
