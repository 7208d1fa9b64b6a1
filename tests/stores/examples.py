"""A small dataset that the contract tests share."""

from graph.model import AnyRecord
from tests.support import (
    chain,
    enterprise,
    group,
    industry,
    makes,
    region,
    segment,
)

BIKES = (
    industry("vehicles"),
    chain("bikes", "vehicles"),
    region("district"),
    segment("bike"),
    segment("frame"),
    group("bike", "frame"),
    enterprise("acme"),
    makes("acme", "frame"),
)


def ids(records: tuple[AnyRecord, ...]) -> list[str]:
    return [record.id for record in records]
