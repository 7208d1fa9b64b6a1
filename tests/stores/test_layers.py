"""What stores share below their own layer: garbage collection put off, and on again."""

import gc
from collections.abc import Iterator

import pytest

from graph.model.collecting import uncollected
from graph.store.layers import body_of, records_from
from tests.support import segment


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_garbage_is_collected_again_after_reading_even_what_is_no_record() -> None:
    assert records_from([body_of(segment("bike"))]) == [segment("bike")]
    assert gc.isenabled()

    with pytest.raises(ValueError, match="type"):
        records_from(['{"type": "nonsense"}'])
    assert gc.isenabled()


def test_who_finds_collection_off_leaves_it_off() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()

    assert gc.isenabled()
