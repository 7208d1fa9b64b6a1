"""Which unknown facts would settle the list: what changes with the answer yes, and with no."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import RLock

from graph.analysis.gaps import GapPlace, GapRow, named_in
from graph.analysis.lacking import Lacking, lacking
from graph.analysis.targets import descendants
from graph.analysis.tasks import Task
from graph.network.arrays import NONE, UNKNOWN
from graph.network.assuming import Trials
from graph.network.frame import Frame


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Whether somebody here makes one of the `members` of a task, and what the answer changes.

    `closes`: gaps that close if the first of them is here; `opens`: inputs of it that are asked
    for then; `confirms`: gaps that are certain if none is.
    """

    task: str
    members: tuple[int, ...]
    closes: tuple[int, ...]
    opens: tuple[int, ...]
    confirms: tuple[int, ...]


class OpenQuestions(Mapping[str, OpenQuestion]):
    """One question for every task to settle that heads no others, by the task's id.

    Each answer is worked out when it is looked up, by assuming it, from the products that it
    touches; of the others nothing changes, and a gap that one of them has stays.
    """

    def __init__(self, place: GapPlace, rows: Mapping[str, GapRow], tasks: Iterable[Task]) -> None:
        self._place, self._rows = place, rows
        self._tasks = {each.id: each for each in tasks if is_question(place, rows[each.id], each)}
        self._made: dict[str, OpenQuestion] = {}
        self._lock = RLock()  # answers are assumed on one copy of the frame

    def __getitem__(self, task: str) -> OpenQuestion:
        with self._lock:
            if task not in self._made:
                self._made[task] = self._question(self._tasks[task])
            return self._made[task]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tasks)

    def __len__(self) -> int:
        return len(self._tasks)

    def members(self, task: str) -> tuple[int, ...]:
        """List the segments that a question is about, without working out its answers."""
        return asked_members(self._place.frame, self._rows[task], self._tasks[task])

    @cached_property
    def _ground(self) -> Lacking:
        return lacking(self._place.frame, named_in(self._place.frame, self._place.stated))

    @cached_property
    def _trials(self) -> Trials:
        return Trials(self._place.frame)

    def _question(self, task: Task) -> OpenQuestion:
        return _question(self._ground, self._trials, task, self.members(task.id))


def is_question(place: GapPlace, row: GapRow, task: Task) -> bool:
    """Tell whether a task of the region itself is a question of its own."""
    region = row.stated.region if row.stated else place.frame.situation.region
    own = region == place.frame.situation.region
    return own and row.standing == "to_settle" and not task.heads


def asked_members(frame: Frame, row: GapRow, task: Task) -> tuple[int, ...]:
    """List the segments that a task asks about, that of the leading gap first."""
    lead = frame.network.number(row.segment) if row.segment else NONE
    return (lead, *(each for each in task.leaders if each != lead))


def _question(
    ground: Lacking, trials: Trials, task: Task, members: tuple[int, ...]
) -> OpenQuestion:
    absent = {each for member in members for each in _unknown_kinds(ground.frame, member)}
    with trials.made(members[0]) as answer:
        yes = ground.effect(answer)
    with trials.absent(absent) as answer:
        no = ground.effect(answer)
    return OpenQuestion(
        task=task.id,
        members=members,
        closes=tuple(sorted(yes.closes)),
        opens=tuple(sorted(yes.opens)),
        confirms=tuple(sorted(no.confirms)),
    )


def _unknown_kinds(frame: Frame, segment: int) -> list[int]:
    """List what is not here if a segment is not: itself, and its kinds nobody spoke of."""
    own = frame.situation.own
    return [each for each in (segment, *descendants(frame, segment)) if own[each] == UNKNOWN]
