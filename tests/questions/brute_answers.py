"""Verdicts, open groups, missing segments and unlock sets once more, on top of `brute_force`."""

from itertools import combinations
from typing import NamedTuple

from tests.questions.brute_force import HERE, LACKS, Answers, Need, Question

RANK = ("yes", "market", "no_recipe", "unknown", "no")


def targets(question: Question, asked: str) -> list[str]:
    """The segments that an answer for `asked` is about: of a category its kinds that are here."""
    if asked not in question.recipes.category:
        return [asked]
    special = question.recipes.special(asked)
    here = [s for s in special if s in question.world("certain").available]
    return here or special


# Verdicts


def ready(question: Question, asked: str) -> str:
    return _best([_ready(question, s) for s in targets(question, asked)])


def _ready(question: Question, s: str) -> str:
    if question.world("certain").ready(s):
        return _yes(question, s)
    return "unknown" if question.world("possible").ready(s) else "no"


def completable(question: Question, asked: str) -> str:
    """The boundary of what is asked does not count; that of its kinds and inputs does."""
    best = _best([_completable(question, s) for s in targets(question, asked)])
    known = asked in question.recipes.category and question.world("possible").stands(asked)
    return "unknown" if best == "no" and known else best


def _completable(question: Question, s: str) -> str:
    if _completes(question.world("certain"), s):
        return _yes(question, s)
    return "unknown" if _completes(question.world("possible"), s) else "no"


def _completes(world: Answers, s: str) -> bool:
    kinds = world.recipes.kinds[s]
    return (world.stands(s) and world.ready(s)) or any(k in world.completable for k in kinds)


def _best(verdicts: list[str]) -> str:
    return min(verdicts, key=RANK.index)


def _yes(question: Question, s: str) -> str:
    """What a yes is called: everything bought, nothing known to be needed, or a plain yes."""
    needs = _known(question, s)
    if not needs:
        return "no_recipe"
    return "market" if all(_on_market(question, need) for need in needs) else "yes"


def _known(question: Question, s: str) -> list[Need]:
    """The groups, but for in-house stages into which nothing is known to go."""
    bare = {c for c in question.recipes.captive if not question.needs(c)}
    while True:
        more = bare | {
            c
            for c in question.recipes.captive
            if all({name for name, _ in need} <= bare for need in question.needs(c))
        }
        if more == bare:
            return [n for n in question.needs(s) if not {name for name, _ in n} <= bare]
        bare = more


def stages_of(question: Question, need: Need) -> list[str]:
    return [name for name, _ in need if name in question.recipes.captive]


def _on_market(question: Question, need: Need) -> bool:
    """Whether a member is bought, or everything that goes into an in-house stage."""
    return any(is_bought(question, name, exact=exact) for name, exact in need) or any(
        all(_on_market(question, inner) for inner in _known(question, stage))
        for stage in stages_of(question, need)
        if _known(question, stage)
    )


def is_bought(question: Question, name: str, *, exact: bool) -> bool:
    return name in (question.bought if exact else question.boundary)


# Open groups and missing segments


class Walk(NamedTuple):
    open: dict[Need, int]
    """Open groups with the fewest steps to their members."""
    behind: dict[Need, int]
    passed: set[str]
    """Segments that the walk went through, the targets included."""


def walk(world: Answers, asked: str) -> Walk:
    """Every open group, and those behind its missing members."""
    question = world.question
    open_, behind = dict[Need, int](), dict[Need, int]()
    level = {(s, False) for s in targets(question, asked)}
    seen, depth = set(level), 0
    while level:
        depth += 1
        following: set[tuple[str, bool]] = set()
        for s, is_behind in level:
            for need in question.needs(s):
                if world.met(need):
                    continue
                for name, exact in need:
                    if is_here(world, name, exact=exact):
                        onward = what_is_here(world, name, exact=exact)
                        following |= {(f, is_behind) for f in onward}
                if any(is_here(world, name, exact=exact) for name, exact in need):
                    continue
                (behind if is_behind else open_).setdefault(need, depth)
                following |= {(f, True) for name, _ in need for f in question.recipes.special(name)}
        level = following - seen
        seen |= level
    return Walk(open_, behind, {s for s, is_behind in seen if not is_behind})


def what_is_here(world: Answers, name: str, *, exact: bool) -> set[str]:
    """What the walk goes into at an available or captive member: whatever of it is there."""
    found = {name} if name in world.itself | world.recipes.captive else set()
    if not exact:
        for kind in world.recipes.kinds[name]:
            found |= what_is_here(world, kind, exact=False) if kind in world.available else set()
    return found - world.recipes.category


def is_here(world: Answers, name: str, *, exact: bool) -> bool:
    here = world.itself if exact else world.available
    return name in here | world.recipes.captive


class Missing(NamedTuple):
    depth: int
    standing: str | None
    """None for what lies behind other missing segments."""


def missing(question: Question, asked: str) -> dict[str, Missing]:
    """Members of open groups, and what lies behind them."""
    found = walk(question.world("certain"), asked)
    links = {s: Missing(depth, None) for s, depth in members_of(question, found.behind).items()}
    for s, depth in members_of(question, found.open).items():
        links[s] = Missing(depth, "confirmed" if judged(question, s) in LACKS else "to_settle")
    return links


def judged(question: Question, s: str) -> str | None:
    """The status by which a gap is judged: that a kind is here fills none on the general."""
    shown = question.status[s]
    here_itself = s in question.world("certain").itself
    return question.stated[s] if shown in HERE and not here_itself else shown


def members_of(question: Question, needs: dict[Need, int]) -> dict[str, int]:
    depths: dict[str, int] = {}
    for need, depth in needs.items():
        for name, _ in need:
            if name not in question.recipes.captive:
                depths[name] = min(depth, depths.get(name, depth))
    return depths


# Unlock sets


def candidates(world: Answers) -> list[str]:
    recipes = world.recipes
    return [
        s
        for s in recipes.ids
        if s not in recipes.captive | recipes.category | world.question.bought | world.itself
    ]


def unlock_sets(world: Answers, asked: str) -> list[frozenset[str]]:
    """All minimal sets of segments that make the target ready, by trying every set."""
    question, found = world.question, list[frozenset[str]]()
    options = candidates(world)
    for size in range(len(options) + 1):
        for chosen in map(frozenset, combinations(options, size)):
            if any(each <= chosen for each in found):
                continue
            after = question.world(world.world, chosen)
            if any(after.ready(s) for s in targets(question, asked)):
                found.append(chosen)
    return sorted(found, key=lambda each: (len(each), sorted(each)))


# What an answer rests on


def bought(question: Question, asked: str) -> dict[str, int]:
    """Members inside the boundary, through whatever is available or captive, with depth."""
    certain = question.world("certain")
    found: dict[str, int] = {}
    level, seen, depth = set(targets(question, asked)), set[str](), 0
    while level:
        seen |= level
        depth += 1
        following: set[str] = set()
        for name, exact in {member for s in level for need in question.needs(s) for member in need}:
            if is_bought(question, name, exact=exact):
                found.setdefault(name, depth)
            elif is_here(certain, name, exact=exact):
                following |= what_is_here(certain, name, exact=exact)
        level = following - seen
    return found
