"""Whatever is taken out of the SQLite store, a named test of the contract notices.

Each case takes one clause out of a copy of the source and runs the test that guards it, which
has to fail by an assertion, or by an edit or a name refused. A clause without a guard fails
`test_every_clause_has_a_guard`.
"""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.errors import StaleEditError, UnknownNameError
from graph.store.contract import GraphStore
from tests.stores.mutants import mutated, source_of, store_with
from tests.stores.test_sqlite import TestSqliteStore as Contract

STATEMENTS, FILE = "sqlite_statements", "sqlite_file"


@dataclass(frozen=True)
class Cut:
    """`clause` in the SQL `statement` is replaced, which the test `guard` has to notice."""

    statement: str
    clause: str
    instead: str
    guard: str

    def span(self) -> tuple[int, int]:
        text = source_of(STATEMENTS)
        start = text.index(self.clause, text.index(f"\n{self.statement} = "))
        return start, start + len(self.clause)


def order(statement: str, clause: str, guard: str) -> Cut:
    return Cut(statement, f"ORDER BY {clause}", "", guard)


def condition(statement: str, clause: str, guard: str) -> Cut:
    return Cut(statement, clause, "1", guard)


OPEN = "({0}until IS NULL OR {0}until > :version)"
CUTS = (
    order("STATES", "number DESC", "test_the_newest_version_is_the_current_one"),
    order("DATASETS", "dataset", "test_datasets_come_in_order_of_id"),
    order("RECORDS", "layer", "test_the_reference_stays_below_when_it_is_written_last"),
    order("NAMES", "named.layer DESC", "test_the_name_shown_is_that_of_the_dataset"),
    order("HELD", "layer DESC", "test_a_seed_record_under_a_reported_one_does_not_matter"),
    condition("HELD", "dataset = :dataset", "test_another_dataset_does_not_matter"),
    condition("HELD", "since <= :version", "test_an_edit_of_what_another_changed_since_is_refused"),
    condition("HELD", OPEN.format(""), "test_what_was_changed_back_since_is_what_the_editor_saw"),
    condition("ENDED_REPORTS", "dataset = :dataset", "test_edits_are_those_of_the_dataset_asked"),
    condition("BEGUN_REPORTS", "dataset = :dataset", "test_edits_are_those_of_the_dataset_asked"),
    condition("ENDED_REPORTS", "layer = 2", "test_a_load_edits_nothing"),
    condition("BEGUN_REPORTS", "layer = 2", "test_a_load_edits_nothing"),
    condition("HISTORY", "dataset = :dataset", "test_an_archive_holds_its_dataset_alone"),
    condition("STATES", "dataset = :dataset", "test_datasets_count_their_own_versions"),
    condition("STATE", "dataset = :dataset", "test_an_old_title_is_that_of_the_dataset_asked"),
    condition("RECORDS", "dataset = :dataset", "test_datasets_do_not_see_one_another"),
    condition("HOLDING", "dataset = :dataset", "test_a_load_changes_nothing_in_another_dataset"),
    condition(
        "END_RECORD",
        "dataset = :dataset",
        "test_a_change_ends_nothing_in_another_dataset_of_the_same_age",
    ),
    condition(
        "NAMES", "named.dataset = :dataset", "test_a_segment_of_another_dataset_is_not_named_here"
    ),
    condition("NAMES", "giver.dataset = :dataset", "test_a_name_of_another_dataset_is_not_found"),
    condition("NAMES", "upper.dataset = :dataset", "test_search_stays_in_its_dataset"),
    condition("DATASETS", "all_.dataset = versions.dataset", "test_datasets_come_in_order_of_id"),
    condition("RECORDS", "since <= :version", "test_every_old_version_stays_readable"),
    condition("RECORDS", OPEN.format(""), "test_every_old_version_stays_readable"),
    condition("NAMES", "named.since <= :version", "test_a_hit_shows_the_name_of_the_upper_layer"),
    condition(
        "NAMES", OPEN.format("named."), "test_a_mention_of_a_segment_taken_away_finds_nothing"
    ),
    condition("NAMES", "giver.since <= :version", "test_search_sees_the_version_asked"),
    condition("NAMES", OPEN.format("giver."), "test_search_sees_the_version_asked"),
    condition("NAMES", "upper.since <= :version", "test_search_sees_the_upper_layer_only"),
    condition("NAMES", OPEN.format("upper."), "test_search_sees_the_upper_layer_only"),
    Cut("NAMES", "upper.layer > giver.layer", "0", "test_search_sees_the_upper_layer_only"),
    condition("NAMES", "main.kind = 'name'", "test_a_hit_shows_the_name_and_no_alias"),
    condition("HOLDING", "until IS NULL", "test_a_record_that_comes_back_is_there_again"),
    condition("END_RECORD", "until IS NULL", "test_a_withdrawn_record_can_be_reported_again"),
    condition("RECORDS", "layer >= :lowest", "test_only_reported_records_are_reported"),
    condition(
        "HOLDING", "layer BETWEEN :lowest AND :highest", "test_a_reported_record_survives_a_load"
    ),
    order("HOLDING_OF", "layer", "test_a_reported_recipe_holds_over_one_that_is_loaded_later"),
    condition("HOLDING_OF", "dataset = :dataset", "test_datasets_do_not_supply_one_another"),
    condition("HOLDING_OF", "until IS NULL", "test_the_answer_is_of_the_current_version"),
)
ROLLBACK = 'connection.execute("ROLLBACK")'
HALF_WAY = "test_a_write_that_fails_half_way_leaves_everything_as_it_was"


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: f"{cut.statement}: {cut.clause}")
def test_a_guard_notices_the_missing_clause(tmp_path: Path, cut: Cut) -> None:
    mutant = mutated(STATEMENTS, *cut.span(), cut.instead)

    with store_with(mutant, tmp_path / "store.db") as store:
        assert not keeps(cut.guard, store, tmp_path / "store.db")


@pytest.mark.parametrize("instead", ["pass", 'connection.execute("COMMIT")'])
def test_a_guard_notices_the_missing_rollback(tmp_path: Path, instead: str) -> None:
    start = source_of(FILE).rindex(ROLLBACK)
    mutant = mutated(FILE, start, start + len(ROLLBACK), instead)

    with store_with(mutant, tmp_path / "store.db") as store:
        assert not keeps(HALF_WAY, store, tmp_path / "store.db")


@pytest.mark.parametrize("guard", sorted({HALF_WAY, *(cut.guard for cut in CUTS)}))
def test_a_copy_that_misses_nothing_passes(tmp_path: Path, guard: str) -> None:
    copy = mutated(STATEMENTS, 0, 0, "")

    with store_with(copy, tmp_path / "store.db") as store:
        assert keeps(guard, store, tmp_path / "store.db")


@pytest.mark.parametrize(
    "clause", [r"ORDER BY", r"dataset = ", r"<= :version", r"> :version", r"until IS NULL\b(?! OR)"]
)
def test_every_clause_has_a_guard(clause: str) -> None:
    text = source_of(STATEMENTS)
    statements = text[text.index("\nSTATES = ") :]
    offset = len(text) - len(statements)

    guarded = [cut.span() for cut in CUTS]

    for found in re.finditer(clause, statements):
        place = offset + found.start()
        assert any(start <= place < end for start, end in guarded), statements[found.start() :][:60]


def keeps(name: str, store: GraphStore, path: Path) -> bool:
    """Whether the store passes the test of this name."""
    test: Callable[..., None] = getattr(Contract(), name)
    wanted = inspect.signature(test).parameters
    try:
        test(**{key: value for key, value in (("store", store), ("path", path)) if key in wanted})
    except (AssertionError, pytest.fail.Exception, StaleEditError, UnknownNameError):
        return False
    return True
