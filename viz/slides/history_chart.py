"""A chain's numbers version by version, as a chart that can be edited."""

from collections.abc import Sequence

from pptx.chart.data import ChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.slide import Slide
from pptx.util import Pt

from graph.answers.report_history import history_rows
from graph.answers.shapes.chain_history import ChainPoint
from graph.message import _
from viz.single_file import colours
from viz.slides.deck import LOW, MARGIN, WIDTH, Deck, rgb

LETTERS = 14.0
_LINES = ("gap", "unknown-line", "made-line")
"""The colours of confirmed gaps, of questions, of makers."""


def history_chart(deck: Deck, slide: Slide, points: Sequence[ChainPoint], top: float) -> None:
    """Draw the counts as lines over the versions; the completeness stands in words above."""
    data = ChartData()  # type: ignore[no-untyped-call]
    data.categories = [
        f"{_('第 {n} 版', n=each.version).text(deck.lang)} {each.at[:10]}" for each in points
    ]
    rows = history_rows(points, deck.lang)[: len(_LINES)]
    for word, cells in rows:
        data.add_series(word, [int(each) for each in cells])  # type: ignore[no-untyped-call]
    left, wide = Pt(MARGIN), Pt(WIDTH - 2 * MARGIN)
    kind = XL_CHART_TYPE.LINE_MARKERS
    frame = slide.shapes.add_chart(kind, left, Pt(top), wide, Pt(LOW - top), data)
    chart = frame.chart  # type: ignore[attr-defined] # python-pptx names another type
    chart.font.size = Pt(LETTERS)
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.value_axis.minimum_scale, chart.value_axis.major_unit = 0, _step(rows)
    for line, colour in zip(chart.plots[0].series, _LINES, strict=True):
        line.smooth = False
        line.format.line.color.rgb = rgb(colours()[colour])
        line.data_labels.show_value = True


def _step(rows: Sequence[tuple[str, Sequence[str]]]) -> int:
    """Whole numbers on the axis, some five of them."""
    return max(1, max(int(each) for _word, cells in rows for each in cells) // 5)
