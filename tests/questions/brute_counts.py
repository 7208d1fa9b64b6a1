"""Completeness and gaps once more, on top of the brute-force walks."""

from dataclasses import replace
from typing import NamedTuple

from tests.questions.brute_answers import (
    Missing,
    completable,
    is_bought,
    is_here,
    missing,
    ready,
    stages_of,
    targets,
    what_is_here,
)
from tests.questions.brute_force import Answers, Need, Question

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
    if _has(replace(question, horizon="planned").world("certain"), need):
        return "developing"
    return "unknown" if _has(question.world("possible"), need) else "lacking"


def _has(world: Answers, need: Need) -> bool:
    return any(
        _available(world, name, exact=exact)
        or (name in world.recipes.captive and world.counts(name, exact=exact))
        for name, exact in need
    )


# Why not


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
