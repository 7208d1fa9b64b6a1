"""The workspace of the next version from that of this one, as far as an edit changed it.

What an edit touches follows from the types of its records alone, by one table.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Literal

from graph.answers.cache import BoundedCache
from graph.answers.resting import resting_after
from graph.answers.workspace import Workspace
from graph.model import AnyRecord, Facts, RecordKey, RecordType
from graph.model.facts import FIELD_OF_TYPE
from graph.model.following import ReportedChange, facts_after
from graph.network.patched import Edited, Sayings, patched_network
from graph.network.set_aside import set_aside

Touched = Literal["said", "beside", "makers", "everything"]
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
    "enterprise": "makers",
    "makes": "makers",
    "claim": "makers",
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
but not the network. `makers`: who makes what where, in the network too. `everything`: the recipes,
regions, dates of documents, or what registers conclude.
"""
_LEVELS: tuple[Touched, ...] = ("everything", "makers", "beside", "said")
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
READS: Mapping[str, frozenset[RecordType]] = {
    "segment_refs": frozenset({"segment"}),
    "folded_names": frozenset({"segment", "mention"}),
    "folded_firms": frozenset({"enterprise"}),
    "neighbours_speak": frozenset({"region", "direction"}),
    "placed": frozenset({"segment", "kind_of", "chain", "membership", "mention"}),
    "parks": frozenset(TOUCHED) - {"judgement", "lead", "mention", "claim", "gap", "indicator"},
}
"""What is worked out at the first question, with the types of record that it reads."""


def renewed(ws: Workspace, version: int, changes: Sequence[ReportedChange]) -> Workspace | None:
    """Return the workspace that compiling the next version gives; null where nobody knows yet.

    `ws` has to be that of facts without orphans (see `graph.model.following`).
    """
    keys = frozenset(each.key for each in changes)
    touched = _touched(ws, {type_ for type_, _ in keys})
    facts = None if touched == "everything" else facts_after(ws.facts, version, changes)
    if facts is None:
        return None
    following = replace(
        ws,
        facts=facts,
        network=replace(ws.network, version=version),
        **_indexes(ws, facts, keys),  # type: ignore[arg-type] # by their names
        **_caches(ws, touched),  # type: ignore[arg-type] # by their names
    )
    if touched == "makers":
        following = _with_makers(ws, following, keys)
    _keep(ws, following, keys)
    return following


def _touched(ws: Workspace, types: Iterable[RecordType]) -> Touched:
    concluded = ws.facts.registers or ws.unlisted
    if concluded and not NO_REGISTER_READS.issuperset(types):
        return "everything"
    found = {TOUCHED[each] for each in types}
    return next(each for each in _LEVELS if each in found)


def _with_makers(ws: Workspace, following: Workspace, keys: frozenset[RecordKey]) -> Workspace:
    """Say anew of the segments that an edit speaks of who makes them, and what is past of that."""
    facts, firms = following.facts, frozenset(id_ for type_, id_ in keys if type_ == "enterprise")
    spoken = {segment for each in (ws.facts, facts) for segment in _spoken_of(each, keys)}
    of_firms = (each.segment for firm in firms for each in following.products.get(firm, ()))
    segments = frozenset({*spoken, *of_firms})
    past = ws.past - _statements(ws, segments) | set_aside(_about(following, segments))
    said = Sayings(following.makers, following.claims, past)
    network = patched_network(ws.network, facts, said, Edited(segments, firms))
    return replace(following, network=network, past=past)


def _spoken_of(facts: Facts, keys: Iterable[RecordKey]) -> Iterator[str]:
    """Yield the segments of the makers and claims among some records."""
    for type_, id_ in keys:
        if type_ == "makes" and id_ in facts.makes:
            yield facts.makes[id_].segment
        elif type_ == "claim" and id_ in facts.claims:
            yield facts.claims[id_].segment


def _statements(ws: Workspace, segments: Iterable[str]) -> frozenset[RecordKey]:
    """What is said of who makes some segments, and where they are."""
    about = _about(ws, segments)
    makers: Iterable[RecordKey] = (("makes", id_) for id_ in about.makes)
    return frozenset(makers) | {("claim", id_) for id_ in about.claims}


def _about(ws: Workspace, segments: Iterable[str]) -> Facts:
    """Keep of makers and claims those on some segments."""
    makes = {each.id: each for name in segments for each in ws.makers.get(name, ())}
    claims = {each.id: each for name in segments for each in ws.claims.get(name, ())}
    return replace(ws.facts, makes=makes, claims=claims)


def _indexes(
    ws: Workspace, facts: Facts, keys: frozenset[RecordKey]
) -> dict[str, Mapping[str, tuple[AnyRecord, ...]]]:
    """Make the indexes anew in which a changed record stands, or stood."""
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


def _caches(ws: Workspace, touched: Touched) -> dict[str, BoundedCache[object]]:
    """Give fresh caches to what rests on what was touched; the others stay in common."""
    names = {each.name for each in fields(ws) if isinstance(getattr(ws, each.name), BoundedCache)}
    names.remove("lacked")  # is compared before it is used
    if touched == "said":
        names = {"corrected"}
    elif touched == "beside":
        names -= {"frames"}
    return {name: BoundedCache[object](getattr(ws, name).most) for name in names}


def _keep(ws: Workspace, following: Workspace, keys: frozenset[RecordKey]) -> None:
    """Hand on what was worked out already and holds still."""
    types, done = {type_ for type_, _ in keys}, vars(ws)
    for name, read in READS.items():
        if name in done and read.isdisjoint(types):
            vars(following)[name] = done[name]
    if "resting" in done:
        rested = resting_after(ws.resting, ws.facts, following.facts, keys)
        if rested is not None:
            vars(following)["resting"] = rested
