"""The fact that would settle a gap, and why nothing waits for one that is only wished."""

from collections.abc import Mapping

from graph.analysis.gaps import GapRow
from graph.analysis.tasks import Task
from graph.answers.words import listed
from graph.answers.workspace import Workspace
from graph.message import Message, _, spoken
from graph.model.vocabulary import Lang


def settles(ws: Workspace, row: GapRow, task: Task, lang: Lang) -> str | None:
    """Name the fact that would settle the gap; a direction has none."""
    if row.standing == "direction":
        return None
    words = spoken(_WORDS, lang)
    name = _named(ws, row, lang)
    if row.standing == "confirmed":
        text = words["confirmed"].format(name=name)
        names = [_name(ws, ws.network.ids[each], lang) for each in row.open]
        return text + words["open"].format(names=listed(names, lang)) if names else text
    if row.wish:
        return words[row.wish].format(name=name)
    if row.standing == "to_settle":
        if task.heads and task.id == row.id:
            return words["heads"].format(name=name)
        others = [each for each in task.members if ws.network.ids[each] != row.segment]
        return words["either" if others else "to_settle"].format(name=name)
    return words["noted"].format(name=name)


def _named(ws: Workspace, row: GapRow, lang: Lang) -> str:
    if row.segment:
        return _name(ws, row.segment, lang)
    return row.stated.name if row.stated else row.id


def _name(ws: Workspace, segment: str, lang: Lang) -> str:
    found = ws.facts.segments[segment]
    return found.name if lang == "zh" else found.name_en


_WORDS: Mapping[str, Message] = {
    "noted": _("“{name}”已有改善的依据（企业技改、新产品投产等）"),
    "confirmed": _("“{name}”在本地投产，或查明本地已有企业生产"),
    "open": _("；{names}本地有无尚待核实"),
    "to_settle": _("查明本地有没有企业生产“{name}”"),
    "either": _("查明本地有没有企业生产“{name}”或同组任一替代品"),
    "heads": _("逐一核实它的各个种类，问题列在其下"),
    "bought": _("公开市场可采购，尚无产品非等它不可；“{name}”在本地投产即了结"),
    "building": _("已在建设；“{name}”在本地投产即了结"),
    "extending": _("由本地企业向它延伸；“{name}”在本地投产即了结"),
    "market": _("规划说市场需要，本地有没有尚不知道；查明本地有没有企业生产“{name}”"),
    "nothing": _("尚未见本地产品需要它；查明是否有本地产品需要“{name}”，或其在本地投产"),
}
