"""The words of the graph page and its panel."""

from graph.message import Message, _, p_

TEXTS: dict[str, Message] = {
    "relation_supplies": _("供应"),
    "relation_kind_of": _("属于"),
    "relation_makes": _("生产"),
    "relation_in_chain": _("所在产业链"),
    "relation_in_industry": _("所属产业"),
    "relation_has_role": p_("relation", "链上角色"),
    "relation_located_in": _("位于"),
    "relation_gap_on": _("缺口所在"),
    "relation_blocks": _("卡住"),
    "relation_candidate_for": p_("relation", "可能的供应方"),
}
