"""The store file of a service that asks for tokens: its owner's alone, like the tokens."""

import os
from pathlib import Path

from api.auth.reading import loopback
from api.cli.say import Say
from api.cli.streams import note
from api.settings import Settings

FILE = "sqlite:///"
HELPERS = ("", "-wal", "-shm")


def keep_private(settings: Settings, say: Say) -> None:
    """Take the rights of others from the store file where reading needs tokens, and say so.

    Else whoever has an account on this machine reads without a token, past the service.
    """
    asks = settings.reading == "tokens" or not loopback(settings.host)
    if os.name != "posix" or not asks or not settings.store.startswith(FILE):
        return
    path = Path(settings.store.removeprefix(FILE)).expanduser()
    for file in (Path(f"{path}{helper}") for helper in HELPERS):
        try:
            if file.stat().st_mode & 0o077:
                file.chmod(file.stat().st_mode & 0o700)
                note(say("查看须令牌，已收回其他用户对存储文件的权限：{file}", file=file))
        except FileNotFoundError:
            continue
        except OSError as error:
            why = error.strerror or str(error)
            note(say("其他用户可读存储文件 {file}，且无法收回权限：{why}", file=file, why=why))
