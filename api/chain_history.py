"""A chain's numbers version by version: the same for route and page."""

from collections.abc import Iterator
from dataclasses import replace

from api.queries import Question
from api.workspaces import Workspaces
from graph.answers.chain_history import chain_point, differing
from graph.answers.echo import echo
from graph.answers.shapes.chain_history import ChainHistoryBody, ChainPoint
from graph.errors import UnknownNameError, UnknownVersionError
from graph.store.contract import Version

LAST = 6
"""Versions that are worked out: each is compiled first, and no more are kept at once than 8."""


def chain_history(
    workspaces: Workspaces, shown: Version, asked: Question, chain: str
) -> ChainHistoryBody:
    """The numbers of a chain in the last versions up to the one `shown`, where they differ.

    Raise `UnknownNameError`.
    """
    if chain not in asked.ws.facts.chains:
        known = tuple(asked.ws.facts.chains)
        raise UnknownNameError(name=chain, what="chain", suggestions=known)
    kept = [v for v in workspaces.store.versions(shown.dataset) if v.number <= shown.number]
    last = sorted(kept, key=lambda each: each.number)[-LAST:]
    return ChainHistoryBody(
        **echo(asked.ws, asked.terms),
        chain=asked.ws.ref("chain", chain),
        looked_at=len(last),
        items=differing(_points(workspaces, last, asked, chain)),
    )


def _points(
    workspaces: Workspaces, versions: list[Version], asked: Question, chain: str
) -> Iterator[ChainPoint]:
    """Work out what can still be read; a region may have been unknown then."""
    for version in versions:
        try:
            then = replace(asked, ws=workspaces.at(version))
            point = chain_point(then.ws, then.terms, chain, version.at)
        except (UnknownNameError, UnknownVersionError):
            continue
        if point:
            yield point
