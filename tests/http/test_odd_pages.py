"""No odd parameter and no odd form breaks a page, or comes back as a script."""

import random
from pathlib import Path

from benchmarks.fuzz_pages import ask, clients, page_routes, wrong
from tests.http.conftest import application, filled

CALLS = 300


def test_pages_asked_odd_things_answer_with_a_page_that_leads_on(tmp_path: Path) -> None:
    chance = random.Random(20261129)  # noqa: S311 - no secret
    with filled(tmp_path, "demo") as store:
        routes = page_routes(application(store))
        askers = [client for _, client in clients(store, tmp_path)]
        for number in range(CALLS):
            answer = ask(askers[number % len(askers)], routes[number % len(routes)], chance)

            assert not wrong(answer), (answer.request.url, wrong(answer))
    assert len(routes) > 70
