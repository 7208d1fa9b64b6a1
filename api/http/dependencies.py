"""What handlers ask for: dataset and language of a request, its terms, page and filters."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute

from api.http.answering import Asked, Conditions, conditions
from api.http.paging import DEFAULT_LIMIT, MOST, PageWanted
from api.http.services import services_of
from api.queries import (
    EnterprisesWanted,
    GapsWanted,
    SearchType,
    SearchWanted,
    SegmentsWanted,
    TermsWanted,
)
from graph.answers.shapes import GapRows
from graph.model.vocabulary import (
    EnterpriseStatus,
    GapKind,
    GapOrigin,
    Horizon,
    Lang,
    LocalStatus,
    NeedCode,
    Stage,
    Standing,
)

LONGEST = 250
Name = Annotated[str, Query(min_length=1, max_length=LONGEST)]
Order = Annotated[str, Query(max_length=20)]
Dataset = Annotated[
    str | None,
    Query(max_length=LONGEST, description="数据集，默认为唯一的一个 / default: the only one"),
]
Language = Annotated[
    Lang | None, Query(description="默认按 Accept-Language / default: Accept-Language")
]


def asked(request: Request, dataset: Dataset = None, lang: Language = None) -> Asked:
    """Return what the request is about; refuse parameters that the route does not have."""
    refuse_unknown_parameters(request)
    version = services_of(request).workspaces.current(dataset)
    request.state.version = version
    return Asked(conditions(request, lang, (version,)), version)


def asked_of_all(request: Request, lang: Language = None) -> Conditions:
    """Return the conditions of a request about every dataset."""
    refuse_unknown_parameters(request)
    return conditions(request, lang, services_of(request).workspaces.versions())


def refuse_unknown_parameters(request: Request) -> None:
    """A mistyped filter would otherwise give the unfiltered list as if it were the answer."""
    route = request.scope["route"]
    assert isinstance(route, APIRoute)  # noqa: S101 - only these have dependencies
    known = dict.fromkeys(_parameters(route.dependant))
    unknown = sorted(set(request.query_params) - set(known))
    if unknown:
        allowed = ", ".join(known)
        raise RequestValidationError(
            [
                {
                    "type": "unknown",
                    "loc": ("query", name),
                    "msg": f"there is no such parameter; there are: {allowed}",
                    "ctx": {"allowed": allowed},
                }
                for name in unknown
            ]
        )


def _parameters(dependant: Dependant) -> Iterator[str]:
    """List the query parameters of a route; its description would take a second to make."""
    for each in dependant.dependencies:
        yield from _parameters(each)
    yield from (each.alias for each in dependant.query_params)


# The functions below only pick values: without `async` each would cross to a thread and back.
async def wanted_terms(
    region: Annotated[
        str | None,
        Query(min_length=1, max_length=LONGEST, description="地区，默认全区 / default: district"),
    ] = None,
    boundary: Annotated[
        str, Query(max_length=20, description="traded, traded+tiers:k, none")
    ] = "traded",
    inputs: Annotated[
        str, Query(max_length=60, description="material, energy, capital, service")
    ] = "material",
    horizon: Annotated[
        Horizon, Query(description="planned: 在建也算 / what is being built counts")
    ] = "now",
) -> TermsWanted:
    """Return the terms of a computed answer."""
    # An unescaped plus means a blank in a query, and nobody escapes the one in `traded+tiers:2`.
    return TermsWanted(region, boundary.replace(" ", "+"), inputs, horizon)


async def wanted_page(
    limit: Annotated[int, Query(ge=1, le=MOST)] = DEFAULT_LIMIT,
    cursor: Annotated[str | None, Query(max_length=100, description="next")] = None,
) -> PageWanted:
    """Return which page of a list is wanted."""
    return PageWanted(limit, cursor)


async def wanted_segments(
    chain: Name | None = None,
    stage: Stage | None = None,
    status: LocalStatus | None = None,
    q: Name | None = None,
    sort: Order = "id",
) -> SegmentsWanted:
    """Return which segments are wanted."""
    return SegmentsWanted(chain, stage, status, q, sort)


async def wanted_enterprises(
    chain: Name | None = None,
    status: EnterpriseStatus | None = None,
    region: Name | None = None,
    q: Name | None = None,
    sort: Order = "id",
) -> EnterprisesWanted:
    """Return which enterprises are wanted."""
    return EnterprisesWanted(chain, status, region, q, sort)


async def wanted_gaps(  # noqa: PLR0913, PLR0917 - the filters of a list
    chain: Name | None = None,
    kind: GapKind | None = None,
    origin: GapOrigin | None = None,
    standing: Standing | None = None,
    product: Annotated[
        str | None,
        Query(
            min_length=1, max_length=LONGEST, description="此产品上游缺的 / missing upstream of it"
        ),
    ] = None,
    sort: Order = "standing",
    need: NeedCode | None = None,
    rows: Annotated[
        GapRows, Query(description="一行一件事，或一行一个缺口 / one row per task, or per gap")
    ] = "tasks",
) -> GapsWanted:
    """Return which gaps are wanted, in which order."""
    return GapsWanted(chain, kind, origin, standing, product, sort, need, rows)


async def wanted_hits(
    q: Annotated[str, Query(max_length=LONGEST, description="名称、别名、拼音首字母")],
    type: SearchType | None = None,  # noqa: A002 - the parameter's public name
) -> SearchWanted:
    """Return what to search for."""
    return SearchWanted(q, type)


Ask = Annotated[Asked, Depends(asked)]
AskAll = Annotated[Conditions, Depends(asked_of_all)]
TermsAsked = Annotated[TermsWanted, Depends(wanted_terms)]
PageAsked = Annotated[PageWanted, Depends(wanted_page)]
SegmentsAsked = Annotated[SegmentsWanted, Depends(wanted_segments)]
EnterprisesAsked = Annotated[EnterprisesWanted, Depends(wanted_enterprises)]
GapsAsked = Annotated[GapsWanted, Depends(wanted_gaps)]
SearchAsked = Annotated[SearchWanted, Depends(wanted_hits)]
