"""Every route, asked what its description allows and what it forbids, keeps its description."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import CheckFunction
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.http.conftest import client_of, filled
from tests.http.test_description import PREFIX, Route, documented

KEPT: list[CheckFunction] = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
BOUNDED = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,  # the same requests each time
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
Described = dict[tuple[str, str], "APIOperation[Any, Any, Any, Any]"]
"""What is described, by method and path."""


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Described]:
    """The demo in a store of its own: some of the requests edit it."""
    folder = tmp_path_factory.mktemp("asked")
    with filled(folder, "demo") as store:
        client = client_of("editor", store, folder)
        schema = schemathesis.openapi.from_asgi("/openapi.json", client.app, timeout=600)
        schema.config.update(headers={"Authorization": client.headers["Authorization"]})
        operations = [each.ok() for each in schema.get_all_operations() if isinstance(each, Ok)]
        yield {(each.method.upper(), each.path): each for each in operations}


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("route", documented(), ids=" ".join)
def test_no_request_gets_a_server_error_or_an_undocumented_answer(
    described: Described, route: Route, mode: GenerationMode
) -> None:
    method, path = route
    asked = described[method, PREFIX + path]

    @BOUNDED
    @given(case=asked.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:  # type: ignore[type-arg] # of any schema
        case.call_and_validate(checks=KEPT, timeout=600)  # however busy the machine

    ask()
