"""A few seconds of what `python -m benchmarks.soak` does for ten minutes."""

import os
from pathlib import Path

from api.auth.tokens import Tokens
from benchmarks.soak import Soak
from tests.http.conftest import application, filled
from tests.serving.conftest import served


def test_people_read_without_an_error_while_somebody_edits(tmp_path: Path) -> None:
    tokens = tmp_path / "tokens.json"
    _, secret = Tokens(tokens).new("editor")
    with filled(tmp_path, "demo") as store:
        with served(application(store, tokens=tokens), head_seconds=60) as port:
            soak = Soak(f"http://127.0.0.1:{port}", secret, clients=12, pause=0.1)
            report = soak.run(3.5, os.getpid())

        assert report.errors == {}
        assert set(report.statuses) == {200}
        assert len(report.alive) > 0
        assert report.edits.keys() <= {200, 201}
        assert store.current("demo").number == 1 + report.edits.total() > 1
