"""The words for what a neighbouring region is to a gap."""

from collections.abc import Mapping

from graph.message import _
from graph.model.look import Look, complete
from graph.model.vocabulary import NeighbourReason, NeighbourRole

NEIGHBOUR_ROLES: Mapping[NeighbourRole, Look] = complete(
    NeighbourRole,
    {
        "complement": Look(_("互补"), "a-yes", "both"),
        "rival": Look(_("竞争"), "a-no", "alert"),
        "both": Look(_("互补又竞争"), "a-unknown", "half"),
    },
)
"""What a neighbour is to a gap."""

NEIGHBOUR_REASONS: Mapping[NeighbourReason, Look] = complete(
    NeighbourReason,
    {
        "cooperates": Look(_("规划写明在此链上合作")),
        "makes": Look(_("要发展做它的产业链，本地在等它，可去问供应")),
        "takes": Look(_("只发展用它的产业链，落地后可卖到那里")),
        "attracts": Look(_("也要发展做它的产业链，招引同一类企业")),
    },
)
"""Why it is that, in words."""
