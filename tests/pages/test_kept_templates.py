"""Compiled templates are kept between processes, and no page hangs on that."""

from pathlib import Path

from jinja2 import DictLoader, Environment

from viz.kept_templates import kept_templates


def shown(cache: Path, source: str) -> str:
    jinja = Environment(
        loader=DictLoader({"page": source}), bytecode_cache=kept_templates(cache), autoescape=True
    )
    return jinja.get_template("page").render()


def kept(cache: Path) -> list[bytes]:
    return [path.read_bytes() for path in cache.rglob("*.cache")]


def test_a_template_is_kept_and_read_again(tmp_path: Path) -> None:
    assert shown(tmp_path, "{{ 1 + 1 }}") == "2"
    (found,) = kept(tmp_path)

    assert shown(tmp_path, "{{ 1 + 1 }}") == "2"
    assert kept(tmp_path) == [found]


def test_another_text_is_compiled_anew(tmp_path: Path) -> None:
    shown(tmp_path, "{{ 1 + 1 }}")

    assert shown(tmp_path, "{{ 1 + 2 }}") == "3"


def test_only_its_owner_may_write_to_what_is_kept(tmp_path: Path) -> None:
    shown(tmp_path / "cache", "")

    (folder,) = (tmp_path / "cache").iterdir()
    assert folder.stat().st_mode & 0o077 == 0


def test_without_a_folder_pages_are_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("no folder")

    assert kept_templates(tmp_path / "taken") is None
    assert shown(tmp_path / "taken", "{{ 1 + 1 }}") == "2"


def test_what_is_broken_or_gone_is_compiled_anew(tmp_path: Path) -> None:
    shown(tmp_path, "{{ 1 + 1 }}")
    (found,) = tmp_path.rglob("*.cache")
    found.write_bytes(b"broken")
    assert shown(tmp_path, "{{ 1 + 1 }}") == "2"

    kept_in = kept_templates(tmp_path)
    found.unlink()
    found.parent.rmdir()
    jinja = Environment(loader=DictLoader({"page": "2"}), bytecode_cache=kept_in, autoescape=True)
    assert jinja.get_template("page").render() == "2"
