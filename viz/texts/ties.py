"""Words of the synergy pages."""

from graph.message import Message, _, p_

TEXTS: dict[str, Message] = {
    "synergies_title_chain": _(
        "{parties} 条产业链：规划明示协同的有 {stated} 对；补上即惠及多条链的缺口 {several} 个"
    ),
    "synergies_title_industry": _(
        "{parties} 个产业：规划明示协同的有 {stated} 对；补上即惠及多条链的缺口 {several} 个"
    ),
    "level_chain": p_("several", "产业链"),
    "level_industry": p_("several", "产业"),
    "tie_first": _("排在前面的"),
    "tie_stated": _("规划明示"),
    "tie_shared_gaps": _("共同缺口"),
    "tie_shared_makers": _("共同企业"),
    "tie_supply": _("供应"),
    "tie_shared_inputs": _("共用投入"),
    "tie_possible": _("可能"),
    "tie_short_possible": _("可"),
    "tie_short_stated": _("规"),
    "tie_short_shared_gaps": p_("tie", "缺"),
    "tie_short_shared_makers": _("企"),
    "tie_short_supply": _("供"),
    "tie_short_shared_inputs": _("投"),
    "tie_note_stated": _("规划原文写到的联系"),
    "tie_note_shared_gaps": _("补上同一环节即惠及两者"),
    "tie_note_shared_makers": _("同一企业在两者之中"),
    "tie_note_supply": _("一方生产、另一方用作投入；每对“投入→产品”计一次，产品的各品种不重复计"),
    "tie_note_shared_inputs": _("两者都从外面取用的环节"),
    "ranked_stated": _("规划明示的在前"),
    "ranked_other": _("{sort}多的在前"),
}
