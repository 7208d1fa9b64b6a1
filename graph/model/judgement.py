"""What people decide about gaps, and the rule that decisions never replace what is computed."""

from typing import Literal

from graph.model.record import Fact, FactId, Text
from graph.model.vocabulary import Verdict


class Judgement(Fact):
    """What people decided about a gap, stated or derived: shown beside the computed answer.

    `verdict` confirms, refutes or adopts it (列入计划), for a `reason`; `owner` 责任单位, `due`
    时限 and `note` 备注 are the working columns of the gap list. Id: `judgement.<gap>`.
    """

    type: Literal["judgement"] = "judgement"
    gap: FactId
    verdict: Verdict | None = None
    reason: Text | None = None
    owner: Text | None = None
    due: Text | None = None
    note: Text | None = None
