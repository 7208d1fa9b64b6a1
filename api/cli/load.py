"""`liantu load`: check a dataset folder, or files of any size, then write in one transaction."""

import getpass
from datetime import date
from pathlib import Path

import click

from api.cli.command import command
from api.cli.datasets import folder
from api.cli.import_options import choices_of, reading_options
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
    about = say(
        "校验数据集目录并一次写入存储，默认随附的数据集；或把任意大的 CSV、Parquet 建成 "
        "--dataset 所说的数据集。"
    )
    path = click.Argument(["paths"], nargs=-1, metavar=say("[目录|文件…]"))
    return command("load", say, run, [path, *_options(say)], about)


def _options(say: Say) -> list[click.Parameter]:
    report = click.Path(dir_okay=False, path_type=Path)
    return [
        *reading_options(say),
        click.Option(["--sound-only"], is_flag=True, help=say("有行被拒绝时只导入其余行")),
        click.Option(["--by"], metavar=say("姓名"), help=say("谁填报，默认当前用户")),
        click.Option(["--report"], type=report, help=say("把每一行的结果写到此 CSV")),
        click.Option(["--rejected"], type=report, help=say("把被拒绝的行写到此 CSV")),
    ]


def run(  # noqa: PLR0913, PLR0917 - the options of the command
    session: Session,
    paths: tuple[str, ...],
    kinds: tuple[str, ...],
    columns: tuple[str, ...],
    values: tuple[str, ...],
    sound_only: bool,  # noqa: FBT001
    by: str | None,
    report: Path | None,
    rejected: Path | None,
) -> int:
    """Load a folder, or files; raise an error with what is wrong and write nothing."""
    if not any(_names_file(Path(each)) for each in paths):
        return _load_folder(session, paths)
    # Imported here: what reads tables is wanted by no folder.
    from api.cli.load_files import FilesTold, load  # noqa: PLC0415

    told = FilesTold(
        paths=tuple(map(Path, paths)),
        by=by or getpass.getuser(),
        today=date.today().isoformat(),
        wanted=choices_of(kinds, columns, values, session.say),
        sound_only=sound_only,
        report=report,
        rejected=rejected,
    )
    return load(session, told)


def _names_file(path: Path) -> bool:
    """Whether it is a file, or would be by its name if it were there."""
    return path.is_file() or (not path.exists() and path.suffix.lower() in {".csv", ".parquet"})


def _load_folder(session: Session, paths: tuple[str, ...]) -> int:
    say = session.say
    if len(paths) > 1:
        raise click.UsageError(say("一次只载入一个目录；文件可以有多个"))
    with progress(say("正在校验…")):
        seed = load_dataset(folder(paths[0] if paths else None))
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
    return 0


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
