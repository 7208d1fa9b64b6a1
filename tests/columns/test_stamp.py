"""The stamp of a version: the same for as long as what it tells of is the same."""

from pathlib import Path

from graph.store import open_store
from graph.store.sqlite import SqliteStore
from tests.support import dataset, enterprise, seed, segment


def test_what_is_written_later_or_of_another_dataset_changes_no_stamp(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}") as store:
        assert isinstance(store, SqliteStore)
        store.load(seed(segment("m_frame"), dataset=dataset("middle")))
        version = store.report("middle", [enterprise("m_acme")], by="王工", note="报")
        found = store.columns_of(version).stamp

        for name in ("east", "west"):  # records before and behind those of the middle
            store.load(seed(segment(f"{name[0]}_frame"), dataset=dataset(name)))
            store.report(name, [enterprise(f"{name[0]}_acme")], by="王工", note="报")
        assert store.columns_of(version).stamp == found

        store.report("middle", [enterprise("a_new"), enterprise("z_new")], by="王工", note="报")
        assert store.columns_of(version).stamp == found
        assert store.columns_of(store.current("middle")).stamp != found
