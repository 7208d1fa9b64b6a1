"""`liantu recognise --to-queue` and `liantu queue`, as a person runs them."""

import json
from pathlib import Path

import pytest

from tests import templates
from tests.commands.conftest import Done, run_forked
from tests.proposals.lists import LIST


@pytest.fixture
def uri(tmp_path: Path) -> str:
    """A store with the demo, whose queue holds the list."""
    templates.lay(tmp_path / "store.sqlite", "demo")
    file, uri = tmp_path / "名单.csv", f"sqlite:///{tmp_path / 'store.sqlite'}"
    file.write_text(LIST, "utf-8")
    kept = run_forked("recognise", str(file), "--to-queue", "--as-of", "2026-06", LIANTU_STORE=uri)
    assert "4 家企业的用语已存" in kept.out
    return uri


def queue(uri: str, *arguments: str) -> Done:
    return run_forked("queue", *arguments, LIANTU_STORE=uri)


def ids(uri: str, *arguments: str) -> list[str]:
    return [each["id"] for each in json.loads(queue(uri, *arguments, "--json").out)["items"]]


def test_it_lists_what_waits_with_ids_and_phrases(uri: str) -> None:
    told = queue(uri)

    assert told.code == 0
    for text in ("大河链条厂（未在册）", "proposal.flywheel.tube", "管材制造", "名单.csv:2"):
        assert text in told.out
    assert "3 家企业，3 个环节，4 条：强 3，中 1，弱 0" in told.out


def test_ids_are_confirmed_refused_and_undone(uri: str) -> None:
    belt, chain, tube, iron = ids(uri)

    confirmed = queue(uri, "--confirm", belt, chain, "--who", "王工")
    refused = queue(uri, "--refuse", iron, "--who", "王工", "--reason", "只是经销")
    left = ids(uri)
    undone = queue(uri, "--undo", "--who", "王工")
    again = queue(uri, "--undo", "--who", "王工")
    nothing = queue(uri, "--undo", "--who", "王工")

    assert "确认 2 条，否定 0 条。现为版本 3" in confirmed.out
    assert "确认 0 条，否定 1 条。现为版本 4" in refused.out
    assert left == [tube]
    assert (undone.code, again.code, nothing.code) == (0, 0, 1)
    assert "没有可撤销的认定" in nothing.err
    assert ids(uri) == [belt, chain, tube, iron]


def test_all_that_filters_list_is_decided_at_once(uri: str) -> None:
    done = queue(uri, "--confirm", "--all", "--strength", "strong")

    assert "确认 3 条" in done.out
    assert len(ids(uri)) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--confirm",), 2, "--all"),
        (("--confirm", "--all", "proposal.flywheel.tube"), 2, "--all"),
        (("proposal.flywheel.tube",), 2, "--confirm"),
        (("--confirm", "proposal.flywheel.tub"), 1, "proposal.flywheel.tube"),
        (("--firm", "大河链"), 1, "大河链条厂"),
    ],
)
def test_what_cannot_be_done_says_why(
    uri: str, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = queue(uri, *arguments)

    assert done.code == code
    assert said in done.err
    assert len(ids(uri)) == 4
