"""What types, fields and codes have to say of themselves before anything can be made of them."""

from typing import Literal, get_args

import pytest

from graph.message import Lang, _
from graph.model import RECORDS, Facts, RecordType
from graph.model.look import VOCABULARIES, Look, complete, looks_of
from graph.model.record import FRAME
from graph.model.told import PLACES, codes_of, told_by

TYPES = list(RECORDS)


def test_every_type_of_record_has_a_class_and_a_shelf_of_its_own() -> None:
    shelves = [each.about.shelf for each in RECORDS.values()]

    assert list(get_args(RecordType)) == TYPES
    assert len(set(shelves)) == len(shelves)
    assert set(shelves) <= set(Facts.__dataclass_fields__)


@pytest.mark.parametrize("type_", TYPES)
def test_a_type_has_words_in_both_languages(type_: RecordType) -> None:
    about = RECORDS[type_].about

    assert all((about.words.id, about.heading.id))
    assert set(about.made_of) <= set(RECORDS[type_].model_fields)


@pytest.mark.parametrize("type_", TYPES)
def test_every_field_of_a_type_is_told(type_: RecordType) -> None:
    record = RECORDS[type_]
    told = told_by(record)
    own = set(record.model_fields) - FRAME

    assert own - set(told) == set()
    assert [name for name, each in told.items() if not each.words.id] == []


@pytest.mark.parametrize("type_", TYPES)
def test_a_field_reaches_pages_or_bodies(type_: RecordType) -> None:
    """What nobody can see is no field: it is left out on purpose, or it was forgotten."""
    told = told_by(RECORDS[type_])

    assert [name for name, each in told.items() if {"page", "json"} <= set(each.not_in)] == []
    assert [name for name, each in told.items() if not set(each.not_in) <= set(PLACES)] == []


@pytest.mark.parametrize("type_", TYPES)
def test_the_fields_of_a_type_have_different_words(type_: RecordType) -> None:
    told = told_by(RECORDS[type_])

    for lang in get_args(Lang):
        words = [each.words.text(lang) for each in told.values()]
        assert len(set(words)) == len(words)


@pytest.mark.parametrize("type_", TYPES)
def test_every_code_that_a_field_can_hold_has_a_word(type_: RecordType) -> None:
    record = RECORDS[type_]
    coded = [name for name in told_by(record) if codes_of(record, name)]

    for name in coded:
        looks = looks_of(record, name)
        assert set(looks) == {str(code) for code in get_args(codes_of(record, name))}
        assert all(look.words.id for look in looks.values())


def test_a_code_without_a_word_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="codes without a word: blue"):
        complete(Literal["red", "blue"], {"red": Look(_("红"))})


def test_no_word_stands_for_two_codes_in_a_table() -> None:
    for looks in VOCABULARIES.values():
        words = [word for look in looks.values() for word in look.in_tables]
        assert len(set(words)) == len(words)


def test_no_column_of_a_table_is_claimed_by_two_fields() -> None:
    for record in RECORDS.values():
        names = [name for each in told_by(record).values() for name in each.columns]
        assert len(set(names)) == len(names)
