"""The sentences of the plan audit: what does not fit, the arithmetic, what would reconcile it."""

from collections.abc import Sequence

from graph.analysis.audit_findings import Contradiction
from graph.analysis.audit_parts import class_of
from graph.message import Listing, Message, _, p_
from graph.model import Claim, Enterprise, Facts, Indicator, Makes, Region
from graph.model.vocabulary import FindingKind

_STATEMENT: dict[FindingKind, Message] = {
    "growth": _("{rate}，与两头的数不合：{start}；{one}"),
    "share": _("{one}，与它的分子、分母不合：{other}"),
    "two_figures": _("同一指标有两个数：{one}；{other}"),
    "like_figures": _("名称相近的两个指标，数不同：{one}；{other}"),
    "two_scales": _("同一对象有两个规模：{one}；{other}"),
    "joint_count": _("几类合计少于其中一类：{one}；{other}"),
    "below_present": _("目标低于现状：{one}；{other}"),
    "double_negative": _("名为下降，数却是负的：{one}"),
    "parts_exceed_whole": _("各部分之和大于总数：{one}；{n} 个部分是{parts}"),
    "firms_exceed_scale": _("企业规模之和大于产业规模：{one}；{other}"),
    "part_takes_all": _("一部分就占了全部：{one}"),
    "built_exceeds_planned": _("建成区大于规划建设面积：{one}；{other}"),
    "land": _("{one}：部分用地大于其整体"),
    "stopped_and_counted_on": _("{one}已停产，规划又依靠它：{other}"),
    "here_and_lacking": _("{one}：既说本地有，又说本地缺"),
    "overtaken": _("{one}：后来的答复与此前的说法相反"),
}
_UNLESS: dict[FindingKind, Message] = {
    "growth": _("三个数中有约数；取约数的另一端，或可相合"),
    "two_figures": _("两个数中有约数；取约数的另一端，或可相合"),
    "like_figures": _("若较宽的名称还含别的种类，则两个数可以都对"),
    "two_scales": _("若口径不同（全口径与规上、上下游与服务），或所指年份不同，则可以都对"),
    "joint_count": _("若合计只是新增，而现有的另计，则可以都对"),
    "below_present": _("若口径不同，或本就要压减，则可以都对"),
    "double_negative": _("多半是把变动率写在“下降率”之下，意思就是下降"),
    "parts_exceed_whole": _(
        "若各部分有重叠，或总数的口径较窄（如只计规上企业），则须由口径说明其差"
    ),
    "firms_exceed_scale": _("若“亿级”只是约数，或小的一级里已含大的一级，则可以都对"),
    "part_takes_all": _("若其余另有来源，或两处所指不同，则可以都对"),
    "built_exceeds_planned": _("若规划建设面积后来又有扩大，则可以都对"),
    "stopped_and_counted_on": _("依靠的是它重组、复产以后；重组不成，就落空"),
    "here_and_lacking": _("若缺的是更多、更好的，则可以都对"),
}


def statement(facts: Facts, finding: Contradiction) -> Message:
    """Say what does not fit, each side with what the document prints."""
    one, other = finding.one, finding.other
    names: dict[str, object] = {"one": _all(facts, one), "other": _all(facts, other)}
    if finding.kind == "growth":
        rate, start, end = (_said(facts, each) for each in (*one, *other))
        names = {"rate": rate, "start": start, "one": end}
    if finding.kind == "parts_exceed_whole":
        names |= {"n": len(other), "parts": Listing([_named(each) for each in other])}
    if finding.kind == "part_takes_all" and other:
        about = Listing([_named(each) for each in other])
        return _(
            "一部分就占了全部：{one}；同一地方还要发展{others}", one=_all(facts, one), others=about
        )
    if finding.kind == "overtaken" and not _answered(finding):
        return _overtaken(facts, finding)
    if isinstance(one[0], Makes | Claim):
        names = {"one": facts.segments[one[0].segment].name}
    return _STATEMENT[finding.kind].filled(**names)


def _answered(finding: Contradiction) -> bool:
    """Whether a person's answer overtook it, and not a later document."""
    told = (each.basis for fact in (*finding.one, *finding.other) for each in fact.evidence)
    return "reported" in told


def _overtaken(facts: Facts, finding: Contradiction) -> Message:
    one, other = finding.one, finding.other
    if isinstance(one[0], Makes | Claim):
        segment = facts.segments[one[0].segment].name
        return _("{one}：新一期文件与此前的说法相反", one=segment)
    return _("新一期文件改了数：{one}；此前{other}", one=_all(facts, one), other=_all(facts, other))


def unless(finding: Contradiction) -> Message | None:
    """Say which reading would reconcile both sides; null for what is certain."""
    return _UNLESS.get(finding.kind) if finding.severity == "doubtful" else None


def _all(facts: Facts, told: Sequence[object]) -> Listing:
    return Listing([_said(facts, each) for each in told], _("；"))


def _said(facts: Facts, fact: object) -> object:
    """A fact in a sentence: of a figure whose it is, its name, year and number as printed."""
    if not isinstance(fact, Indicator):
        return _named(fact)
    target = fact.actual_or_target == "target"
    reading = p_("sentence", "目标") if target else p_("sentence", "现状")
    bare = fact.printed.strip("-–.0123456789") == ""
    return _(
        "{whose}{name} {year} 年{reading} {printed}",
        whose=_whose(facts, fact),
        name=_named(fact),
        year=fact.year,
        reading=reading,
        printed=f"{fact.printed} {fact.unit}" if bare else fact.printed,
    )


def _whose(facts: Facts, figure: Indicator) -> str:
    """Whose figure it is, unless it is the whole district's."""
    if figure.subject == facts.dataset.region:
        return ""
    if figure.subject_type == "region":
        return facts.regions[figure.subject].name
    chains = facts.chains if figure.subject_type == "chain" else facts.industries
    return chains[figure.subject].name


def _named(fact: object) -> object:
    """A fact by name, its own quotation marks made inner ones."""
    name = str(getattr(fact, "name", "")).replace("“", "‘").replace("”", "’")
    return name if isinstance(fact, Enterprise | Region) else _("“{name}”", name=name)


def arithmetic(finding: Contradiction) -> Message:
    """Say the arithmetic in words and numbers, so that a reader can do it again."""
    made = _ARITHMETIC.get(finding.kind)
    return _counted(finding) if made is None else made(finding)


def _counted(finding: Contradiction) -> Message:
    """What there is nothing to calculate of is counted."""
    if finding.kind == "stopped_and_counted_on":
        return _("说停产之外，另有 {n} 句依靠它", n=number(finding.numbers[0]))
    if finding.kind == "overtaken":
        return _("后来的为准，此前的说法只作记录")
    return _("说有的 {n} 处，说缺的 {m} 处", n=len(finding.one), m=len(finding.other))


def _growth(finding: Contradiction) -> Message:
    rate, start, end = (_figure(each) for each in (*finding.one, *finding.other))
    years, reached, implied, sign = finding.numbers
    words = {
        "a": _value(start),
        "g": number(rate.value or 0),
        "unit": rate.unit,
        "n": number(years),
        "x": number(reached),
        "b": _value(end),
        "r": number(implied),
        "sign": "−" if sign < 0 else "+",
    }
    if rate.unit == "%":
        return _(
            "{a} ×（1 {sign} {g}%）的 {n} 次方 = {x}，不是 {b}；由 {a} 到 {b}，每年须 {sign}{r}%"
        ).filled(**words)
    return _("{a} {sign} {g} × {n} = {x}，不是 {b}；每年须 {sign}{r}").filled(**words)


def _share(finding: Contradiction) -> Message:
    part, whole = (_value(_figure(each)) for each in finding.other)
    told = _value(_figure(finding.one[0]))
    return _("{a} ÷ {b} = {x}%，不是 {c}%", a=part, b=whole, x=number(finding.numbers[0]), c=told)


def _two(finding: Contradiction) -> Message:
    one, other = sorted((_figure(finding.one[0]).value or 0, _figure(finding.other[0]).value or 0))
    if finding.kind == "two_scales":
        return _("{b} ÷ {a} = {x} 倍", b=number(other), a=number(one), x=number(other / one))
    return _("{b} − {a} = {d}", b=number(other), a=number(one), d=number(other - one))


def _joint(finding: Contradiction) -> Message:
    joint, alone = _value(_figure(finding.one[0])), _value(_figure(finding.other[0]))
    if not finding.numbers:
        return _("{a} < {b}", a=joint, b=alone)
    base, most = (number(each) for each in finding.numbers)
    return _(
        "{a} < {b}；就算全是现有 {base} 之外新增的，{base} + {a} = {most}，仍小于 {b}",
        a=joint,
        b=alone,
        base=base,
        most=most,
    )


def _sum(finding: Contradiction) -> Message:
    whole = _figure(finding.one[0])
    if finding.kind == "firms_exceed_scale":
        terms = [
            f"{class_of(_figure(each))} × {_value(_figure(each))}"
            for each in sorted(finding.other, key=lambda each: -class_of(_figure(each)))
        ]
    else:
        terms = [_value(_figure(each)) for each in finding.other]
    return _(
        "{terms} = {sum}；{sum} − {whole} = {excess}",
        terms=" + ".join(terms),
        sum=number(finding.numbers[0]),
        whole=_value(whole),
        excess=number(finding.numbers[1]),
    )


def _left(finding: Contradiction) -> Message:
    *parts, whole = (_figure(each) for each in finding.one)
    left = (whole.value or 0) - finding.numbers[0]
    taken = " − ".join(_value(each) for each in parts)
    return _("{whole} − {parts} = {left}", whole=_value(whole), parts=taken, left=number(left))


def _negative(finding: Contradiction) -> Message:
    rise = number(finding.numbers[0])
    return _("下降 −{x}%，按字面就是上升 {x}%", x=rise)


def _land(finding: Contradiction) -> Message:
    inner, outer = (number(each) for each in finding.numbers)
    region = finding.one[0]
    free = isinstance(region, Region) and region.free_land_mu == finding.numbers[0]
    words = {"inner": inner, "outer": outer}
    if free:
        return _("剩余工业用地 {inner} 亩 > 规划工业用地 {outer} 亩").filled(**words)
    return _("规划工业用地 {inner} 亩 > 规划建设面积 {outer} 亩").filled(**words)


_ARITHMETIC = {
    "growth": _growth,
    "share": _share,
    "two_figures": _two,
    "like_figures": _two,
    "two_scales": _two,
    "below_present": _two,
    "joint_count": _joint,
    "parts_exceed_whole": _sum,
    "firms_exceed_scale": _sum,
    "built_exceeds_planned": _sum,
    "part_takes_all": _left,
    "double_negative": _negative,
    "land": _land,
}


def _figure(fact: object) -> Indicator:
    assert isinstance(fact, Indicator)  # noqa: S101 - the kinds with arithmetic compare figures
    return fact


def _value(figure: Indicator) -> str:
    return number(figure.value or 0)


def number(value: float) -> str:
    """Write a number as the arithmetic shows it: two decimals at most.

    >>> number(1220.0), number(713.59455), number(8.6)
    ('1,220', '713.59', '8.6')
    """
    return f"{value:,.2f}".rstrip("0").rstrip(".")
