"""Access tokens: a file with their hashes, read again whenever it has changed.

A token is 256 random bits. A slow, salted hash protects passwords because people choose what can
be guessed; nobody can guess one of 2**256 values, so one SHA-256 is enough here.
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, ValidationError

from api.auth.file_lock import locked
from api.auth.roles import AccessRole
from graph.errors import BadParameterError, TokensFileError, UnknownNameError
from graph.model import Record

PREFIX = "liantu_"
"""So that programs that look for leaked secrets, and people, know what it is."""
LONGEST_NAME = 60
MOST_DAYS = 36_500


class Token(Record):
    """What is kept of a token: all but the secret itself."""

    id: str
    role: AccessRole
    name: str
    sha256: str
    created: AwareDatetime
    expires: AwareDatetime | None = None

    def holds(self, now: datetime) -> bool:
        """Whether it has not expired."""
        return self.expires is None or now < self.expires


class TokensFile(Record):
    """The content of the file."""

    format: Literal[1] = 1
    tokens: tuple[Token, ...] = ()


Signature = tuple[int, int, int]


def utc_now() -> datetime:
    """The time, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


class Tokens:
    """The tokens of one file; without a file, or before it is made, there are none.

    Every method raises `TokensFileError` where the file cannot be read or is none of ours.
    """

    def __init__(self, file: Path | None, clock: Callable[[], datetime] = utc_now) -> None:
        self.file = file
        self._clock = clock
        self._read: tuple[Signature, tuple[Token, ...]] = ((0, 0, 0), ())

    def listed(self) -> tuple[Token, ...]:
        """Every token, expired ones too, the oldest first."""
        if self.file is None:
            return ()
        try:
            signature, tokens = self._read
            if _signature(self.file.stat()) != signature:
                self._read = signature, tokens = _content(self.file)
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise TokensFileError(file=self.file, reason=error.strerror) from error
        return tokens

    def usable(self) -> bool:
        """Whether anybody has a token."""
        now = self._clock()
        return any(token.holds(now) for token in self.listed())

    def find(self, secret: str) -> Token | None:
        """The token that was given out as `secret`; every hash is compared in constant time."""
        digest = _digest(secret)
        found = [each for each in self.listed() if hmac.compare_digest(each.sha256, digest)]
        return self._held(found)

    def get(self, id_: str) -> Token | None:
        """The token with this id, unless it was revoked or has expired."""
        return self._held([each for each in self.listed() if each.id == id_])

    def new(self, role: AccessRole, name: str = "", days: int | None = None) -> tuple[Token, str]:
        """Make a token; the second value is the secret, which is kept nowhere."""
        secret, id_ = PREFIX + secrets.token_urlsafe(32), secrets.token_hex(4)
        now = self._clock()
        token = Token(
            id=id_,
            role=role,
            name=_checked_name(name) or f"{role}-{id_}",
            sha256=_digest(secret),
            created=now,
            expires=None if days is None else now + timedelta(days=_checked_days(days)),
        )
        self._change(lambda tokens: (*tokens, token))
        return token, secret

    def revoke(self, id_: str) -> Token:
        """Forget a token; raises `UnknownNameError` with the ids there are."""
        gone: list[Token] = []

        def without(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
            gone.extend(each for each in tokens if each.id == id_)
            if not gone:
                raise UnknownNameError(
                    name=id_, what="token", suggestions=[each.id for each in tokens]
                )
            return tuple(each for each in tokens if each.id != id_)

        self._change(without)
        return gone[0]

    def _held(self, found: list[Token]) -> Token | None:
        now = self._clock()
        return next((each for each in found if each.holds(now)), None)

    def _change(self, change: Callable[[tuple[Token, ...]], tuple[Token, ...]]) -> None:
        """Write what `change` makes of the tokens: the whole new file or the old one stays."""
        if self.file is None:
            raise TokensFileError(file="LIANTU_TOKENS", reason="no file")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with locked(self.file):
                _replace(self.file, TokensFile(tokens=change(self.listed())))
        except TimeoutError as error:
            reason = "another command is changing it"
            raise TokensFileError(file=self.file, reason=reason) from error
        except OSError as error:
            raise TokensFileError(file=self.file, reason=error.strerror) from error


def _replace(file: Path, content: TokensFile) -> None:
    """Write a draft and put it in the place of the file; what a crash left of one is cleared."""
    draft = file.with_name(file.name + ".new")
    draft.unlink(missing_ok=True)
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(content.model_dump_json(indent=2).encode() + b"\n")
            out.flush()
            os.fsync(out.fileno())
        draft.replace(file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _content(file: Path) -> tuple[Signature, tuple[Token, ...]]:
    with file.open("rb") as opened:
        state = os.fstat(opened.fileno())
        content = opened.read()
    if os.name == "posix" and state.st_mode & 0o022:
        raise TokensFileError(file=file, reason="others may write it (chmod 600)")
    try:
        return _signature(state), TokensFile.model_validate_json(content).tokens
    except ValidationError as error:
        raise TokensFileError(file=file, reason=str(error.errors()[0]["msg"])) from error


def _signature(state: os.stat_result) -> Signature:
    return state.st_mtime_ns, state.st_size, state.st_ino


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _checked_name(name: str) -> str:
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise BadParameterError(
            parameter="name", value=name[:LONGEST_NAME], allowed=f"≤ {LONGEST_NAME}"
        )
    return name.strip()


def _checked_days(days: int) -> int:
    if not 0 < days <= MOST_DAYS:
        raise BadParameterError(parameter="expires", value=days, allowed=f"1–{MOST_DAYS}")
    return days
