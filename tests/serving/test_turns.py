"""Questions take turns: each is worked out once, and nobody's wait keeps the others waiting."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from threading import Event

import pytest
from fastapi import FastAPI
from starlette.responses import Response

from api.http.dependencies import Ask
from api.http.traffic import Waiting
from api.http.turns import InTurn
from graph.model import Record
from graph.store import GraphStore
from tests.http.conftest import application, filled
from tests.patience import PATIENCE
from tests.serving.conftest import LIMITS, asked, connected, everything, request, served, status

WORKERS = 3
OF_ONE_ADDRESS = WORKERS - 1
ELSEWHERE = "127.0.0.2"


class Told(Record):
    """An answer."""

    said: str


class Slow:
    """An application that answers /slow/… once `go` is set; `begun` counts how often each was."""

    def __init__(self, store: GraphStore, **limits: float) -> None:
        self.go = Event()
        self.begun: Counter[str] = Counter()
        given = {"workers": WORKERS, "queue_seconds": PATIENCE, "answer_seconds": PATIENCE}
        held = replace(LIMITS, **{**given, **limits})  # type: ignore[arg-type] # whole workers
        self.app: FastAPI = application(store, limits=held)
        self.waiting: Waiting = self.app.state.services.traffic.waiting

        @self.app.get("/slow/{name}")
        def slow(ask: Ask, name: str) -> Response:
            return ask.reply(lambda: self.answer(name))

        @self.app.post("/asked/{name}")
        def suppose(name: str, turn: InTurn) -> Told:  # noqa: ARG001 - a gate
            return self.answer(name)

        @self.app.post("/slow/{name}")
        def write(name: str) -> Told:
            return self.answer(name)

    def answer(self, name: str) -> Told:
        self.begun[name] += 1
        assert self.go.wait(PATIENCE)
        return Told(said=name)


Made = Callable[..., tuple[Slow, int]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    with filled(tmp_path_factory.mktemp("turns"), "demo") as opened:
        yield opened


@pytest.fixture
def made(store: GraphStore) -> Iterator[Made]:
    with ExitStack() as ending:

        def make(**limits: float) -> tuple[Slow, int]:
            slow = Slow(store, **limits)
            port = ending.enter_context(served(slow.app))
            ending.callback(slow.go.set)
            return slow, port

        yield make


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(60) as found:
        yield found


def until(holds: Callable[[], bool]) -> None:
    for _ in range(100 * PATIENCE):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError("never")


def bodies(answers: list[Future[bytes]]) -> set[bytes]:
    told = [each.result(PATIENCE) for each in answers]
    assert {status(each) for each in told} == {200}
    return {each.partition(b"\r\n\r\n")[2] for each in told}


def test_sixty_who_ask_the_same_are_told_by_one_computation(
    made: Made, pool: ThreadPoolExecutor
) -> None:
    slow, port = made()
    answers = [pool.submit(asked, port, "/slow/bicycle") for _ in range(60)]
    until(lambda: slow.waiting.queued == 59)
    others = [status(asked(port, each)) for each in ("/healthz", "/readyz", "/api/v1/chains")]
    slow.go.set()

    assert others == [200, 200, 200]
    assert bodies(answers) == {b'{"said":"bicycle"}'}
    assert slow.begun == {"bicycle": 1}


def test_a_few_are_worked_out_at_a_time_and_the_program_is_alive_meanwhile(
    made: Made, pool: ThreadPoolExecutor
) -> None:
    slow, port = made()
    answers = [pool.submit(asked, port, f"/slow/{number}") for number in range(50)]
    until(lambda: slow.waiting.queued == 50 - OF_ONE_ADDRESS)
    alive = [status(asked(port, path)) for path in ("/healthz", "/readyz")]
    begun = slow.begun.total()
    slow.go.set()

    assert alive == [200, 200]
    assert begun == OF_ONE_ADDRESS
    assert len(bodies(answers)) == 50


def test_who_asks_much_keeps_no_other_address_waiting(made: Made, pool: ThreadPoolExecutor) -> None:
    slow, port = made()
    much = [pool.submit(asked, port, f"/slow/{number}") for number in range(50)]
    until(lambda: slow.waiting.queued == 50 - OF_ONE_ADDRESS)
    at_once = asked(port, "/api/v1/chains", source=ELSEWHERE)
    held = pool.submit(asked, port, "/slow/held", "", ELSEWHERE)
    until(lambda: slow.begun["held"] == 1)
    also = pool.submit(asked, port, "/slow/also", "", ELSEWHERE)
    until(lambda: slow.waiting.queued == 51 - OF_ONE_ADDRESS)
    slow.go.set()

    assert status(at_once) == 200
    assert len(bodies(much)) == 50
    assert bodies([held, also]) == {b'{"said":"held"}', b'{"said":"also"}'}
    assert list(slow.begun).index("also") < WORKERS + 3  # after one or two of the fifty, not last


def test_questions_that_come_by_post_take_turns_too(made: Made, pool: ThreadPoolExecutor) -> None:
    slow, port = made(queue_seconds=0.3)

    def suppose(name: str) -> bytes:
        with connected(port) as connection:
            connection.sendall(request(f"/asked/{name}").replace(b"GET", b"POST", 1))
            return everything(connection)

    first = [pool.submit(suppose, f"{number}") for number in range(OF_ONE_ADDRESS)]
    until(lambda: slow.begun.total() == OF_ONE_ADDRESS)
    third = suppose("third")
    slow.go.set()

    assert status(third) == 503
    assert b'"type":"urn:liantu:problem:crowded"' in third
    assert len(bodies(first)) == OF_ONE_ADDRESS
    assert status(suppose("third")) == 200


def test_who_hangs_up_while_waiting_is_forgotten(made: Made, pool: ThreadPoolExecutor) -> None:
    slow, port = made(workers=1)
    first = pool.submit(asked, port, "/slow/first")
    until(lambda: slow.begun.total() == 1)
    with connected(port) as connection:
        connection.sendall(request("/slow/second"))
        until(lambda: slow.waiting.queued == 1)
    until(lambda: slow.waiting.queued == 0)
    slow.go.set()

    assert status(first.result(PATIENCE)) == 200
    assert slow.begun == {"first": 1}


def test_who_waits_too_long_is_told_and_nothing_is_begun(
    made: Made, pool: ThreadPoolExecutor
) -> None:
    slow, port = made(workers=1, queue_seconds=0.3)
    first = pool.submit(asked, port, "/slow/first")
    until(lambda: slow.begun.total() == 1)
    second = asked(port, "/slow/second")
    slow.go.set()

    assert status(second) == 503
    assert b"retry-after" in second
    assert b'"type":"urn:liantu:problem:crowded"' in second
    assert status(first.result(PATIENCE)) == 200
    assert slow.begun == {"first": 1}


def test_an_answer_that_is_late_is_told_so_and_kept_for_the_next(made: Made) -> None:
    slow, port = made(answer_seconds=0.3)
    late = asked(port, "/slow/bicycle")
    slow.go.set()
    until(lambda: slow.waiting.answering == 0)
    again = asked(port, "/slow/bicycle")

    assert status(late) == 503
    assert b'"type":"urn:liantu:problem:answer-late"' in late
    assert "仍在计算".encode() in late
    assert again.endswith(b'{"said":"bicycle"}')
    assert slow.begun == {"bicycle": 1}


def test_who_writes_is_never_told_late(made: Made, pool: ThreadPoolExecutor) -> None:
    slow, port = made(answer_seconds=0.1, queue_seconds=0.1)

    def write() -> bytes:
        with connected(port) as connection:
            connection.sendall(request("/slow/edit").replace(b"GET", b"POST", 1))
            return connection.recv(65536)

    answer = pool.submit(write)
    time.sleep(0.4)
    slow.go.set()

    assert status(answer.result(PATIENCE)) == 200


def test_one_address_asks_so_much_at_once_and_no_more(made: Made, pool: ThreadPoolExecutor) -> None:
    slow, port = made(requests_per_address=2)
    two = [pool.submit(asked, port, f"/slow/{number}") for number in range(2)]
    until(lambda: slow.begun.total() == 2)
    third = asked(port, "/slow/third")
    slow.go.set()

    assert status(third) == 429
    assert b'"type":"urn:liantu:problem:too-many-at-once"' in third
    assert len(bodies(two)) == 2
