"""Whatever goes wrong is one clear sentence and an exit code, never a stack trace."""

import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest

from api.cli import main
from seeds import FOLDER
from tests.commands.conftest import Done, Run, run_forked
from tests.stores.processes import give_up_rights, run_in_child

WRONG_USE = [
    (),
    ("nonsense",),
    ("missing",),
    ("missing", "bicycle", "--nonsense"),
    ("missing", "bicycle", "--depth", "0"),
    ("missing", "bicycle", "--boundary", "everything"),
    ("missing", "bicycle", "--inputs", "love"),
    ("missing", "bicycle", "--horizon", "someday"),
    ("missing", "bicycle", "--lang", "fr"),
    ("gaps", "--kind", "nice"),
    ("gaps", "--limit", "0"),
    ("gaps", "--cursor", "x"),
    ("gaps", "--sort", "colour"),
    ("export", "nothing.csv"),
    ("chains", "--store", "mysql://localhost"),
    ("serve", "--host", "0.0.0.0"),  # noqa: S104 - refused
    ("serve", "--host", "::"),
    ("serve", "--port", "x"),
]
NOT_THERE = [
    ("missing", "nothing_like_this"),
    ("why-not", "nothing_like_this"),
    ("show", "nothing_like_this"),
    ("show", "derived.qingxi.nothing"),
    ("gaps", "--chain", "nothing_like_this"),
    ("missing", "bicycle", "--region", "nothing_like_this"),
    ("chains", "--dataset", "nothing_like_this"),
    ("check", "/nothing/like/this"),
    ("load", "/nothing/like/this"),
    ("export", "gaps.csv", "-o", "/nothing/like/this/gaps.csv"),
]


def is_a_clear_refusal(done: Done) -> bool:
    return bool(done.err.strip()) and "Traceback" not in done.err and done.out == ""


@pytest.mark.parametrize("command", WRONG_USE, ids=" ".join)
def test_wrong_use_ends_with_2(liantu: Run, command: tuple[str, ...]) -> None:
    done = liantu(*command)

    assert is_a_clear_refusal(done)
    assert done.code == 2


@pytest.mark.parametrize("command", NOT_THERE, ids=" ".join)
def test_what_is_not_there_ends_with_1(liantu: Run, command: tuple[str, ...]) -> None:
    done = liantu(*command)

    assert is_a_clear_refusal(done)
    assert done.code == 1


def test_an_unknown_name_gets_candidates(process: Run) -> None:
    done = process("missing", "自行")

    assert done.err == "没有名为“自行”的环节。可能是：自行车\n"


def test_errors_speak_the_language_that_was_asked_for(liantu: Run) -> None:
    flagged = liantu("missing", "nothing", "--lang", "en")
    configured = liantu("nonsense", LIANTU_LANG="en")

    assert flagged.err.startswith("there is no segment named “nothing”")
    assert configured.err.startswith("No such command")


def test_an_unknown_setting_is_an_error(liantu: Run) -> None:
    done = liantu("chains", LIANTU_STROE="x")

    assert done.code == 2
    assert "LIANTU_STROE" in done.err


@pytest.mark.parametrize("port", ["x", "70000", "-1"])
def test_a_setting_with_an_impossible_value_is_an_error(liantu: Run, port: str) -> None:
    done = liantu("chains", LIANTU_PORT=port)

    assert done.code == 2
    assert "LIANTU_PORT" in done.err


def test_all_errors_of_a_folder_come_at_once(tmp_path: Path) -> None:
    (tmp_path / "dataset.yaml").write_text("dataset: {id: X, nonsense: 1}\n", "utf-8")
    done = run_forked("check", str(tmp_path))
    as_json = run_forked("check", str(tmp_path), "--json")

    assert (done.code, as_json.code) == (1, 1)
    assert "dataset.yaml:1" in done.err
    assert '"valid":false' in as_json.out


def test_a_load_of_a_broken_folder_writes_nothing(tmp_path: Path) -> None:
    folder, store = tmp_path / "broken", tmp_path / "store.sqlite"
    folder.mkdir()
    (folder / "dataset.yaml").write_text("dataset: {id: X}\n", "utf-8")

    done = run_forked("load", str(folder), "--store", f"sqlite:///{store}")

    assert done.code == 1
    assert not store.exists()


def broken_stores(folder: Path) -> dict[str, Path]:
    text, foreign, newer = (folder / f"{name}.sqlite" for name in ("text", "foreign", "newer"))
    text.write_text("this is no database, but a text that is long enough to be looked at\n" * 9)
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    return {"text": text, "foreign": foreign, "newer": newer}


@pytest.mark.parametrize("name", ["text", "foreign"])
def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path, name: str) -> None:
    file = broken_stores(tmp_path)[name]
    before = file.read_bytes()

    done = run_forked("chains", "--store", f"sqlite:///{file}")

    assert done.code == 1
    assert is_a_clear_refusal(done)
    assert "不是链图的存储" in done.err
    assert file.read_bytes() == before


def test_a_store_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    run_forked("load", "demo", "--store", f"sqlite:///{file}")
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()

    done = run_forked("chains", "--store", f"sqlite:///{file}")

    assert done.code == 1
    assert is_a_clear_refusal(done)
    assert "9999" in done.err


def test_a_folder_in_the_place_of_the_store_is_one_sentence(tmp_path: Path) -> None:
    done = run_forked("chains", "--store", f"sqlite:///{tmp_path}")

    assert done.code == 1
    assert is_a_clear_refusal(done)


def test_a_store_that_may_only_be_read_answers_but_takes_no_load(
    capfd: pytest.CaptureFixture[str],
) -> None:
    # Below the system's own folder: a user without rights cannot even enter pytest's, nor,
    # perhaps, the folder of this checkout.
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(FOLDER / "demo", Path(folder, "demo"))
        store = f"sqlite:///{folder}/store.sqlite"
        run_forked("load", "demo", "--store", store)
        # What both commands import must be there before the rights are gone.
        main(["load", "demo", "--store", f"{store}.other"])
        main(["chains", "--store", f"{store}.other"])
        Path(folder, "store.sqlite").chmod(0o444)
        Path(folder).chmod(0o555)
        capfd.readouterr()

        def ask() -> None:
            give_up_rights()
            assert main(["chains", "--json", "--store", store]) == 0
            assert main(["load", f"{folder}/demo", "--store", store]) == 1

        code = run_in_child(ask)
        said = capfd.readouterr()
        Path(folder).chmod(0o755)

    assert code == 0, said.err
    assert '"dataset":"demo"' in said.out
    assert "只读" in said.err
