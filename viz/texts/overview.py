"""The words of the overview."""

from graph.message import Message, _, p_

TEXTS: dict[str, Message] = {
    "cause_load": _("载入数据"),
    "cause_report": _("本地填报"),
    "cause_withdraw": p_("cause", "撤回填报"),
    "cause_undo": _("撤销一个版本"),
}
