"""What segments and enterprises are called, folded once for all who filter lists by a name."""

from collections.abc import Mapping

from graph.model import Facts, Mention, Segment
from graph.model.names import fold, simplified

Mentions = Mapping[str, tuple[Mention, ...]]
Folded = tuple[str, ...]


def aliases_of(mentions: Mentions, segment: Segment) -> tuple[str, ...]:
    """List other names of a segment: aliases, and the documents' own words for it."""
    words = [m.name for m in mentions.get(segment.id, ()) if m.name]
    names = dict.fromkeys((*segment.aliases, *words))
    return tuple(name for name in names if name != segment.name)


def folded_segments(facts: Facts, mentions: Mentions) -> tuple[Folded, ...]:
    """Fold the names of every segment, in order of id."""
    return tuple(
        tuple(fold(name) for name in (each.name, each.name_en, *aliases_of(mentions, each)))
        for each in facts.segments.values()
    )


def folded_firms(facts: Facts) -> Mapping[str, Folded]:
    """Fold the names of every enterprise, in simplified characters."""
    return {
        each.id: tuple(fold(simplified(name)) for name in (each.name, *each.aliases))
        for each in facts.enterprises.values()
    }
