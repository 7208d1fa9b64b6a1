"""No text from outside makes a pattern search for long: ten times the text, ten times the work."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from time import thread_time

import pytest

import api
import graph
import viz
from graph.answers.words import in_brackets
from tests.hostile_texts import hostile

Search = Callable[[str], object]
SHORT, LONG = 500, 5000
TIMES = 30
"""Ten times the text may take so many times as long; a quadratic pattern takes a hundred."""
FLOOR = 0.003
"""Seconds of this thread, less than what quadratic patterns take for `LONG`."""
ROOT = Path(graph.__file__).parents[1]
MADE = {
    "graph/answers/words.py": "tried here by hand: its words are those of the catalogue",
    "graph/answers/report_scale.py": "a number as it is printed, with no repetition",
    "graph/load/rules_figures.py": "likewise",
    "graph/store/sounds.py": "runs of the characters of pypinyin, which says them; with no choice",
}
"""Where patterns are made when they are used, and why that is no harm."""
TRIED = {"fullmatch", "match", "search", "sub", "split", "findall", "finditer"}


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of every module, by module and name."""
    for package in (graph, api, viz):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                for name, value in vars(importlib.import_module(found.name)).items():
                    if isinstance(value, re.Pattern):
                        yield f"{found.name}.{name}", value


PATTERNS = {pattern: name for name, pattern in patterns()} | {in_brackets(): "words.in_brackets"}


@cache
def sources() -> tuple[tuple[Path, ast.Module], ...]:
    """The modules that use patterns."""
    paths = (path for package in ("graph", "api", "viz") for path in (ROOT / package).rglob("*.py"))
    texts = ((path, path.read_text("utf-8")) for path in sorted(paths))
    return tuple((path, ast.parse(text)) for path, text in texts if "import re\n" in text)


def methods(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Name and method of each `NAME.method`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield node.value.id, node.attr


def anchored() -> frozenset[str]:
    """Names whose patterns are only tried at the start of a text."""
    used: dict[str, set[str]] = {}
    for path, tree in sources():
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for name, method in methods(tree):
            if method in TRIED:
                used.setdefault(f"{module}.{name}", set()).add(method)
    return frozenset(name for name, how in used.items() if how <= {"fullmatch", "match"})


ANCHORED = anchored()


def seconds(search: Search, text: str, tries: int) -> float:
    best = float("inf")
    for _ in range(tries):
        start = thread_time()
        search(text)
        best = min(best, thread_time() - start)
    return best


def slow(pattern: re.Pattern[str], search: Search) -> str | None:
    """A text for which ten times as much takes far longer than ten times as long."""
    for short, long in zip(hostile(pattern, SHORT), hostile(pattern, LONG), strict=True):
        if seconds(search, short, 1) > TIMES * FLOOR:
            return short[:20]
        if seconds(search, long, 1) > FLOOR:  # a busy machine is asked again
            least = seconds(search, long, 5)
            if least > max(FLOOR, TIMES * seconds(search, short, 5)):
                return long[:20]
    return None


@pytest.mark.parametrize("pattern", PATTERNS, ids=PATTERNS.get)
def test_ten_times_the_text_takes_no_pattern_much_more_than_ten_times_as_long(
    pattern: re.Pattern[str],
) -> None:
    search = pattern.fullmatch if PATTERNS[pattern] in ANCHORED else pattern.findall

    assert slow(pattern, search) is None


@pytest.mark.parametrize(
    "written",
    [
        r"[(\[【].*?[)\]】]",
        r"[（(]\s*(采纳|不实)\s*(?:[:：]\s*(.*?)\s*)?[）)]\s*$",
        r"(?:支持|鼓励)[^，。；]*?(?:引进|引育)",
        r'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+)"',
        r"//.*@",
        r"(pass\w*=)[^&]*",
    ],
)
def test_patterns_that_take_much_longer_are_found(written: str) -> None:
    pattern = re.compile(written, re.DOTALL)

    assert slow(pattern, pattern.findall) is not None


def test_every_pattern_is_a_name_of_its_module_and_so_tried_here() -> None:
    found = [
        (path.relative_to(ROOT).as_posix(), call.lineno)
        for path, tree in sources()
        for each in ast.walk(tree)
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
        for call in ast.walk(each)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
        if isinstance(call.func.value, ast.Name) and call.func.value.id == "re"
        if call.func.attr != "escape"
    ]

    assert {path for path, _ in found} == set(MADE)
