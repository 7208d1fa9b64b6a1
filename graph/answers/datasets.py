"""A dataset with what its facts rest on."""

from collections import Counter

from graph.answers.shapes import DatasetItem
from graph.answers.workspace import Workspace
from graph.model import CONFIDENTIAL, Fact
from graph.model.facts import FIELD_OF_TYPE
from graph.network.arrays import CAPTIVE, UNKNOWN
from graph.network.terms import Terms


def dataset_item(ws: Workspace) -> DatasetItem:
    """Count records, the share of facts by basis, and the share of segments not known.

    A fact counts under the basis of its first piece of evidence.
    """
    facts = [each for each in ws.facts.public() if isinstance(each, Fact)]
    bases = Counter(fact.evidence[0].basis for fact in facts)
    status = ws.frame(Terms()).situation.status
    counted = sum(each != CAPTIVE for each in status)
    unknown = sum(each == UNKNOWN for each in status)
    about = ws.facts.dataset
    return DatasetItem(
        id=about.id,
        title=about.title,
        title_en=about.title_en,
        region=ws.region(Terms()),
        edition=about.edition.label,
        edition_date=about.edition.date,
        period=about.edition.period,
        made_up=about.made_up,
        version=ws.facts.version,
        counts={
            name: len(getattr(ws.facts, field))
            for name, field in FIELD_OF_TYPE.items()
            if name not in CONFIDENTIAL
        },
        basis_share={basis: count / len(facts) for basis, count in sorted(bases.items())},
        unknown_share=unknown / counted if counted else None,
    )
