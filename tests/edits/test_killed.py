"""A process that dies in the middle of an edit leaves the old facts or the new ones, whole."""

import shutil
from itertools import count
from pathlib import Path

from graph.answers import workspace
from graph.edits.changes import Author, Change, commit
from graph.edits.correcting import corrected
from graph.edits.inputs import CorrectionInput
from graph.store.sqlite import SqliteStore
from graph.store.sqlite_file import SqliteFile
from tests.stores.test_sqlite_crash import does_and_dies
from tests.support import chain, claim, industry, region, seed, segment

OLD = seed(region("district"), industry(), chain(), segment("bike"), claim("bike", "sought"))
AUTHOR = Author("王工", "2026-11-20")


def change_of(store: SqliteStore) -> Change:
    """Two records at once: it is denied that bikes are sought, and reported that they are here."""
    said = CorrectionInput.model_validate(
        {"values": {"status": "present"}, "reason": "已投产", "evidence": [{"note": "走访"}]}
    )
    ws = workspace(store.read("demo"))
    return corrected(ws, ("claim", "claim.district.bike.sought"), said, AUTHOR)


def test_an_edit_killed_at_any_statement_leaves_old_or_new(tmp_path: Path) -> None:
    with SqliteStore(SqliteFile(tmp_path / "old.db")) as store:
        store.load(OLD)
        old, change = store.read("demo"), change_of(store)

    for statement in count(1):
        path = tmp_path / f"{statement}.db"
        shutil.copy(tmp_path / "old.db", path)
        died = does_and_dies(
            path, lambda store: commit(store, old, change, AUTHOR, seen=1), statement
        )
        with SqliteStore(SqliteFile(path)) as store:
            facts = store.read("demo")
            if not died:
                break
            assert facts == old
            assert commit(store, old, change, AUTHOR, seen=1).number == 2
            assert list(store.read("demo").claims) == ["claim.district.bike.present"]

    assert list(facts.claims) == ["claim.district.bike.present"]
    assert list(facts.denied) == [("claim", "claim.district.bike.sought")]
    assert statement > 10
