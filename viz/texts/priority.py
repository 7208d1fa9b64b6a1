"""Words of the pages of what comes first, and of parks."""

from graph.message import Message, _

TEXTS: dict[str, Message] = {
    "left_out_noted": _("提升与在册：不缺企业，不靠招引"),
    "left_out_direction": _("招引方向：没有点明环节，无从按用户与下游比较"),
    "left_out_bought": _("公开市场可采购：谁都买得到，不必为它招引"),
    "left_out_service": _("服务：如检测、文旅，不按供应链排先后"),
    "left_out_no_data": _("所选权重的准则，对它都没有资料"),
    "sort_priority": _("按优先级"),
}
"""Why rows of the gap list are not ranked; an order of the gap list."""
