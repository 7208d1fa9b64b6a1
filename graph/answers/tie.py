"""A relation between two records, and the relations that each fact states."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.answers.offered import NodeType
from graph.answers.shapes.graph import Relation
from graph.model import (
    ByProduct,
    Chain,
    Enterprise,
    Evidence,
    InputGroup,
    KindOf,
    Makes,
    Membership,
    Role,
)
from graph.model.vocabulary import InputSort

NodeKey = tuple[NodeType, str]
"""Type and id of a record: ids are unique per type only."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two records; `id` is that of its fact.

    Of inputs: `essential`, `input` and `exact`; of a by-product `by_product`; `word` is the
    stage, the role or the worlds of the others.
    """

    source: NodeKey
    target: NodeKey
    relation: Relation
    id: str
    evidence: tuple[Evidence, ...] = ()
    essential: bool | None = None
    input: InputSort | None = None
    exact: bool = False
    by_product: bool = False
    word: str = ""


def supplies(group: InputGroup, consumer: str | None = None) -> Iterator[Tie]:
    """Yield a tie from each member of a group to who takes it, or to a kind that inherits it."""
    for member in group.members:
        yield Tie(
            ("segment", member.segment),
            ("segment", consumer or group.consumer),
            "supplies",
            group.id,
            group.evidence,
            essential=group.essential,
            input=group.input,
            exact=member.exact,
        )


def yielded(fact: ByProduct) -> Tie:
    """Tie what yields a by-product to it."""
    ends: tuple[NodeKey, NodeKey] = (("segment", fact.source), ("segment", fact.target))
    return Tie(*ends, "supplies", fact.id, fact.evidence, by_product=True)


def kind_of(fact: KindOf) -> Tie:
    """Tie a kind to its general segment."""
    ends: tuple[NodeKey, NodeKey] = (("segment", fact.segment), ("segment", fact.parent))
    return Tie(*ends, "kind_of", fact.id, fact.evidence)


def in_chain(fact: Membership) -> Tie:
    """Tie a segment to a chain."""
    ends: tuple[NodeKey, NodeKey] = (("segment", fact.segment), ("chain", fact.chain))
    return Tie(*ends, "in_chain", fact.id, fact.evidence, word=fact.stage)


def in_industry(chain: Chain) -> Tie:
    """Tie a chain to its industry."""
    ends: tuple[NodeKey, NodeKey] = (("chain", chain.id), ("industry", chain.industry))
    return Tie(*ends, "in_industry", f"in_industry.{chain.id}", chain.evidence)


def makes(fact: Makes) -> Tie:
    """Tie an enterprise to what it makes."""
    ends: tuple[NodeKey, NodeKey] = (("enterprise", fact.enterprise), ("segment", fact.segment))
    return Tie(*ends, "makes", fact.id, fact.evidence)


def has_role(fact: Role) -> Tie:
    """Tie an enterprise to a chain."""
    ends: tuple[NodeKey, NodeKey] = (("enterprise", fact.enterprise), ("chain", fact.chain))
    return Tie(*ends, "has_role", fact.id, fact.evidence, word=fact.role)


def located_in(firm: Enterprise) -> Iterator[Tie]:
    """Tie an enterprise to its region, if that is known."""
    if firm.region:
        ends: tuple[NodeKey, NodeKey] = (("enterprise", firm.id), ("region", firm.region))
        yield Tie(*ends, "located_in", f"located_in.{firm.id}", firm.evidence)
