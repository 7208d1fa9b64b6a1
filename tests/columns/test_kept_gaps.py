"""What is kept of all gaps is what the workspace works out, and is not believed blindly."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from api.columns import KeptColumns
from api.compiling import compiled
from graph import answers
from graph.answers import Workspace
from graph.answers.asked import asked
from graph.answers.chains import chains, gap_chains, industries
from graph.answers.criteria import measures
from graph.answers.kept import answered_by
from graph.answers.ranking import ranking
from graph.answers.scores import scores
from graph.model import Seed
from graph.network.terms import Terms
from graph.store import GraphStore, open_store
from graph.store.column_files import MANIFEST, ColumnsKept
from tests import templates
from tests.questions.random_graphs import random_facts
from tests.support import claim, makes

TERMS = Terms()


@pytest.fixture
def shipped(tmp_path: Path) -> Iterator[GraphStore]:
    templates.lay(tmp_path / "store.sqlite", "hechuan")
    shutil.rmtree(tmp_path / "store.sqlite.columns", ignore_errors=True)
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}") as store:
        yield store


def read_back(store: GraphStore, dataset: str = "hechuan", large: int = 10**6) -> Workspace:
    """The workspace with what was kept of its gaps, however small it is."""
    version = store.current(dataset)
    for _ in ("written", "read"):
        ws, _whole = KeptColumns(store, ranked=0, large=large).workspace(version)
    assert ws.kept.peek(ws.settle(TERMS))
    return ws


def told(ws: Workspace, terms: Terms = TERMS) -> list[object]:
    """All that is told of gaps, in order."""
    place = ws.place(terms)
    return [
        [*ws.gap_rows(terms).items()],
        [*ws.tasks(terms).items()],
        {**ranking(ws, terms)},
        {**gap_chains(ws, terms)},
        [*measures(ws, terms).items()],
        [*scores(ws, terms).items()],
        asked(ws, terms, 2026),
        [*place.needs.wanted.items()],
        place.needs,
        (place.stated, place.unmet.links, place.unmet.segments, {**place.unmet.found}),
        [*ws.questions(terms).items()],
        chains(ws, terms),
        industries(ws, terms),
        answers.gaps(ws, terms, "zh"),
        answers.overview(ws, terms, "en"),
    ]


def test_what_is_kept_of_the_shipped_gaps_is_what_is_worked_out(shipped: GraphStore) -> None:
    ws, made = read_back(shipped), compiled(shipped.read("hechuan"))

    assert told(ws) == told(made)


def test_other_terms_are_worked_out_as_ever(shipped: GraphStore) -> None:
    ws, made = read_back(shipped), compiled(shipped.read("hechuan"))

    for terms in (replace(TERMS, horizon="planned"), replace(TERMS, inputs=("material", "energy"))):
        assert told(ws, terms) == told(made, terms)


@pytest.mark.parametrize("number", range(12))
def test_what_is_kept_of_random_datasets_is_what_is_worked_out(number: int, tmp_path: Path) -> None:
    made = random_facts(number)
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}") as store:
        store.load(Seed(made.dataset, (), tuple(made.records())))

        ws = read_back(store, made.dataset.id, large=1 if number % 2 else 10**6)

        assert told(ws) == told(compiled(store.read(made.dataset.id)))


def test_an_edit_is_answered_anew(shipped: GraphStore) -> None:
    ws = read_back(shipped)
    gap = next(row for row in ws.gap_rows(TERMS).values() if row.standing == "to_settle")
    firm = next(iter(ws.facts.enterprises))
    before = told(ws)
    assert gap.segment

    for record in (claim(gap.segment, "absent"), makes(firm, gap.segment)):
        shipped.report("hechuan", [record], by="王工", note="走访")
        now = read_back(shipped)

        assert told(now) == told(compiled(shipped.read("hechuan"))) != before


def manifest(store: GraphStore) -> Path:
    assert isinstance(store, ColumnsKept)
    place = store.columns_of(store.current("hechuan"))
    assert place
    return place.folder / MANIFEST


def test_what_other_code_worked_out_is_worked_out_again(
    shipped: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_back(shipped)
    written = manifest(shipped).read_bytes()
    digest = answered_by()
    monkeypatch.setattr("graph.answers.kept.answered_by", lambda: "0" * 32)

    read_back(shipped)

    assert digest.encode() in written
    assert digest.encode() not in manifest(shipped).read_bytes()


def test_what_is_damaged_is_worked_out_again(shipped: GraphStore) -> None:
    read_back(shipped)
    rows = manifest(shipped).parent / "gaps.rows.json"
    right = rows.read_bytes()
    rows.write_bytes(right.replace(b"[", b"{", 1))

    ws = read_back(shipped)

    assert json.loads(rows.read_bytes()) == json.loads(right)
    assert ws.gap_rows(TERMS)


def test_a_district_is_not_ranked_beforehand(shipped: GraphStore) -> None:
    version = shipped.current("hechuan")
    for _ in ("written", "read"):
        ws, _whole = KeptColumns(shipped).workspace(version)

    assert not len(ws.kept)
    assert not [*manifest(shipped).parent.glob("gaps.*")]
