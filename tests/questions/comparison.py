"""Program and brute force, asked the same questions of the same random datasets.

Every dataset is asked under every boundary and both horizons. Sampled are: the region and the
input sorts (by the dataset's number), and for unlock sets up to three products of each question,
with at most seven candidates.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise, product

from graph.analysis.gaps import GapRow
from graph.analysis.unlock import CertainSets, UnlockSets
from graph.model import Facts
from tests.questions import brute_answers as brute
from tests.questions import brute_counts as counts
from tests.questions import brute_rows
from tests.questions.asking import Asked, asked_of
from tests.questions.brute_answers import judged
from tests.questions.brute_force import LACKS, Question, worlds
from tests.questions.brute_gaps import Block, Family, Lacks
from tests.questions.brute_recipes import Recipes
from tests.questions.features import features_of, gap_features
from tests.questions.random_graphs import random_facts, random_unlisted

BOUNDARIES: dict[str, tuple[bool, int | None]] = {
    "traded": (True, None),
    "traded+tiers:1": (True, 1),
    "traded+tiers:2": (True, 2),
    "none": (False, None),
}
REGIONS = ("district", "district", "park")
INPUTS = ("material", "material", "material,energy", "material,energy,capital,service")
FEW = 7
"""Candidates up to which every subset is tried for unlock sets."""


@dataclass
class Comparison:
    """What differed, by question, how often each feature occurred, and under which terms."""

    differences: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    seen: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def same(self, question: str, case: str, program: object, expected: object) -> None:
        if program != expected:
            self.differences[question].append(f"{case}: {program} is not {expected}")


def compare(graphs: int) -> Comparison:
    """Ask everything of that many datasets."""
    found = Comparison()
    for seed in range(graphs):
        dataset = random_facts(seed)
        found.asked["datasets"] += 1
        for case, asked, question in cases(seed, dataset):
            found.asked.update([f"{asked.frame.terms.boundary} {question.horizon}"])
            _compare_region(found, case, asked, question)
            for target in question.recipes.ids:
                _compare_product(found, f"{case} {target}", asked, question, target)
            for target in _few(question, seed):
                _compare_unlock(found, f"{case} {target}", asked, question, target)
    return found


def _few(question: Question, seed: int) -> list[str]:
    """Up to two products that lack something even in the possible world, and any other one."""
    ids = question.recipes.ids
    lacking = [s for s in ids if brute.ready(question.about(s), s) == "no"]
    return sorted({ids[seed % len(ids)], *lacking[:2]})


def cases(seed: int, dataset: Facts) -> Iterator[tuple[str, Asked, Question]]:
    unlisted = random_unlisted(dataset, seed)
    recipes = Recipes(dataset, unlisted)
    region, inputs = REGIONS[seed % len(REGIONS)], INPUTS[seed % len(INPUTS)]
    for (boundary, (traded, tiers)), horizon in product(BOUNDARIES.items(), ("now", "planned")):
        terms = {"region": region, "boundary": boundary, "inputs": inputs, "horizon": horizon}
        chosen = frozenset(inputs.split(","))
        question = Question(recipes, region, traded, tiers, chosen, horizon)
        yield f"graph {seed} {terms}", asked_of(dataset, **terms, unlisted=unlisted), question


def _compare_region(found: Comparison, case: str, asked: Asked, question: Question) -> None:
    ids = question.recipes.ids
    found.same("status", case, {s: asked.status(s) for s in ids}, question.status)
    for world in worlds():
        expected = question.world(world).available
        found.same("availability", case, asked.available(world), expected)
    rows = {id_: _told_gap(asked, row) for id_, row in asked.gaps.items()}
    listed = brute_rows.Rows(Lacks(question, tuple(asked.facts.gaps.values()))).rows()
    found.same("gaps", case, rows, listed)
    for s in ids:
        told, allowed = set(asked.why_not(s)), _reasons(question, s, listed)
        found.same("why not", f"{case} {s} {told}", told in allowed, expected=True)
    found.seen.update(gap_features(listed))


def _told_gap(asked: Asked, row: GapRow) -> brute_rows.GapRow:
    ids, lack = asked.network.ids, row.lack
    task = asked.task_of(row.id)
    return brute_rows.GapRow(
        segment=row.segment,
        origin=row.origin,
        standing=row.standing,
        need=row.need,
        blocks=frozenset(
            Block(ids[each.product], each.possible) for each in (lack.blocks if lack else ())
        ),
        families=frozenset(
            Family(ids[each.name], each.here, frozenset(asked.ids(each.products)))
            for each in asked.families(row.id)
        ),
        through=frozenset(asked.ids(row.through)),
        open=frozenset(asked.ids(row.open)),
        sure=row.sure,
        sole=lack.sole if lack else False,
        wish=row.wish,
        related=frozenset(row.related),
        task=task.id,
        under=task.under,
        leaders=frozenset(asked.ids(task.leaders)),
        members=frozenset(asked.ids(task.members)),
        heads=task.heads,
    )


def _reasons(
    question: Question, segment: str, rows: dict[str, brute_rows.GapRow]
) -> list[set[str]]:
    """Which codes may be given for a segment that is, or is not, a gap."""
    sure = counts.why_not(question, segment)
    if sure:
        return [sure]
    derived = {row.segment for row in rows.values() if row.origin != "stated"}
    if segment in derived:
        lacking = judged(question, segment) in LACKS
        return [set() if lacking else {"unknown"}]
    others = [{"alternative"}, {"not_essential"}, {"not_needed"}]
    others += [{"traded"}] if question.tiers is not None else []
    of_general = not derived.isdisjoint(question.recipes.above(segment))
    return [*others, set()] if of_general else others


def _compare_product(
    found: Comparison, case: str, asked: Asked, region: Question, target: str
) -> None:
    question = region.about(target)
    depths = {s: depth for s, depth in region.depths(target).items() if depth}
    found.same("closure", case, asked.closure(target), depths)
    for world in worlds():
        answers = question.world(world)
        found.same("completable", case, asked.completable(world, target), answers.completable)
        found.same("open groups", case, asked.open(target, world), brute.walk(answers, target).open)
    answer = counts.answer(question, target)
    verdict = asked.verdict(target)
    found.same("verdict", case, (verdict.completable, verdict.ready), answer.verdict)
    found.same("bought", case, asked.bought(target), brute.bought(question, target))
    _compare_missing(found, case, asked, question, target)
    found.same("completeness", case, asked.groups(target), _listed(answer.direct))
    found.same("completeness", case, asked.groups(target, depth="chain"), _listed(answer.chain))
    found.seen.update(features_of(region, question, target, answer))


def _listed(states: dict[frozenset[tuple[str, bool]], str]) -> list[tuple[list[str], str]]:
    return sorted((sorted(s for s, _ in need), state) for need, state in states.items())


def _compare_missing(
    found: Comparison, case: str, asked: Asked, question: Question, target: str
) -> None:
    links = asked.missing(target)
    shown = {s: brute.Missing(link.depth, link.standing) for s, link in links.items()}
    found.same("missing", case, shown, brute.missing(question, target))
    for s, link in links.items():
        path = asked.names(link.path)
        found.same("path", case, (path[0], path[-1]), (s, target))
        # A path that comes by a kind of the product ends there, short of the steps through it.
        counted = question.recipes.parent.get(path[-2]) != target
        steps = _supply_steps(question, path)
        found.same("path", case, link.depth in steps or not counted, expected=True)


def _supply_steps(question: Question, path: list[str]) -> range:
    """How many steps of a path are supplies: each is one, or a step from kind to general."""
    least = most = 0
    for source, consumer in pairwise(path):
        is_kind = question.recipes.parent.get(source) == consumer
        supplies = any(source == s for need in question.needs(consumer) for s, _ in need)
        if not is_kind and not supplies:
            return range(0)
        least += not is_kind
        most += supplies
    return range(least, most + 1)


def _compare_unlock(
    found: Comparison, case: str, asked: Asked, region: Question, target: str
) -> None:
    question = region.about(target)
    if len(brute.candidates(question.world("possible"))) <= FEW:
        expected = brute.unlock_sets(question.world("possible"), target)
        unlock = asked.unlock(target)
        found.same("unlock sets", case, _told(asked, unlock), _expected(expected))
        found.same("truncation", case, *_cut_short(asked, target, expected))
        found.seen.update(_unlock_features(unlock, expected))
    if len(brute.candidates(question.world("certain"))) <= FEW:
        expected = brute.unlock_sets(question.world("certain"), target)
        certain = asked.certain_sets(target)
        must = frozenset.intersection(*expected) if expected else frozenset()
        smallest = [each for each in expected if len(each) == len(expected[0])]
        told = (asked.ids(certain.must), certain.smallest, certain.proven)
        size = len(expected[0]) if expected else None
        found.same("certain sets", case, told, (must, size, True))
        _compare_choices(found, case, asked, certain, (must, smallest))
        found.seen.update(_certain_features(certain, len(smallest)))


def _compare_choices(
    found: Comparison,
    case: str,
    asked: Asked,
    certain: CertainSets,
    expected: tuple[frozenset[str], list[frozenset[str]]],
) -> None:
    """The smallest sets are told by choices wherever they are a product, and by an example."""
    must, smallest = expected
    choices = [asked.ids(choice) for choice in certain.choices]
    told = {must.union(each) for each in product(*choices)} if choices else set()
    rest = {each - must for each in smallest}
    is_product = bool(rest) and rest != {frozenset()} and _is_product(rest)
    found.same("certain choices", case, told, set(smallest) if is_product else set())
    shown = frozenset(asked.ids(certain.example))
    found.same("certain example", case, shown in (smallest or [frozenset()]), expected=True)


def _certain_features(certain: CertainSets, smallest: int) -> Iterator[str]:
    if any(len(choice) > 1 for choice in certain.choices):
        yield "certain: one of several"
    if any(len(choice) == 1 for choice in certain.choices):
        yield "certain: cheapest beside the must-haves"
    if smallest > 1 and not certain.choices:
        yield "certain: no product of choices"


def _told(asked: Asked, unlock: UnlockSets) -> tuple[object, ...]:
    sets = [asked.ids(each) for each in unlock.sets]
    choices = [asked.ids(choice) for choice in unlock.choices]
    combined = [asked.ids(unlock.must).union(each) for each in product(*choices)] if choices else []
    exactly = sorted(map(sorted, combined)) == sorted(map(sorted, sets))
    return (
        (unlock.possible, sets, asked.ids(unlock.must), unlock.truncated, unlock.first_is_minimum),
        "factored" if choices and exactly else "wrong" if choices else "plain",
    )


def _expected(sets: list[frozenset[str]]) -> tuple[object, ...]:
    named = [] if sets == [frozenset()] else sets
    must = frozenset.intersection(*named) if named else frozenset()
    rest = {each - must for each in named}
    factored = len(rest) > 0 and rest != {frozenset()} and _is_product(rest)
    return (bool(sets), named, must, False, True), "factored" if factored else "plain"


def _is_product(sets: set[frozenset[str]]) -> bool:
    """Whether the sets are all ways of taking one from each block of some partition."""
    size = {len(each) for each in sets}
    if len(size) > 1:
        return False
    every = sorted(frozenset().union(*sets))
    return any(
        {frozenset(each) for each in product(*blocks)} == sets
        for blocks in _partitions(every)
        if len(blocks) == min(size)
    )


def _partitions(things: list[str]) -> Iterator[list[list[str]]]:
    if not things:
        yield []
        return
    first, rest = things[0], things[1:]
    for size in range(len(rest) + 1):
        for beside in combinations(rest, size):
            left = [each for each in rest if each not in beside]
            for blocks in _partitions(left):
                yield [[first, *beside], *blocks]


def _cut_short(
    asked: Asked, target: str, expected: list[frozenset[str]]
) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """With room for two: the two smallest, said to be cut short where there are more."""
    found = asked.unlock(target, limit=2)
    named = [] if expected == [frozenset()] else expected
    told = [frozenset(asked.ids(each)) for each in found.sets]
    sizes = [len(each) for each in told]
    return (
        (found.truncated, sizes, set(told) <= set(named)),
        (len(named) > 2, [len(each) for each in named[:2]], True),
    )


def _unlock_features(unlock: UnlockSets, expected: list[frozenset[str]]) -> Iterator[str]:
    if not expected:
        yield "unlock: nothing helps"
    if unlock.must:
        yield "unlock: must-haves"
    if unlock.choices:
        yield "unlock: choices"
    if len(expected) > 1 and not unlock.choices:
        yield "unlock: no product of choices"
    if len(expected) > 2:
        yield "unlock: cut short at two"
