"""The figures are in the form of Prometheus, and count what was asked."""

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from graph.store import GraphStore
from tests.http.conftest import application, filled
from tests.serving.conftest import asked, served

NAME = r"[a-zA-Z_:][a-zA-Z0-9_:]*"
SAMPLE = re.compile(
    rf'({NAME})(\{{(?:{NAME}="(?:[^"\\\n]|\\["\\n])*",?)*\}})? (-?\d+(?:\.\d+)?(?:e[+-]\d+)?)'
)
"""A line with a figure, as https://prometheus.io/docs/instrumenting/exposition_formats/ has it."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    with filled(tmp_path_factory.mktemp("counted"), "demo") as opened:
        yield opened


def figures(text: str) -> dict[str, float]:
    found = {}
    for line in text.removesuffix("\n").split("\n"):
        if line.startswith("#"):
            assert re.fullmatch(rf"# (HELP {NAME} .+|TYPE {NAME} (counter|gauge|histogram))", line)
            continue
        sample = SAMPLE.fullmatch(line)
        assert sample, line
        assert sample[1] + (sample[2] or "") not in found, line
        found[sample[1] + (sample[2] or "")] = float(sample[3])
    return found


def test_what_was_asked_is_counted_by_route_and_status(store: GraphStore) -> None:
    client = TestClient(application(store))
    for path in ("segments/bicycle", "segments/belt", "nothing", 'a"b\\c'):
        client.get(f"/api/v1/{path}")
    answer = client.get("/metrics")
    found = figures(answer.text)

    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    route = 'route="/api/v1/segments/{id}"'
    assert found[f'liantu_requests_total{{method="GET",{route},status="200"}}'] == 2
    assert found['liantu_requests_total{method="GET",route="none",status="404"}'] == 2
    assert found["liantu_request_seconds_count"] == 4
    assert found['liantu_request_seconds_bucket{le="+Inf"}'] == 4
    assert found['liantu_dataset_version{dataset="demo"}'] == 1
    assert found["process_resident_memory_bytes"] > 10_000_000


def test_the_server_counts_its_connections(store: GraphStore) -> None:
    with served(application(store)) as port:
        found = figures(asked(port, "/metrics").partition(b"\r\n\r\n")[2].decode())

    assert found["liantu_connections"] == 1
    assert found["liantu_connections_crowded_total"] == 0


def test_a_rare_name_is_no_new_figure_for_each(store: GraphStore) -> None:
    client = TestClient(application(store))
    for number in range(50):
        client.get(f"/api/v1/segments/none{number}")
    before = len(figures(client.get("/metrics").text))
    for number in range(50):
        client.get(f"/api/v1/segments/other{number}")

    assert len(figures(client.get("/metrics").text)) <= before + 1
