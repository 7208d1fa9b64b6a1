"""Completable and ready: yes, market, no recipe, unknown, no."""

from graph.analysis.verdicts import Feasibility
from tests.questions.asking import ask
from tests.support import claim, group, kind, maker, segment


def test_a_product_whose_inputs_are_made_here_is_a_yes_only_if_theirs_are_too() -> None:
    # The frame is made here and its steel is not: nothing more is said of steel than absent.
    asked = ask(
        *map(segment, ("bike", "frame", "steel")),
        group("bike", "frame"),
        group("frame", "steel"),
        *maker("acme", "bike", "frame"),
        claim("steel", "absent"),
    )

    assert asked.verdict("bike") == Feasibility(completable="no", ready="no")
    assert asked.verdict("steel") == Feasibility(completable="no", ready="no_recipe")


def test_what_is_unknown_gives_unknown() -> None:
    asked = ask(*map(segment, ("bike", "frame")), group("bike", "frame"), *maker("acme", "bike"))

    assert asked.verdict("bike") == Feasibility(completable="unknown", ready="unknown")


def test_one_input_that_is_not_bought_makes_it_a_yes() -> None:
    asked = ask(
        segment("bike"),
        segment("frame"),
        segment("steel", traded=True),
        segment("rubber", traded=True),
        group("bike", "frame"),
        group("bike", "rubber"),
        group("frame", "steel"),
        *maker("acme", "bike", "frame"),
    )

    assert asked.verdict("bike") == Feasibility(completable="yes", ready="yes")
    assert asked.verdict("frame") == Feasibility(completable="market", ready="market")


def test_captive_stages_are_passed_through_to_what_is_bought() -> None:
    asked = ask(
        segment("bike"),
        segment("welding", captive=True),
        segment("steel", traded=True),
        group("bike", "welding"),
        group("welding", "steel"),
        *maker("acme", "bike"),
    )

    assert asked.verdict("bike").completable == "market"


def test_a_captive_stage_of_which_no_inputs_are_known_is_nothing_bought() -> None:
    # Nothing is known to go into the welding, so nothing is known to go into the bike; beside
    # bought rubber the stage asks for nothing more.
    bare = ask(
        segment("bike"),
        segment("welding", captive=True),
        group("bike", "welding"),
        *maker("acme", "bike"),
    )
    beside = ask(
        segment("bike"),
        segment("welding", captive=True),
        segment("rubber", traded=True),
        group("bike", "welding"),
        group("bike", "rubber"),
        *maker("acme", "bike"),
    )

    assert bare.verdict("bike").completable == "no_recipe"
    assert beside.verdict("bike").completable == "market"


def test_only_groups_of_the_chosen_inputs_make_a_recipe() -> None:
    records = (
        *map(segment, ("bike", "gas", "bell")),
        group("bike", "gas", input="energy"),
        group("bike", "bell", essential=False),
        *maker("acme", "bike"),
        claim("gas", "absent"),
    )

    assert ask(*records).verdict("bike").ready == "no_recipe"
    assert ask(*records, inputs="material,energy").verdict("bike").ready == "no"


def test_the_boundary_does_not_apply_to_what_is_asked_but_to_it_as_an_input() -> None:
    # The frame is traded and nobody makes it: asked itself it is no; the bike may buy it.
    asked = ask(
        segment("bike"),
        segment("frame", traded=True),
        segment("steel"),
        group("bike", "frame"),
        group("frame", "steel"),
        *maker("acme", "bike"),
        claim("frame", "absent"),
        claim("steel", "absent"),
    )

    assert asked.verdict("frame") == Feasibility(completable="no", ready="no")
    assert asked.verdict("bike") == Feasibility(completable="market", ready="market")


def test_a_wished_for_product_is_ready_before_it_is_completable() -> None:
    asked = ask(
        *map(segment, ("bike", "frame")),
        segment("steel", traded=True),
        group("bike", "frame"),
        group("frame", "steel"),
        *maker("acme", "frame"),
        claim("bike", "sought"),
    )

    assert asked.verdict("bike") == Feasibility(completable="no", ready="yes")


def test_a_category_is_as_good_as_the_best_of_its_kinds_here() -> None:
    # Both cars are here; the van is not asked although its only input is bought.
    asked = ask(
        *map(segment, ("car", "petrol", "electric", "van", "cell", "piston")),
        segment("steel", traded=True),
        kind("petrol", "car"),
        kind("electric", "car"),
        kind("van", "car"),
        group("petrol", "piston"),
        group("electric", "cell"),
        group("van", "steel"),
        *maker("acme", "petrol", "electric", "cell"),
        claim("piston", "absent"),
    )

    # Cells are made here and have no recipe, so the electric car is complete.
    assert asked.verdict("car") == Feasibility(completable="yes", ready="yes")
    assert asked.verdict("petrol").completable == "no"


def test_a_category_that_is_itself_made_is_unknown_while_no_kind_is_known() -> None:
    asked = ask(
        *map(segment, ("car", "petrol", "piston")),
        kind("petrol", "car"),
        group("petrol", "piston"),
        *maker("acme", "car"),
        claim("piston", "absent"),
    )

    assert asked.verdict("car") == Feasibility(completable="unknown", ready="no")
