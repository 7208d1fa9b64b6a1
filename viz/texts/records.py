"""Words of the lists of segments and enterprises."""

from graph.message import Message, _

TEXTS: dict[str, Message] = {
    "sort_status": _("本地有的在前"),
    "sort_products": _("产品多的在前"),
}
