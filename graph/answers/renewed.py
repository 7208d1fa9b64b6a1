"""The workspace of the next version from that of this one, as far as an edit changed it.

What an edit touches follows from the types of its records alone, by one table.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Literal

from graph.answers.cache import BoundedCache
from graph.answers.resting import resting_after
from graph.answers.workspace import Workspace
from graph.model import AnyRecord, Facts, RecordKey, RecordType
from graph.model.facts import FIELD_OF_TYPE
from graph.model.following import ReportedChange, facts_after

Touched = Literal["said", "beside", "everything"]
TOUCHED: Mapping[RecordType, Touched] = {
    "judgement": "said",
    "lead": "said",
    "delivery": "said",
    "review": "said",
    "firm_words": "said",
    "decision": "said",
    "role": "beside",
    "mention": "beside",
    "membership": "beside",
    "gap": "beside",
    "platform": "beside",
    "project": "beside",
    "indicator": "beside",
    "synergy": "beside",
    "direction": "beside",
    "process": "beside",
    "source": "beside",
    "industry": "beside",
    "chain": "beside",
    "enterprise": "everything",
    "makes": "everything",
    "claim": "everything",
    "document": "everything",
    "region": "everything",
    "segment": "everything",
    "kind_of": "everything",
    "input_group": "everything",
    "by_product": "everything",
    "register": "everything",
    "listed_firm": "everything",
}
"""What rests on the records of each type, beside the facts themselves.

`said`: nothing that a workspace keeps. `beside`: what is worked out from gaps, chains and words,
but not the network. `everything`: the network too.
"""
NO_REGISTER_READS: frozenset[RecordType] = frozenset({"judgement", "lead"})
"""Where there are registers, what they conclude may rest on records of all other types."""
INDEXES: Mapping[str, tuple[RecordType, str]] = {
    "mentions": ("mention", "segment"),
    "claims": ("claim", "segment"),
    "makers": ("makes", "segment"),
    "products": ("makes", "enterprise"),
    "roles": ("role", "enterprise"),
    "chain_roles": ("role", "chain"),
    "places": ("membership", "segment"),
    "members": ("membership", "chain"),
}
"""The indexes of a workspace: the type of their records, and the end by which they go."""
_NAMES = ("folded_names", "folded_firms")
_WORKED_OUT: Mapping[Touched, tuple[str, ...]] = {
    "said": ("parks", "neighbours_speak", *_NAMES),
    "beside": ("folded_firms",),
}
"""What was worked out at the first question and holds still, by what was touched."""


def renewed(ws: Workspace, version: int, changes: Sequence[ReportedChange]) -> Workspace | None:
    """Return the workspace that compiling the next version gives; null where nobody knows yet.

    `ws` has to be that of facts without orphans (see `graph.model.following`).
    """
    types = {each.key[0] for each in changes}
    touched = _touched(ws.facts, types)
    if touched == "everything":
        return None
    facts = facts_after(ws.facts, version, changes)
    if facts is None:
        return None
    following = replace(
        ws,
        facts=facts,
        network=replace(ws.network, version=version),
        **_indexes(ws, facts, changes),  # type: ignore[arg-type] # by their names
        **_caches(ws, facts, touched),  # type: ignore[arg-type] # by their names
    )
    _keep(ws, following, touched, [each.key for each in changes])
    return following


def _touched(facts: Facts, types: Iterable[RecordType]) -> Touched:
    if facts.registers and not NO_REGISTER_READS.issuperset(types):
        return "everything"
    found = {TOUCHED[each] for each in types}
    return next((each for each in ("everything", "beside") if each in found), "said")


def _indexes(
    ws: Workspace, facts: Facts, changes: Iterable[ReportedChange]
) -> dict[str, Mapping[str, tuple[AnyRecord, ...]]]:
    """Make the indexes anew in which a changed record stands, or stood."""
    keys = {each.key for each in changes}
    found = {}
    for name, (type_, end) in INDEXES.items():
        ids = [id_ for kind, id_ in keys if kind == type_]
        if ids:
            old, new = (getattr(each, FIELD_OF_TYPE[type_]) for each in (ws.facts, facts))
            found[name] = _moved(getattr(ws, name), old, new, ids, end)
    return found


def _moved(
    index: Mapping[str, tuple[AnyRecord, ...]],
    old: Mapping[str, AnyRecord],
    new: Mapping[str, AnyRecord],
    ids: Iterable[str],
    end: str,
) -> Mapping[str, tuple[AnyRecord, ...]]:
    """Put records where they stand now, in order of id."""
    found = dict(index)
    for id_ in ids:
        for shelf in (old, new):
            place = getattr(shelf[id_], end) if id_ in shelf else None
            if place is not None:
                others = [each for each in found.get(place, ()) if each.id != id_]
                here = [new[id_]] if id_ in new and getattr(new[id_], end) == place else []
                found[place] = tuple(sorted([*others, *here], key=lambda each: each.id))
                if not found[place]:
                    del found[place]
    return found


def _caches(ws: Workspace, facts: Facts, touched: Touched) -> dict[str, BoundedCache[object]]:
    """Give fresh caches to what rests on what was touched; the others stay in common."""
    names = {each.name for each in fields(ws) if isinstance(getattr(ws, each.name), BoundedCache)}
    if touched == "said":
        names &= {"corrected"}
        if (facts.covered, facts.denied) == (ws.facts.covered, ws.facts.denied):
            names = set()
    return {name: BoundedCache[object](getattr(ws, name).most) for name in names - {"frames"}}


def _keep(ws: Workspace, following: Workspace, touched: Touched, keys: Iterable[RecordKey]) -> None:
    """Hand on what was worked out already and holds still."""
    done = vars(ws)
    for name in _WORKED_OUT[touched]:
        if name in done:
            vars(following)[name] = done[name]
    if "resting" in done:
        rested = resting_after(ws.resting, ws.facts, following.facts, keys)
        if rested is not None:
            vars(following)["resting"] = rested
