"""The files of an export, the same for routes and commands."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from api.questions import GapsWanted, Question, all_gaps
from graph.errors import UnknownNameError


@dataclass(frozen=True, slots=True)
class File:
    """A kind of file: what browsers call it, and what writes it."""

    media_type: str
    write: Callable[[Question, GapsWanted], Iterator[bytes]]


def file(kind: str) -> File:
    """The kind of file with this name; raise `UnknownNameError`."""
    if kind not in FILES:
        raise UnknownNameError(name=kind, what="export", suggestions=tuple(FILES))
    return FILES[kind]


def _gaps_csv(asked: Question, wanted: GapsWanted) -> Iterator[bytes]:
    from graph.exchange import gaps_csv  # noqa: PLC0415 - only where something is exported

    # The body is made before the first line is sent: afterwards no error could be told.
    body = all_gaps(asked, wanted)
    return (line.encode() for line in gaps_csv(body, asked.ws, asked.lang))


FILES: Mapping[str, File] = {"gaps.csv": File("text/csv; charset=utf-8", _gaps_csv)}
