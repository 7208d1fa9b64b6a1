"""A dataset that is made from tables alone: a graph of a district that nobody has described."""

from graph.exchange.report.outcome import ImportOutcome
from graph.model import Dataset, Edition, Evidence, Facts, Region, Seed, facts_from

LABEL = "导入的表格"
"""What the edition of a dataset is called that was made from tables."""


def founded(dataset: str, by: str, today: str) -> Facts:
    """The facts of a dataset that is to be: none but a district with the dataset's id.

    A node of type region with that id names it. Raise `ValidationError` for what is no id.
    """
    evidence = Evidence(basis="reported", table=dataset, by=by, as_of=today)
    district = Region(id=dataset, name=dataset, sort="district", evidence=(evidence,))
    edition = Edition(label=LABEL, date=today)
    about = Dataset(id=dataset, title=dataset, title_en=dataset, region=dataset, edition=edition)
    return facts_from(about, 0, [district])


def seed_of(found: ImportOutcome) -> Seed:
    """The dataset as a seed whose local layer is what the tables say."""
    said = {(each.type, each.id): each for each in (*found.facts.records(), *found.records)}
    about = found.facts.dataset
    district = said["region", about.region]
    name = district.name if isinstance(district, Region) else about.title
    named = about.model_copy(update={"title": f"{name}产业链"})
    return Seed(named, (), tuple(said[key] for key in sorted(said)))
