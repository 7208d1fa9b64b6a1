"""Local completeness 本地配套率 and the terms of an answer, in a few words."""

from api.cli.say import Say
from graph.answers.shapes import Completeness, Computed
from graph.model.plain_looks import INPUT_SORT


def shown(found: Completeness, say: Say) -> str:
    """Return a percentage range, or what stands in its place, always with its counts."""
    if found.needed == 0:
        return say("边界外无必需投入", "nothing needed beyond the boundary")
    counts = say(
        f"有 {found.available} 未知 {found.unknown} 缺 {found.lacking} / 共 {found.needed} 组",
        f"{found.available} here, {found.unknown} unknown, {found.lacking} lacking"
        f" of {found.needed}",
    )
    if found.display != "percent" or found.low is None or found.high is None:
        return counts
    return f"{_range(found.low, found.high)} ({counts})"


def terms(body: Computed, say: Say) -> str:
    """Return the line that says under which terms an answer holds."""
    inputs = "、" if say.lang == "zh" else ", "
    named = inputs.join(INPUT_SORT[each].said(say.lang) for each in body.inputs)
    horizon = say("现状", "now") if body.horizon == "now" else say("含在建", "with what is built")
    return say(
        f"边界 {body.boundary} · 投入 {named} · 时点 {horizon} · 地区 {body.region.name}"
        f" · 数据集 {body.dataset} 版本 {body.version}",
        f"boundary {body.boundary} · inputs {named} · {horizon}"
        f" · region {body.region.name_en or body.region.name}"
        f" · dataset {body.dataset} version {body.version}",
    )


def _range(low: float, high: float) -> str:
    if round(low * 100) == round(high * 100):
        return f"{low:.0%}"
    return f"{low * 100:.0f}–{high:.0%}"
