"""The pages of registers: the first week of an office, and whom to review."""

from graph.answers.shapes.first_week import FirstWeekBody, WeekStep
from graph.answers.shapes.registers import ListedFirmItem
from graph.message import Message, _
from graph.model.plain_looks import COVERAGE, STRENGTH
from viz.chrome import Chrome
from viz.editing import EditProblem, may_edit
from viz.render import render

SHOWN = 30
"""Enterprises to review and gaps of a step on the page; the rest is counted."""
STEPS: dict[str, Message] = {
    "documents": _("只看规划等文件"),
    "reported": _("加上填报"),
    "registers": _("加上名录"),
}
CHANGES: tuple[tuple[str, Message], ...] = (
    ("closed", _("消除的缺口（{n}）")),
    ("opened", _("新出现的缺口（{n}）")),
    ("confirmed", _("转为确认的缺口（{n}）")),
    ("doubted", _("转为待核实的缺口（{n}）")),
)
"""What a step does to the gap list, in the order of the page."""


def first_week_page(
    chrome: Chrome,
    body: FirstWeekBody,
    to_review: tuple[ListedFirmItem, ...] = (),
    gone: tuple[ListedFirmItem, ...] = (),
    problem: EditProblem | None = None,
) -> str:
    """`/first-week`: registers, questions by firm, what each step did.

    For editors also whom to review, and who is no longer listed.
    """
    return render(
        "first-week.html",
        chrome,
        body=body,
        to_review=to_review,
        gone=gone,
        problem=problem,
        may_edit=may_edit(chrome),
        steps=STEPS,
        changes=CHANGES,
        share=share,
        coverage={code: look.label(chrome.lang) for code, look in COVERAGE.items()},
        strengths={code: look.label(chrome.lang) for code, look in STRENGTH.items()},
        limit=SHOWN,
    )


def share(step: WeekStep) -> str:
    """The share of segments that are unknown after a step, in percent."""
    return f"{100 * step.unknown / step.segments:.1f}" if step.segments else "0"
