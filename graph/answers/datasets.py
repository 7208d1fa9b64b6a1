"""A dataset with what its facts rest on."""

from graph.answers.shapes import DatasetItem
from graph.answers.workspace import Workspace
from graph.model import CONFIDENTIAL
from graph.model.facts import FIELD_OF_TYPE
from graph.network.arrays import CAPTIVE, UNKNOWN
from graph.network.terms import Terms


def dataset_item(ws: Workspace) -> DatasetItem:
    """Count records, the share of facts by basis, and the share of segments not known.

    A fact counts under the basis of its first piece of evidence.
    """
    facts, bases = ws.resting.facts, ws.resting.bases
    status = ws.frame(Terms()).situation.status
    counted = len(status) - status.count(CAPTIVE)
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
        basis_share={basis: count / facts for basis, count in sorted(bases.items())},
        unknown_share=status.count(UNKNOWN) / counted if counted else None,
    )
