"""`liantu load`: check a dataset folder, then write it in one transaction."""

import click

from api.cli.command import command
from api.cli.datasets import folder
from api.cli.progress import progress
from api.cli.say import Say
from api.cli.session import Session
from api.publishing import publish
from graph.load import load_dataset
from graph.model import Record


class Loaded(Record):
    """The version after a load; `written` is false where the folder changed nothing."""

    dataset: str
    version: int
    edition: str
    written: bool
    added: int
    changed: int
    removed: int


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("校验数据集目录并一次写入存储；默认随附的数据集。")
    path = click.Argument(["path"], required=False, metavar=say("[目录]"))
    return command("load", say, run, [path], about)


def run(session: Session, path: str | None) -> None:
    """Load the folder, or raise `InvalidDataError` with all its errors and write nothing."""
    say = session.say
    with progress(say("正在校验…")):
        seed = load_dataset(folder(path))
    with session.store() as store:
        known = {dataset.id for dataset in store.datasets()}
        before = store.current(seed.dataset.id).number if seed.dataset.id in known else 0
        with progress(say("正在写入…")):
            version = store.load(seed)
            publish(store, version)
    loaded = Loaded(
        dataset=version.dataset,
        version=version.number,
        edition=version.edition,
        written=version.number > before,
        added=version.added,
        changed=version.changed,
        removed=version.removed,
    )
    session.answer(loaded, lambda: _text(loaded, say))


def _text(loaded: Loaded, say: Say) -> str:
    name, number = loaded.dataset, loaded.version
    if not loaded.written:
        return say("数据集 {name} 没有变化，仍为版本 {number}", name=name, number=number)
    return say(
        "已载入数据集 {name} 版本 {number}：新增 {added}，修改 {changed}，删除 {removed}",
        name=name,
        number=number,
        added=loaded.added,
        changed=loaded.changed,
        removed=loaded.removed,
    )
