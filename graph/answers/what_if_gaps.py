"""What a supposition does to the gap list: which gaps open, close, stand otherwise, and why.

A gap that closes because nobody needs it any more has not been filled, and says so.
"""

from graph.analysis.gaps import GapRow
from graph.answers.called import names
from graph.answers.gap_names import gap_name
from graph.answers.shapes import Ref
from graph.answers.shapes.what_if import GapCause, GapShift, GapShifts, StandingShift
from graph.answers.supposing import Compared
from graph.answers.workspace import Workspace
from graph.message import Message, _
from graph.model.vocabulary import STANDINGS, Lang
from graph.network.terms import Terms

Moved = tuple[frozenset[int], frozenset[int]]
"""What was lost, and what was gained."""
TEXTS: dict[GapCause, Message] = {
    "lost": _("{names}没有了已知的来源"),
    "needed": _("{names}需要它"),
    "filled": _("{names}补上了"),
    "alternative": _("同组的{names}补上了，任一即可"),
    "not_needed": _("不是补上了：需要它的{names}没有了，不再有谁要它"),
    "behind": _("不是补上了：它前面的环节也缺了，先缺的是前面那一环"),
}


def gap_shifts(told: Compared, moved: Moved, lang: Lang) -> GapShifts:
    """Compare the gaps before and after, in order of id."""
    before, after = (each.gap_rows(told.terms) for each in (told.before, told.after))
    opened = [row for id_, row in after.items() if id_ not in before]
    closed = [row for id_, row in before.items() if id_ not in after]
    both = [(row, after[id_]) for id_, row in before.items() if id_ in after]
    return GapShifts(
        opened=tuple(_opened(told, row, moved, lang) for row in opened),
        closed=tuple(_closed(told, row, lang) for row in closed),
        changed=tuple(
            StandingShift(
                gap=_ref(told.before, old, lang),
                segment=_segment(told.before, old),
                before=old.standing,
                after=new.standing,
                filled=old.segment is not None
                and told.after.network.number(old.segment) in moved[1],
            )
            for old, new in both
            if old.standing != new.standing
        ),
        rows_before=rows_by_standing(told.before, told.terms),
        rows_after=rows_by_standing(told.after, told.terms),
    )


def rows_by_standing(ws: Workspace, terms: Terms) -> dict[str, int]:
    """Count the rows of the gap list, as its tiles do."""
    every = ws.gap_rows(terms)
    found = [every[each].standing for each in {task.id for task in ws.tasks(terms).values()}]
    return {str(standing): found.count(standing) for standing in STANDINGS}


def _opened(told: Compared, row: GapRow, moved: Moved, lang: Lang) -> GapShift:
    lost = sorted(_members(told.after, row) & moved[0])
    if lost:
        return _shift(told.after, row, "lost", told.after.segments(lost), lang)
    wanted = told.before.needs(told.terms).wanted
    products = [each for each in _products(row) if each not in wanted] or _products(row)
    return _shift(told.after, row, "needed", told.after.segments(products), lang)


def _closed(told: Compared, row: GapRow, lang: Lang) -> GapShift:
    frame = told.after.frame(told.terms)
    here, whole = frame.situation.certain.available, frame.certain.whole
    filled = sorted(m for m in _members(told.before, row) if here[m] or whole[m])
    if filled:
        own = row.segment in {told.before.network.ids[each] for each in filled}
        code: GapCause = "filled" if own else "alternative"
        return _shift(told.before, row, code, told.before.segments(filled), lang)
    wanted = told.after.needs(told.terms).wanted
    gone = [each for each in _products(row) if each not in wanted]
    code = "not_needed" if len(gone) == len(_products(row)) else "behind"
    return _shift(told.before, row, code, told.before.segments(gone), lang)


def _products(row: GapRow) -> list[int]:
    return [block.product for block in row.lack.blocks] if row.lack else []


def _members(ws: Workspace, row: GapRow) -> set[int]:
    groups = row.lack.groups if row.lack else ()
    own = {ws.network.number(row.segment)} if row.segment else set()
    return own | {each for group in groups for each in group.members}


def _shift(
    ws: Workspace, row: GapRow, code: GapCause, refs: tuple[Ref, ...], lang: Lang
) -> GapShift:
    return GapShift(
        gap=_ref(ws, row, lang),
        segment=_segment(ws, row),
        standing=row.standing,
        code=code,
        text=TEXTS[code].filled(names=names(refs)).text(lang),
    )


def _ref(ws: Workspace, row: GapRow, lang: Lang) -> Ref:
    return Ref(type="gap", id=row.id, name=gap_name(ws, row, lang))


def _segment(ws: Workspace, row: GapRow) -> Ref | None:
    return ws.ref("segment", row.segment) if row.segment else None
