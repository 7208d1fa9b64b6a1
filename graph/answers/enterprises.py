"""Enterprises, one by one and in lists."""

from graph.answers.chains import enterprises_of, segments_of
from graph.answers.corrections import corrections
from graph.answers.described import described
from graph.answers.echo import origin
from graph.answers.offered import EnterpriseSort
from graph.answers.shapes import (
    EnterpriseBody,
    EnterpriseItem,
    EnterprisesBody,
    MakesItem,
    RoleItem,
)
from graph.answers.workspace import WHOLE, Workspace
from graph.errors import UnknownNameError
from graph.model import Enterprise
from graph.model.firm_names import FirmAsked, asked_firm, places_of
from graph.model.vocabulary import EnterpriseStatus, Lang


def enterprises(  # noqa: PLR0913 - the filters of a list
    ws: Workspace,
    *,
    chain: str | None = None,
    status: EnterpriseStatus | None = None,
    region: str | None = None,
    q: str | None = None,
    sort: EnterpriseSort = "id",
    part: slice = WHOLE,
) -> EnterprisesBody:
    """List enterprises: in a chain, of a status, in a region, with a name like `q` or its code.

    By id, or by the number of `products` known of them, most first. Only a `part` of the list is
    described, all of it is counted.
    """
    asked = None if q is None else asked_firm(q, places_of(ws.facts))
    working = None if chain is None else enterprises_of(ws, [chain], segments_of(ws, [chain]))
    found = [
        each
        for each in ws.facts.enterprises.values()
        if status in {None, each.status}
        and (region is None or _lies_in(ws, each.region, region))
        and (working is None or each.id in working)
        and (asked is None or _is_like(ws, each, asked))
    ]
    if sort == "products":
        found.sort(key=lambda each: (-len(ws.products.get(each.id, ())), each.id))
    items = tuple(_item(ws, each) for each in found[part])
    return EnterprisesBody(**origin(ws), items=items, total=len(found))


def enterprise(ws: Workspace, enterprise_id: str, lang: Lang) -> EnterpriseBody:
    """Describe one enterprise, by an id that was merged into it too; raise `UnknownNameError`."""
    enterprise_id = ws.facts.merged.get(("enterprise", enterprise_id), enterprise_id)
    found = ws.facts.enterprises.get(enterprise_id)
    if found is None:
        raise UnknownNameError(name=enterprise_id, what="enterprise")
    return EnterpriseBody(
        **origin(ws),
        **dict(_item(ws, found)),
        corrections=corrections(ws, ("enterprise", enterprise_id), lang),
    )


def _is_like(ws: Workspace, firm: Enterprise, asked: FirmAsked) -> bool:
    """Tell whether a name of a firm holds what was asked, or is another way of writing it."""
    if any(asked.text in name for name in ws.folded_firms[firm.id]):
        return True
    written_otherwise = asked.code is not None or asked.cores != (asked.text,)
    return written_otherwise and asked.is_called((firm.name, *firm.aliases), firm.credit_code)


def _lies_in(ws: Workspace, where: str | None, region: str) -> bool:
    """Tell whether a firm's region lies in another; without one it counts for the district."""
    if where is None:
        return region == ws.facts.dataset.region
    while where is not None and where != region:
        where = ws.facts.regions[where].parent
    return where == region


def _item(ws: Workspace, found: Enterprise) -> EnterpriseItem:
    return described(
        ws,
        EnterpriseItem,
        found,
        roles=tuple(described(ws, RoleItem, each) for each in ws.roles.get(found.id, ())),
        makes=tuple(described(ws, MakesItem, each) for each in ws.products.get(found.id, ())),
    )
