"""`liantu token`: who may read, edit and administer where reading is not open, and edit at all."""

import getpass
import os

import click

from api.auth.audit_log import AuditLog
from api.auth.roles import ROLES, AccessRole
from api.auth.tokens import Token, Tokens, utc_now
from api.cli.command import Commands, command
from api.cli.say import Say
from api.cli.session import Session
from api.cli.streams import note
from api.cli.tables import Column, table
from graph.answers.shapes.trail import TrailEntry
from graph.model import Record


class TokenItem(Record):
    """A token without its hash."""

    id: str
    role: AccessRole
    name: str
    created: str
    expires: str | None
    expired: bool


class NewToken(TokenItem):
    """A token with its secret, which is shown this once."""

    token: str


class TokenItems(Record):
    """All tokens."""

    items: tuple[TokenItem, ...]


def build(say: Say) -> click.Command:
    """Build the command with its own commands."""
    about = say("访问令牌：生成、列出、撤销。")
    built = Commands("token", help=about, commands=[_new(say), _list(say), _revoke(say)])
    built.say = say
    return built


def _new(say: Say) -> click.Command:
    about = say("生成令牌并显示一次：reader 只读、editor 编辑、admin 管理。")
    params: list[click.Parameter] = [
        click.Argument(["role"], type=click.Choice(ROLES), metavar="ROLE"),
        click.Option(["--name"], default="", help=say("给谁，记入历史")),
        click.Option(
            ["--expires"],
            type=click.IntRange(1, 36_500),
            metavar="DAYS",
            help=say("几天后失效，默认不失效"),
        ),
    ]
    return command("new", say, make, params, about)


def _list(say: Say) -> click.Command:
    about = say("列出令牌（不含令牌本身）。")
    return command("list", say, show, [], about)


def _revoke(say: Say) -> click.Command:
    about = say("撤销令牌，立即生效。")
    params = [click.Argument(["token_id"], metavar="ID")]
    return command("revoke", say, revoke, params, about)


def make(session: Session, role: AccessRole, name: str, expires: int | None) -> None:
    """Make a token; its secret is the answer, what to know of it goes beside it."""
    token, secret = Tokens(session.tokens_file).new(role, name, expires)
    _note(session, f"token new {role} {token.id}")
    say, new = session.say, NewToken(**_item(token).model_dump(), token=secret)
    note(
        say(
            "令牌 {id}（{name}，{role}）只显示这一次，请妥善保存：",
            id=token.id,
            name=token.name,
            role=role,
        )
    )
    session.answer(new, lambda: secret)


def show(session: Session) -> None:
    """List the tokens."""
    items = tuple(_item(token) for token in Tokens(session.tokens_file).listed())
    session.answer(TokenItems(items=items), lambda: _text(items, session.say))


def revoke(session: Session, token_id: str) -> None:
    """Revoke a token; raise `UnknownNameError` with the ids there are."""
    token = Tokens(session.tokens_file).revoke(token_id)
    _note(session, f"token revoke {token.id}")
    session.answer(
        _item(token),
        lambda: session.say("已撤销令牌 {id}（{name}）", id=token.id, name=token.name),
    )


def _note(session: Session, command: str) -> None:
    entry = TrailEntry(number=0, time="", outcome="done", by=_user(), method="liantu", path=command)
    AuditLog.next_to(session.tokens_file).add(entry)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run as a number without a name
        return f"uid {os.getuid()}"


def _item(token: Token) -> TokenItem:
    return TokenItem(
        id=token.id,
        role=token.role,
        name=token.name,
        created=token.created.isoformat(),
        expires=token.expires.isoformat() if token.expires else None,
        expired=not token.holds(utc_now()),
    )


def _text(items: tuple[TokenItem, ...], say: Say) -> str:
    if not items:
        return say("还没有令牌")
    columns = [
        Column(heading)
        for heading in (
            *("ID", say("角色"), say("给谁")),
            *(say("生成于"), say("失效于")),
        )
    ]
    rows = [[each.id, each.role, each.name, each.created[:10], _end(each, say)] for each in items]
    return table(columns, rows)


def _end(item: TokenItem, say: Say) -> str:
    day = item.expires[:10] if item.expires else say("不失效")
    return day + (say("（已过期）") if item.expired else "")
