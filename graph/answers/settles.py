"""The fact that would settle a gap, and why nothing waits for one that is only wished."""

from collections.abc import Mapping

from graph.analysis.gaps import GapRow
from graph.analysis.tasks import Task
from graph.answers.words import listed
from graph.answers.workspace import Workspace
from graph.message import Message, _
from graph.model.vocabulary import Lang


def settles(ws: Workspace, row: GapRow, task: Task, lang: Lang) -> str | None:
    """Name the fact that would settle the gap; a direction has none."""
    if row.standing == "direction":
        return None
    found = _WORDS[_which(ws, row, task)]
    text = found.text(lang, name=_named(ws, row, lang), lands=_LANDS[_lands(ws, row)])
    names = [_name(ws, ws.network.ids[each], lang) for each in row.open]
    return text + _OPEN.text(lang, names=listed(names, lang)) if names else text


def _which(ws: Workspace, row: GapRow, task: Task) -> str:
    if row.wish:
        return "asked" if row.wish == row.need else row.wish
    if row.standing != "to_settle":
        return row.standing
    if task.heads and task.id == row.id:
        return "heads"
    others = [each for each in task.members if ws.network.ids[each] != row.segment]
    return "either" if others else "to_settle"


def _lands(ws: Workspace, row: GapRow) -> bool:
    """Whether it is offered here, as a service or software is, and not made."""
    sort = ws.facts.segments[row.segment].sort if row.segment else None
    return sort in {"service", "software"}


def _named(ws: Workspace, row: GapRow, lang: Lang) -> str:
    if row.segment:
        return _name(ws, row.segment, lang)
    return row.stated.name if row.stated else row.id


def _name(ws: Workspace, segment: str, lang: Lang) -> str:
    found = ws.facts.segments[segment]
    return found.name if lang == "zh" else found.name_en


_LANDS: Mapping[bool, Message] = {False: _("在本地投产"), True: _("在本地落地")}
_OPEN: Message = _("；{names}本地有无尚待核实")
_WORDS: Mapping[str, Message] = {
    "noted": _("“{name}”已有改善的依据（企业技改、新产品投产等）"),
    "confirmed": _("“{name}”在本地投产，或查明本地已有企业生产"),
    "to_settle": _("查明本地有没有企业生产“{name}”"),
    "either": _("查明本地有没有企业生产“{name}”或同组任一替代品"),
    "heads": _("逐一核实它的各个种类，问题列在其下"),
    "bought": _("公开市场可采购，尚无产品非等它不可；“{name}”{lands}即了结"),
    "building": _("已在建设；“{name}”{lands}即了结"),
    "extending": _("由本地企业向它延伸；“{name}”{lands}即了结"),
    "market": _("直接面向市场，没有本地产品等它；“{name}”{lands}即了结"),
    "asked": _("规划说市场需要，本地有没有尚不知道；查明本地有没有企业生产“{name}”"),
    "nothing": _("尚未见本地产品需要它；“{name}”{lands}，或查明有产品需要它，即了结"),
}
