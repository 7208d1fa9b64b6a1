"""Consoles of any encoding, readers who hang up, and help."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from api.cli.streams import json_bytes
from graph.model.printable import has_hidden
from tests.commands.conftest import LIANTU, ROOT, Run, environ
from tests.patience import PATIENCE


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_a_plain_locale_still_speaks_chinese(process: Run, locale: str) -> None:
    done = process("missing", "自行车", LC_ALL=locale, LANG=locale)

    assert done.code == 0
    assert "同步带" in done.out


def test_an_ascii_console_gets_question_marks_and_names_are_still_understood(process: Run) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = process("missing", "自行车", "--lang", "en", **plain)

    assert done.code == 0
    assert "Timing belt" in done.out


@pytest.mark.parametrize("command", [("missing", "自行车"), ("gaps",), ("chains",), ("--help",)])
def test_a_gbk_console_can_read_it(process: Run, command: tuple[str, ...]) -> None:
    done = process(*command, encoding="gbk", PYTHONIOENCODING="gbk")

    assert done.code == 0
    assert "链" in done.out


def test_errors_reach_a_gbk_console(process: Run) -> None:
    done = process("missing", "没有的东西", encoding="gbk", PYTHONIOENCODING="gbk")

    assert done.code == 1
    assert "没有名为" in done.err


def test_json_is_utf_8_on_every_console(process: Run) -> None:
    plain = process("missing", "自行车", "--json")
    gbk = process("missing", "自行车", "--json", PYTHONIOENCODING="gbk")

    assert gbk.raw == plain.raw


@pytest.mark.parametrize("width", ["40", "80", "200"])
def test_a_table_keeps_to_the_width_of_the_window(process: Run, width: str) -> None:
    done = process("gaps", COLUMNS=width)

    def columns(line: str) -> int:
        return sum(2 if ord(char) > 0x2E80 else 1 for char in line)

    table = [line for line in done.out.splitlines() if line.startswith(" ")]
    assert table
    assert max(map(columns, table)) <= int(width)


def test_nothing_is_coloured_where_nobody_looks(process: Run) -> None:
    done = process("gaps")

    assert "\x1b" not in done.out


def finished(command: Sequence[str], store: str) -> "subprocess.CompletedProcess[str]":
    """What a program of its own said over this store."""
    return subprocess.run(
        command,
        env=environ(LIANTU_STORE=store),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )


def test_a_reader_who_hangs_up_is_no_error(demo_store: str) -> None:
    # `true` reads nothing and is gone long before the answer is written.
    command = f"{' '.join(LIANTU)} gaps | true; echo ${{PIPESTATUS[0]}}"
    done = finished(["bash", "-c", command], demo_store)

    assert done.stdout.strip() == "0"
    assert done.stderr == ""


def test_help_is_in_the_language_that_was_asked_for(process: Run) -> None:
    chinese, english = process("--help"), process("--lang", "en", "--help")
    of_command = process("missing", "--lang", "en", "--help")

    assert "用法：" in chinese.out
    assert "Usage:" in english.out
    assert "List what is missing upstream" in of_command.out


def test_the_list_of_commands_says_something_of_each(process: Run) -> None:
    for language in ("zh", "en"):
        listed = process("--lang", language, "--help").out
        assert "..." not in listed.replace("[ARGS]...", "")
    assert "  export      Write a file" in listed
    assert "  backup      Back the store up" in listed


def test_the_version_is_one_line(process: Run) -> None:
    done = process("--version")

    assert done.code == 0
    assert done.out.startswith("liantu ")
    assert done.out.count("\n") == 1


def test_other_commands_do_without_the_web_and_workbooks(demo_store: str) -> None:
    code = (
        "import sys; sys.argv = ['liantu', 'missing', '自行车']; from api.cli import main; main();"
        "print(sorted({'fastapi', 'uvicorn', 'starlette', 'numpy',"
        " 'networkx', 'jinja2', 'openpyxl', 'mcp'}"
        " & {name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = finished([LIANTU[0], "-c", code], demo_store)

    assert done.stderr.strip() == "[]"


def test_what_a_name_holds_is_no_command_to_the_console(liantu: Run, tmp_path: Path) -> None:
    file = tmp_path / "名\x1b]0;标题\x07单.csv"
    file.write_text("企业,产品\n大河\x1b[2J厂,不存在\x9b31m\u202e\n", "utf-8")

    for arguments in ((), ("--json",), ("--lang", "en")):
        done = liantu("import", str(file), *arguments)

        assert "不存在31m" in done.raw.decode() + done.err
        assert not has_hidden(done.raw.decode() + done.err)


@pytest.mark.parametrize("text", ["飞轮\x9b31m", "飞轮\u202e车", "飞轮\x7f", "正常"])
def test_json_says_the_same_without_characters_that_a_console_obeys(text: str) -> None:
    body = json.dumps({"name": text}, ensure_ascii=False)

    assert json.loads(json_bytes(body)) == {"name": text}
    assert not has_hidden(json_bytes(body).decode().rstrip("\n"))
