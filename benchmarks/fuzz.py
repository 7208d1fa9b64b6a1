"""Every route of the interface asked by everybody what its description allows and forbids.

Run: `python -m benchmarks.fuzz [--calls 100000]`, on the demo in a store of its own. An answer
from 500 on that is no 503 with its reason, or one that its description does not allow, is printed
and counted; the exit code is 1 where there is any. `tests/http/test_schema.py` is its short form.
"""

import argparse
import logging
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import CheckFunction
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.schemas import APIOperation, BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.auth.roles import ROLES
from api.auth.tokens import Tokens
from api.http.app import create_app
from api.settings import Settings
from graph.load import load_dataset
from graph.store import open_store
from seeds import FOLDER

BODY: list[CheckFunction] = [
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
WHO = ("", *ROLES)
"""Nobody, then each role."""


def main() -> None:
    """Ask, print what was wrong and what was answered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=100_000)
    given_ = parser.parse_args()
    logging.disable(logging.WARNING)
    start, statuses, wrong = time.monotonic(), Counter[int](), 0
    with tempfile.TemporaryDirectory() as folder:
        schemas = list(_described(Path(folder)))
        asked = [(who, each, mode) for who, schema in schemas for each, mode in _asked(schema)]
        for who, operation, mode in asked:
            wrong += _ask(operation, mode, given_.calls // len(asked), who, statuses)
    spent = time.monotonic() - start
    print(f"{statuses.total()} calls in {spent:.0f} s, {wrong} wrong; by status:")
    print(", ".join(f"{status} {count}" for status, count in sorted(statuses.items())))
    sys.exit(1 if wrong else 0)


def _described(folder: Path) -> Iterator[tuple[str, BaseSchema]]:
    """The description as each asks it; reading needs a token for all but one."""
    file = folder / "tokens.json"
    store = open_store(f"sqlite:///{folder / 'store.sqlite'}")
    store.load(load_dataset(FOLDER / "demo"))
    for who in WHO:
        app = create_app(Settings(store.uri, tokens=file, reading="tokens"), store)
        schema = schemathesis.openapi.from_asgi("/openapi.json", app, timeout=600)
        if who in ROLES:
            _, secret = Tokens(file).new(who)
            schema.config.update(headers={"Authorization": f"Bearer {secret}"})
        yield who, schema


def _asked(schema: BaseSchema) -> Iterator[tuple[APIOperation, GenerationMode]]:  # type: ignore[type-arg] # of any schema
    for each in schema.get_all_operations():
        if isinstance(each, Ok):
            for mode in GenerationMode:
                yield each.ok(), mode


def _ask(
    operation: APIOperation,  # type: ignore[type-arg] # of any schema
    mode: GenerationMode,
    calls: int,
    who: str,
    statuses: Counter[int],
) -> int:
    """Ask one route so often; return how many answers were wrong."""
    wrong = 0

    @settings(
        max_examples=max(1, calls),
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:  # type: ignore[type-arg] # of any schema
        nonlocal wrong
        answer = case.call()
        statuses[answer.status_code] += 1
        reason = b"urn:liantu:problem:" in answer.content
        failed = answer.status_code >= 500 and not (answer.status_code == 503 and reason)
        try:
            case.validate_response(answer, checks=BODY)
        except FailureGroup as error:
            failed = True
            print(f"{who or 'nobody'} {operation.label}: {error.exceptions[0]}")
        wrong += failed
        if answer.status_code >= 500:
            print(f"{who or 'nobody'} {answer.status_code} {case.as_curl_command()[:500]}")

    ask()
    return wrong


if __name__ == "__main__":
    main()
