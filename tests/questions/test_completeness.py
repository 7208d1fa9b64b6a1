"""Local completeness: which groups count, and what each of them is."""

import pytest

from graph.answers import chain as chain_answer
from graph.answers import workspace
from graph.model import AnyRecord
from graph.network.terms import Terms
from tests.questions.asking import ask
from tests.support import (
    chain,
    claim,
    facts,
    group,
    industry,
    kind,
    maker,
    membership,
    segment,
)
from tests.trade import district


def test_each_group_is_available_unknown_or_lacking() -> None:
    asked = ask(
        *map(segment, ("bike", "frame", "saddle", "rim")),
        group("bike", "frame"),
        group("bike", "saddle"),
        group("bike", "rim"),
        *maker("acme", "frame"),
        claim("rim", "sought"),
    )

    found = asked.range("bike")

    assert asked.groups("bike") == [
        (["frame"], "available"),
        (["rim"], "lacking"),
        (["saddle"], "unknown"),
    ]
    assert found.low == pytest.approx(1 / 3)
    assert found.high == pytest.approx(2 / 3)
    assert found.display == "percent"


def test_nothing_needed_gives_no_rate() -> None:
    found = ask(segment("bike")).range("bike")

    assert (found.needed, found.low, found.high, found.display) == (0, None, None, "list")


def test_two_groups_give_a_list_and_mostly_unknown_ones_the_counts() -> None:
    two = ask(*map(segment, ("bike", "frame", "rim")), group("bike", "frame"), group("bike", "rim"))
    three = ask(
        *map(segment, ("bike", "frame", "rim", "saddle")),
        group("bike", "frame"),
        group("bike", "rim"),
        group("bike", "saddle"),
        *maker("acme", "frame"),
    )

    assert two.range("bike").display == "list"
    assert three.range("bike").display == "counts"


def test_what_is_being_built_is_unknown_but_not_truly_so() -> None:
    """Two of three groups wait for a firm that builds: the percentage may be shown."""
    found = ask(
        *map(segment, ("bike", "frame", "rim", "saddle")),
        group("bike", "frame"),
        group("bike", "rim"),
        group("bike", "saddle"),
        *maker("builder", "frame", "rim", status="planned"),
    ).range("bike")

    assert (found.unknown, found.count("developing"), found.display) == (3, 2, "percent")
    assert (found.low, found.high) == (0, 1)


def test_a_group_with_a_bought_member_does_not_count_even_if_another_is_here() -> None:
    asked = ask(
        *map(segment, ("bike", "frame", "saddle")),
        segment("import_frame", traded=True),
        group("bike", "frame", "import_frame"),
        group("bike", "saddle"),
        *maker("acme", "frame"),
    )

    assert asked.groups("bike") == [(["saddle"], "unknown")]


def test_availability_decides_not_completability() -> None:
    # The frame is made here although its steel is lacking.
    asked = ask(
        *map(segment, ("bike", "frame", "steel")),
        group("bike", "frame"),
        group("frame", "steel"),
        *maker("acme", "frame"),
        claim("steel", "absent"),
    )

    assert asked.groups("bike") == [(["frame"], "available")]


def test_the_same_group_of_two_products_counts_once() -> None:
    asked = ask(
        *map(segment, ("bike", "cart", "rim", "saddle")),
        group("bike", "rim"),
        group("bike", "saddle"),
        group("cart", "rim"),
    )

    assert asked.groups("bike", "cart") == [(["rim"], "unknown"), (["saddle"], "unknown")]


def test_a_captive_stage_is_replaced_by_its_own_groups() -> None:
    asked = ask(
        *map(segment, ("glass", "sand", "soda")),
        segment("batch", captive=True),
        group("glass", "batch"),
        group("batch", "sand"),
        group("batch", "soda"),
        *maker("acme", "glass", "sand"),
    )

    assert asked.groups("glass") == [(["sand"], "available"), (["soda"], "unknown")]


def test_a_captive_stage_beside_an_available_input_stays_one_group() -> None:
    asked = ask(
        *map(segment, ("glass", "cullet", "sand")),
        segment("batch", captive=True),
        group("glass", "batch", "cullet"),
        group("batch", "sand"),
        *maker("acme", "glass", "cullet"),
        claim("sand", "absent"),
    )

    assert asked.groups("glass") == [(["batch", "cullet"], "available")]


def test_of_several_captive_stages_one_that_is_completable_will_do() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("glass", "sand", "soda")),
        segment("dry_batch", captive=True),
        segment("wet_batch", captive=True),
        group("glass", "dry_batch", "wet_batch"),
        group("dry_batch", "sand"),
        group("wet_batch", "soda"),
        claim("soda", "absent"),
    )
    batches = ["dry_batch", "wet_batch"]

    assert ask(*records, claim("sand", "present")).groups("glass") == [(batches, "available")]
    assert ask(*records).groups("glass") == [(batches, "unknown")]
    assert ask(*records, claim("sand", "absent")).groups("glass") == [(batches, "lacking")]


def test_an_exact_input_is_not_served_by_a_kind() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("ampoule", "bottle", "glass", "soda_glass")),
        kind("soda_glass", "glass"),
        group("ampoule", "glass", exact=("glass",)),
        group("bottle", "glass"),
        *maker("acme", "soda_glass"),
        claim("glass", "sought"),
    )

    assert ask(*records).groups("ampoule") == [(["glass"], "lacking")]
    assert ask(*records).groups("bottle") == [(["glass"], "available")]


def test_a_category_counts_its_kinds_here_or_all_where_none_is() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("car", "petrol", "electric", "piston", "cell")),
        kind("petrol", "car"),
        kind("electric", "car"),
        group("petrol", "piston"),
        group("electric", "cell"),
    )

    assert ask(*records).groups("car") == [(["cell"], "unknown"), (["piston"], "unknown")]
    assert ask(*records, *maker("acme", "electric")).groups("car") == [(["cell"], "unknown")]


def test_the_whole_chain_goes_on_through_what_is_here_and_never_through_what_lacks() -> None:
    asked = ask(
        *map(segment, ("car", "engine", "seat", "piston", "foam")),
        group("car", "engine"),
        group("car", "seat"),
        group("engine", "piston"),
        group("seat", "foam"),
        *maker("acme", "engine"),
        claim("seat", "absent"),
        claim("foam", "absent"),
    )

    assert asked.groups("car", depth="chain") == [
        (["engine"], "available"),
        (["piston"], "unknown"),
        (["seat"], "lacking"),
    ]


def test_the_whole_chain_goes_on_through_the_kind_that_is_here() -> None:
    # Of engines only the petrol engine is made, which has spark plugs instead of pumps.
    asked = ask(
        *map(segment, ("car", "engine", "petrol_engine", "ignition", "spark", "pump")),
        kind("petrol_engine", "engine"),
        kind("spark", "ignition"),
        kind("pump", "ignition"),
        group("car", "engine"),
        group("engine", "ignition"),
        group("petrol_engine", "spark"),
        *maker("acme", "petrol_engine"),
    )

    assert asked.groups("car", depth="chain") == [
        (["engine"], "available"),
        (["spark"], "unknown"),
    ]


# Of a chain


def test_a_chain_counts_what_its_midstream_products_need_and_nothing_of_what_they_go_into() -> None:
    """Moulds need steel; the bikes downstream of them, which lack a frame, are another chain's."""
    ws = workspace(
        facts(
            industry(),
            chain("bikes"),
            chain("moulds"),
            *map(segment, ("bike", "frame", "mould", "steel", "plate")),
            membership("bikes", "bike", "midstream"),
            membership("moulds", "bike", "downstream"),
            membership("moulds", "mould", "midstream"),
            membership("moulds", "plate", "upstream"),
            group("bike", "frame"),
            group("mould", "steel"),
            group("plate", "steel"),
            *maker("acme", "bike", "mould", "plate", "steel"),
            claim("frame", "absent"),
        )
    )

    counted = {
        each: chain_answer(ws, each, Terms()).chain.completeness for each in ("bikes", "moulds")
    }

    assert (counted["bikes"].needed, counted["bikes"].lacking) == (1, 1)
    assert (counted["moulds"].needed, counted["moulds"].available) == (1, 1)


def test_a_product_that_is_midstream_nowhere_counts_where_it_stands_downstream() -> None:
    ws = workspace(
        facts(
            industry(),
            chain("bikes"),
            *map(segment, ("bike", "frame")),
            membership("bikes", "bike", "downstream"),
            group("bike", "frame"),
            *maker("acme", "bike"),
        )
    )

    assert chain_answer(ws, "bikes", Terms()).chain.completeness.needed == 1


def test_the_moulds_of_the_shipped_district_do_not_lack_what_its_motorcycles_do() -> None:
    found = {
        each: chain_answer(district(), each, Terms()).chain.completeness
        for each in ("motorcycle", "moulds")
    }

    assert found["motorcycle"].lacking > 0
    assert (found["moulds"].needed, found["moulds"].lacking) == (0, 0)
