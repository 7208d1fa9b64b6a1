"""`liantu token` as people and scripts use it."""

import json
from pathlib import Path

from api.auth.tokens import Tokens
from tests.commands.conftest import run_forked, run_liantu


def test_a_new_token_is_printed_once_and_holds(file: Path) -> None:
    made = run_forked("token", "new", "editor", "--name", "王工", LIANTU_TOKENS=str(file))
    listed = run_forked("token", "list", LIANTU_TOKENS=str(file))
    secret = made.out.strip()
    token = Tokens(file).find(secret)

    assert made.code == 0
    assert token is not None
    assert (token.name, token.role, token.expires) == ("王工", "editor", None)
    assert "只显示这一次" in made.err
    assert "王工" in listed.out
    assert secret not in listed.out + listed.err


def test_its_json_is_complete(file: Path) -> None:
    made = run_forked("token", "new", "admin", "--expires", "1", "--json", LIANTU_TOKENS=str(file))
    listed = run_forked("token", "list", "--json", LIANTU_TOKENS=str(file))
    new, items = json.loads(made.out), json.loads(listed.out)["items"]

    assert new.pop("token").startswith("liantu_")
    assert items == [new]
    assert items[0]["expires"] > items[0]["created"]


def test_a_revoked_token_is_no_longer_listed(file: Path) -> None:
    token, _ = Tokens(file).new("reader")

    done = run_forked("token", "revoke", token.id, LIANTU_TOKENS=str(file))
    again = run_forked("token", "revoke", token.id, LIANTU_TOKENS=str(file))

    assert done.code == 0
    assert token.id in done.out
    assert again.code == 1
    assert "没有" in again.err
    assert "还没有令牌" in run_forked("token", "list", LIANTU_TOKENS=str(file)).out


def test_wrong_use_is_a_sentence_and_makes_no_file(file: Path) -> None:
    for wrong in (
        ("new",),
        ("new", "boss"),
        ("new", "editor", "--expires", "0"),
        ("new", "editor", "--name", "x" * 61),
        ("lose", "x"),
    ):
        done = run_forked("token", *wrong, LIANTU_TOKENS=str(file))
        assert done.code == 2, wrong
        assert "Traceback" not in done.err
    assert not file.exists()


def test_without_the_setting_the_file_lies_in_the_users_data_directory(tmp_path: Path) -> None:
    done = run_liantu(
        "token", "new", "reader", LIANTU_TOKENS="", XDG_DATA_HOME=str(tmp_path), HOME=str(tmp_path)
    )

    assert done.code == 0
    assert (tmp_path / "liantu" / "tokens.json").is_file()


def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = run_forked("token", "new", "reader", LIANTU_TOKENS=str(tmp_path / "file" / "t.json"))

    assert done.code == 1
    assert "令牌文件" in done.err
    assert "Traceback" not in done.err
