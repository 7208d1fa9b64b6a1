"""Kinds of gap, each with its words: a new one is a line here, its English in the catalogue."""

from collections.abc import Mapping
from typing import Literal, get_args

from graph.message import _, p_
from graph.model.look import KindLook, complete

GapKind = Literal["missing", "weak", "introduce", "extend", "upgrade", "risk"]
GAP_KINDS: tuple[GapKind, ...] = get_args(GapKind)
MERGING_KINDS: frozenset[GapKind] = frozenset({"missing", "introduce", "extend"})
"""Kinds of a stated gap that meet a derived one; weak, upgrade and risk never do."""

GAP_KIND: Mapping[GapKind, KindLook] = complete(
    GapKind,
    {
        "missing": KindLook(
            _("缺失"), "k-missing", "cross", _("缺失"),
            _("需要而本地没有"), action="补",
        ),
        "weak": KindLook(
            _("薄弱"), "k-weak", "weak", _("薄弱"),
            _("有而不强"), action="强",
        ),
        "introduce": KindLook(
            _("拟引进"), "k-introduce", "plus", p_("gap", "拟引进"),
            _("规划拟引进"), action="补",
        ),
        "extend": KindLook(
            _("延链"), "k-extend", "extend", _("延链"),
            _("规划拟延伸、完善"), action="延",
        ),
        "upgrade": KindLook(
            _("升级"), "k-upgrade", "up", _("升级"),
            _("规划拟技改、提升"), action="强",
        ),
        "risk": KindLook(
            _("风险"), "k-risk", "alert", _("风险"),
            _("停产或对外依存"), action="强",
        ),
    },
)  # fmt: skip
"""Kinds of gap."""
