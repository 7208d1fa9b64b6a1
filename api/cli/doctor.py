"""`liantu doctor`: whether everything is in order for the program to work here."""

import click

from api.checkup import CheckItem, checkup
from api.cli.command import command
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from graph.message import _

STATES = {"good": _("好"), "doubtful": _("请留意"), "bad": _("有问题")}


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("检查程序、存储、权限、磁盘与字体；有问题时以 1 退出。")
    return command("doctor", say, run, [], about)


def run(session: Session) -> int:
    """Print what was found; 1 where something stops the program."""
    found = checkup(session.settings, session.say.lang)
    session.answer(found, lambda: _text(session.say, found.items))
    return 0 if found.sound else 1


def _text(say: Say, items: tuple[CheckItem, ...]) -> str:
    columns = [Column(say("检查项")), Column(say("状态")), Column(say("所见"), ratio=1)]
    return table(columns, [(each.about, say(STATES[each.state]), each.seen) for each in items])
