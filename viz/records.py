"""The lists of segments and of enterprises: filtered, sorted, page by page."""

from dataclasses import asdict, dataclass

from graph.answers.shapes import EnterprisesBody, Ref, SegmentsBody
from viz.chrome import Chrome
from viz.leaves import Leaf
from viz.render import render


@dataclass(frozen=True, slots=True)
class RecordFilters:
    """The filters of a list of records, as they were asked; empty means all."""

    q: str = ""
    chain: str = ""
    stage: str = ""
    status: str = ""
    region: str = ""
    sort: str = ""

    def asked(self) -> dict[str, str]:
        """The filters that are set."""
        return {name: text for name, text in asdict(self).items() if text}

    def table(self, order: str) -> dict[str, str]:
        """The filters for a file in the order of the page, `order` where none was asked for."""
        return self.asked() | {"sort": self.sort or order}


def segments_page(chrome: Chrome, body: SegmentsBody, filters: RecordFilters, leaf: Leaf) -> str:
    """`/segments?q=&chain=&stage=&status=&sort=&page=`: segments with status, makers and gaps."""
    return render("segments.html", chrome, body=body, filters=filters, leaf=leaf)


def enterprises_page(
    chrome: Chrome,
    body: EnterprisesBody,
    filters: RecordFilters,
    leaf: Leaf,
    regions: tuple[Ref, ...],
) -> str:
    """`/enterprises?q=&chain=&status=&region=&sort=&page=`: enterprises, roles and products."""
    names = {"body": body, "filters": filters, "leaf": leaf, "regions": regions}
    return render("enterprises.html", chrome, **names)
