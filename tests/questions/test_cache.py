"""What is kept is made once, however many ask for it at the same time."""

import gc
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from graph.answers.cache import BoundedCache


def test_threads_that_ask_for_the_same_at_once_have_it_made_once() -> None:
    kept = BoundedCache[object]()
    start, finish = Barrier(9), Event()
    made: list[object] = []

    def make() -> object:
        assert finish.wait(10)
        made.append(object())
        return made[-1]

    def ask() -> object:
        start.wait(10)
        return kept.get("key", make)

    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(ask) for _ in range(8)]
        start.wait(10)
        finish.set()
        found = {each.result(10) for each in asked}

    assert [*found] == made


def test_what_goes_wrong_reaches_all_who_wait_and_is_not_kept() -> None:
    kept = BoundedCache[int]()
    begun, finish = Event(), Event()

    def fail() -> int:
        begun.set()
        assert finish.wait(10)
        raise ValueError("once")

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(kept.get, "key", fail)
        assert begun.wait(10)
        second = pool.submit(kept.get, "key", fail)
        finish.set()
        for each in (first, second):
            with pytest.raises(ValueError, match="once"):
                each.result(10)

    assert kept.get("key", lambda: 7) == 7


def test_what_is_made_may_ask_for_another_key() -> None:
    kept = BoundedCache[int]()

    assert kept.get("a", lambda: 1 + kept.get("b", lambda: 1)) == 2
    assert kept.get("b", lambda: 9) == 1


def test_a_key_that_is_being_made_keeps_nobody_from_another() -> None:
    kept = BoundedCache[int]()
    begun, finish = Event(), Event()

    def slowly() -> int:
        begun.set()
        assert finish.wait(10)
        return 1

    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(kept.get, "slow", slowly)
        assert begun.wait(10)
        assert kept.get("quick", lambda: 2) == 2
        finish.set()
        assert slow.result(10) == 1


def test_garbage_is_not_collected_while_a_value_is_made() -> None:
    gc.enable()

    assert not BoundedCache[bool]().get("key", gc.isenabled)
    assert gc.isenabled()
