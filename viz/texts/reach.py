"""Words of the pages on closure and dependence."""

from graph.message import Message, _

TEXTS: dict[str, Message] = {
    "closure_up": _("全部上游"),
    "closure_down": _("全部下游"),
    "closure_hint": _("输入一个环节，列出供应它的（或它供应的）所有环节，按级数由近到远。"),
    "closure_up_n": _("{name}的上游：{n} 个环节"),
    "closure_down_n": _("{name}的下游：{n} 个环节"),
    "closure_none": _("没有收录。"),
    "closure_note": _("级数是最少的供应步数；“属于”不算一级。必需与可选的投入都算，副产不算。"),
}
