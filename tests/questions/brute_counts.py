"""Completeness and gaps once more, on top of the brute-force walks."""

from typing import NamedTuple

from graph.model import Gap
from tests.questions.brute_answers import (
    LACKING,
    Missing,
    completable,
    is_bought,
    is_here,
    members_of,
    missing,
    ready,
    stages_of,
    targets,
    walk,
    what_is_here,
)
from tests.questions.brute_force import HERE, Answers, Need, Question, World

MERGING = {"missing", "introduce", "extend"}

# Local completeness


def group_states(
    question: Question, asked: list[str], *, chain: bool = False
) -> dict[frozenset[tuple[str, bool]], str]:
    """Of each distinct group outside the boundary: available, unknown or lacking.

    Direct groups; `chain` goes on through whatever of the members is there.
    """
    states: dict[frozenset[tuple[str, bool]], str] = {}
    level = {t for each in asked for t in targets(question, each)}
    seen = set[str]()
    while level:
        seen |= level
        needs = [need for s in level for need in _counted(question, s)]
        states |= {frozenset(need): _state(question, need) for need in needs}
        certain = question.world("certain")
        level = {
            s
            for need in needs
            for name, exact in need
            if chain and name not in question.recipes.captive
            for s in what_is_here(certain, name, exact=exact)
        } - seen
    return states


def _counted(question: Question, s: str) -> list[Need]:
    """The essential groups; in-house stages are passed where only one of them could serve."""
    found: list[Need] = []
    certain = question.world("certain")
    for need in question.needs(s):
        if any(is_bought(question, name, exact=exact) for name, exact in need):
            continue
        stages = stages_of(question, need)
        if len(stages) == 1 and not any(_available(certain, name, exact=e) for name, e in need):
            found += _counted(question, stages[0])
        else:
            found.append(need)
    return found


def _available(world: Answers, name: str, *, exact: bool) -> bool:
    return name not in world.recipes.captive and is_here(world, name, exact=exact)


def _state(question: Question, need: Need) -> str:
    if _has(question.world("certain"), need):
        return "available"
    return "unknown" if _has(question.world("possible"), need) else "lacking"


def _has(world: Answers, need: Need) -> bool:
    return any(
        _available(world, name, exact=exact)
        or (name in world.recipes.captive and world.counts(name, exact=exact))
        for name, exact in need
    )


# Gaps


class GapRow(NamedTuple):
    segment: str | None
    origin: str
    standing: str
    blocks: frozenset[str]


def products(question: Question) -> set[str]:
    """What is made, present, developing or sought, each as its most special kind."""
    recipes = question.recipes
    asked = {
        s
        for s, status in question.status.items()
        if status in HERE | {"developing", "sought"} and s not in recipes.captive
    }
    return asked - {g for s in asked for g in recipes.above(s)}


def gap_rows(question: Question, gaps: list[Gap]) -> dict[str, GapRow]:
    """Stated and derived gaps of the region and its parts, by id."""
    certain, possible = _blocked(question, "certain"), _blocked(question, "possible")
    stated = [g for g in gaps if question.in_region(g.region)]
    met = {g.segment for g in stated if g.region == question.region and g.kind in MERGING}
    rows = {}
    for segment in certain.keys() - met:
        standing = _standing(question, segment, certain, possible)
        row = GapRow(segment, "derived", standing, frozenset(certain[segment]))
        rows[f"derived.{question.region}.{segment}"] = row
    for g in stated:
        both = g.region == question.region and g.kind in MERGING and g.segment in certain
        noted = g.kind not in MERGING or g.capability is not None
        standing = "noted" if noted else _standing(question, g.segment, certain, possible)
        blocks = frozenset(certain.get(g.segment or "", ()))
        rows[g.id] = GapRow(g.segment, "both" if both else "stated", standing, blocks)
    return rows


def _blocked(question: Question, world: World) -> dict[str, set[str]]:
    """Of each segment in an open group, the products that it blocks."""
    blocked: dict[str, set[str]] = {}
    for product in products(question):
        here = question.about(product)
        for s in members_of(here, walk(here.world(world), product).open):
            blocked.setdefault(s, set()).add(product)
    return blocked


def _standing(
    question: Question,
    segment: str | None,
    certain: dict[str, set[str]],
    possible: dict[str, set[str]],
) -> str:
    if segment in question.world("certain").available | question.recipes.captive:
        return "noted"
    if segment is None or segment not in certain:
        return "wished"
    lacking = question.status[segment] in LACKING
    return "confirmed" if lacking and segment in possible else "to_settle"


def why_not(question: Question, segment: str) -> set[str]:
    """The codes that are certain from the definitions; other codes say why no group is open."""
    if segment in question.recipes.captive:
        return {"captive"}
    here = segment in question.world("certain").available
    codes = {"available"} if here else set[str]()
    return codes | ({"traded"} if segment in question.boundary else set())


class Answer(NamedTuple):
    """What the definitions say of one product."""

    verdict: tuple[str, str]
    missing: dict[str, Missing]
    direct: dict[frozenset[tuple[str, bool]], str]
    chain: dict[frozenset[tuple[str, bool]], str]


def answer(question: Question, asked: str) -> Answer:
    return Answer(
        (completable(question, asked), ready(question, asked)),
        missing(question, asked),
        group_states(question, [asked]),
        group_states(question, [asked], chain=True),
    )
