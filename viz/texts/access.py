"""Words of logging in, and of who may."""

from graph.message import Message, _

TEXTS: dict[str, Message] = {
    "outcome_done": _("完成"),
    "outcome_refused": _("拒绝"),
    "outcome_failed": _("失败"),
    "role_reader": _("只读"),
    "role_editor": _("编辑"),
    "role_admin": _("管理员"),
}
