"""Whether the firm of a row runs, by its state in whichever column says it."""

import re

from graph.exchange.read.cells import Cells, Fault
from graph.exchange.read.states import (
    WORDS,
    RunningState,
    is_closing,
    states_in,
    status_of,
    tells_of_closing,
)
from graph.message import _

COLUMNS = ("status", "registry")
_REMARKS = re.compile("备注|备考|说明|情况|现状|状况|动态|remark|note", re.IGNORECASE)
"""Headers of columns in which people write what becomes of a firm."""


def running(cells: Cells) -> dict[str, object]:
    """The status that the columns of a row tell, if any; a fault for words that tell none.

    A state of a registry such as 存续 says that a firm exists: it changes no known status.
    """
    states: set[RunningState] = set()
    for code in COLUMNS:
        text = cells.text(code)
        found = states_in(text) if text else frozenset[RunningState]()
        if found is None:
            why = _("应为：{words} 等", words=WORDS)
            cells.refuse(code, why)
            return {}
        states |= found
    try:
        status = status_of(frozenset(states))
    except ValueError:
        code = next(each for each in reversed(COLUMNS) if cells.text(each))
        why = _("各列或各词的状态互相矛盾，请核对后只留一种")
        cells.refuse(code, why, "contradiction")
        return {}
    return {"status": status} if status else {}


def refuse_closing(cells: Cells) -> None:
    """Reject a row whose unused columns say that the firm is closed: it would seem to run."""
    used = cells.heading.used
    for at, text in enumerate(cells.row.cells):
        name = cells.heading.names[at] if at < len(cells.heading.names) else ""
        unread = text and at not in used and name not in cells.heading.left
        if unread and (is_closing(text) or (_REMARKS.search(name) and tells_of_closing(text))):
            why = _(
                "此列未使用，却写着“{text}”；用 {name}=状态 指明，或用 {name}= 不用此列",
                text=text,
                name=name,
            )
            cells.faults.append(Fault(name, text, why, "state"))
