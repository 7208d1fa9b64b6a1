"""What the trade says of a product, written by hand, and how to ask the district the same."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import yaml
from pydantic import Field

import seeds
from graph.answers import missing as missing_answer
from graph.answers.names import resolve
from graph.answers.shapes import MissingBody
from graph.answers.workspace import Workspace
from graph.model import Record
from graph.model.vocabulary import INPUT_SORTS, InputSort
from graph.network.frame import Frame, upstream_depths
from graph.network.kernels import largest_self_supporting
from graph.network.terms import Terms
from tests.exchange.conftest import shipped

FOLDER = Path(__file__).parent / "answers"
Names = tuple[str, ...]


class Trade(Record):
    """What holds of a product anywhere (inputs), and here (missing), with the sources.

    `inputs` lie upstream by essential material, as one of several or alone; `required` ones
    nothing replaces; `optional` ones only some types use; `not_required` ones may be there, but
    it goes without; `not_inputs` are nowhere upstream by essential material, `not_direct` not
    among its own inputs. Each of `alternatives` stands in one group upstream. `equipment`,
    `energy`, `service`: inputs of that sort, of it or upstream.
    """

    product: str
    source: Names = Field(min_length=1)
    inputs: Names = Field(min_length=1)
    required: Names = ()
    optional: Names = ()
    not_required: Names = ()
    not_inputs: Names = ()
    not_direct: Names = ()
    alternatives: tuple[Names, ...] = ()
    equipment: Names = ()
    equipment_alternatives: tuple[Names, ...] = ()
    energy: Names = ()
    service: Names = ()
    missing: Names = ()
    nothing_missing: bool = False
    not_missing: Names = ()


@cache
def trades() -> dict[str, Trade]:
    """Every hand-written expectation by the name of its file."""
    files = sorted(FOLDER.glob("*.yaml"))
    texts = {file.stem: yaml.load(file.read_text("utf-8"), yaml.CSafeLoader) for file in files}
    return {stem: Trade.model_validate(text, strict=False) for stem, text in texts.items()}


def district() -> Workspace:
    """The shipped district, as loaded from its files."""
    return shipped(seeds.SHIPPED)


@cache
def number(name: str) -> int:
    """The segment that a user means by a name."""
    return district().network.number(resolve(district(), name, "segment"))


@cache
def answer(product: str) -> MissingBody:
    """What is missing upstream of a product here, under the default terms."""
    return missing_answer(district(), resolve(district(), product, "segment"), Terms(), "zh")


def needed(product: str) -> frozenset[int]:
    """All that lies upstream of a product by essential material, kinds included."""
    return _upstream(number(product))


@cache
def _upstream(target: int) -> frozenset[int]:
    frame = district().frame(Terms())
    seen = set(_with_kinds(frame, target))
    pending = sorted(seen)
    found: set[int] = set()
    while pending:
        for members in member_lists(frame, pending.pop()):
            found |= members
            pending += members - seen
            seen |= members
    return frozenset(found)


def may_go_in(product: str) -> frozenset[int]:
    """The upstream closure by material, essential or not."""
    return frozenset(upstream_depths(district().frame(Terms()), number(product)))


def direct(product: str) -> frozenset[int]:
    """The essential material inputs of a product and of its kinds, kinds of them included."""
    frame = district().frame(Terms())
    lists = (member_lists(frame, each) for each in _with_kinds(frame, number(product)))
    return frozenset().union(*(members for found in lists for members in found))


def groups_upstream(product: str) -> Iterator[frozenset[int]]:
    """The essential material groups of a product and of all that lies upstream of it."""
    frame = district().frame(Terms())
    for each in {*_with_kinds(frame, number(product)), *needed(product)}:
        yield from member_lists(frame, each)


def used_upstream(product: str, sort: InputSort) -> Iterator[frozenset[int]]:
    """The groups of one input sort, essential or not, of a product and upstream of it."""
    frame = district().frame(Terms())
    for each in {*_with_kinds(frame, number(product)), *needed(product)}:
        for group in frame.arrays.groups.row(each):
            if INPUT_SORTS[frame.arrays.input_sort[group]] == sort:
                yield _members(frame, group)


def member_lists(frame: Frame, segment: int) -> list[frozenset[int]]:
    """The essential groups of a segment, each with the kinds that its members admit."""
    return [_members(frame, group) for group in frame.groups(segment)]


def goes_without(product: str, name: str) -> bool:
    """Whether a product can be made where everything is at hand but one thing and its kinds."""
    frame = district().frame(Terms())
    arrays, target = frame.arrays, number(product)
    base = bytearray(not category for category in arrays.category)
    for each in _with_kinds(frame, number(name)):
        base[each] = 0
    nowhere = bytearray(len(base))
    return bool(largest_self_supporting(arrays, frame.asked, nowhere, base).whole[target])


def _members(frame: Frame, group: int) -> frozenset[int]:
    lists = [[m] if exact else _with_kinds(frame, m) for m, exact in frame.members(group)]
    return frozenset(each for found in lists for each in found)


def _with_kinds(frame: Frame, segment: int) -> list[int]:
    found = [segment]
    for each in found:
        found += frame.arrays.kinds.row(each)
    return found


def numbers(names: Iterable[str]) -> set[int]:
    return {number(name) for name in names}
