"""`liantu serve`: the HTTP interface and the pages on this machine."""

import gc
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from threading import Event, Thread, Timer
from types import FrameType
from typing import TYPE_CHECKING

import click

from api.auth.reading import loopback
from api.auth.tokens import Tokens
from api.cli.command import command
from api.cli.private_store import keep_private
from api.cli.say import Say
from api.cli.session import Session
from api.cli.streams import note
from api.settings import Settings
from graph.errors import (
    LiantuError,
    NoSuchAddressError,
    NotLoopbackError,
    PortTakenError,
    StoreUnavailableError,
)
from graph.store.neo4j_address import SCHEMES

if TYPE_CHECKING:
    from api.http.deferred import DeferredApp


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("启动接口与网页；新存储先载入随附的数据集。")
    params = [
        click.Option(["--host"], help=say("地址，默认 127.0.0.1")),
        click.Option(
            ["--port"],
            type=click.IntRange(0, 65_535),
            help=say("端口，默认 8000；0 任选空闲端口"),
        ),
        click.Option(["--root-path"], help=say("所有地址的前缀，如 /liantu；供代理转发时使用")),
    ]
    return command("serve", say, run, params, about)


def run(session: Session) -> None:
    """Serve until SIGINT or SIGTERM; raise a `ServeError` where nothing can listen."""
    from api.http.deferred import DeferredApp  # noqa: PLC0415 - no other command serves
    from api.http.request_log import start_logging  # noqa: PLC0415 - likewise

    tokens = Tokens(session.tokens_file)
    with (
        _stopping(session.settings.limits.end_seconds),
        listening(session.settings, tokens) as listener,
        ExitStack() as closing,
    ):
        _say_who_edits(session.say, tokens)
        # What is listened at, not what it was called, decides who may read.
        settings = replace(
            session.settings,
            host=listener.getsockname()[0],
            tokens=session.tokens_file,
            imports=session.imports_folder,
        )
        deferred = DeferredApp(settings, lambda: closing.enter_context(session.filled_store()))
        stop = Event()
        closing.callback(stop.set)
        start_logging(settings.log_level)
        _open(session, deferred, stop)
        keep_private(settings, session.say)
        _serve(session.say, deferred, settings, listener)


def _open(session: Session, deferred: "DeferredApp", stop: Event) -> None:
    """Open the store, in the background if it is a server that is not there yet."""
    say = session.say
    try:
        deferred.open()
    except StoreUnavailableError as error:
        if session.settings.store.partition("://")[0] not in SCHEMES:
            raise
        note(say("先启动，存储可用后自动接上。") + error.text(say.lang))
    else:
        return

    def changed(error: LiantuError | None) -> None:
        note(say("存储已可用") if error is None else error.text(say.lang))

    Thread(target=deferred.keep_trying, args=(changed, stop), daemon=True).start()


@contextmanager
def listening(settings: Settings, tokens: Tokens) -> Iterator[socket.socket]:
    """A socket at the address; raise a `ServeError` for one that is not ours to listen at."""
    family, address = _address(settings, tokens)
    # Only where the protocol is named does the event loop turn off the 40 ms wait for more data.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(address)
        except OSError as error:
            raise PortTakenError(
                host=settings.host, port=settings.port, reason=error.strerror
            ) from error
        yield listener


def _address(settings: Settings, tokens: Tokens) -> tuple[socket.AddressFamily, tuple[str, int]]:
    try:
        found = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoSuchAddressError(host=settings.host) from error
    for family, _, _, _, address in found:
        if not (loopback(str(address[0])) or tokens.usable()):
            raise NotLoopbackError(host=settings.host)
        return family, (str(address[0]), settings.port)
    raise NoSuchAddressError(host=settings.host)


def _say_who_edits(say: Say, tokens: Tokens) -> None:
    if not tokens.usable():
        note(say("尚无令牌，只能查看；要编辑先运行 liantu token new editor"))


def _serve(say: Say, app: "DeferredApp", settings: Settings, listener: socket.socket) -> None:
    import uvicorn  # noqa: PLC0415 - likewise

    from api.http.connections import HeldConnections, HoldingConfig  # noqa: PLC0415 - likewise

    class Server(uvicorn.Server):
        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            _end_within(settings.limits.end_seconds)
            super().handle_exit(sig, frame)

    connections = HeldConnections(settings.limits, settings.proxies)
    config = HoldingConfig(app, connections)
    listener.listen(config.backlog)
    gc.freeze()  # what was imported stays: to look through it again and again is for nothing
    gc.enable()
    note(say("链图已启动：") + _url(listener))
    note(say("按 Ctrl+C 停止"))
    Server(config).run(sockets=[listener])


def _url(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


@contextmanager
def _stopping(seconds: float) -> Iterator[None]:
    """End with code 0 on SIGINT and SIGTERM, whatever the program is doing at that moment.

    What is still at work after so many seconds is left behind: the store is written in one
    transaction or not at all.
    """

    def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - a handler's signature
        _end_within(seconds)
        raise SystemExit(0)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    try:
        yield
    except SystemExit as error:
        if not error.code:
            _leave_work_behind()
        raise


def _leave_work_behind() -> None:
    """End here where an import is still at work: Python may crash if it tidies up under a thread.

    The store is closed by now, so that nothing more can be written.
    """
    working = (each for each in threading.enumerate() if not isinstance(each, Timer))
    if any(each.daemon for each in working):
        _leave()


def _end_within(seconds: float) -> None:
    """End some seconds from now, whatever waits for whom then; once is enough."""
    if not any(isinstance(each, Timer) for each in threading.enumerate()):
        last = Timer(seconds, _leave)
        last.daemon = True
        last.start()


def _leave() -> None:
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
