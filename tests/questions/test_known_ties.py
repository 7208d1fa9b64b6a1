"""Known and possible ties of two chains, by hand: a mill makes tube and frames, a shop bikes."""

from graph.analysis.synergy import Apart, Places, ground, known_gap, shared_inputs, supplies
from graph.model import AnyRecord
from graph.model.vocabulary import Stage
from tests.questions.asking import Asked, ask
from tests.support import claim, group, kind, maker, segment


def places(asked: Asked, **stages: Stage) -> Places:
    return {asked.network.number(name): stage for name, stage in stages.items()}


def given(asked: Asked, giver: Places, taker: Places) -> Apart[tuple[str, str]]:
    ids = asked.network.ids
    found = supplies(ground(asked.frame), giver, taker)

    def ends(part: str) -> tuple[tuple[str, str], ...]:
        return tuple((ids[each.source], ids[each.target]) for each in getattr(found, part))

    return Apart(ends("known"), ends("possible"))


FRAME: tuple[AnyRecord, ...] = (*map(segment, ("frame", "bike")), group("bike", "frame"))


def tie(*more: AnyRecord, boundary: str = "traded") -> Apart[tuple[str, str]]:
    asked = ask(*FRAME, *more, boundary=boundary)
    return given(asked, places(asked, frame="midstream"), places(asked, bike="midstream"))


def test_one_end_that_is_here_makes_a_tie_known() -> None:
    pair = (("frame", "bike"),)

    assert tie() == Apart((), pair)
    assert tie(claim("bike", "sought")) == Apart((), pair)
    assert tie(claim("bike", "present")) == Apart(pair, ())
    assert tie(*maker("acme", "frame")) == Apart(pair, ())


def test_what_anyone_buys_ties_nothing_for_certain_but_without_a_boundary_it_does() -> None:
    records = (segment("frame", traded=True), segment("bike"), group("bike", "frame"),
               claim("bike", "present"))  # fmt: skip
    for boundary, known in (("traded", 0), ("none", 1)):
        asked = ask(*records, boundary=boundary)
        found = given(asked, places(asked, frame="midstream"), places(asked, bike="midstream"))

        assert (len(found.known), len(found.possible)) == (known, 1 - known)


def test_a_kind_that_is_here_makes_the_tie_of_its_family_known_once() -> None:
    """Bikes and two kinds inherit the frame: one tie, and the racing bike is made here."""
    asked = ask(
        *FRAME, *map(segment, ("racer", "tandem")),
        kind("racer", "bike"), kind("tandem", "bike"), claim("racer", "present"),
    )  # fmt: skip
    taker = places(asked, bike="midstream", racer="midstream", tandem="midstream")
    found = supplies(ground(asked.frame), places(asked, frame="midstream"), taker)

    (only,) = found.known
    assert found.possible == ()
    assert asked.network.ids[only.target] == "bike"
    assert asked.ids(only.also) == {"racer", "tandem"}


def test_an_in_house_stage_supplies_no_other_chain_but_takes_from_one() -> None:
    """Tube → welded frame (in-house) → bike, which is here."""
    asked = ask(
        *map(segment, ("tube", "bike")), segment("frame", captive=True),
        group("bike", "frame"), group("frame", "tube"), claim("bike", "present"),
    )  # fmt: skip
    mill = places(asked, tube="midstream", frame="midstream")

    assert given(asked, mill, places(asked, bike="midstream")) == Apart((), ())
    shop = places(asked, bike="midstream", frame="midstream")
    assert given(asked, places(asked, tube="midstream"), shop) == Apart((("tube", "frame"),), ())


def test_a_shared_input_is_known_if_here_or_needed_on_both_sides() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("tube", "bike", "trike")),
        group("bike", "tube"),
        group("trike", "tube"),
    )

    def known(*more: AnyRecord) -> bool:
        asked = ask(*records, *more)
        one = places(asked, tube="upstream", bike="midstream")
        other = places(asked, tube="upstream", trike="midstream")
        return bool(shared_inputs(ground(asked.frame), one, other).known)

    assert not known()
    assert known(claim("tube", "present"))
    assert not known(claim("bike", "present"))
    assert known(claim("bike", "present"), claim("trike", "present"))


def test_power_is_no_tie_even_if_it_is_made_here() -> None:
    asked = ask(
        *map(segment, ("power", "bike", "trike")),
        group("bike", "power", input="energy"), group("trike", "power", input="energy"),
        *maker("grid", "power"),
    )  # fmt: skip
    one = places(asked, power="supporting", bike="midstream")
    other = places(asked, power="supporting", trike="midstream")
    found = shared_inputs(ground(asked.frame), one, other)

    assert (len(found.known), len(found.possible)) == (0, 1)


def test_a_gap_is_a_known_tie_if_stated_or_if_a_product_here_waits_for_it() -> None:
    asked = ask(*FRAME, segment("steel", traded=True), claim("bike", "present"))
    on = ground(asked.frame)
    frame, bike, steel = (asked.network.number(each) for each in ("frame", "bike", "steel"))

    assert known_gap(on, frame, [], stated=True)
    assert known_gap(on, frame, [bike], stated=False)
    assert not known_gap(on, frame, [frame], stated=False)
    assert not known_gap(on, steel, [bike], stated=True)
