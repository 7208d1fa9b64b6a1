"""Every route of the interface asked by everybody what its description allows and forbids.

Run: `python -m benchmarks.fuzz [--calls 100000] [--seed 1]`, on the demo in a store of its own;
other seeds ask other things. An answer from 500 on that is no 503 with its reason, or one that its
description does not allow, is printed and counted; the exit code is 1 where there is any. How far
it is is told every minute. `tests/http/test_schema.py` is its short form.
"""

import argparse
import logging
import random
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
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
from benchmarks.asked import Asked
from graph.load import load_dataset
from graph.store import open_store
from seeds import FOLDER

BODY: list[CheckFunction] = [
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
BY_CHANCE = settings(
    deadline=None,
    database=None,
    derandomize=False,  # as it is where `CI` is set
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def main() -> None:
    """Ask everything in an order by chance, each with its share of the calls that are left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given_ = parser.parse_args()
    logging.disable(logging.WARNING)
    chance, asked = random.Random(given_.seed), Asked()  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        schema, headers = _described(Path(folder))
        ways = [(each, mode) for each in _operations(schema) for mode in GenerationMode]
        chance.shuffle(ways)
        for done, (operation, mode) in enumerate(ways):
            share = (given_.calls - asked.statuses.total()) // (len(ways) - done) // len(headers)
            strategy = operation.as_strategy(generation_mode=mode)

            @seed(chance.getrandbits(64))
            @settings(BY_CHANCE, max_examples=max(1, share))
            @given(case=strategy)
            def ask(case: schemathesis.Case) -> None:  # type: ignore[type-arg] # of any schema
                _ask(case, headers, asked)

            ask()
    asked.tell()
    sys.exit(1 if asked.wrong else 0)


def _described(folder: Path) -> tuple[BaseSchema, Mapping[str, Mapping[str, str]]]:
    """The description, and what each sends along; reading needs a token for all but one."""
    file = folder / "tokens.json"
    store = open_store(f"sqlite:///{folder / 'store.sqlite'}")
    store.load(load_dataset(FOLDER / "demo"))
    app = create_app(Settings(store.uri, tokens=file, reading="tokens"), store)
    headers: dict[str, dict[str, str]] = {"": {}}
    for role in ROLES:
        headers[role] = {"Authorization": f"Bearer {Tokens(file).new(role)[1]}"}
    return schemathesis.openapi.from_asgi("/openapi.json", app, timeout=600), headers


def _operations(schema: BaseSchema) -> Iterator[APIOperation]:  # type: ignore[type-arg] # of any schema
    for each in schema.get_all_operations():
        if isinstance(each, Ok):
            yield each.ok()


def _ask(
    case: schemathesis.Case,  # type: ignore[type-arg] # of any schema
    headers: Mapping[str, Mapping[str, str]],
    asked: Asked,
) -> None:
    """Have everybody ask the same: what is asked takes longer to think of than to answer."""
    for who, sent in headers.items():
        answer = case.call(headers=dict(sent), timeout=600)  # however busy the machine
        reason = b"urn:liantu:problem:" in answer.content
        wrong = answer.status_code >= 500 and not (answer.status_code == 503 and reason)
        try:
            case.validate_response(answer, checks=BODY)
        except FailureGroup as error:
            wrong = True
            print(f"{who or 'nobody'} {case.operation.label}: {error.exceptions[0]}")
        if wrong:
            print(f"{who or 'nobody'} {answer.status_code} {case.as_curl_command()[:500]}")
        request = answer.request
        asked.note(
            (who, request.method, request.url, request.body), answer.status_code, wrong=wrong
        )


if __name__ == "__main__":
    main()
