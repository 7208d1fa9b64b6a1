"""历次变化 in a report: what a chain's numbers were, version by version, where they differ."""

from collections.abc import Sequence

from graph.answers.shapes.chain_history import ChainHistoryBody, ChainPoint
from graph.answers.shapes.common import Completeness
from graph.answers.shapes.report import Report, ReportSection, ReportSentence
from graph.message import Listing, _
from graph.model.looks import STANDING
from graph.model.vocabulary import Lang

MAKERS = _("在产企业")
RATE = _("本地配套率")


def with_history(found: Report, history: ChainHistoryBody, lang: Lang) -> Report:
    """The diagnosis of a chain with what its numbers were; as it is where they never differed."""
    if len(history.items) < 2:
        return found
    at = 1 + [each.code for each in found.sections].index("completeness")
    sections = (*found.sections[:at], _section(history, lang), *found.sections[at:])
    return found.model_copy(update={"sections": sections, "history": history.items})


def _section(history: ChainHistoryBody, lang: Lang) -> ReportSection:
    """The numbers of the first version beside those of the last; the chart stands below."""
    first, last = history.items[0], history.items[-1]
    changes = [
        _("{word} {before} → {after}", word=word, before=cells[0], after=cells[-1])
        for word, cells in history_rows((first, last), lang)
    ]
    text = _(
        "第 {a} 版（{since}）到第 {b} 版（{until}）：{changes}。看了最近 {n} 版，数字未变的不列。",
        a=first.version,
        since=first.at[:10],
        b=last.version,
        until=last.at[:10],
        changes=Listing(changes, _("，")),
        n=history.looked_at,
    )
    said = ReportSentence(text=text.text(lang), computed=True)
    return ReportSection(code="history", heading=_("历次变化").text(lang), sentences=(said,))


def history_rows(
    points: Sequence[ChainPoint], lang: Lang
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What is counted in each version, a row for each number."""
    words = (
        (STANDING["confirmed"].words, tuple(str(each.confirmed_gaps) for each in points)),
        (STANDING["to_settle"].words, tuple(str(each.open_questions) for each in points)),
        (MAKERS, tuple(str(each.makers) for each in points)),
        (RATE, tuple(rate(each.completeness) for each in points)),
    )
    return tuple((word.text(lang), cells) for word, cells in words)


def rate(found: Completeness) -> str:
    """The completeness as a range, or how many of the groups are available."""
    if found.display == "percent" and found.low is not None and found.high is not None:
        low, high = f"{found.low:.0%}", f"{found.high:.0%}"
        return low if low == high else f"{low}–{high}"
    return f"{found.available}/{found.needed}" if found.needed else "—"
