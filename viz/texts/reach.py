"""Words of the pages on closure and dependence."""

TEXTS: dict[str, tuple[str, str]] = {
    "closure": ("上下游", "Up- and downstream"),
    "closure_up": ("全部上游", "All upstream"),
    "closure_down": ("全部下游", "All downstream"),
    "closure_hint": (
        "输入一个环节，列出供应它的（或它供应的）所有环节，按级数由近到远。",
        "Name a segment: everything that goes into it, or that it goes into, nearest first.",
    ),
    "closure_up_n": ("{name}的上游：{n} 个环节", "Upstream of {name}: {n} segments"),
    "closure_down_n": ("{name}的下游：{n} 个环节", "Downstream of {name}: {n} segments"),
    "closure_none": ("没有收录。", "None is recorded."),
    "closure_note": (
        "级数是最少的供应步数；“属于”不算一级。必需与可选的投入都算，副产不算。",
        ("Steps are the fewest supply steps; a kind-of step counts none. Inputs essential or not, "
        "no by-products."),
    ),
    "way": ("方向", "Direction"),
    "steps_at_most": ("级数", "Steps"),
    "steps_n": ("{n} 级以内", "up to {n}"),
    "step_n": ("第 {n} 级", "Step {n}"),
    # dependence
    "dependence": ("依存与风险", "Dependence"),
    "dependence_title": (
        "点名了本地企业的环节 {n} 个，其中 {single} 个资料只点名一家",
        "{n} segments have a named local maker; of {single} the documents name a single one",
    ),
    "dependence_none": ("没有点名了本地企业的环节。", "No segment has a named local maker."),
    "dependence_note": (
        ("“资料只点名一家”不等于本地只有一家：名录核实之前，集中度只按点名的企业算。"
        "“离不开它”是配方上没有替代、也买不到的本地产品；“波及”不论替代，含产品的各品种。"),
        ("A single maker named is not the only one there is: until a register says so, the "
        "concentration is of the named ones. “Holds” are products here that have no substitute for "
        "it in their recipe and cannot buy it; “reaches” counts all that takes it, kinds as one."),
    ),
    "only_named": ("资料只点名一家", "the only one named"),
    "hhi": ("集中度 HHI", "HHI"),
    "holds": ("离不开它", "Holds"),
    "reaches": ("波及", "Reaches"),
    "external": ("对外依存", "External"),
    "external_of": ("{n} 组投入", "of {n} groups"),
    "more_reached": ("等 {n} 个", "{n} in all"),
}  # fmt: skip
