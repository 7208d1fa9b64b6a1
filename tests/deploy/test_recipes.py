"""The recipes of docs/operations.md, on a real server, say what the program answers."""

import re
from collections.abc import Mapping
from itertools import combinations, pairwise

import pytest

import seeds
from api.publishing import publish
from graph import answers
from graph.answers import Workspace
from graph.load import load_dataset
from graph.network.terms import Terms
from tests.deploy.dockerfile import ROOT
from tests.exchange.conftest import shipped
from tests.stores.neo4j_database import Database

PAGE = (ROOT / "docs" / "operations.md").read_text("utf-8")
RECIPES: Mapping[str, str] = dict(
    re.findall(r"^\*\*([^*]+)\*\*[^\n]*\n(?:[^\n]+\n)*\n```cypher\n(.*?)^```", PAGE, re.M | re.S)
)
PARAMETERS: Mapping[str, object] = dict(
    re.findall(r"(\w+): '([^']+)'", next(re.finditer(r":params (.*)", PAGE))[1])
)
Rows = list[dict[str, object]]


@pytest.fixture(scope="module")
def ws() -> Workspace:
    """The shipped district as the program compiles it; the server is not asked."""
    return shipped("hechuan")


@pytest.fixture(scope="module")
def loaded(neo4j_database: Database) -> Database:
    """The server with the shipped district and its gaps."""
    with neo4j_database.empty_store() as store:
        publish(store, store.load(load_dataset(seeds.FOLDER / "hechuan")))
    return neo4j_database


def asked(database: Database, recipe: str) -> Rows:
    """What a recipe finds, with the parameters of the page."""
    return database.ask(RECIPES[recipe], **PARAMETERS)


def test_every_recipe_of_the_page_is_tested_here() -> None:
    assert len(RECIPES) == len(re.findall(r"^```cypher$", PAGE, re.MULTILINE)) == 4


def test_missing_links_are_the_gaps_that_block_the_product(loaded: Database, ws: Workspace) -> None:
    body = answers.gaps(ws, Terms(), "zh", rows="gaps")
    expected = [
        {
            "gap": item.name,
            "standing": item.standing,
            "basis": "derived" if item.origin == "derived" else "stated",
            "worlds": " ".join(block.worlds),
        }
        for item in sorted(body.items, key=lambda item: item.id)
        for block in item.blocks
        if block.name == PARAMETERS["product"]
    ]

    assert len(expected) > 3
    assert asked(loaded, "Missing links of a product") == expected


def test_shared_suppliers_are_those_of_the_synergies(loaded: Database, ws: Workspace) -> None:
    counts: dict[tuple[str, ...], int] = {}
    for row in asked(loaded, "Shared suppliers"):
        chains = row["chains"]
        assert isinstance(chains, list)
        for pair in combinations(sorted(chains), 2):
            counts[pair] = counts.get(pair, 0) + 1
    cells = answers.synergies(ws, Terms()).cells
    shared = {
        tuple(sorted((cell.a, cell.b))): cell.shared_makers + cell.possible.shared_makers
        for cell in cells
    }
    expected = {pair: count for pair, count in shared.items() if count}

    assert len(expected) > 3
    assert counts == expected


def test_a_proof_path_is_the_path_of_the_network_with_its_proofs(
    loaded: Database, ws: Workspace
) -> None:
    ids = {each.name: each.id for each in ws.facts.segments.values()}
    body = answers.path(ws, ids[str(PARAMETERS["from"])], ids[str(PARAMETERS["to"])], Terms())
    (way,) = body.paths
    expected = [
        {
            "step": number,
            "input": before.segment.name,
            "of": after.segment.name,
            "basis": each.basis,
            "proof": each.quote or each.note,
        }
        for number, (before, after) in enumerate(pairwise(way), 1)
        for each in after.evidence
    ]

    assert [step.kind_of for step in way] == [False] * 4
    assert asked(loaded, "Proof path") == expected


def test_sentences_of_a_gap_are_those_that_it_states(loaded: Database, ws: Workspace) -> None:
    gap = ws.facts.gaps[str(PARAMETERS["gap"])]
    plan = ws.facts.documents
    expected = [
        {"quote": each.quote, "document": plan[each.document or ""].title, "line": each.line}
        for each in sorted(gap.evidence, key=lambda each: (each.line or 0, each.start or 0))
        if each.quote
    ]

    assert expected
    assert asked(loaded, "Sentences of a gap") == expected
