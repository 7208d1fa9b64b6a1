"""Rules on what a fact takes from its passage: urgency and roles; figures in rules_figures."""

from collections.abc import Iterable

from graph.load.entries import SourceEntry
from graph.load.places import FilePlace
from graph.load.report import FindingsReport
from graph.load.urgency import urgency_of
from graph.message import _
from graph.model import Fact, Gap, Role


def quotes(fact: Fact) -> list[str]:
    """The passages of a fact."""
    return [each.quote for each in fact.evidence if each.quote is not None]


def refuse_wrong_urgency(entries: Iterable[SourceEntry], to: FindingsReport) -> None:
    """A stated gap is as urgent as the strongest of its quotes asks."""
    for entry in entries:
        gap = entry.record
        if isinstance(gap, Gap) and gap.urgency != (found := urgency_of(quotes(gap))):
            to.add(
                entry.place.at("urgency"),
                _(
                    "引文的措辞对应 urgency {found}，这里是 {urgency}",
                    found=found,
                    urgency=gap.urgency,
                ),
                (str(found),),
            )


def refuse_second_roles_alike(entries: Iterable[SourceEntry], to: FindingsReport) -> None:
    """A second role of a firm in a chain says another word; one item holds all quotes of one."""
    first: dict[tuple[str, str, str], FilePlace] = {}
    for entry in entries:
        role = entry.record
        if isinstance(role, Role):
            key = (role.chain, role.enterprise, role.role)
            other = first.setdefault(key, entry.place)
            if other is not entry.place and role.nth > 1:
                to.add(
                    entry.place.at("role"),
                    _("角色“{role}”已见于 {other}", role=role.role, other=other),
                )
