"""The Cypher script is Cypher, whatever the names hold."""

import re
from collections.abc import Iterator
from itertools import islice

import pytest
from antlr4 import CommonTokenStream, InputStream
from antlr4.error.ErrorListener import ErrorListener
from antlr4_cypher import CypherLexer, CypherParser  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.exchange.out import cypher, whole_graph
from graph.exchange.out.graph_files import literal
from graph.exchange.out.whole_graph import AttributeValue, ExportedEdge, ExportedNode, WholeGraph
from graph.network.terms import Terms
from tests.exchange.conftest import shipped

HOSTILE = (
    "'}) MATCH (n) DETACH DELETE n //",
    "\\'}) MATCH (n) DETACH DELETE n //",
    "a\\",
    "`backtick` \"quotes\" 'single'",
    "line\nline\rline\ttab",
    "\\u0027}) DETACH DELETE n //",
    "𠮷 emoji 🚲 \u2028",
    "",
)
CONSTRAINT = re.compile(
    r"CREATE CONSTRAINT [a-z_]+ IF NOT EXISTS"
    r" FOR (?P<node>\(\w+:\w+\)) REQUIRE \((?P<unique>[^()]+)\) IS UNIQUE;\n"
)


class Complaints(ErrorListener):
    def __init__(self) -> None:
        self.found: list[str] = []

    def syntaxError(  # noqa: N802, PLR0913, PLR0917 - the signature of antlr
        self,
        recognizer: object,  # noqa: ARG002
        symbol: object,  # noqa: ARG002
        line: int,
        column: int,
        message: str,
        error: object,  # noqa: ARG002
    ) -> None:
        self.found.append(f"{line}:{column} {message}")


def complaints(statement: str) -> list[str]:
    """What an openCypher parser has against a statement."""
    heard = Complaints()
    lexer = CypherLexer(InputStream(statement.rstrip().rstrip(";")))
    lexer.removeErrorListeners()
    lexer.addErrorListener(heard)
    parser = CypherParser(CommonTokenStream(lexer))
    parser.removeErrorListeners()
    parser.addErrorListener(heard)
    parser.script()
    return heard.found


def unescaped(text: str) -> str:
    """Read a Cypher text, one literal or several joined, as a server does.

    Some servers read a backslash with a `u` as a character before anything else, whatever
    stands before it: there must be none.
    """
    assert "\\u" not in text
    found: list[str] = []
    rest = iter(text)
    while True:
        assert next(rest) == "'"
        found += _until_quote(rest)
        after = "".join(islice(rest, 3))
        if not after:
            return "".join(found)
        assert after == " + "


def _until_quote(rest: Iterator[str]) -> Iterator[str]:
    for char in rest:
        assert char not in "\n\r"
        if char == "'":
            return
        if char == "\\":
            code = next(rest)
            assert code in "\\'nrt"
            yield {"n": "\n", "r": "\r", "t": "\t"}.get(code, code)
        else:
            yield char


def statements(name: str) -> list[str]:
    """A script about two records of this name and a relation between them."""
    about: dict[str, AttributeValue] = {"dataset": "demo", "version": 1}
    nodes = tuple(ExportedNode("segment", each, "Segment", {"name": name}) for each in ("a", "b"))
    edge = ExportedEdge(
        "segment:a", "segment:b", "SUPPLIES", "e", {"evidence": name, "exact": True}
    )
    return list(cypher(WholeGraph(about, nodes, (edge,))))


def test_a_script_of_the_demo_is_one_constraint_a_label_and_one_statement_a_record() -> None:
    whole = whole_graph(shipped("demo"), Terms(), "zh")
    script = list(cypher(whole))
    constraints = [each for each in script if each.startswith("CREATE CONSTRAINT")]

    assert len(constraints) == 6
    assert len(script) == 6 + len(whole.nodes) + len(whole.edges)
    assert all(each.endswith(";\n") for each in script)
    wrong = {each: complaints(each) for each in script[len(constraints) :]}
    assert {each: found for each, found in wrong.items() if found} == {}


def test_each_constraint_makes_the_id_of_its_label_unique_in_a_version() -> None:
    """openCypher has no constraints: their frame is read here, what is in it by the parser."""
    script = list(cypher(whole_graph(shipped("demo"), Terms(), "zh")))
    found = [CONSTRAINT.fullmatch(each) for each in script if each.startswith("CREATE CONSTRAINT")]
    asked = [(match["node"], match["unique"]) for match in found if match]

    assert [complaints(f"MATCH {node} RETURN {unique}") for node, unique in asked] == [[]] * 6
    assert {node for node, _ in asked} == {
        f"(n:{label})" for label in ("Chain", "Enterprise", "Gap", "Industry", "Region", "Segment")
    }
    assert {unique for _, unique in asked} == {"n.dataset, n.version, n.id"}


def test_the_parser_of_these_tests_complains_about_what_is_no_cypher() -> None:
    assert complaints("CREATE (:Segment {name: 'it's'});")
    assert complaints("CREATE (:Segment {name 'x'})")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_text(name: str) -> None:
    script = statements(name)

    assert len(script) == 4
    assert [complaints(each) for each in script[1:]] == [[], [], []]
    assert unescaped(literal(name)) == name


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_every_text_survives_as_a_literal(text: str) -> None:
    assert unescaped(literal(text)) == text


@given(st.text(alphabet="'\\`\"{}()/*; \nu0027x", max_size=30))
@settings(max_examples=60, deadline=None)
def test_every_text_leaves_the_script_cypher(text: str) -> None:
    assert [complaints(each) for each in statements(text)[1:]] == [[], [], []]
