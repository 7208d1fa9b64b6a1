"""How strongly a passage asks for what is lacking: the words before its verb."""

import re
from collections.abc import Iterable

from graph.model.vocabulary import Urgency

_ASKING = "(?:引进|引育|吸引|拓展|延伸|完善|补齐)"
_LACKING = re.compile("缺乏|空白")
_STRESSED = re.compile(f"(?:重点|着力|加快|大力|着重)(?:开发)?{_ASKING}")
_MORE, _BROUGHT = re.compile("加大"), re.compile("引进|引育")
"""加大 takes the verb behind its object: 加大…引进力度."""
_SUPPORTED = re.compile(f"(?:积极|努力)(?:开发)?{_ASKING}")
_BACKED, _ASKED = re.compile("支持|鼓励"), re.compile(_ASKING)
"""支持 and 鼓励 have somebody between: 鼓励企业拓展…."""
_CLAUSE = re.compile("[，。；]")


def urgency_of(quotes: Iterable[str]) -> Urgency:
    """Return the urgency of the strongest of the quotes.

    >>> urgency_of(["加快引进中置电机"]), urgency_of(["鼓励中药企业拓展产业链上游"])
    (0, 1)
    >>> urgency_of(["引进海天味业"]), urgency_of(["引进海天味业", "缺乏领军优势企业"])
    (2, 0)
    """
    texts = tuple(quotes)
    if any(_LACKING.search(each) or _STRESSED.search(each) for each in texts):
        return 0
    if any(_follows(_MORE, _BROUGHT, each) for each in texts):
        return 0
    backed = any(_SUPPORTED.search(each) or _follows(_BACKED, _ASKED, each) for each in texts)
    return 1 if backed else 2


def _follows(first: re.Pattern[str], then: re.Pattern[str], text: str) -> bool:
    """Whether one stands before the other in a clause."""
    for clause in _CLAUSE.split(text):
        found = first.search(clause)
        if found and then.search(clause, found.end()):
            return True
    return False
