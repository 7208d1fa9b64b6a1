"""Small charts as SVG: the same picture on the page, in print and in a report.

Colours come from the stylesheet by class, so the dark scheme and print follow.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from graph.answers.shapes import Completeness, ContributionItem, External, StatusCounts
from graph.model.vocabulary import Lang
from viz.style import BASIS, CRITERION, GROUPS, STATUS, STATUS_ORDER, SUPPLIED


@dataclass(frozen=True, slots=True)
class BarPart:
    """One part of a bar: its class, size and name."""

    css: str
    count: int
    name: str


def stacked_bar(parts: Sequence[BarPart], *, width: int = 160, label: str = "") -> Markup:
    """Counts side by side, each as wide as its share and wide enough for its number."""
    shown = [part for part in parts if part.count]
    if not shown:
        return Markup("")
    widths = _widths([part.count for part in shown], width, least=min(15, width // len(shown)))
    marks = Markup("")
    left = 0.0
    for part, wide in zip(shown, widths, strict=True):
        marks += _mark(part, left, wide)
        left += wide
    return Markup(
        '<svg class="bar" viewBox="0 0 {} 18" width="{}" height="18" role="img" aria-label="{}">'
        "{}</svg>"
    ).format(width, width, label or _spoken(shown), marks)


def status_bar(counts: StatusCounts, lang: Lang, *, width: int = 160) -> Markup:
    """The segments of a stage or chain by local status."""
    numbers = counts.model_dump()
    return stacked_bar(
        [
            BarPart(STATUS[code].css, numbers[code], STATUS[code].label(lang))
            for code in STATUS_ORDER
        ],
        width=width,
    )


def completeness_bar(value: Completeness, lang: Lang) -> Markup:
    """Groups of inputs: available, unknown, lacking."""
    counts = {
        "available": value.available,
        "developing": value.developing,
        "unknown": value.unknown - value.developing,
        "lacking": value.lacking,
    }
    return stacked_bar(
        [
            BarPart(GROUPS[code].css, count, GROUPS[code].label(lang))
            for code, count in counts.items()
        ],
        width=120,
    )


def supplied_bar(value: External, lang: Lang) -> Markup:
    """Groups of inputs: available here, bought, unknown, lacking."""
    counts = value.model_dump(include=set(SUPPLIED))
    return stacked_bar(
        [BarPart(look.css, counts[code], look.label(lang)) for code, look in SUPPLIED.items()],
        width=120,
    )


def score_bar(parts: Sequence[ContributionItem], lang: Lang) -> Markup:
    """A score out of 100 as the points that it consists of, each with its number where it fits."""
    shown = [(at, part) for at, part in enumerate(parts) if part.points >= 0.05]
    marks, left = Markup(""), 0.0
    for at, part in shown:
        name, wide = CRITERION[part.criterion].label(lang), part.points * 4
        number = f"{part.points:.0f}" if wide >= 18 else ""
        marks += Markup(
            '<g class="part w-{}"><title>{} {:.1f}</title><rect x="{:.1f}" y="0.5" width="{:.1f}" '
            'height="17"/><text x="{:.1f}" y="13" text-anchor="middle">{}</text></g>'
        ).format(at % 4, name, part.points, left, wide, left + wide / 2, number)
        left += wide
    spoken = "、".join(f"{CRITERION[p.criterion].label(lang)} {p.points:.1f}" for _, p in shown)
    return Markup(
        '<svg class="bar" viewBox="0 0 400 18" width="400" height="18" '
        'preserveAspectRatio="xMinYMid meet" role="img" aria-label="{}">{}</svg>'
    ).format(spoken, marks)


def share_bar(count: int, most: int) -> Markup:
    """A count as a part of the greatest; the number itself stands beside it."""
    return Markup(
        '<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" '
        'focusable="false"><rect class="whole" width="100" height="4"/>'
        '<rect class="part" width="{:.1f}" height="4"/></svg>'
    ).format(100 * count / max(most, 1))


def basis_bar(shares: Mapping[str, float], lang: Lang) -> Markup:
    """What facts rest on, in percent; bases without a fact are left out."""
    return stacked_bar(
        [
            BarPart(look.css, round(shares.get(code, 0) * 100), f"{look.label(lang)} %")
            for code, look in BASIS.items()
        ],
        width=320,
    )


def progress_bar(share: float, label: str) -> Markup:
    """How far along, 1.0 being the target; what goes beyond fills the bar."""
    return Markup(
        '<svg class="bar progress" viewBox="0 0 120 12" width="120" height="12" role="img" '
        'aria-label="{}"><title>{}</title><rect class="whole" x="0.5" y="0.5" width="119" '
        'height="11"/><rect class="done" x="0.5" y="0.5" width="{:.1f}" height="11"/></svg>'
    ).format(label, label, 119 * min(share, 1.0))


def percent_range(low: float | None, high: float | None) -> str:
    """A range in whole percent, one number where both ends agree.

    >>> percent_range(0.25, 0.5), percent_range(1.0, 1.0), percent_range(None, None)
    ('25–50%', '100%', '—')
    """
    if low is None or high is None:
        return "—"
    ends = (f"{low * 100:.0f}", f"{high * 100:.0f}")
    return f"{ends[0]}%" if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}%"


def _mark(part: BarPart, left: float, wide: float) -> Markup:
    return Markup(
        '<g class="part {}"><title>{} {}</title><rect x="{:.1f}" y="0.5" width="{:.1f}" '
        'height="17"/><text x="{:.1f}" y="13" text-anchor="middle">{}</text></g>'
    ).format(part.css, part.name, part.count, left, wide, left + wide / 2, part.count)


def _widths(counts: Sequence[int], width: int, *, least: int) -> list[float]:
    """Shares of the width; small ones get `least`, the others share the rest by size."""
    small = {i for i, count in enumerate(counts) if count * width < least * sum(counts)}
    rest = width - least * len(small)
    large = sum(count for i, count in enumerate(counts) if i not in small) or 1
    return [least if i in small else rest * count / large for i, count in enumerate(counts)]


def _spoken(parts: Sequence[BarPart]) -> str:
    return "、".join(f"{part.name} {part.count}" for part in parts)
