"""Whether the firm of a row runs, by its state in whichever column says it."""

from collections.abc import Iterator
from contextlib import suppress

from graph.exchange.read.cells import Cells, Fault
from graph.exchange.read.remarks import (
    is_against,
    says_not_running,
    tells_not_made,
    tells_of_closing,
)
from graph.exchange.read.states import WORDS, RunningState, states_in, status_of
from graph.message import Message, _
from graph.model.vocabulary import EnterpriseStatus

COLUMNS = ("status", "registry")
_SPOKEN = frozenset({"basis", "certificate", "batch"})
"""Columns that are read, but only kept as words."""
_NAMES = frozenset({"enterprise", "source", "target", "product", "products", "place", "name", "id"})
_NOT_MADE = _("写着“{text}”，产品就不是企业在生产的；与产品无关则用 {name}= 不用此列")
_PRODUCTS = frozenset({"product", "products"})


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
    """Reject a row that says elsewhere than in its state that the firm does not run, or make.

    It would seem to run: by a column that is not used, or by the words of one that is.
    """
    if state_of(cells) in ("suspended", "planned", "prospective"):
        return
    for at, name, text in _unread(cells):
        if is_against(name, text):
            cells.faults.append(Fault(name, text, _unread_state(name, at, text), "state"))
        elif tells_not_made(text) and not _PRODUCTS.isdisjoint(cells.heading.columns):
            why = _NOT_MADE.filled(text=text, name=name)
            cells.faults.append(Fault(name, text, why, "state"))
    for code in cells.heading.columns:
        text = cells.text(code) if code not in COLUMNS and code not in _NAMES else ""
        if text and (says_not_running(text) or (code in _SPOKEN and tells_of_closing(text))):
            why = _("此列写着“{text}”，企业会被当作在产；请把状态写在“状态”一列", text=text)
            cells.refuse(code, why, "state")


def _unread(cells: Cells) -> Iterator[tuple[int, str, str]]:
    """The cells of columns that are taken for nothing, and that nobody said are nothing."""
    used, names = cells.heading.used, cells.heading.names
    for at, text in enumerate(cells.row.cells):
        name = names[at] if at < len(names) else ""
        if text and at not in used and name not in cells.heading.left:
            yield at, name, text


def _unread_state(name: str, column: int, text: str) -> Message:
    if not name:
        number = column + 1
        return _("没有表头的第 {number} 列写着“{text}”；请写上表头", number=number, text=text)
    return _(
        "此列未使用，却写着“{text}”；用 {name}=状态 指明，或另加一列“状态”；"
        "与状态无关则用 {name}= 不用此列",
        text=text,
        name=name,
    )


def state_of(cells: Cells) -> EnterpriseStatus | None:
    """The status that the columns of states tell, if they tell one."""
    texts = [cells.text(code) for code in COLUMNS if code in cells.heading.columns]
    states = [states_in(text) for text in texts if text]
    with suppress(ValueError):
        return status_of(frozenset(each for found in states for each in found or ()))
    return None
