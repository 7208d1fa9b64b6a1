"""Words of judgements, corrections and the history."""

from graph.message import Message, _

TEXTS: dict[str, Message] = {
    "verdict_none": _("暂不判断"),
    "known": _("依据：怎样得知"),
    "says_not_so": _("并非如此"),
    "says_not_so_note": _("不再计入推算；原句与理由仍可查。"),
    "says_otherwise": _("另有其值"),
    "says_otherwise_note": _("只填与实际不符的项。"),
    "says_withdraw": _("撤回填报"),
    "says_withdraw_note": _("规划原有的说法随之恢复。"),
    "action_reported": _("新填报"),
    "action_changed": _("改变"),
    "action_denied": _("否定"),
    "action_withdrawn": _("撤回"),
    "field_values": _("更正"),
    "code_yes": _("是"),
    "code_no": _("否"),
}
