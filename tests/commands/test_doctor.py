"""`liantu doctor` says what is in order and what is not, and makes nothing."""

import json
import shutil
from pathlib import Path

from api.auth.tokens import Tokens
from tests import templates
from tests.commands.conftest import run_forked


def looked(*arguments: str, **env: str) -> tuple[int, dict[str, tuple[str, str]]]:
    done = run_forked("doctor", "--json", *arguments, **env)
    items = json.loads(done.out)["items"]
    return done.code, {each["about"]: (each["state"], each["seen"]) for each in items}


def test_a_filled_store_and_a_token_are_in_order(tmp_path: Path) -> None:
    store, tokens = tmp_path / "store.sqlite", tmp_path / "tokens.json"
    templates.lay(store, "demo")
    Tokens(tokens).new("editor")
    settings = {"LIANTU_STORE": f"sqlite:///{store}", "LIANTU_TOKENS": str(tokens)}
    code, found = looked(LIANTU_IMPORTS=str(tmp_path), **settings)

    assert code == 0
    assert found["存储"] == ("good", f"sqlite:///{store} (demo v1)")
    assert found["令牌"] == ("good", f"1 个，{tokens}")
    assert found["程序"][1].startswith("liantu ")


def test_what_is_not_there_yet_is_no_fault_and_is_not_made(tmp_path: Path) -> None:
    settings = {
        "LIANTU_STORE": f"sqlite:///{tmp_path}/data/store.sqlite",
        "LIANTU_TOKENS": str(tmp_path / "tokens.json"),
        "LIANTU_IMPORTS": str(tmp_path / "imports"),
    }
    code, found = looked(**settings)

    assert code == 0
    assert found["令牌"][0] == "doubtful"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_store_and_tokens_that_others_may_write_are_told(tmp_path: Path) -> None:
    store, tokens = tmp_path / "store.sqlite", tmp_path / "tokens.json"
    store.write_text("no database, but a text that is long enough to be looked at twice\n" * 9)
    Tokens(tokens).new("editor")
    tokens.chmod(0o666)
    settings = {"LIANTU_STORE": f"sqlite:///{store}", "LIANTU_TOKENS": str(tokens)}
    code, found = looked(**settings)

    assert code == 1
    assert found["存储"][0] == found["令牌"][0] == "bad"
    assert "不是链图的存储" in found["存储"][1]
    assert "chmod 600" in found["令牌"][1]


def test_columns_are_told_with_their_size_and_damage_is_no_fault(tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"
    templates.lay(store, "demo")
    settings = {"LIANTU_STORE": f"sqlite:///{store}", "LIANTU_IMPORTS": str(tmp_path)}
    _code, whole = looked(**settings)
    (file,) = tmp_path.glob("store.sqlite.columns/demo/*/records.json")
    file.write_bytes(file.read_bytes()[:-1])
    _code, damaged = looked(**settings)

    assert whole["demo 的列式缓存"][0] == "good"
    assert whole["demo 的列式缓存"][1].startswith("v1, 0.")
    assert damaged["demo 的列式缓存"][0] == "doubtful"
    assert "records.json" in damaged["demo 的列式缓存"][1]
    shutil.rmtree(file.parent)
    code, missing = looked(**settings)
    assert (code, missing["demo 的列式缓存"]) == (0, ("good", "尚未建立，首次提问时建立"))
