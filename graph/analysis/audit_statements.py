"""Statements on firms and segments: stopped and counted on, here and lacking."""

from collections.abc import Iterable, Iterator

from graph.analysis.audit_findings import Comparisons, Contradiction, severity
from graph.model import Claim, Enterprise, Evidence, Facts, Gap, Makes
from graph.model.facts import AnyFact
from graph.model.vocabulary import FindingKind
from graph.network.set_aside import set_aside

STOPPED = ("停产", "停业", "歇业", "关停", "破产", "停工")
RELIES = ("依托", "推动", "支持", "引导", "发挥", "扶持", "培育", "鼓励")
REVIVED = ("重组", "盘活", "复产", "恢复", "激活", "复工")


def stopped_and_counted_on(facts: Facts) -> Comparisons:
    """Look for firms that have stopped and that other passages count on.

    Doubtful where these speak of bringing the firm back, which may succeed.
    """
    for firm in facts.enterprises.values():
        if firm.status == "suspended":
            yield "stopped_and_counted_on", _counted_on(facts, firm)


def _counted_on(facts: Facts, firm: Enterprise) -> Contradiction | None:
    names = (firm.name, *firm.aliases)
    relying = tuple(
        fact for fact in _about(facts, firm) if any(_relies(e, names) for e in fact.evidence)
    )
    if not relying:
        return None
    counting = tuple(e for fact in relying for e in fact.evidence if _relies(e, names))
    stopped = tuple(e for e in firm.evidence if e.basis == "reported" or _says(e, STOPPED))
    back = all(_says(e, REVIVED) for e in counting)
    return Contradiction(
        "stopped_and_counted_on",
        severity(certain=not back),
        (firm,),
        tuple(dict.fromkeys(fact for fact in relying if fact is not firm)),
        (float(len(set(counting))),),
        (*stopped, *counting),
    )


def _about(facts: Facts, firm: Enterprise) -> Iterator[AnyFact]:
    yield from (each for each in facts.projects.values() if each.enterprise == firm.id)
    yield from (each for each in facts.platforms.values() if each.enterprise == firm.id)
    yield from (each for each in facts.roles.values() if each.enterprise == firm.id)
    yield firm


def _relies(evidence: Evidence, names: Iterable[str]) -> bool:
    """Whether a passage counts on a firm, and does not itself say that it has stopped."""
    counts = _says(evidence, RELIES) and not _says(evidence, STOPPED)
    return counts and _says(evidence, names)


def _says(evidence: Evidence, words: Iterable[str]) -> bool:
    return any(word in (evidence.quote or "") for word in words)


def here_and_lacking(facts: Facts) -> Comparisons:
    """Compare what is said to be here with what is said to be lacking, of one segment and place.

    What a later answer sets aside is told as overtaken. A gap of kind missing on what is here may
    mean more or better of it: doubtful.
    """
    past = set_aside(facts)
    lacking: dict[str | None, list[Claim | Gap]] = {}
    for gone in _lacking(facts):
        lacking.setdefault(gone.segment, []).append(gone)
    for here in _here(facts):
        for gone in lacking.get(here.segment, ()):
            if _meet(facts, here, gone):
                yield _compared(here, gone, late=_late(here, gone, past))


def _lacking(facts: Facts) -> Iterator[Claim | Gap]:
    yield from (each for each in facts.claims.values() if each.status == "absent")
    yield from (each for each in facts.gaps.values() if each.kind == "missing" and each.segment)


def _here(facts: Facts) -> Iterator[Makes | Claim]:
    running = {key for key, each in facts.enterprises.items() if each.status == "operating"}
    yield from (each for each in facts.makes.values() if each.enterprise in running)
    yield from (each for each in facts.claims.values() if each.status == "present")


def _meet(facts: Facts, here: Makes | Claim, gone: Claim | Gap) -> bool:
    """Whether what is here lies in the place that is said to lack it."""
    if isinstance(here, Claim):
        place: str | None = here.region
    else:
        place = facts.enterprises[here.enterprise].region or facts.dataset.region
    while place is not None and place != gone.region:
        place = facts.regions[place].parent
    return place is not None


def _late(here: Makes | Claim, gone: Claim | Gap, past: Iterable[tuple[str, str]]) -> bool:
    return any((each.type, each.id) in past for each in (here, gone))


def _compared(
    here: Makes | Claim, gone: Claim | Gap, *, late: bool
) -> tuple[FindingKind, Contradiction]:
    if late:
        return "overtaken", Contradiction("overtaken", "certain", (here,), (gone,))
    sure = severity(certain=isinstance(gone, Claim))
    return "here_and_lacking", Contradiction("here_and_lacking", sure, (here,), (gone,))
