"""Words of the synergy pages."""

TEXTS: dict[str, tuple[str, str]] = {
    "synergies": ("协同", "Synergies"),
    "synergies_title_chain": (
        "{parties} 条产业链：规划明示协同的有 {stated} 对；补上即惠及多条链的缺口 {several} 个",
        "{parties} chains: the plan ties {stated} pairs; {several} gaps would serve several chains",
    ),
    "synergies_title_industry": (
        "{parties} 个产业：规划明示协同的有 {stated} 对；补上即惠及多条链的缺口 {several} 个",
        ("{parties} industries: the plan ties {stated} pairs; "
        "{several} gaps would serve several chains"),
    ),
    "no_synergies": ("还不足两条产业链，没有协同可看。", "Fewer than two chains: no pairs yet."),
    "level": ("看", "Show"),
    "level_chain": ("产业链", "Chains"),
    "level_industry": ("产业", "Industries"),
    "tie_first": ("排在前面的", "First"),
    "tie_stated": ("规划明示", "Stated"),
    "tie_shared_gaps": ("共同缺口", "Shared gaps"),
    "tie_shared_makers": ("共同企业", "Shared firms"),
    "tie_supply": ("供应", "Supplies"),
    "tie_shared_inputs": ("共用投入", "Shared inputs"),
    "tie_possible": ("可能", "possible"),
    "tie_short_possible": ("可", "?"),
    "only_possible": ("只有可能的联系", "possible ties only"),
    "possible_ties_n": ("可能的联系 {n} 处", "{n} possible ties"),
    "possible_ties_note": (
        "两端是否在本地都不清楚，或是谁都能在市场上买到的东西（电、不锈钢、检测）：单列，不与上面的数目相加。",
        ("Whether either end is here is not known, or anyone buys it on the market (power, "
        "stainless steel, testing): kept apart from the counts above."),
    ),
    "also_n": ("{target} 的 {n} 种同样用它", "{n} kinds of {target} take it too"),
    "tie_short_stated": ("规", "P"),
    "tie_short_shared_gaps": ("缺", "G"),
    "tie_short_shared_makers": ("企", "F"),
    "tie_short_supply": ("供", "S"),
    "tie_short_shared_inputs": ("投", "I"),
    "tie_note_stated": ("规划原文写到的联系", "ties that the plan writes about"),
    "tie_note_shared_gaps": (
        "补上同一环节即惠及两者", "landing one segment serves both"
    ),
    "tie_note_shared_makers": ("同一企业在两者之中", "one enterprise in both"),
    "tie_note_supply": (
        "一方生产、另一方用作投入；每对“投入→产品”计一次，产品的各品种不重复计",
        "made in one, an input of the other; each input of a product and its kinds counts once",
    ),
    "tie_note_shared_inputs": (
        "两者都从外面取用的环节",
        "segments that both take from outside",
    ),
    "shades": ("颜色", "Shades"),
    "other_ties": ("只有其他联系", "other ties only"),
    "untied": ("未见联系", "no tie known"),
    "ranked_stated": ("规划明示的在前", "What the plan ties first"),
    "ranked_other": ("{sort}多的在前", "{sort}: most first"),
    "matrix": ("协同矩阵", "Synergy matrix"),
    "matrix_note": (
        "每格是两者之间各类联系的数目，点开看清单与依据；“可能”指两端都未知或市场可买的，单列。未见联系不等于没有。",
        ("Each cell counts the ties by sort; open it for the lists and their evidence. Possible "
        "ties (unknown ends, or anyone buys it) stand apart. No tie known is not none there."),
    ),
    "colon": ("：", ": "),
    "comma": ("，", ", "),
    "several_n": ("一补多链：{n} 个缺口补上即惠及多条产业链",
                  "One landing, several chains: {n} gaps"),
    "several_note": (
        "按惠及的链数排列；薄弱、升级、风险不在此列，见补链清单。",
        "By the number of chains served; weak, upgrade and risk stand in the gap list.",
    ),
    "serves_n": ("惠及 {n} 条链", "Serves {n} chains"),
    "supply_from": ("{one} 供应 {other}", "{one} supplies {other}"),
    "more_sources": ("更多 {n} 种投入", "{n} more inputs"),
    "no_tie": ("两者之间没有记录到联系。未见联系不等于没有。",
               "No tie is recorded. No tie known does not mean none exists."),
}  # fmt: skip
