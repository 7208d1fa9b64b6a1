"""The words for what became of facts and gaps between two versions."""

from collections.abc import Mapping

from graph.message import _
from graph.model.look import Look, complete
from graph.model.vocabulary import FactAction, GapAction

FACT_ACTIONS: Mapping[FactAction, Look] = complete(
    FactAction,
    {
        "added": Look(_("新增"), "a-yes", "plus"),
        "removed": Look(_("移除"), "a-no", "cross"),
        "changed": Look(_("改变"), "a-unknown", "half"),
    },
)
GAP_ACTIONS: Mapping[GapAction, Look] = complete(
    GapAction,
    {
        "opened": Look(_("新列入"), "a-no", "plus"),
        "closed": Look(_("移出"), "a-yes", "check"),
        "moved": Look(_("改变"), "a-unknown", "half"),
    },
)
