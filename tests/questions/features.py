"""Which features of the model a random case really shows, by the brute force alone."""

from collections.abc import Iterator
from dataclasses import replace

from tests.questions import brute_answers as brute
from tests.questions.brute_counts import Answer
from tests.questions.brute_force import HERE, LACKS, Answers, Question
from tests.questions.brute_rows import GapRow

EXPECTED = (
    "a circle among available segments is completable",
    "a category is a member of a group",
    "a category is asked",
    "a category itself here counts in the possible world",
    "an exact member is refused although a kind of it would do",
    "a captive stage is passed through",
    "a by-product is available through its source alone",
    "a captive source works",
    "a group is inherited",
    "an inherited group is replaced",
    "a reported absence covers kinds",
    "a later answer sets a statement aside",
    "a register has no maker",
    "a category lacks with its kinds",
    "a kind makes its general available",
    "a kind completes its general",
    "the walk goes into a kind of what is named",
    "a group is shared by consumers",
    "missing: behind",
    "missing: confirmed",
    "missing: to_settle",
    "completable: yes",
    "completable: market",
    "completable: no_recipe",
    "completable: unknown",
    "completable: no",
    "ready: yes",
    "ready: market",
    "ready: no_recipe",
    "ready: unknown",
    "ready: no",
    "completeness: available",
    "completeness: developing",
    "completeness: unknown",
    "completeness: lacking",
    "completeness: the chain goes deeper",
    "tiers change what is completable",
    "the planned horizon changes what is available",
    "a park has less than its district",
    "gap confirmed",
    "gap to_settle",
    "gap wished",
    "gap direction",
    "gap noted",
    "need production",
    "need plan",
    "need market",
    "need none",
    "need through others",
    "a confirmed gap is sure",
    "a confirmed gap is open",
    "a gap stands in the row of another",
    "a row is headed by a stated general",
    "a row has several leaders",
    "a row has alternatives to its leaders",
    "wish bought",
    "wish building",
    "wish extending",
    "wish market",
    "wish nothing",
    "a family of what is here",
    "a family of what is to come",
    "gap stated",
    "gap derived",
    "gap both",
    "unlock: must-haves",
    "unlock: choices",
    "unlock: no product of choices",
    "unlock: cut short at two",
    "certain: one of several",
    "certain: cheapest beside the must-haves",
    "unlock: nothing helps",
)


def features_of(region: Question, question: Question, target: str, answer: Answer) -> Iterator[str]:
    """Name what the question about one product shows."""
    yield f"completable: {answer.verdict[0]}"
    yield f"ready: {answer.verdict[1]}"
    for link in answer.missing.values():
        yield f"missing: {link.standing or 'behind'}"
    yield from (f"completeness: {state}" for state in answer.direct.values())
    if len(answer.chain) > len(answer.direct):
        yield "completeness: the chain goes deeper"
    if target in question.recipes.category:
        yield "a category is asked"
    if question is not region and question.deeper - region.world("certain").completable:
        yield "tiers change what is completable"
    yield from _of_the_walk(question, target)
    if target == question.recipes.ids[0]:
        yield from _of_the_recipes(question)
        yield from _of_the_worlds(question)


def gap_features(rows: dict[str, GapRow]) -> Iterator[str]:
    """Name what the gaps of a region show."""
    for id_, row in rows.items():
        yield f"gap {row.standing}"
        yield f"gap {row.origin}"
        yield f"need {row.need}"
        if row.through:
            yield "need through others"
        if row.sure is not None:
            yield f"a confirmed gap is {'sure' if row.sure else 'open'}"
        if row.task != id_:
            yield "a gap stands in the row of another"
        if row.under:
            yield "a row is headed by a stated general"
        if len(row.leaders) > 1:
            yield "a row has several leaders"
        if row.members - row.leaders:
            yield "a row has alternatives to its leaders"
        if row.wish:
            yield f"wish {row.wish}"
        for family in row.families:
            yield f"a family of what is {'here' if family.here else 'to come'}"


def _of_the_walk(question: Question, target: str) -> Iterator[str]:
    certain = question.world("certain")
    passed = brute.walk(certain, target).passed
    if passed & question.recipes.captive - {target}:
        yield "a captive stage is passed through"
    needs = [need for s in passed for need in question.needs(s)]
    members = {member for need in needs for member in need}
    names = {name for name, _ in members}
    if names & question.recipes.category:
        yield "a category is a member of a group"
    if any(
        e and s in certain.completable and not certain.counts(s, exact=True) for s, e in members
    ):
        yield "an exact member is refused although a kind of it would do"
    below = {s for name in names for s in question.recipes.ids if name in question.recipes.above(s)}
    if passed & below - names - {target}:
        yield "the walk goes into a kind of what is named"


def _of_the_recipes(question: Question) -> Iterator[str]:
    recipes = question.recipes
    for s, groups in recipes.groups.items():
        if any(group.consumer != s for group in groups):
            yield "a group is inherited"
        parent = recipes.parent.get(s)
        if parent is not None and not set(recipes.groups[parent]) <= set(groups):
            yield "an inherited group is replaced"
    every = [(s, tuple(need)) for s in recipes.ids for need in question.needs(s)]
    if len({need for _, need in every}) < len(every):
        yield "a group is shared by consumers"


def _of_the_worlds(question: Question) -> Iterator[str]:
    recipes, certain = question.recipes, question.world("certain")
    possible = question.world("possible")
    shown = {
        "a circle among available segments is completable": any(
            _goes_round(certain, s) for s in certain.completable - question.boundary
        ),
        "a category itself here counts in the possible world": any(
            possible.stands(s) for s in recipes.category & possible.completable
        ),
        "a by-product is available through its source alone": bool(
            certain.by_products - certain.own - recipes.captive
        ),
        "a captive source works": any(
            source in recipes.captive and target in certain.by_products
            for source, target in recipes.by_products
        ),
        "a kind makes its general available": bool(certain.available - certain.itself),
        "a kind completes its general": any(
            not certain.stands(s) for s in certain.completable - question.boundary
        ),
        "a reported absence covers kinds": any(
            status == "absent" and not question.said(s, "absent")
            for s, status in question.stated.items()
        ),
        "a later answer sets a statement aside": len(recipes.held)
        < len(question.facts.claims) + len(question.facts.makes),
        "a register has no maker": "unlisted" in question.status.values(),
        "a category lacks with its kinds": any(
            question.stated[s] == "unknown" and question.status[s] in LACKS
            for s in recipes.category
        ),
    }
    yield from (feature for feature, occurs in shown.items() if occurs)
    yield from _of_the_terms(question)


def _of_the_terms(question: Question) -> Iterator[str]:
    here = {s for s, status in question.status.items() if status in HERE}
    now = replace(question, horizon="now").world("certain")
    if now.available != question.world("certain").available:
        yield "the planned horizon changes what is available"
    whole = replace(question, region=question.facts.dataset.region)
    if here < {s for s, status in whole.status.items() if status in HERE}:
        yield "a park has less than its district"


def _goes_round(world: Answers, start: str) -> bool:
    """Whether a completable segment is upstream of itself through completable members."""
    seen, level = set[str](), {start}
    while level:
        needs = [need for s in level for need in world.question.needs(s)]
        members = {
            name for need in needs for name, exact in need if world.counts(name, exact=exact)
        }
        level = members - seen - world.question.boundary
        seen |= level
        if start in seen:
            return True
    return False
