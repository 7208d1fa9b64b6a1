"""`liantu backup`: everything in the store as one file, which is itself a store."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from api.cli.atomic import replacing
from api.cli.command import command
from api.cli.copying import Copied, CopiedItem, copied, lines
from api.cli.progress import progress
from api.cli.say import Say
from api.cli.session import Session
from graph.errors import BadParameterError
from graph.store import GraphStore, open_store
from graph.store.in_use import is_open


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("把存储备份成一个 SQLite 文件，可直接打开，也可用 copy 恢复。")
    file = click.Argument(["file"], metavar="FILE", type=click.Path(path_type=Path))
    overwrite = click.Option(
        ["--overwrite"],
        is_flag=True,
        help=say("文件已存在时替换它"),
    )
    return command("backup", say, run, [file, overwrite], about)


def run(session: Session, file: Path, *, overwrite: bool) -> None:
    """Write the file whole, or raise and leave what was there as it was."""
    say, settings = session.say, session.settings
    with open_store(settings.store, create=False, read_only=True, login=settings.login) as store:
        reason = _in_the_way(file, store.uri, overwrite=overwrite, say=say)
        if reason:
            raise click.FileError(str(file), reason)
        with replacing(file, say) as partial:
            # A store would make the folder too, even that of a disk that is not mounted.
            partial.touch(0o600, exist_ok=False)
            with open_store(f"sqlite:///{partial.absolute()}") as target:
                items = copied(store, target, say)
            if file.exists():
                drill(partial, items, say)
        body = Copied(source=store.uri, target=f"sqlite:///{file.absolute()}", items=items)
    wrote = say("已写入 {file}", file=file)
    session.answer(body, lambda: "\n".join([*lines(items, say), wrote]))


def _in_the_way(file: Path, store: str, *, overwrite: bool, say: Say) -> str | None:
    """Why the file must not be written; nothing if it may be."""
    if not file.exists():
        return None
    if store.startswith("sqlite:") and file.samefile(store.removeprefix("sqlite:///")):
        return say("这就是存储本身")
    if is_open(file):
        return say("正被使用")
    if not overwrite:
        return say("文件已存在；要替换请加 --overwrite")
    return None


def drill(backup: Path, items: Sequence[CopiedItem], say: Say) -> None:
    """Restore a new backup, before the old one goes; raise `click.FileError` if that fails."""
    with (
        progress(say("正在演练恢复…")),
        TemporaryDirectory(dir=backup.parent, prefix=f".{backup.name}.") as folder,
        open_store(f"sqlite:///{backup.absolute()}", create=False, read_only=True) as new,
        open_store(f"sqlite:///{Path(folder).absolute()}/drill.sqlite") as other,
    ):
        if not all(_restores(new, other, item) for item in items):
            raise click.FileError(str(backup), say("新备份未能恢复，旧备份保持不变"))


def _restores(backup: GraphStore, to: GraphStore, item: CopiedItem) -> bool:
    archive = backup.archive(item.dataset)
    try:
        version = to.restore(archive)
    except BadParameterError:  # it is no whole history
        return False
    whole = to.archive(item.dataset) == archive and version.number == item.version
    return whole and to.read(item.dataset) == backup.read(item.dataset)
