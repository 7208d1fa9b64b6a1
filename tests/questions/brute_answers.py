"""The questions once more, on top of `brute_force`: verdicts, walks, unlock sets, counts, gaps."""

from itertools import combinations
from typing import NamedTuple

from graph.model import Gap
from tests.questions.brute_force import HERE, Answers, Need, Question, World

RANK = ("yes", "market", "no_recipe", "unknown", "no")
LACKING = {"developing", "sought", "absent"}
MERGING = {"missing", "introduce", "extend"}


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


def _captives(question: Question, need: Need) -> list[str]:
    return [name for name, _ in need if name in question.recipes.captive]


def _on_market(question: Question, need: Need) -> bool:
    """Whether a member is bought, or everything that goes into an in-house stage."""
    return any(is_bought(question, name, exact=exact) for name, exact in need) or any(
        all(_on_market(question, inner) for inner in _known(question, stage))
        for stage in _captives(question, need)
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
                    if _is_here(world, name, exact=exact):
                        onward = _here(world, name, exact=exact)
                        following |= {(f, is_behind) for f in onward}
                if any(_is_here(world, name, exact=exact) for name, exact in need):
                    continue
                (behind if is_behind else open_).setdefault(need, depth)
                following |= {(f, True) for name, _ in need for f in question.recipes.special(name)}
        level = following - seen
        seen |= level
    return Walk(open_, behind, {s for s, is_behind in seen if not is_behind})


def _here(world: Answers, name: str, *, exact: bool) -> set[str]:
    """What the walk goes into at an available or captive member: whatever of it is there."""
    found = {name} if name in world.itself | world.recipes.captive else set()
    if not exact:
        for kind in world.recipes.kinds[name]:
            found |= _here(world, kind, exact=False) if kind in world.available else set()
    return found - world.recipes.category


def _is_here(world: Answers, name: str, *, exact: bool) -> bool:
    here = world.itself if exact else world.available
    return name in here | world.recipes.captive


class Missing(NamedTuple):
    depth: int
    standing: str | None
    """None for what lies behind other missing segments."""


def missing(question: Question, asked: str) -> dict[str, Missing]:
    """Members of open groups, and what lies behind them."""
    found = walk(question.world("certain"), asked)
    surely = _members(question, walk(question.world("possible"), asked).open)
    links = {s: Missing(depth, None) for s, depth in _members(question, found.behind).items()}
    for s, depth in _members(question, found.open).items():
        confirmed = question.status[s] in LACKING and s in surely
        links[s] = Missing(depth, "confirmed" if confirmed else "to_settle")
    return links


def _members(question: Question, needs: dict[Need, int]) -> dict[str, int]:
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
            for s in _here(certain, name, exact=exact)
        } - seen
    return states


def _counted(question: Question, s: str) -> list[Need]:
    """The essential groups; in-house stages are passed where only one of them could serve."""
    found: list[Need] = []
    certain = question.world("certain")
    for need in question.needs(s):
        if any(is_bought(question, name, exact=exact) for name, exact in need):
            continue
        stages = _captives(question, need)
        if len(stages) == 1 and not any(_available(certain, name, exact=e) for name, e in need):
            found += _counted(question, stages[0])
        else:
            found.append(need)
    return found


def _available(world: Answers, name: str, *, exact: bool) -> bool:
    return name not in world.recipes.captive and _is_here(world, name, exact=exact)


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
        for s in _members(here, walk(here.world(world), product).open):
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
            elif _is_here(certain, name, exact=exact):
                following |= _here(certain, name, exact=exact)
        level = following - seen
    return found


def why_not(question: Question, segment: str) -> set[str]:
    """The codes that are certain from the definitions; other codes say why no group is open."""
    if segment in question.recipes.captive:
        return {"captive"}
    here = segment in question.world("certain").available
    codes = {"available"} if here else set[str]()
    return codes | ({"traded"} if segment in question.boundary else set())
