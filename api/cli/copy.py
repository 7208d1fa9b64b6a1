"""`liantu copy`: datasets with their whole history from one store to another."""

import click

from api.cli.command import command
from api.cli.copying import Copied, copied, lines
from api.cli.say import Say
from api.cli.session import Session
from graph.store import open_store


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("把数据集连同全部历史从一个存储复制到另一个；不覆盖已有的数据集。")
    params = [
        click.Argument(["source"], metavar="FROM"),
        click.Argument(["target"], metavar="TO"),
    ]
    return command("copy", say, run, params, about)


def run(session: Session, source: str, target: str) -> None:
    """Copy every dataset, or the one named, or raise before anything is written."""
    login = session.settings.login
    with (
        open_store(source, create=False, read_only=True, login=login) as old,
        open_store(target, login=login) as new,
    ):
        body = Copied(source=old.uri, target=new.uri, items=copied(old, new, session.say))
    session.answer(body, lambda: "\n".join(lines(body.items, session.say)))
