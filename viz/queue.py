"""The page of the queue: what firms' words propose, to be confirmed or refused."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby

from graph.answers.shapes import Ref
from graph.model.look import VOCABULARIES
from graph.model.vocabulary import By, Strength, Verb
from graph.recognition.queue_list import QueueBody, QueueItem
from viz.chrome import Chrome
from viz.queries import PageProblem
from viz.render import render

STRENGTH = VOCABULARIES[Strength]
BY = VOCABULARIES[By]
VERB = VOCABULARIES[Verb]


@dataclass(frozen=True, slots=True)
class QueueFilters:
    """The filters of the queue, as they were asked; empty means all, the first choice else."""

    by: str = ""
    strength: str = ""
    state: str = ""
    firm: str = ""
    segment: str = ""

    def asked(self) -> dict[str, str]:
        """The filters that are set."""
        return {name: text for name, text in asdict(self).items() if text}


@dataclass(frozen=True, slots=True)
class QueueShown:
    """The queue as its page shows it; `at` is the row where a person goes on.

    `told` says what was just done, `problem` what could not be.
    """

    body: QueueBody
    filters: QueueFilters
    at: int = 0
    told: str = ""
    problem: PageProblem | None = None
    skipped: tuple[str, ...] = ()


def queue_page(chrome: Chrome, shown: QueueShown, limit_mb: int) -> str:
    """`/queue?by=&strength=&state=&firm=&segment=`: proposals in groups, with their words."""
    names: Mapping[str, object] = {
        "shown": shown,
        "body": shown.body,
        "filters": shown.filters,
        "groups": list(groups(shown)),
        "limit_mb": limit_mb,
        "STRENGTH": STRENGTH,
        "BY": BY,
        "VERB": VERB,
    }
    return render("queue.html", chrome, **names)


def groups(shown: QueueShown) -> Iterator[tuple[Ref, list[QueueItem]]]:
    """Yield the items of a page, firm by firm or segment by segment."""
    by_segment = shown.filters.by == "segment"
    for ref, items in groupby(
        shown.body.items, key=lambda item: item.segment if by_segment else item.firm
    ):
        yield ref, list(items)
