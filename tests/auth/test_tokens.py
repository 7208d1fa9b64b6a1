"""The file of the tokens: no secrets in it, no lost writes, changes noticed."""

import hashlib
import json
import multiprocessing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from api.auth import file_lock
from api.auth.tokens import Tokens
from graph.errors import BadParameterError, TokensFileError, UnknownNameError

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_token_is_found_by_its_secret_and_by_nothing_else(tokens: Tokens) -> None:
    token, secret = tokens.new("editor", "王工")
    tokens.new("reader")

    assert tokens.find(secret) == token
    assert (token.role, token.name) == ("editor", "王工")
    for other in ("", "x", secret[:-1], f"{secret} ", token.sha256, token.id, "令牌"):
        assert tokens.find(other) is None


def test_the_file_holds_the_sha256_of_the_secret_and_not_the_secret(
    tokens: Tokens, file: Path
) -> None:
    _, secret = tokens.new("admin")
    text = file.read_text("utf-8")

    assert secret not in text
    assert secret.removeprefix("liantu_") not in text
    assert json.loads(text)["tokens"][0]["sha256"] == hashlib.sha256(secret.encode()).hexdigest()


def test_secrets_are_256_bits_and_differ(tokens: Tokens) -> None:
    secrets = {tokens.new("reader")[1] for _ in range(20)}

    assert len(secrets) == 20
    assert {len(each) for each in secrets} == {len("liantu_") + 43}  # 43 × 6 bits


def test_only_its_owner_may_read_the_file_even_after_changes(tokens: Tokens, file: Path) -> None:
    tokens.new("reader")
    file.chmod(0o644)
    tokens.new("reader")

    assert file.stat().st_mode & 0o777 == 0o600
    assert {each.name for each in file.parent.iterdir()} == {"tokens.json", "tokens.json.lock"}


def test_a_token_without_a_name_is_called_by_role_and_id(tokens: Tokens) -> None:
    token, _ = tokens.new("editor")

    assert token.name == f"editor-{token.id}"


def test_a_token_holds_until_its_last_day_is_over(file: Path) -> None:
    _, secret = Tokens(file, lambda: NOON).new("reader", days=2)

    def found(after: timedelta) -> bool:
        return Tokens(file, lambda: NOON + after).find(secret) is not None

    assert found(timedelta(days=2, seconds=-1))
    assert not found(timedelta(days=2))
    assert not Tokens(file, lambda: NOON + timedelta(days=3)).usable()


def test_a_revoked_token_is_gone_at_once_for_who_read_the_file_before(file: Path) -> None:
    running, command = Tokens(file), Tokens(file)
    token, secret = command.new("editor")
    other, kept = command.new("editor")
    seen = (running.find(secret), running.get(token.id))

    command.revoke(token.id)

    assert seen == (token, token)
    assert running.find(secret) is None
    assert running.get(token.id) is None
    assert running.find(kept) == other


def test_a_file_that_is_removed_takes_every_token_with_it(tokens: Tokens, file: Path) -> None:
    _, secret = tokens.new("admin")
    file.unlink()

    assert tokens.find(secret) is None
    assert not tokens.usable()


def test_revoking_what_is_not_there_names_what_is(tokens: Tokens, file: Path) -> None:
    token, _ = tokens.new("reader")
    before = file.read_bytes()

    with pytest.raises(UnknownNameError) as caught:
        tokens.revoke("nothing")

    assert caught.value.suggestions == (token.id,)
    assert file.read_bytes() == before
    assert {each.name for each in file.parent.iterdir()} == {"tokens.json", "tokens.json.lock"}


@pytest.mark.parametrize("name", ["x" * 61, "a\nb", "\x1b[31m"])
def test_a_name_that_would_spoil_a_line_is_refused(tokens: Tokens, name: str) -> None:
    with pytest.raises(BadParameterError):
        tokens.new("reader", name)


def _make(file: Path, count: int) -> None:
    for _ in range(count):
        Tokens(file).new("reader")


def test_no_token_is_lost_when_several_processes_make_some(file: Path) -> None:
    processes = [multiprocessing.Process(target=_make, args=(file, 4)) for _ in range(5)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)

    assert len({each.id for each in Tokens(file).listed()}) == 20


def test_a_draft_left_by_a_killed_command_is_in_nobodys_way(tokens: Tokens, file: Path) -> None:
    _, secret = tokens.new("reader")
    (file.parent / "tokens.json.new").write_text("half")
    tokens.new("editor")

    assert tokens.find(secret) is not None
    assert [each.role for each in tokens.listed()] == ["reader", "editor"]
    assert not (file.parent / "tokens.json.new").exists()


def test_who_waits_too_long_for_another_command_is_told(
    tokens: Tokens, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_lock, "WAITS", 2)
    tokens.new("reader")

    with file_lock.locked(file), pytest.raises(TokensFileError, match="another command"):
        tokens.new("editor")
    tokens.new("editor")

    assert [each.role for each in tokens.listed()] == ["reader", "editor"]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"format": 2, "tokens": []}',
        '{"format": 1, "tokens": [{"id": "a", "role": "boss"}]}',
        '{"format": 1, "tokens": [], "more": 1}',
        "\xff\xfe",
    ],
)
def test_a_file_that_is_none_of_ours_lets_nobody_in(
    tokens: Tokens, file: Path, content: str
) -> None:
    _, secret = tokens.new("admin")
    file.write_bytes(content.encode("latin-1"))

    with pytest.raises(TokensFileError):
        tokens.find(secret)
    with pytest.raises(TokensFileError):
        tokens.new("admin")
    assert file.read_bytes() == content.encode("latin-1")


def test_a_file_that_others_may_write_lets_nobody_in(tokens: Tokens, file: Path) -> None:
    _, secret = tokens.new("admin")
    file.chmod(0o666)

    with pytest.raises(TokensFileError, match="chmod 600"):
        Tokens(file).find(secret)


def test_a_folder_in_the_files_place_is_said(file: Path) -> None:
    file.mkdir(parents=True)

    with pytest.raises(TokensFileError):
        Tokens(file).listed()
    with pytest.raises(TokensFileError):
        Tokens(file).new("reader")
