"""YAML as the files of facts use it: plain values, and the line of each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.load.yaml_marks import MAX_DEPTH, Plain, YamlPath, read_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 2023-02-06", "2023-02-06"),
        ("a: no", "no"),
        ("a: on", "on"),
        ("a: 0610", "0610"),
        ("a: 12:30", "12:30"),
        ("a: 1_000", "1_000"),
        ("a: .inf", ".inf"),
        ("a: 0x1F", "0x1F"),
        ("a: '12'", "12"),
        ("a: true", True),
        ("a: False", False),
        ("a: 12", 12),
        ("a: -3", -3),
        ("a: 1.5", 1.5),
        ("a: 2e3", 2000.0),
        ("a: ~", None),
        ("a:", None),
        ("a: ''", ""),
        ("a: 9999999999999999999999", "9999999999999999999999"),
    ],
)
def test_a_plain_scalar_is_what_a_person_expects(text: str, value: Plain) -> None:
    marked = read_yaml(text)

    assert marked.value == {"a": value}
    assert type(marked.value["a"]) is type(value)
    assert marked.problems == ()


def test_each_key_and_item_knows_its_line() -> None:
    text = "# head\nsegments:\n  - id: a\n    aliases:\n      - one\n      - two\n\n  - id: b\n"

    lines = read_yaml(text).lines

    assert lines[("segments",)] == 2
    assert lines["segments", 0] == 3
    assert lines["segments", 0, "aliases"] == 4
    assert lines["segments", 0, "aliases", 1] == 6
    assert lines["segments", 1, "id"] == 8


def test_a_folded_text_stands_on_the_line_of_its_key() -> None:
    marked = read_yaml("a: 1\nnote: >-\n  one\n  two\nb: 2\n")

    assert marked.value == {"a": 1, "note": "one two", "b": 2}
    assert (marked.lines[("note",)], marked.lines[("b",)]) == (2, 5)


def test_windows_line_ends_and_odd_separators_leave_the_lines_right() -> None:
    marked = read_yaml('a: "x\u2028y"\r\nb: "\u0085"\r\nc: 3\r\n')

    assert marked.lines[("c",)] == 3


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "“a” stands twice"),
        ("a: &x 1\n", 1, "anchors"),
        ("a: 1\nb: !!str 2\n", 2, "tag"),
        ("a: 1\nb: !mine {c: d}\n", 2, "tag"),
        ("a: 1\n? [x]\n: 2\n", 2, "key must be text"),
        ("a: 1\n---\nb: 2\n", 2, "one YAML document"),
        ("a: 1\nb: [1, 2\nc: 3\n", 3, "broken YAML"),
        ("a: 1\n\tb: 2\n", 2, "broken YAML"),
        ('a: 1\nb: "open\n', 3, "broken YAML"),
        ("a: 1\nb: \x01\n", 2, "broken YAML"),
    ],
)
def test_what_no_table_of_facts_needs_is_refused(text: str, line: int, words: str) -> None:
    (problem,) = read_yaml(text).problems

    assert problem.line == line
    assert words in problem.message.text("en")
    assert problem.message.text("zh") != problem.message.text("en")


def test_an_alias_is_refused_beside_its_anchor() -> None:
    problems = read_yaml("a: &x 1\nb: *x\n").problems

    assert [problem.line for problem in problems] == [1, 2]


def test_reading_goes_on_behind_a_doubled_key() -> None:
    marked = read_yaml("a: 1\na: {b: 2}\nc: 3\n")

    assert marked.value == {"a": 1, "c": 3}
    assert marked.complete


def test_a_hostile_depth_is_refused_not_crashed_on() -> None:
    marked = read_yaml("[" * 5000)

    assert not marked.complete
    assert len(marked.problems) == 1


def test_depth_up_to_the_limit_is_read() -> None:
    deep = "[" * MAX_DEPTH + "]" * MAX_DEPTH

    assert read_yaml(deep).problems == ()


def test_an_empty_file_holds_nothing() -> None:
    assert read_yaml("").value is None
    assert read_yaml("# only a comment\n").value is None


KEYS = st.text("abcxyz气凝胶", min_size=1, max_size=4)
SCALARS = st.text("ab 气\u2028\x85\u2029", min_size=1, max_size=6)
TREES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=12,
)


class Written:
    """Writes a tree as block YAML line by line, noting where each path lands."""

    def __init__(self, gaps: list[int]) -> None:
        self.lines: list[str] = []
        self.marks: dict[YamlPath, int] = {}
        self.gaps = gaps

    def write(self, tree: object, path: YamlPath, indent: int) -> int:
        """Write the entries of a tree and return the line of the first."""
        first = 0
        entries = enumerate(tree) if isinstance(tree, list) else tree.items()  # type: ignore[attr-defined]
        for step, inner in entries:
            self.lines.extend(["# 注释"] * self.gaps[len(self.lines) % len(self.gaps)])
            head = "-" if isinstance(step, int) else f'"{step}":'
            nested = isinstance(inner, list | dict)
            self.lines.append(" " * indent + head + ("" if nested else f' "{inner}"'))
            here = len(self.lines)
            first = first or here
            self.marks[(*path, step)] = here
            if nested:
                below = self.write(inner, (*path, step), indent + 2)
                # An item stands where its value begins, a key where the key is.
                self.marks[(*path, step)] = below if isinstance(step, int) else here
        return first


@given(
    st.dictionaries(KEYS, TREES, min_size=1, max_size=4),
    st.lists(st.integers(0, 2), min_size=1, max_size=5),
)
def test_lines_are_those_of_a_text_editor(tree: dict[str, object], gaps: list[int]) -> None:
    written = Written(gaps)
    written.write(tree, (), 0)

    marked = read_yaml("\n".join(written.lines) + "\n")

    assert marked.problems == ()
    assert {path: line for path, line in marked.lines.items() if path} == written.marks
