"""`chain-report.html`: the diagnosis of a chain as one page for A4 paper, which asks nobody."""

from collections.abc import Mapping

from graph.answers.shapes.report import Report
from graph.model.vocabulary import Lang
from viz.chain_history import chart
from viz.render import environment
from viz.single_file import FILLS, colours, six_digits
from viz.words import PageWords


def report_page(report: Report, lang: Lang) -> str:
    """Write the page: UTF-8, every text escaped, without scripts."""
    template = environment().get_template("report.html")
    return template.render(
        lang=lang,
        words=PageWords(lang),
        report=report,
        fills=report_fills(),
        colours=colours(),
        chart=chart(report.history, lang),
    )


def report_fills() -> Mapping[str, tuple[str, str, str]]:
    """Ground, ink and border of each local status, as colours `#rrggbb`."""
    palette = colours()
    grounds = {code: FILLS[code] for code in FILLS if code not in NO_STATUS}
    return {
        code: (six_digits(palette[ground]), six_digits(palette[ink]), six_digits(palette[border]))
        for code, (ground, ink, border) in grounds.items()
    }


NO_STATUS = frozenset({"confirmed", "gap", "enterprise", "other"})
