"""Local completeness 本地配套率 and the terms of an answer, in a few words."""

from api.cli.say import Say
from graph.answers.shapes import Completeness, Computed
from graph.message import _, p_
from graph.model.plain_looks import INPUT_SORT


def shown(found: Completeness, say: Say) -> str:
    """Return a percentage range, or what stands in its place, always with its counts."""
    if found.needed == 0:
        return say("边界外无必需投入")
    counts = say(
        "有 {available} 未知 {unknown} 缺 {lacking} / 共 {needed} 组",
        available=found.available,
        unknown=found.unknown,
        lacking=found.lacking,
        needed=found.needed,
    )
    if found.display != "percent" or found.low is None or found.high is None:
        return counts
    return f"{_range(found.low, found.high)} ({counts})"


def terms(body: Computed, say: Say) -> str:
    """Return the line that says under which terms an answer holds."""
    inputs = _("、").text(say.lang)
    named = inputs.join(INPUT_SORT[each].in_sentence(say.lang) for each in body.inputs)
    horizon = say(p_("horizon", "现状")) if body.horizon == "now" else say("含在建")
    return say(
        "边界 {boundary} · 投入 {named} · 时点 {horizon} · 地区 {region} · "
        "数据集 {dataset} 版本 {version}",
        boundary=body.boundary,
        named=named,
        horizon=horizon,
        region=say.either(body.region.name, body.region.name_en or body.region.name),
        dataset=body.dataset,
        version=body.version,
    )


def _range(low: float, high: float) -> str:
    if round(low * 100) == round(high * 100):
        return f"{low:.0%}"
    return f"{low * 100:.0f}–{high:.0%}"
