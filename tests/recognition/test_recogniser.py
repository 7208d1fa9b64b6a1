"""A hand-made graph of ten segments: what each phrase proposes, how surely, and why."""

import pytest

from graph.model import Code, Segment
from graph.model.synonyms import Synonym, Synonyms, Trap
from graph.model.vocabulary import Verb
from graph.recognition.known import Known, known
from graph.recognition.proposal import Proposal
from graph.recognition.recogniser import MOST_PROPOSALS, recognise
from graph.recognition.rows import FirmRow, Words
from tests.recognition.firms import row
from tests.support import by_product, kind, segment


def named(id_: str, name: str, code: str | None = None, **fields: object) -> Segment:
    codes = (Code(code=code, name=f"{name}制造", confidence="high"),) if code else ()
    return segment(id_, traded=False, **{"name": name, "codes": codes, **fields})


SEGMENTS = (
    named("motorcycle", "摩托车", "3751", aliases=("摩托车整车",)),
    named("moto_parts", "摩托车零部件", "3752", sort="component"),
    named("brake", "制动器", "3670", sort="component"),
    named("crankshaft", "曲轴", "3412", sort="component"),
    named("carton", "纸箱", "2231", sort="material"),
    named("paddy", "稻谷", "0111", sort="raw_material"),
    named("rice", "大米", "1311"),
    named("bran", "米糠", sort="material"),
    named("lift", "电梯", "3435"),
    named("lift_install", "电梯安装", "4920", sort="service"),
    named("app", "软件", "6513", sort="software"),
    named("drum_brake", "鼓式制动器", sort="component"),
)
SYNONYMS = Synonyms(
    words=(
        Synonym(text="刹车", segment="brake", ground="trade"),
        Synonym(text="稻谷加工", segment="rice", ground="trade"),
        Synonym(text="零配件制造", segment="moto_parts", ground="phrase"),
        Synonym(text="总成件", segment="moto_parts", ground="hint", context=("3752", "摩托")),
    ),
    traps=(Trap(text="玩具电梯", why="玩具"),),
)


@pytest.fixture(scope="module")
def small() -> Known:
    return known(
        SEGMENTS,
        [kind("drum_brake", "brake")],
        [by_product("rice", "bran")],
        SYNONYMS,
    )


def told(known: Known, *rows: FirmRow) -> dict[str, str]:
    return {each.segment.id: each.strength for each in recognise(rows, known).proposals}


def one(known: Known, *rows: FirmRow) -> Proposal:
    (only,) = recognise(rows, known).proposals
    return only


@pytest.mark.parametrize("text", ["摩托车轮毂", "摩托车用润滑油", "电梯广告牌"])
def test_the_right_end_of_a_noun_decides(small: Known, text: str) -> None:
    assert told(small, row("甲", "activity", text)) == {}


def test_parts_of_a_motorcycle_are_no_motorcycle(small: Known) -> None:
    assert told(small, row("甲", "activity", "摩托车零部件")) == {"moto_parts": "strong"}


@pytest.mark.parametrize("text", ["曲轴CG125-3", "曲轴17寸", "曲轴总成一套", "CG曲轴-飞轮牌"])
def test_types_sizes_brands_and_empty_heads_are_taken_off(small: Known, text: str) -> None:
    assert told(small, row("甲", "award", text)) == {"crankshaft": "strong"}


def test_an_attribute_before_a_word_changes_nothing(small: Known) -> None:
    assert told(small, row("甲", "award", "新能源汽车用盘式制动器总成")) == {"brake": "strong"}


def test_the_most_special_word_wins(small: Known) -> None:
    assert told(small, row("甲", "award", "鼓式制动器")) == {"drum_brake": "strong"}


def test_a_word_does_not_cut_another_in_two() -> None:
    cars = known([segment("damper", name="车用减震器")], [], [], Synonyms())

    assert told(cars, row("甲", "award", "电动车用减震器")) == {}
    assert told(cars, row("甲", "award", "车用减震器")) == {"damper": "strong"}


@pytest.mark.parametrize("text", ["玩具电梯生产", "玩具摩托车", "二手摩托车", "废旧曲轴"])
def test_toys_and_worn_things_are_other_things(small: Known, text: str) -> None:
    assert told(small, row("甲", "activity", text)) == {}


@pytest.mark.parametrize(
    ("text", "strength", "verb"),
    [
        ("曲轴制造", "strong", "makes"),
        ("曲轴加工、销售", "strong", "processes"),
        ("曲轴", "medium", "none"),
    ],
)
def test_making_with_the_code_is_strong(small: Known, text: str, strength: str, verb: Verb) -> None:
    found = one(small, row("甲", "scope", text, industry="3412"))

    assert (found.strength, found.because[0].verb) == (strength, verb)
    assert found.because[0].code_agrees is True


@pytest.mark.parametrize(
    "text", ["曲轴销售", "曲轴研发", "曲轴的投资", "曲轴维修", "曲轴批发（不含生产）"]
)
def test_what_is_only_sold_studied_or_mended_is_not_made(small: Known, text: str) -> None:
    assert told(small, row("甲", "scope", text, industry="3412")) == {}


def test_without_the_code_making_is_medium_and_in_the_standard_form_weak(small: Known) -> None:
    assert told(small, row("甲", "scope", "曲轴制造", industry="3670")) == {"crankshaft": "medium"}
    standard = row("甲", "scope", "一般项目：曲轴制造", industry="3670")
    assert told(small, standard) == {"crankshaft": "weak"}


def test_the_name_of_the_firm_confirms_like_a_code(small: Known) -> None:
    assert told(small, row("乙曲轴有限公司", "scope", "曲轴制造")) == {"crankshaft": "strong"}


def test_a_code_alone_proposes_nothing(small: Known) -> None:
    assert told(small, row("甲", "scope", "机械加工", industry="3412")) == {}


def test_a_name_alone_is_a_weak_hint_where_the_code_agrees(small: Known) -> None:
    found = one(small, row("乙曲轴有限公司", "scope", "机械加工", industry="3412"))

    assert (found.strength, found.because[0].by) == ("weak", "firm_name")
    assert told(small, row("乙曲轴有限公司", "scope", "机械加工", industry="3670")) == {}


def test_a_trader_makes_nothing(small: Known) -> None:
    lines = row("丙", "invoice", "*零件*曲轴")

    assert told(small, row("丙", "scope", "曲轴销售", industry="5175"), lines) == {}
    assert told(small, row("丙商贸有限公司", "invoice", "*零件*曲轴")) == {}
    assert told(small, lines) == {"crankshaft": "strong"}


def test_a_tax_category_and_what_is_sold_beside_say_nothing(small: Known) -> None:
    found = told(
        small,
        row(
            "甲",
            "invoice",
            "*曲轴*毛坯料",
            "*有色金属废料*曲轴",
            "*劳务*曲轴加工费",
            "*汽车配件*制动器",
        ),
    )

    assert found == {"brake": "strong"}


def test_ones_own_packing_is_no_product(small: Known) -> None:
    lines = ("*粮食*大米25kg", "*粮食*大米5kg", "*纸制品*包装纸箱")

    assert told(small, row("甲", "invoice", *lines)) == {"rice": "strong"}
    assert told(small, row("甲", "invoice", "*纸制品*包装纸箱")) == {"carton": "strong"}


def test_a_by_product_of_what_is_made_is_kept_out(small: Known) -> None:
    assert told(small, row("甲", "activity", "大米", "米糠")) == {"rice": "strong"}
    assert told(small, row("甲", "activity", "米糠")) == {"bran": "strong"}


def test_what_is_bought_and_worked_on_is_an_input(small: Known) -> None:
    assert told(small, row("甲", "scope", "稻谷收购、加工、销售")) == {"rice": "medium"}


def test_a_service_is_performed_and_its_verb_is_told(small: Known) -> None:
    found = one(small, row("甲", "scope", "电梯安装、维修", industry="4920"))

    assert (found.segment.id, found.strength) == ("lift_install", "strong")
    assert found.because[0].verb == "repairs"


def test_software_is_made_by_developing_it(small: Known) -> None:
    assert told(small, row("甲", "scope", "软件开发", industry="6513")) == {"app": "strong"}


def test_a_standard_phrase_needs_the_code_to_be_more_than_weak(small: Known) -> None:
    assert told(small, row("甲", "scope", "零配件制造", industry="3752")) == {
        "moto_parts": "medium"
    }
    assert told(small, row("甲", "scope", "零配件制造", industry="3412")) == {"moto_parts": "weak"}


def test_a_hint_holds_in_its_context_only(small: Known) -> None:
    assert told(small, row("甲", "award", "总成件")) == {}
    assert told(small, row("甲", "award", "摩托车总成件")) == {"moto_parts": "medium"}


def test_each_reason_says_where_it_stands_and_how_it_was_understood(small: Known) -> None:
    found = one(small, row("甲", "scope", "刹车制造", industry="C3670", number=7, code="91500117"))
    because = found.because[0]

    assert (found.firm, found.credit_code, found.segment.id) == ("甲", "91500117", "brake")
    assert (because.table, because.row, because.column) == ("scope.csv", 7, "scope")
    assert (because.phrase, because.name, because.by) == ("刹车制造", "刹车", "synonym")
    assert (because.industry_code, because.code_agrees) == ("3670", True)


def test_rows_of_one_firm_add_up_to_one_proposal(small: Known) -> None:
    rows = (row("甲", "scope", "曲轴制造"), row("甲", "award", "曲轴", number=2))
    found = one(small, *rows)

    assert found.strength == "strong"
    assert [each.table for each in found.because] == ["award.csv", "scope.csv"]
    assert found.id == one(small, rows[0]).id


def test_more_than_the_most_proposals_are_told_not_shown() -> None:
    many = known([segment(f"s{n}", name=f"零件{n}号件") for n in range(60)], [], [], Synonyms())
    text = "、".join(f"零件{n}号件" for n in range(60)) + "的生产"

    found = recognise([row("甲", "scope", text)], many)

    assert len(found.proposals) == MOST_PROPOSALS
    assert [(cut.what, cut.kept) for cut in found.cut] == [("proposals", MOST_PROPOSALS)]


def test_a_word_with_forty_meanings_is_cut_and_told() -> None:
    words = [
        Synonym(text="总成件", segment=f"s{n}", ground="hint", context=("3752",)) for n in range(40)
    ]
    many = known([segment(f"s{n}") for n in range(40)], [], [], Synonyms(words=tuple(words)))

    found = recognise([row("甲", "award", "总成件", industry="3752")], many)

    assert len(found.proposals) == 8
    assert [cut.what for cut in found.cut] == ["segments"]


def test_a_text_beyond_the_longest_is_told(small: Known) -> None:
    long = FirmRow("a.csv", 3, "甲", None, (), (Words("经营范围", "scope", "弹簧、" * 2_001),))

    assert [(cut.row, cut.what) for cut in recognise([long], small).cut] == [(3, "text")]


def test_a_list_in_brackets_has_its_noun_as_context(small: Known) -> None:
    assert told(small, row("甲", "award", "摩托车配套件（总成件、曲轴）")) == {
        "moto_parts": "medium",
        "crankshaft": "strong",
    }


def test_a_raw_material_of_another_class_is_weak(small: Known) -> None:
    assert told(small, row("甲", "activity", "稻谷", industry="0111")) == {"paddy": "strong"}
    assert told(small, row("甲", "activity", "稻谷", industry="1512")) == {"paddy": "weak"}


@pytest.mark.parametrize("text", ["泡稻谷", "腌稻谷", "非曲轴"])
def test_what_is_pickled_or_said_not_to_be_it_is_another_thing(small: Known, text: str) -> None:
    assert told(small, row("甲", "activity", text)) == {}


def test_a_name_of_a_class_is_one_word_and_no_list() -> None:
    words = (Synonym(text="变速箱制造", segment="other", ground="phrase"),)
    classed = segment(
        "gear",
        name="齿轮",
        traded=False,
        codes=(Code(code="3453", name="齿轮及齿轮减、变速箱制造", confidence="high"),),
    )
    known_ = known(
        [classed, segment("other", name="变速箱", traded=False)], [], [], Synonyms(words=words)
    )

    assert told(known_, row("甲", "scope", "齿轮及齿轮减、变速箱制造")) == {}
    assert told(known_, row("甲", "scope", "齿轮、变速箱制造")) == {
        "gear": "medium",
        "other": "medium",
    }
