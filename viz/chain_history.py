"""A chain's numbers version by version, as rows of points above the versions."""

from collections.abc import Sequence

from markupsafe import Markup

from graph.answers.report_history import MAKERS, RATE
from graph.answers.report_history import rate as rate_of
from graph.answers.shapes.chain_history import ChainHistoryBody, ChainPoint
from graph.message import _
from graph.model.vocabulary import Lang
from viz import style
from viz.chrome import Chrome
from viz.render import render

LEFT, STEP, ROW, BAR = 110.0, 120.0, 58.0, 26.0


def history_page(chrome: Chrome, body: ChainHistoryBody) -> str:
    """`/chains/{id}/history`: the chart, and the same as a table."""
    return render(
        "chain-history.html",
        chrome,
        body=body,
        chart=chart(body.items, chrome.lang),
        rows=counts(chrome.lang),
        rate=rate,
    )


def counts(lang: Lang) -> tuple[tuple[str, str, str], ...]:
    """What is counted: the field, its class and its word."""
    return (
        ("confirmed_gaps", "g-confirmed", style.STANDING["confirmed"].label(lang)),
        ("open_questions", "g-settle", style.STANDING["to_settle"].label(lang)),
        ("makers", "s-made", MAKERS.text(lang)),
    )


def rate(point: ChainPoint) -> str:
    """The completeness as a range, or how many of the groups are available."""
    return rate_of(point.completeness)


def chart(points: Sequence[ChainPoint], lang: Lang) -> Markup:
    """A row of points for each number; nothing below two versions."""
    if len(points) < 2:
        return Markup("")
    marks = Markup("")
    told = counts(lang)
    for row, (field, css, word) in enumerate(told):
        marks += _row(row, css, word, [getattr(point, field) for point in points])
    y = len(told) * ROW
    marks += Markup('<text x="0" y="{:.1f}">{}</text>').format(y + BAR, RATE.text(lang))
    for at, point in enumerate(points):
        marks += _text(LEFT + at * STEP, y + BAR, rate(point))
        told_at = _("第 {n} 版", n=point.version).text(lang)
        marks += _text(LEFT + at * STEP, y + ROW, f"{told_at} {point.at[:10]}", css="when")
    width, height = LEFT + (len(points) - 1) * STEP + 60, y + ROW + 12
    return Markup(
        '<svg class="over-time" viewBox="0 0 {w:.0f} {h:.0f}" width="{w:.0f}" height="{h:.0f}" '
        'role="img" aria-label="{}">{}</svg>'
    ).format(_("历次变化，数字见下表").text(lang), marks, w=width, h=height)


def _row(row: int, css: str, word: str, values: Sequence[int]) -> Markup:
    most = max(*values, 1)
    places = [
        (LEFT + at * STEP, row * ROW + ROW - 12 - BAR * value / most)
        for at, value in enumerate(values)
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    marks = Markup('<polyline points="{}"/>').format(line)
    for (x, y), value in zip(places, values, strict=True):
        marks += Markup('<circle cx="{:.1f}" cy="{:.1f}" r="4"/>').format(x, y)
        marks += _text(x, y - 8, str(value))
    name = Markup('<text x="0" y="{:.1f}">{}</text>').format(row * ROW + ROW - 20, word)
    return Markup('<g class="{}">{}{}</g>').format(css, name, marks)


def _text(x: float, y: float, text: str, *, css: str = "value") -> Markup:
    return Markup('<text class="{}" x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>').format(
        css, x, y, text
    )
