"""Every route, asked what its description allows and what it forbids, keeps its description."""

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import CheckFunction
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from tests.http.test_description import PREFIX, documented

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


@pytest.fixture(scope="module")
def described(demo: TestClient) -> BaseSchema:
    assert isinstance(demo.app, FastAPI)
    return schemathesis.openapi.from_asgi("/openapi.json", demo.app)


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("path", documented())
def test_no_request_gets_a_server_error_or_an_undocumented_answer(
    described: BaseSchema, path: str, mode: GenerationMode
) -> None:
    operations = [each.ok() for each in described.get_all_operations() if isinstance(each, Ok)]
    asked = next(each for each in operations if each.path == PREFIX + path)

    @BOUNDED
    @given(case=asked.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:  # type: ignore[type-arg] # of any schema
        case.call_and_validate(checks=KEPT)

    ask()
