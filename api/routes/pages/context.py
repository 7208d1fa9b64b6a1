"""What surrounds every page of a dataset version: its menus, documents and names."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph import answers
from graph.answers import Workspace
from graph.answers.shapes import DatasetItem, Ref
from graph.model import Document
from viz.chrome import Menu


@dataclass(frozen=True, slots=True)
class PageContext:
    """The same for all pages of one version."""

    dataset: DatasetItem
    menus: tuple[Menu, ...]
    documents: tuple[Ref, ...]
    sources: Mapping[str, str]


def page_context(ws: Workspace) -> PageContext:
    """Gather it."""
    facts = ws.facts
    return PageContext(
        dataset=answers.dataset_item(ws),
        menus=_menus(ws),
        documents=tuple(map(_document, facts.documents.values())),
        sources={each.id: each.title for each in facts.sources.values()},
    )


def _document(found: Document) -> Ref:
    """Point to a document; beside its quotes stands of which plan period it is."""
    period = found.edition if found.edition and found.edition not in found.title else None
    name = f"{found.title}（{period}）" if period else found.title
    return Ref(type="document", id=found.id, name=name)


def _menus(ws: Workspace) -> tuple[Menu, ...]:
    chains = sorted(ws.facts.chains.values(), key=lambda each: (each.order, each.id))
    industries = sorted(ws.facts.industries.values(), key=lambda each: (each.order, each.id))
    return tuple(
        Menu(
            ws.ref("industry", industry.id),
            tuple(ws.ref("chain", each.id) for each in chains if each.industry == industry.id),
        )
        for industry in industries
    )
