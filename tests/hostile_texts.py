"""Texts that keep a pattern at work: made from its own parts, repeated, and ended wrongly."""

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence

PUMPS = (" ", "1", "a", "一", "\n")
"""What classes such as \\d, \\s and `.` take."""
OTHERS = "a1一 (x_-.:"
"""Of which one is outside of most classes."""
REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
CATEGORIES = {"DIGIT": "1", "SPACE": " ", "WORD": "a", "NOT_DIGIT": "a", "NOT_SPACE": "a"}
_PARSER = importlib.import_module("re._parser")

Node = tuple[object, object]


def hostile(pattern: re.Pattern[str], size: int) -> Iterator[str]:
    """Texts of about `size` characters, for each repetition of a pattern and what leads to it."""
    nodes = list(_PARSER.parse(pattern.pattern, pattern.flags))
    for prefix, body in sorted(set(_repeated(nodes, {""}))):
        for pump in dict.fromkeys((body, prefix[:1] or body, *PUMPS)):
            for once, again in ((prefix, pump), ("", prefix + pump)):
                yield once + again * (size // len(again)) + "\0"
        yield (prefix or body) * (size // len(prefix or body)) + "\0"


def _repeated(nodes: Sequence[Node], before: set[str]) -> Iterator[tuple[str, str]]:
    """What may stand before each repetition, and what it repeats."""
    reached = before
    for node in nodes:
        for part in _parts(node):
            if str(node[0]) in REPEATS:
                yield from ((each, text) for each in reached for text in _samples(part) if text)
            yield from _repeated(part, reached)
        reached = {one + two for one in reached for two in _texts(node)}
        by_length = sorted(reached, key=lambda each: (len(each), each))
        reached = {*by_length[:2], by_length[-1]}


def _parts(node: Node) -> Iterable[Sequence[Node]]:
    """The lists of nodes inside of one."""
    kind, value = str(node[0]), node[1]
    if kind in REPEATS or kind == "SUBPATTERN":
        assert isinstance(value, tuple)
        return (list(value[-1]),)
    if kind == "BRANCH":
        assert isinstance(value, tuple)
        return [list(each) for each in value[1]][:3]
    return ()


def _samples(nodes: Sequence[Node]) -> set[str]:
    found = {""}
    for node in nodes:
        found = {one + two for one in sorted(found)[:3] for two in _texts(node)}
    return found


def _texts(node: Node) -> set[str]:
    """A few texts that a node takes, short ones."""
    kind, value = str(node[0]), node[1]
    if kind == "LITERAL":
        assert isinstance(value, int)
        return {chr(value)}
    if kind in {"IN", "NOT_LITERAL", "ANY"}:
        return {_one_of(node)}
    found = {text for part in _parts(node) for text in _samples(part)}
    if kind in REPEATS:
        assert isinstance(value, tuple)
        least = int(value[0])
        return {text * max(1, least) for text in found} | ({""} if least == 0 else set())
    return found or {""}


def _one_of(node: Node) -> str:
    """A character that a class takes."""
    kind, value = str(node[0]), node[1]
    if kind != "IN":
        return "a" if value != ord("a") else "b"
    assert isinstance(value, list)
    if str(value[0][0]) == "NEGATE":
        taken = {chr(each) for name, each in value[1:] if str(name) == "LITERAL"}
        return next(each for each in OTHERS if each not in taken)
    name, first = value[0]
    if str(name) == "CATEGORY":
        return CATEGORIES[str(first).removeprefix("CATEGORY_")]
    return chr(first[0] if str(name) == "RANGE" else first)
