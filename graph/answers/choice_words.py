"""What a choice says in words: its sentence, its notes, and why it is refused."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from graph.analysis.candidates import NoCandidate, no_candidate
from graph.analysis.choice_conflicts import ChoiceConflict, ConflictCode
from graph.analysis.choose import Choice, Wishes
from graph.analysis.gain_model import NOTHING
from graph.answers.shapes import Ref
from graph.answers.shapes.choose import ChosenItem
from graph.answers.workspace import Workspace
from graph.errors import ChoiceRefusedError
from graph.message import Listing, Message, _
from graph.model.vocabulary import Lang
from graph.network.frame import Frame

MOST_NAMES = 8


@dataclass(frozen=True)
class _Named:
    ref: Ref

    def text(self, lang: Lang, /) -> str:
        return self.ref.name if lang == "zh" else (self.ref.name_en or self.ref.name)


def _names(refs: Iterable[Ref]) -> Message | Listing:
    """Name the first of them, and say how many there are where these are not all."""
    every = tuple(map(_Named, refs))
    if len(every) <= MOST_NAMES:
        return Listing(every)
    return _("{names}等 {n} 项", names=Listing(every[:MOST_NAMES]), n=len(every))


def amount(number: float) -> str:
    """Write an amount as people do, without zeros that say nothing.

    >>> amount(30.0), amount(2.504), amount(0.1 + 0.2)
    ('30', '2.5', '0.3')
    """
    return f"{number:.2f}".rstrip("0").rstrip(".")


# What keeps a choice from being made

_WHY_NOT: Mapping[NoCandidate, Message] = {
    "captive": _("是厂内工序"),
    "category": _("是大类，请选它的一个种类"),
    "bought": _("市场上买得到"),
    "here": _("本地已有"),
}


def refuse_forced(ws: Workspace, frame: Frame, forced: Iterable[int]) -> None:
    """Raise `ChoiceRefusedError` where what is forced cannot be attracted."""
    reasons = {each: no_candidate(frame, each) for each in sorted(forced)}
    found = [
        _(
            "{name}{why}，不能列为必选；最少从必选中去掉它",
            name=_Named(ws.segment(each)),
            why=_WHY_NOT[why],
        )
        for each, why in reasons.items()
        if why is not None
    ]
    _refuse(found)


def refuse(ws: Workspace, found: Collection[ChoiceConflict], wishes: Wishes) -> None:
    """Raise `ChoiceRefusedError` with each conflict, and the least that would have to give way."""
    said = [_CONFLICTS[each.code](ws, each, wishes) for each in found]
    if said and found and next(iter(found)).code in _SHORT:
        ways = Listing(tuple(said), _("；或"))
        said = [_("这些限制下没有一项能带来提高；最小的放宽（任取其一）：{ways}", ways=ways)]
    _refuse(said)


def _refuse(reasons: Collection[Message]) -> None:
    if reasons:
        raise ChoiceRefusedError(reasons=Listing(tuple(reasons), _("；")))


def _both(ws: Workspace, found: ChoiceConflict, _wishes: Wishes) -> Message:
    return _(
        "{names}既列为必选又要求排除；最少去掉其中一个要求",
        names=_names(ws.segments(found.segments)),
    )


def _too_many(ws: Workspace, found: ChoiceConflict, wishes: Wishes) -> Message:
    return _(
        "必选 {n} 项（{names}），多于 k={k}；最少把 k 放宽到 {n}，或从必选中去掉 {over} 项",
        n=len(found.segments),
        names=_names(ws.segments(found.segments)),
        k=wishes.k,
        over=len(found.segments) - wishes.k,
    )


def _too_dear(_ws: Workspace, found: ChoiceConflict, wishes: Wishes) -> Message:
    return _(
        "必选各项共需 {least}，超出预算 {budget}；最少把预算放宽到 {least}",
        least=amount(found.least),
        budget=amount(wishes.budget or 0),
    )


def _too_narrow(ws: Workspace, found: ChoiceConflict, _wishes: Wishes) -> Message:
    return _("必选各项放不进给定的地；最少再加：{parks}", parks=_more_land(ws, found.parks))


def _nothing(_ws: Workspace, _found: ChoiceConflict, _wishes: Wishes) -> Message:
    return _("筛选和排除之后没有候选；最少去掉产业链的筛选，或少排除一项")


def _larger_k(_ws: Workspace, found: ChoiceConflict, _wishes: Wishes) -> Message:
    return _("k 放宽到 {k}", k=amount(found.least))


def _more_budget(_ws: Workspace, found: ChoiceConflict, _wishes: Wishes) -> Message:
    return _("预算放宽到 {least}", least=amount(found.least))


def _larger_parks(ws: Workspace, found: ChoiceConflict, _wishes: Wishes) -> Message:
    return _("用地再加：{parks}", parks=_more_land(ws, found.parks))


def _more_land(ws: Workspace, parks: Mapping[str, float]) -> Listing:
    return Listing(
        tuple(
            _("{park} {mu} 亩", park=_Named(ws.ref("region", park)), mu=amount(more))
            for park, more in parks.items()
        )
    )


_CONFLICTS: Mapping[ConflictCode, Callable[[Workspace, ChoiceConflict, Wishes], Message]] = {
    "force_forbid": _both,
    "k": _too_many,
    "budget": _too_dear,
    "land": _too_narrow,
    "nothing": _nothing,
    "larger_k": _larger_k,
    "more_budget": _more_budget,
    "more_land": _larger_parks,
}
_SHORT: frozenset[ConflictCode] = frozenset({"larger_k", "more_budget", "more_land"})


# What was chosen


def sentence(found: Choice, candidates: int, picked: Collection[ChosenItem], lang: Lang) -> str:
    """Say the answer in one sentence: what, how many of it nobody knows, what it brings."""
    best = found.certain.optimum
    if not best.worth > NOTHING:
        return _(
            "{n} 个候选里没有一项能提高本地产品的配套或拟引产品的就绪；换产业链、地区或边界再看",
            n=candidates,
        ).text(lang)
    told = _("{n} 个候选里选 {k} 项：{names}", n=candidates, k=len(picked), names=_names(picked))
    unknown = sum(each.verify_first for each in picked)
    doubt = (
        _("（本地有没有还不清楚，先核实）")
        if unknown == len(picked)
        else _("（其中 {n} 项本地有没有不清楚，先核实）", n=unknown)
    )
    gain = _("；配套合计提高 {gain}", gain=amount(float(best.worth.gain)))
    done = _("，{n} 个产品由此配齐", n=best.worth.completed)
    proof = (
        _("；已证明没有更好的选法")
        if best.proven
        else _("；限时内未能证明最优，至多 {bound}", bound=amount(best.bound))
    )
    doubts = (doubt,) if unknown else ()
    parts = (told, *doubts, gain, *((done,) if best.worth.completed else ()), proof)
    return "".join(each.text(lang) for each in parts)


def notes(
    wishes: Wishes,
    candidates: int,
    picked: Collection[ChosenItem],
    strangers: Collection[Ref],
    lang: Lang,
) -> tuple[str, ...]:
    """Tell what a reader must not overlook."""
    found: list[Message] = []
    if wishes.k > candidates:
        found.append(_("要选 {k} 项，候选只有 {n} 项：按 {n} 项作答", k=wishes.k, n=candidates))
    landless = [each for each in picked if each.land is None]
    if wishes.parks and landless:
        found.append(_("没有给出用地需求，按 0 亩计：{names}", names=_names(landless)))
    misplaced = [each for each in picked if each.park_fits is False]
    if misplaced:
        found.append(
            _("给定的组团都不以其产业链为方向，任选一处：{names}", names=_names(misplaced))
        )
    priceless = [each for each in picked if each.cost is None]
    if wishes.budget is not None and priceless:
        found.append(_("没有给出费用，按 0 计：{names}", names=_names(priceless)))
    if strangers:
        found.append(_("本不在候选之列：{names}", names=_names(strangers)))
    doubtful = [each for each in picked if each.verify_first]
    if doubtful:
        found.append(_("先核实本地有没有：{names}", names=_names(doubtful)))
    return tuple(each.text(lang) for each in found)
