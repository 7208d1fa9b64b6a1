"""Who asks a store that is a server: read out of the environment, never off a command line."""

from collections.abc import Mapping
from pathlib import Path

from graph.errors import BadParameterError
from graph.message import Message, _
from graph.store import Login

USER, PASSWORD, PASSWORD_FILE = (
    f"LIANTU_NEO4J_{name}" for name in ("USER", "PASSWORD", "PASSWORD_FILE")
)


def read_login(environ: Mapping[str, str]) -> Login | None:
    """The login, or nothing where there is no password; the user is `neo4j` unless named.

    Raises `BadParameterError` for a password that is given twice, or a file that holds none.
    """
    password, file = environ.get(PASSWORD), environ.get(PASSWORD_FILE)
    if password and file:
        raise _refused(file, _("与 {password} 只能设一个", password=PASSWORD))
    if file:
        password = _password_in(file)
    return Login(environ.get(USER) or "neo4j", password) if password else None


def _password_in(file: str) -> str:
    try:
        # Editors leave a line end, some of them a byte order mark too.
        password = Path(file).read_text("utf-8-sig").rstrip("\r\n")
    except (OSError, ValueError) as error:
        raise _refused(file, _("可读的 UTF-8 文件")) from error
    if not password or "\n" in password:
        raise _refused(file, _("只有一行密码的文件"))
    return password


def _refused(file: str, allowed: Message) -> BadParameterError:
    return BadParameterError(parameter=PASSWORD_FILE, value=file, allowed=allowed)
