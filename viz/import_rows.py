"""The page of what became of every row of an import."""

from collections.abc import Sequence

from graph.exchange.report.bodies import ImportBody
from graph.exchange.report.rows import FATE_WORDS, RowFate, sums_of
from viz.chrome import Chrome
from viz.leaves import ROWS, Leaf
from viz.render import render


def rows_page(
    chrome: Chrome,
    id_: str,
    body: ImportBody,
    lines: Sequence[Sequence[str]],
    asked: tuple[RowFate | None, int],
) -> str:
    """`/import/{id}/rows`: the lines of a report, of one fate or all, a leaf at a time."""
    fate, number = asked
    # The lines are in the language in which the tables were read.
    words = {FATE_WORDS[fate].text("zh"), FATE_WORDS[fate].text("en")} if fate else None
    wanted = lines if words is None else [line for line in lines if line[2] in words]
    leaf = Leaf(number, ROWS, len(wanted))
    return render(
        "import-rows.html",
        chrome,
        id=id_,
        body=body,
        lines=wanted[leaf.part],
        leaf=leaf,
        fate=fate or "",
        sums=[(code, FATE_WORDS[code], count) for code, count in sums_of(body)],
    )
