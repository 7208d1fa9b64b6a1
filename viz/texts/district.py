"""Words of the pages about regions, indicators, platforms and projects."""

TEXTS: dict[str, tuple[str, str]] = {
    # regions
    "regions": ("地区", "Regions"),
    "regions_title": (
        "{named} 处写明剩余工业用地，共 {mu} 亩；{neighbours} 个周边地区的方向涵盖本区缺口所在的链",
        (
            "{named} places state free industrial land, {mu} mu in all; "
            "the directions of {neighbours} neighbours cover chains that have gaps"
        ),
    ),
    "regions_title_bare": ("{n} 个地区", "{n} regions"),
    "sites": ("组团、园区与镇街", "Parks, zones and towns"),
    "free_land": ("剩余工业用地", "Free industrial land"),
    "mu": ("{n} 亩", "{n} mu"),
    "planned_area": ("规划建设面积", "Planned area"),
    "industrial_land": ("规划工业用地", "planned industrial land"),
    "main_directions": ("主导产业方向", "Main industries"),
    "land_unknown": ("未写明", "not stated"),
    "firms_here": ("企业", "Enterprises"),
    "firms_unknown": ("没有写明在此的企业", "no enterprise stated here"),
    "neighbours": ("周边地区与可能的供应", "Neighbours, and what they might supply"),
    "neighbours_note": (
        "方向涵盖某条链，只说明值得去问，不等于能供应某个环节。",
        "A direction that covers a chain is a reason to ask, no proof of supply.",
    ),
    "covers": ("涵盖本区产业链：", "Covers our chains:"),
    "covers_none": ("没有对应的本区产业链", "no chain of ours"),
    "might_supply": ("这些链上可去问的缺口（{n}）", "Gaps of these chains to ask about ({n})"),
    "also_named": (
        "规划还提到的合作，没有涵盖到缺口所在的链",
        "Also named; no chain with gaps is covered",
    ),
    # indicators
    "indicators": ("指标", "Indicators"),
    "indicators_title": (
        "{n} 项指标：{measured} 项可拿现值对照目标，{targets} 项只有目标，{actuals} 项只有现值",
        (
            "{n} indicators: {measured} can be held against a target, "
            "{targets} are targets only, {actuals} actuals only"
        ),
    ),
    "indicators_note": (
        "进度＝现值÷目标，现值是规划写明的年份的，不是今天的；只有一头的照原样列出。",
        (
            "Progress is the actual divided by the target; actuals are those of the year the plan "
            "gives, not of today. What has one end only is shown as it is."
        ),
    ),
    "indicator": ("指标", "Indicator"),
    "actual": ("现值", "Actual"),
    "target_value": ("目标", "Target"),
    "progress": ("进度", "Progress"),
    "in_year": ("{value}（{year} 年）", "{value} ({year})"),
    "in_years": ("{value}（{start}—{year} 年）", "{value} ({start}–{year})"),
    "measure_cumulative": ("累计", "in total"),
    "measure_annual_average": ("年均", "a year on average"),
    "measure_growth": ("比上年", "on the year before"),
    "binding_binding": ("约束性", "binding"),
    "binding_expected": ("预期性", "expected"),
    "progress_of": ("{share}%，对照 {target}", "{share}% of {target}"),
    "unmeasured": ("其余 {n} 项，只写了一头或不能相除", "{n} more with one end only, or no ratio"),
    "against": ("对照 {target}", "against {target}"),
    "no_ratio": ("，{n} 项两头都有而不能相除", ", {n} have both ends and no ratio"),
    "no_indicators": ("没有收录指标。", "No indicator recorded."),
    # platforms and projects
    "platforms": ("平台", "Platforms"),
    "platforms_title": ("{n} 个平台", "{n} platforms"),
    "projects": ("项目", "Projects"),
    "projects_title": ("{n} 个项目", "{n} projects"),
    "platform": ("平台", "Platform"),
    "project": ("项目", "Project"),
    "owner": ("企业", "Enterprise"),
    "for_segments": ("环节", "Segments"),
    "state_none": ("未写明进展", "State not given"),
    "no_platforms": ("没有收录平台。", "No platform recorded."),
    "no_projects": ("没有收录项目。", "No project recorded."),
}
