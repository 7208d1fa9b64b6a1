"""What handlers ask for: dataset and language of a request, its terms, page and filters."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel

from api.http.answering import Conditions, DatasetRequest, conditions
from api.http.services import services_of
from api.wanted import (
    AllWanted,
    DatasetWanted,
    EnterprisesWanted,
    GapsWanted,
    PageWanted,
    ReadingWanted,
    SearchWanted,
    SegmentsWanted,
    TermsWanted,
)
from graph.store.contract import Version


def asked(request: Request, about: Annotated[ReadingWanted, Query()]) -> DatasetRequest:
    """Return what the request is about; refuse parameters that the route does not have.

    Raise `UnknownVersionError` for a version that the dataset never had, or keeps no longer.
    """
    refuse_unknown_parameters(request)
    workspaces = services_of(request).workspaces
    current = workspaces.current(about.dataset)
    return _about(request, about, workspaces.numbered(current, about.version))


def asked_now(request: Request, about: Annotated[DatasetWanted, Query()]) -> DatasetRequest:
    """Likewise of a request that writes: nobody writes to a version that is past."""
    refuse_unknown_parameters(request)
    return _about(request, about, services_of(request).workspaces.newest(about.dataset))


def _about(request: Request, about: DatasetWanted, version: Version) -> DatasetRequest:
    request.state.version = version
    return DatasetRequest(conditions(request, about.lang, (version,)), version)


def asked_of_all(request: Request, about: Annotated[AllWanted, Query()]) -> Conditions:
    """Return the conditions of a request about every dataset."""
    refuse_unknown_parameters(request)
    return conditions(request, about.lang, services_of(request).workspaces.versions())


def refuse_unknown_parameters(request: Request) -> None:
    """A mistyped filter would otherwise give the unfiltered list as if it were the answer.

    A route asks for several models, so none of them can tell alone what is too much.
    """
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
    for param in dependant.query_params:
        model = param.field_info.annotation
        if isinstance(model, type) and issubclass(model, BaseModel):
            yield from (field.alias or name for name, field in model.model_fields.items())
        else:
            yield param.alias


Ask = Annotated[DatasetRequest, Depends(asked)]
AskNow = Annotated[DatasetRequest, Depends(asked_now)]
AskAll = Annotated[Conditions, Depends(asked_of_all)]
TermsAsked = Annotated[TermsWanted, Query()]
PageAsked = Annotated[PageWanted, Query()]
SegmentsAsked = Annotated[SegmentsWanted, Query()]
EnterprisesAsked = Annotated[EnterprisesWanted, Query()]
GapsAsked = Annotated[GapsWanted, Query()]
SearchAsked = Annotated[SearchWanted, Query()]
