"""`liantu mcp`: the answers for an assistant, on standard input and output."""

from importlib.util import find_spec

import click

from api.cli.command import command
from api.cli.say import Say
from api.cli.session import Session
from api.workspaces import Workspaces


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("供智能助手以 MCP 协议提问，只读；在标准输入输出上应答，由助手启动。")
    return command("mcp", say, run, [], about)


def run(session: Session) -> None:
    """Answer until the input ends; raise `click.ClickException` where the protocol is missing."""
    if find_spec("mcp") is None:
        raise click.ClickException(session.say("未装 MCP：pip install 'liantu[mcp]'"))
    from api.mcp.server import serve  # noqa: PLC0415 - heavy, and not everybody has it

    with session.filled_store() as store:
        serve(Workspaces(store, session.settings.dataset), session.settings)
