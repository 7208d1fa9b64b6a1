"""Reviews: a person looked at a firm of the registers, and it makes only what is confirmed."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from pydantic import Field

from graph.analysis.listed_firms import Firm
from graph.answers import Workspace
from graph.answers.registers import firm_called
from graph.edits.changes import Author, Change
from graph.edits.inputs import EditInput, EvidenceInput, ShortText, evidence_of
from graph.errors import UnknownNameError
from graph.message import _
from graph.model import RecordKey, Review

MOST = 500


class ReviewsInput(EditInput):
    """Firms that were reviewed, by key, id or name, and how that is known."""

    firms: Annotated[tuple[ShortText, ...], Field(min_length=1, max_length=MOST)]
    evidence: tuple[EvidenceInput, ...] = ()


def reviewed(ws: Workspace, said: ReviewsInput, author: Author) -> Change:
    """Review firms: each makes only what is confirmed here. Raise `UnknownNameError`."""
    found = _firms(ws, said.firms)
    how = said.evidence or (EvidenceInput(note=_("逐企核对").text("zh")),)
    evidence = evidence_of(how, author.name, author.today)
    records = tuple(
        Review(
            id=f"review.{firm.key}",
            name=firm.name,
            enterprise=firm.enterprise,
            digest=firm.digest,
            evidence=evidence,
        )
        for firm in found
    )
    return Change(_("逐企核对 {n} 家", n=len(records)).text("zh"), records)


def unreviewed(ws: Workspace, names: Sequence[str]) -> Change:
    """Take reviews of firms back. Raise `UnknownNameError`."""
    keys = {f"review.{firm.key}" for firm in _firms(ws, names)}
    ids = {firm.enterprise for firm in _firms(ws, names) if firm.enterprise}
    held = [
        each.id
        for each in ws.facts.reviews.values()
        if each.id in keys or (each.enterprise and each.enterprise in ids)
    ]
    withdrawn: tuple[RecordKey, ...] = tuple(("review", id_) for id_ in held)
    return Change(_("撤回 {n} 家的核对", n=len(withdrawn)).text("zh"), withdrawn=withdrawn)


def register_withdrawn(ws: Workspace, name: str, reason: str) -> Change:
    """Take a register back with its rows, by id or name; its conclusions go with it.

    Raise `UnknownNameError`.
    """
    found = [each for each in ws.facts.registers.values() if name in {each.id, each.name}]
    if not found:
        near = [each.name for each in ws.facts.registers.values()]
        raise UnknownNameError(name=name, what="register", suggestions=near)
    register = found[0]
    rows = [e.id for e in ws.facts.listed_firms.values() if e.listed_in == register.id]
    withdrawn: tuple[RecordKey, ...] = (
        ("register", register.id),
        *(("listed_firm", each) for each in rows),
    )
    return Change(reason, withdrawn=withdrawn)


def _firms(ws: Workspace, names: Iterable[str]) -> tuple[Firm, ...]:
    found = {firm.key: firm for firm in (firm_called(ws, name) for name in names)}
    return tuple(found.values())
