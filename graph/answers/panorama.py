"""全景图: the panorama of a chain or an industry."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from graph.answers.chains import (
    chains_of,
    products_in,
    rows_in,
    segments_of,
    standings_in,
    status_counts,
)
from graph.answers.echo import completeness_of, echo
from graph.answers.gap_lines import beside, gap_badge
from graph.answers.headline import headline
from graph.answers.shapes import Card, CardGroup, Panorama, StageColumn, Tile
from graph.answers.workspace import Workspace, ref_to
from graph.errors import UnknownNameError
from graph.message import Message, _
from graph.model import Chain, Evidence, Industry, Membership, RecordType
from graph.model.gap_kinds import GapKind
from graph.model.vocabulary import AVAILABLE, LACKING, LOCAL_STATUSES, STAGES, Lang
from graph.network.terms import Terms

MOST_CARDS = 48
"""What fits a screen of 1440×900."""
BADGES: tuple[GapKind, ...] = ("weak", "upgrade", "risk")
OTHER: Message = _("其他")


def panorama(
    ws: Workspace,
    terms: Terms,
    lang: Lang,
    *,
    chain: str | None = None,
    industry: str | None = None,
) -> Panorama:
    """Lay out a chain, or an industry as the union of its chains; raise `UnknownNameError`.

    Shows all that is here; up to `MOST_CARDS` cards also what the document names, then the
    missing ones by products blocked; the rest stands in `more` of its group. Where no document
    names a segment, as after an import, any may be shown.
    """
    terms = ws.settle(terms)  # once, not for each card
    subject, parts = _subject(ws, chain, industry)
    segments = segments_of(ws, [each.id for each in parts])
    blocked = _blocked(ws, terms, segments)
    listed = rows_in(ws, terms, [each.id for each in parts])
    found = (_card(ws, each, terms, lang, blocked.get(each, (0, 0))) for each in segments)
    cards = {each.id: _of(each, listed) for each in found}
    shown = _chosen(cards)
    places = _places(ws, parts)
    stages = tuple(
        _column(
            ws, terms, stage, [(cards[s], p.group or OTHER.text(lang), s in shown) for s, p in each]
        )
        for stage in STAGES
        if (each := [(s, p) for s, p in sorted(places.items()) if p.stage == stage])
    )
    return Panorama(
        **echo(ws, terms),
        subject=ref_to(subject),
        industry=ws.ref("industry", subject.industry) if isinstance(subject, Chain) else None,
        headline=headline(ws, terms, subject, parts, lang),
        tiles=_tiles(cards),
        standings=standings_in(ws, terms, [each.id for each in parts]),
        stages=stages,
        shown=len(shown),
        total=len(cards),
        completeness=completeness_of(
            ws, terms, products_in(ws, terms, [each.id for each in parts])
        ),
    )


def panorama_card(
    ws: Workspace, terms: Terms, lang: Lang, segment: str, subject: tuple[RecordType, str]
) -> Card:
    """Give one card of the panorama of a chain or an industry; raise `UnknownNameError`."""
    type_, id_ = subject
    _found, parts = _subject(ws, *((id_, None) if type_ == "chain" else (None, id_)))
    segments = segments_of(ws, [each.id for each in parts])
    if segment not in segments:
        raise UnknownNameError(name=segment, what="segment")
    blocked = _blocked(ws, terms, segments).get(segment, (0, 0))
    return _card(ws, segment, terms, lang, blocked)


def _subject(
    ws: Workspace, chain: str | None, industry: str | None
) -> tuple[Chain | Industry, list[Chain]]:
    if chain is not None:
        found = ws.facts.chains.get(chain)
        if found is None:
            raise UnknownNameError(name=chain, what="chain", suggestions=tuple(ws.facts.chains))
        return found, [found]
    union = ws.facts.industries.get(industry or "")
    if union is None:
        known = tuple(ws.facts.industries)
        raise UnknownNameError(name=str(industry), what="industry", suggestions=known)
    return union, chains_of(ws, union.id)


def _places(ws: Workspace, parts: list[Chain]) -> dict[str, Membership]:
    """Place each segment once: where the first of the chains puts it."""
    found: dict[str, Membership] = {}
    for each in parts:
        for place in ws.members.get(each.id, ()):
            found.setdefault(place.segment, place)
    return found


def _blocked(ws: Workspace, terms: Terms, segments: list[str]) -> dict[str, tuple[int, int]]:
    """Count, for each missing segment, the products among `segments` that wait for it.

    All of them, then those that are made or present.
    """
    place = ws.frame(terms).situation
    status = {each: place.local_status(each) for each in map(ws.network.number, segments)}
    counts: dict[str, tuple[int, int]] = {}
    needs = ws.needs(terms).by_segment
    for number in status.keys() & needs.keys():
        found = [status[block.product] for block in needs[number].blocks if block.product in status]
        counts[ws.network.ids[number]] = (len(found), sum(each in AVAILABLE for each in found))
    return counts


def _card(ws: Workspace, segment: str, terms: Terms, lang: Lang, blocked: tuple[int, int]) -> Card:
    record = ws.facts.segments[segment]
    rows = ws.gaps_on(terms, segment)
    return Card(
        id=segment,
        name=record.name,
        name_en=record.name_en,
        sort=record.sort,
        local_status=ws.local_status(terms, segment),
        captive=record.captive,
        traded=record.traded is not None,
        named=bool(ws.mentions.get(segment)),
        makers=ws.makers_here(terms, segment),
        gaps=tuple(gap_badge(ws, row, lang) for row in rows),
        blocks=blocked[0],
        blocks_here=blocked[1],
        evidence=_evidence(ws, segment),
    )


def _of(card: Card, listed: Collection[str]) -> Card:
    """Give a card with its gaps as the list of the panorama has them."""
    gaps = tuple(beside(each, listed) for each in card.gaps)
    return card if gaps == card.gaps else card.model_copy(update={"gaps": gaps})


def _evidence(ws: Workspace, segment: str) -> tuple[Evidence, ...]:
    """Collect what is stated on a segment, else why the reference has it."""
    facts = [
        *ws.claims.get(segment, ()),
        *ws.makers.get(segment, ()),
        *ws.mentions.get(segment, ()),
        *ws.stated_gaps.get(segment, ()),
    ]
    stated = tuple(dict.fromkeys(each for fact in facts for each in fact.evidence))
    return stated or ws.facts.segments[segment].evidence


def _chosen(cards: Mapping[str, Card]) -> frozenset[str]:
    here = {each.id for each in cards.values() if each.local_status in AVAILABLE}
    unread = not any(each.named for each in cards.values())
    wanted = [c for c in cards.values() if unread or c.named or c.blocks or c.id in here]
    wanted.sort(
        key=lambda c: (c.id not in here, not c.named, -c.blocks, c.local_status == "unknown", c.id)
    )
    return frozenset(each.id for each in wanted[: max(MOST_CARDS, len(here))])


def _column(
    ws: Workspace, terms: Terms, stage: str, cards: list[tuple[Card, str, bool]]
) -> StageColumn:
    groups: defaultdict[str, list[tuple[Card, bool]]] = defaultdict(list)
    for card, group, is_shown in cards:
        groups[group].append((card, is_shown))
    laid = [_group(name, each) for name, each in groups.items()]
    laid.sort(key=lambda g: (not g.segments, -len(g.segments), g.name))
    counts = status_counts(ws, terms, [card.id for card, _other, _another in cards])
    return StageColumn(stage=stage, counts=counts, groups=tuple(laid))  # type: ignore[arg-type]


def _group(name: str, cards: list[tuple[Card, bool]]) -> CardGroup:
    ordered = sorted(cards, key=lambda each: _card_order(each[0]))
    counted = [card for card, _other in cards if not card.captive]
    statuses = [card.local_status for card in counted]
    return CardGroup(
        name=name,
        segments=tuple(card for card, is_shown in ordered if is_shown),
        more=tuple(card for card, is_shown in ordered if not is_shown),
        hole=bool(statuses) and all(status in LACKING for status in statuses),
        all_unknown=any(not card.traded for card in counted)
        and all(status == "unknown" for status in statuses),
    )


def _card_order(card: Card) -> tuple[int, int, str]:
    status = card.local_status
    rank = len(LOCAL_STATUSES) if status is None else LOCAL_STATUSES.index(status)
    return (rank, -card.blocks, card.id)


def _tiles(cards: Mapping[str, Card]) -> tuple[Tile, ...]:
    """Count cards by status, then those with a badge; badges without a card are left out.

    So is 名录未见 where no register is in.
    """
    counts = {each: sum(c.local_status == each for c in cards.values()) for each in LOCAL_STATUSES}
    statuses = [
        Tile(code=status, count=count)
        for status, count in counts.items()
        if count or status != "unlisted"
    ]
    badges = [
        Tile(code=kind, count=sum(any(g.kind == kind for g in c.gaps) for c in cards.values()))
        for kind in BADGES
    ]
    return tuple(statuses + [tile for tile in badges if tile.count])
