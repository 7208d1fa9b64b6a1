"""Which statements hold once later reported answers set earlier ones aside, by the definition."""

from graph.model import Claim, Facts, Makes

Statement = Claim | Makes


def held(facts: Facts) -> list[Statement]:
    """All claims and makings but those that a later answer of the opposite sign contradicts."""
    every: list[Statement] = [*facts.claims.values(), *facts.makes.values()]
    return [old for old in every if not any(_contradicts(facts, new, old) for new in every)]


def sign(facts: Facts, said: Statement) -> bool | None:
    """Yes, no, or neither."""
    if isinstance(said, Makes):
        return True if facts.enterprises[said.enterprise].status == "operating" else None
    return {"present": True, "absent": False}.get(said.status)


def is_answer(said: Statement) -> bool:
    return any(e.basis == "reported" for e in said.evidence)


def place(facts: Facts, said: Statement) -> str:
    if isinstance(said, Claim):
        return said.region
    return facts.enterprises[said.enterprise].region or facts.dataset.region


def _contradicts(facts: Facts, new: Statement, old: Statement) -> bool:
    signs = (sign(facts, new), sign(facts, old))
    if new.segment != old.segment or signs not in {(True, False), (False, True)}:
        return False
    if not is_answer(new) or _date(facts, old) >= _date(facts, new):
        return False
    yes, no = (new, old) if signs[0] else (old, new)
    return place(facts, no) in _enclosing(facts, place(facts, yes))


def _date(facts: Facts, said: Statement) -> str:
    """The random datasets hold no documents: what is stated is as old as the edition."""
    return max((e.as_of for e in said.evidence if e.as_of), default=facts.dataset.edition.date)


def _enclosing(facts: Facts, region: str) -> list[str]:
    parent = facts.regions[region].parent
    return [region] if parent is None else [region, *_enclosing(facts, parent)]
