"""Which cards of a panorama are shown, and which wait behind "more"."""

from graph.answers import panorama, workspace
from graph.model import AnyRecord
from graph.network.terms import Terms
from tests.support import chain, facts, industry, maker, membership, mention, segment

PLACE = (industry("vehicles"), chain("bikes", "vehicles"))
PARTS = tuple(f"part_{number:02}" for number in range(60))
CHAIN: tuple[AnyRecord, ...] = (
    *PLACE,
    *map(segment, PARTS),
    *(membership("bikes", part) for part in PARTS),
)


def shown(*records: AnyRecord) -> set[str]:
    body = panorama(workspace(facts(*records)), Terms(), "zh", chain="bikes")
    groups = [group for stage in body.stages for group in stage.groups]
    cards = {card.id for group in groups for card in group.segments}
    behind = {card.id for group in groups for card in group.more}
    assert body.shown == len(cards)
    assert cards | behind == set(PARTS)
    assert cards & behind == set()
    return cards


def test_what_is_made_here_is_never_folded_however_much_it_is() -> None:
    made = PARTS[:55]
    records = [record for part in made for record in maker(f"maker_{part}", part)]

    assert shown(*CHAIN, *records, mention("bikes", PARTS[59])) == set(made)


def test_a_chain_of_which_no_document_says_anything_is_no_empty_page() -> None:
    assert len(shown(*CHAIN)) == 48


def test_where_a_document_names_some_the_others_wait() -> None:
    assert shown(*CHAIN, mention("bikes", "part_59")) == {"part_59"}
