"""Single makers, concentration, downstream reach and what only the market supplies, by hand."""

from graph.analysis.dependence import Dependence, dependence
from graph.model import AnyRecord
from tests.questions.asking import Asked, ask
from tests.support import claim, group, kind, maker, region, segment

MILL = (
    *map(segment, ("bike", "trike", "frame", "tube", "bell")),
    segment("steel", traded=True),
    segment("paint", traded=True),
    group("bike", "frame"),
    group("bike", "bell", essential=False),
    group("trike", "frame"),
    group("frame", "tube"),
    group("frame", "paint"),
    group("tube", "steel"),
    *maker("acme", "frame"),
    *maker("best", "frame", "tube"),
    *maker("closed", "frame", status="suspended"),
    *maker("coming", "tube", status="planned"),
)
"""Steel → tube → frame → bike and trike; paint, too, goes into the frame, both are traded."""


def of(asked: Asked, name: str) -> Dependence:
    return dependence(asked.frame, asked.network.number(name))


def makers(asked: Asked, name: str) -> set[str]:
    return {asked.network.locals.enterprises[firm] for firm in of(asked, name).makers}


def test_only_operating_makers_count() -> None:
    asked = ask(*MILL)

    assert makers(asked, "frame") == {"acme", "best"}
    assert makers(asked, "tube") == {"best"}
    assert makers(asked, "bike") == set()


def test_concentration_is_one_over_the_number_of_equal_makers() -> None:
    """Two makers with a half each: 1/4 + 1/4. One has everything. None has no concentration."""
    asked = ask(*MILL)

    assert [of(asked, name).hhi for name in ("frame", "tube", "bike")] == [0.5, 1.0, None]


def test_reach_is_all_that_takes_it_directly_or_through_others() -> None:
    asked = ask(*MILL)

    assert asked.ids(of(asked, "tube").reach) == {"frame", "bike", "trike"}
    assert asked.ids(of(asked, "frame").reach) == {"bike", "trike"}
    assert of(asked, "bike").reach == ()


def test_what_a_segment_can_do_without_does_not_carry_a_stop_on() -> None:
    assert of(ask(*MILL), "bell").reach == ()


def test_reach_goes_round_a_circle_once() -> None:
    """Power needs coal and coal needs power."""
    asked = ask(*map(segment, ("coal", "power")), group("coal", "power"), group("power", "coal"))

    assert asked.ids(of(asked, "coal").reach) == {"power"}


def test_external_is_the_share_of_groups_that_only_the_market_supplies() -> None:
    """Of tube and paint the frame's tube is made here; the tube has nothing but bought steel."""
    asked = ask(*MILL)

    assert of(asked, "frame").external == 0.5
    assert of(asked, "tube").external == 1.0
    assert of(asked, "steel").external is None


def test_what_is_bought_and_made_here_too_is_not_external() -> None:
    asked = ask(*MILL, claim("steel", "present"))

    assert of(asked, "tube").external == 0.0


def test_a_traded_kind_is_bought_for_its_general_segment() -> None:
    asked = ask(
        *map(segment, ("frame", "tube")),
        segment("steel_tube", traded=True),
        kind("steel_tube", "tube"),
        group("frame", "tube"),
    )

    assert of(asked, "frame").external == 1.0


def test_without_a_boundary_nothing_is_bought() -> None:
    assert of(ask(*MILL, boundary="none"), "frame").external == 0.0


def test_a_park_counts_the_makers_that_are_stated_there() -> None:
    asked = ask(
        region(),
        region("park", "park"),
        segment("frame"),
        *maker("acme", "frame"),
        *maker("best", "frame", region="park"),
        region="park",
    )

    assert makers(asked, "frame") == {"best"}
    assert of(asked, "frame").hhi == 1.0


def test_the_chosen_inputs_carry_a_stop_on() -> None:
    gas = group("glass", "gas", input="energy")
    records: tuple[AnyRecord, ...] = (*map(segment, ("glass", "gas")), gas)

    assert of(ask(*records), "gas").reach == ()
    energy = ask(*records, inputs="material,energy")
    assert energy.ids(of(energy, "gas").reach) == {"glass"}
