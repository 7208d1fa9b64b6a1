"""What was measured of a gap for each criterion, in words."""

from collections.abc import Iterable, Mapping

from graph.analysis.criteria import GapMeasures, stated_land
from graph.analysis.gaps import GapRow
from graph.answers.chains import gap_chains
from graph.answers.criteria import targets
from graph.answers.words import NEED, STANDING, listed
from graph.answers.workspace import Workspace
from graph.message import Message, _
from graph.model.plain_looks import SORT, URGENCY
from graph.model.vocabulary import Criterion, Lang
from graph.network.terms import Terms


def measured(
    ws: Workspace, terms: Terms, row: GapRow, found: GapMeasures, lang: Lang
) -> Mapping[Criterion, str]:
    """Say for each criterion what its value comes from; of one without data, what is not known."""
    families = ws.families(ws.settle(terms), row)
    here = sum(each.here for each in families)
    chains = gap_chains(ws, terms)[row.id]
    texts: dict[Criterion, Message | str] = {
        "need": NEED[lang][found.need],
        "families": _("{n} 类用户在等，其中在产 {here} 类", n=len(families), here=here),
        "urgency": URGENCY[found.urgency].label(lang)
        if found.urgency is not None
        else _("规划未提"),
        "certainty": _("确认缺口，确定") if found.sure else STANDING[lang][found.standing],
        "sort": SORT[found.sort].label(lang),
        "chains": _("服务 {n} 条链", n=found.chains) if found.chains else _("不知属于哪条链"),
        "reach": _("下游 {n} 个本地或拟引产品", n=found.reach),
        "near": _near(found),
        "park": _park(ws, found, lang),
        "land": _land(found),
        "target": _target(ws, chains),
    }
    return {
        name: text if isinstance(text, str) else text.text(lang) for name, text in texts.items()
    }


def _near(found: GapMeasures) -> Message:
    if found.near is None:
        return _("没有周边地区方向的资料")
    firms, regions = found.near
    return _("候选企业 {firms} 家，周边 {regions} 地的方向涵盖", firms=firms, regions=regions)


def _park(ws: Workspace, found: GapMeasures, lang: Lang) -> Message | str:
    if found.parks is None:
        return _("没有园区方向的资料")
    stated = [each.park for each in found.parks if each.stated]
    if stated:
        return listed(_names(ws, stated, lang), lang)
    if found.parks:
        names = listed(_names(ws, (each.park for each in found.parks), lang), lang)
        return _("{names}有此链的企业或平台，未写明为方向", names=names)
    return _("没有园区涉及此链")


def _names(ws: Workspace, parks: Iterable[str], lang: Lang) -> list[str]:
    refs = [ws.ref("region", each) for each in parks]
    return [each.name if lang == "zh" else (each.name_en or each.name) for each in refs]


def _land(found: GapMeasures) -> Message:
    land = stated_land(found.parks or ())
    return _("未写明剩余用地") if land is None else _("剩余 {mu} 亩", mu=f"{land:g}")


def _target(ws: Workspace, chains: tuple[str, ...]) -> Message:
    set_ = targets(ws, chains)
    if not set_:
        return _("没有写明产值目标")
    value = f"{set_[0].value:g}"
    return _("{name} {value}{unit}", name=set_[0].name, value=value, unit=set_[0].unit)
