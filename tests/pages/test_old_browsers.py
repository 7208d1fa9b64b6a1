"""Stylesheets and scripts run on Chromium 86, which offices still have.

A list of what came later, by name, each with the version that brought it (MDN browser data).
"""

import re
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

STATIC = sorted(files("viz").joinpath("static").iterdir(), key=lambda path: path.name)
LATER_CSS = {
    ":has() 105": r":has\(",
    ":is() 88": r":is\(",
    ":where() 88": r":where\(",
    ":not() with a list 88": r":not\([^()]*,",
    "nesting 120": r"(?m)^\s+&",
    "@layer 99": r"@layer",
    "@container 105": r"@container|container-type",
    "@scope 118": r"@scope",
    "aspect-ratio 88": r"aspect-ratio\s*:",
    "inset 87": r"(?<![\w-])inset\s*:",
    "margin-inline and the like 87": r"(?:margin|padding|inset)-(?:inline|block)\s*:",
    "accent-color 93": r"accent-color",
    "text-wrap 114": r"text-wrap",
    "color-mix() 111": r"color-mix\(",
    "oklch() 111": r"oklch\(|oklab\(|\blch\(|\blab\(",
    "overflow: clip 90": r"overflow(?:-[xy])?\s*:\s*clip",
    "dynamic viewport units 108": r"\d(?:d|s|l)v[hw]\b",
    "subgrid 117": r"subgrid",
    "text-decoration-thickness 89": r"text-decoration-thickness",
    "scrollbar-gutter 94": r"scrollbar-gutter",
    "individual transforms 104": r"(?m)^\s*(?:rotate|scale|translate)\s*:",
    "media range syntax 104": r"@media[^{]*[<>]=?",
    "print-color-adjust without prefix 136": r"(?<!-webkit-)print-color-adjust",
    "line-clamp without prefix": r"(?<!-webkit-)line-clamp",
}
LATER_JS = {
    ".at() 92": r"\.at\(",
    "top-level await 89": r"(?m)^await |^(?:const|let) .* = await ",
    "Object.hasOwn 93": r"hasOwn\(",
    "structuredClone 98": r"structuredClone",
    "randomUUID 92": r"randomUUID",
    "findLast 97": r"findLast",
    "toSorted and the like 110": r"\.to(?:Sorted|Reversed|Spliced)\(|\.with\(",
    "Object.groupBy 117": r"groupBy\(",
    "static blocks 94": r"static\s*\{",
    "error cause 93": r"cause:",
    "Intl.Segmenter 87": r"Segmenter",
    "popover 114": r"popover",
    "inert 102": r"\.inert\b",
    "CSS selectors of the stylesheet's list": r":has\(|:is\(",
    "checkVisibility 105": r"checkVisibility",
    "abort signals of listeners 90": r"signal:",
    "hashed private checks 91": r"#\w+ in ",
}


def found(text: str, later: dict[str, str]) -> list[str]:
    bare = re.sub(r"/\*.*?\*/|(?m:^\s*//.*$)", "", text, flags=re.DOTALL)
    return [name for name, pattern in later.items() if re.search(pattern, bare)]


def named(path: Traversable) -> str:
    return path.name


@pytest.mark.parametrize("path", [p for p in STATIC if p.name.endswith(".css")], ids=named)
def test_stylesheets_know_nothing_newer_than_chromium_86(path: Traversable) -> None:
    assert found(path.read_text("utf-8"), LATER_CSS) == []


@pytest.mark.parametrize("path", [p for p in STATIC if p.name.endswith(".js")], ids=named)
def test_scripts_know_nothing_newer_than_chromium_86(path: Traversable) -> None:
    assert found(path.read_text("utf-8"), LATER_JS) == []


def test_the_lists_find_what_they_name() -> None:
    assert found(".a:has(b) { inset: 0 }", LATER_CSS) == [":has() 105", "inset 87"]
    assert found("/* :has( */", LATER_CSS) == []
    assert found("list.at(-1)", LATER_JS) == [".at() 92"]
