"""Words that stand around and on most pages."""

from graph.message import Message, _, p_

TEXTS: dict[str, Message] = {
    "boundary_traded": _("可市场采购的不算缺"),
    "boundary_tiers": _("可市场采购，且只看 {k} 层"),
    "boundary_none": _("全部要求本地（压力测试）"),
    "horizon_now": p_("horizon", "现状"),
    "horizon_planned": _("计入在建"),
    "boundary_short_traded": p_("boundary", "市场可采购"),
    "boundary_short_tiers": _("只看 {k} 层"),
    "boundary_short_none": _("全部本地"),
    "input_all": p_("inputs", "全部"),
    "is_confirmed": _("{name} 是确认缺口"),
    "is_to_settle": _("{name} 是不是缺口，待核实"),
    "is_wished": _("{name} 是规划拟增，不是缺口"),
    "is_direction": _("{name} 是招引方向，不是缺口"),
    "is_noted": _("{name} 记录在册，不是缺口"),
    "is_no_gap": _("{name} 不是缺口"),
    "reason_traded": _("市场可采购"),
    "reason_available": _("本地已有"),
    "reason_alternative": _("已有替代"),
    "reason_not_essential": _("不是必需投入"),
    "reason_captive": _("厂内工序"),
    "reason_not_needed": _("本地产品不需要"),
    "reason_unknown": _("未知，待核实"),
    "sort_default": _("按需要、紧迫、用户"),
    "sort_name": _("按名称"),
    "sort_id": _("按编号"),
    "world_certain": _("仅当未知都算缺"),
    "world_possible": _("仅当未知都算有"),
    "world_both": _("无论未知有无"),
}
