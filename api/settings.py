"""Settings: one frozen value, read once by the command line and passed on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeVar, get_args

from api.credentials import read_login
from api.serving import (
    LIMIT_NAMES,
    LOOPBACK,
    ServingLimits,
    read_limits,
    read_proxies,
    read_root_path,
)
from graph.analysis.leads import USUAL_DAYS, StageDays, parse_stage_days
from graph.errors import BadParameterError, UnknownSettingError
from graph.model.vocabulary import Lang
from graph.store import Login

PREFIX = "LIANTU_"
T = TypeVar("T")
LANGS: Mapping[str, Lang] = {"zh": "zh", "en": "en"}
NAMES = (
    "STORE",
    "NEO4J_USER",
    "NEO4J_PASSWORD",
    "NEO4J_PASSWORD_FILE",
    "DATASET",
    "LANG",
    "HOST",
    "PORT",
    "TOKENS",
    "IMPORTS",
    "READING",
    "LOG_LEVEL",
    "PROXIES",
    "ROOT_PATH",
    "STAGE_DAYS",
    *LIMIT_NAMES.values(),
)
VARIABLES = tuple(f"{PREFIX}{name}" for name in NAMES)
LogLevel = Literal["debug", "info", "warning", "error"]
LOG_LEVELS: Mapping[str, LogLevel] = {each: each for each in get_args(LogLevel)}
ReadingRule = Literal["loopback", "tokens"]
READINGS: Mapping[str, ReadingRule] = {each: each for each in get_args(ReadingRule)}


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the store is, which dataset and language hold by default, where to listen.

    `dataset` null means the only one of the store. `login` is for stores that are servers.
    `tokens` is the file of the tokens; null means that there are none. `imports` is the folder of
    what is kept for imports (templates, further headers); null keeps nothing. `reading` says who
    reads without a token: whoever is on this machine (`loopback`), or nobody (`tokens`). `proxies`
    are the addresses that may say for whom they ask, `root_path` is what stands before every path.
    `stage_days` is how long each stage of a lead may take.
    """

    store: str
    dataset: str | None = None
    lang: Lang = "zh"
    host: str = "127.0.0.1"
    port: int = 8000
    login: Login | None = None
    tokens: Path | None = None
    imports: Path | None = None
    reading: ReadingRule = "loopback"
    log_level: LogLevel = "info"
    proxies: tuple[str, ...] = LOOPBACK
    root_path: str = ""
    limits: ServingLimits = field(default_factory=ServingLimits)
    stage_days: StageDays = field(default_factory=lambda: USUAL_DAYS)


@dataclass(frozen=True, slots=True)
class Flags:
    """What the command line gave; null leaves it to the environment."""

    store: str | None = None
    dataset: str | None = None
    lang: str | None = None
    host: str | None = None
    port: int | None = None
    root_path: str | None = None


def read_settings(environ: Mapping[str, str], flags: Flags) -> Settings:
    """Flags before `LIANTU_` variables before defaults; an empty variable counts as none.

    Raises `UnknownSettingError` for a `LIANTU_` variable that does not exist and
    `BadParameterError` for a value that cannot be.
    """
    for name in sorted(environ):
        if name.startswith(PREFIX) and name not in VARIABLES:
            raise UnknownSettingError(name=name, allowed=", ".join(VARIABLES))
    return Settings(
        store=flags.store or environ.get("LIANTU_STORE") or default_store(),
        dataset=flags.dataset or environ.get("LIANTU_DATASET") or None,
        lang=read_lang(flags.lang or environ.get("LIANTU_LANG") or "zh"),
        host=flags.host or environ.get("LIANTU_HOST") or "127.0.0.1",
        port=_port(environ.get("LIANTU_PORT") or "8000") if flags.port is None else flags.port,
        login=read_login(environ),
        tokens=Path(environ["LIANTU_TOKENS"]) if environ.get("LIANTU_TOKENS") else None,
        imports=Path(environ["LIANTU_IMPORTS"]) if environ.get("LIANTU_IMPORTS") else None,
        reading=_one_of(READINGS, "LIANTU_READING", environ, "loopback"),
        log_level=_one_of(LOG_LEVELS, "LIANTU_LOG_LEVEL", environ, "info"),
        proxies=read_proxies(environ.get("LIANTU_PROXIES")),
        root_path=read_root_path(flags.root_path or environ.get("LIANTU_ROOT_PATH")),
        limits=read_limits(environ),
        stage_days=parse_stage_days(environ.get("LIANTU_STAGE_DAYS") or ""),
    )


def read_lang(text: str) -> Lang:
    """Read `zh` or `en`; raise `BadParameterError`."""
    if text not in LANGS:
        raise BadParameterError(parameter="lang", value=text, allowed=", ".join(LANGS))
    return LANGS[text]


def default_store() -> str:
    """`sqlite:///` and a file in the user's own data directory."""
    return f"sqlite:///{_data_folder() / 'liantu.sqlite'}"


def default_tokens() -> Path:
    """A file in the user's own data directory."""
    return _data_folder() / "tokens.json"


def default_imports() -> Path:
    """A folder in the user's own data directory."""
    return _data_folder() / "imports"


def columns_folder() -> Path:
    """A folder in the user's own data directory, for what a server's versions compile to."""
    return _data_folder() / "columns"


def _data_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - only where a place was not given

    return Path(user_data_path("liantu", appauthor=False))


def _one_of(choices: Mapping[str, T], name: str, environ: Mapping[str, str], default: T) -> T:
    text = environ.get(name)
    if not text:
        return default
    if text not in choices:
        raise BadParameterError(parameter=name, value=text, allowed=", ".join(choices))
    return choices[text]


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= 65_535:
        return int(text)
    raise BadParameterError(parameter="LIANTU_PORT", value=text, allowed="0–65535")
