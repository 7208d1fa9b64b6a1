"""What questions offer to choose from: orders of lists, levels, directions, kinds of nodes.

It stands apart from the answers, so that a command or a route can say what there is to choose
without importing them.
"""

from typing import Literal, get_args

EnterpriseSort = Literal["id", "products"]
SegmentSort = Literal["id", "status"]
GapSort = Literal["standing", "priority", "blocks", "name", "id"]
GapRows = Literal["tasks", "gaps"]
FirmState = Literal["unreviewed", "reviewed", "gone", "closed", "all"]
"""Which enterprises of the registers: whose review is wanted, who was reviewed, who is gone."""
Level = Literal["chain", "industry"]
Direction = Literal["up", "down"]
NodeType = Literal["segment", "enterprise", "gap", "chain", "industry", "region"]
NODE_TYPES: tuple[NodeType, ...] = get_args(NodeType)
DEFAULT_TYPES: tuple[NodeType, ...] = ("segment", "enterprise", "gap")
"""Chains, industries and regions tie everything to everything, so they come only if asked for."""
MOST_HOPS = 9
SearchType = Literal[
    "industry", "chain", "region", "segment", "enterprise", "gap", "platform", "project"
]
SupposedAction = Literal["close", "land", "stop", "unflag", "here", "absent"]
ACTIONS: tuple[SupposedAction, ...] = get_args(SupposedAction)
