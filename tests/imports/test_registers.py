"""Lists as registers: snapshots of one name, each in the place of the one before."""

import pytest

from api.imports.declared import declared
from graph.analysis.register_doubts import doubts as doubts_of
from graph.answers import Workspace, workspace
from graph.errors import BadParameterError, TableRefusedError, UnknownNameError
from graph.exchange.match.snapshot import RegisterAsked, Snapshot
from graph.exchange.read.files import TableFile
from graph.exchange.report.effects import facts_with
from graph.exchange.report.outcome import ImportChoices, ImportGround
from graph.exchange.report.registers import RegisterRead, register_read, register_report
from graph.model import Facts
from tests.imports.tables import FACTS, csv_file
from tests.support import indicator

HEAD = "单位详细名称,统一社会信用代码,行业代码,主要业务活动,状态,园区"
FLYWHEEL = "青溪飞轮车业有限公司,,3761,自行车制造,存续,"
RIVER = "大河链条厂,91110000600037341L,3484,链条制造,存续,河湾园区"
SMALL = "小溪车架厂,,3762,车架,存续,"
CHOICES = ImportChoices("王工", "2026-11-25")
LAST = (HEAD, FLYWHEEL, RIVER, SMALL, "合计,3家,,,,")


def asked(as_of: str = "2025-12-31", **said: object) -> RegisterAsked:
    return RegisterAsked("四经普", as_of, **{"coverage": "all_industrial", **said})  # type: ignore[arg-type] # as named there


def listed(*rows: str, of: Facts = FACTS, of_date: str = "2025-12-31", **said: object) -> Snapshot:
    files: tuple[TableFile, ...] = (csv_file(*rows),)
    choices = ImportChoices("王工", "2026-11-25", names=said.pop("names", {}))  # type: ignore[arg-type] # pairs
    return taken(files, choices, asked(of_date, **said), of).snapshot


def taken(
    files: tuple[TableFile, ...], choices: ImportChoices, said: RegisterAsked, of: Facts = FACTS
) -> RegisterRead:
    now = workspace(of)
    return register_read(ImportGround(now, {of.version: now}.__getitem__), files, choices, said)


def after(found: Snapshot, of: Facts = FACTS) -> Facts:
    return facts_with(of, found.records)


def fates(found: Snapshot) -> dict[str, str]:
    return {each.now.name: each.fate for each in found.fates}


def test_a_list_is_read_row_by_row_without_its_total() -> None:
    found = listed(*LAST)
    river = next(row for row in found.rows if row.name == "大河链条厂")

    assert fates(found) == {
        "青溪飞轮车业有限公司": "new",
        "大河链条厂": "new",
        "小溪车架厂": "new",
    }
    assert (river.credit_code, river.industry, river.region) == (
        "91110000600037341L",
        ("3484",),
        "park",
    )
    assert [str(each) for each in river.words] == ["主要业务活动：链条制造"]
    assert [(e.table, e.row, e.by, e.as_of) for e in river.evidence] == [
        ("企业.csv", 3, "王工", "2025-12-31")
    ]
    assert (found.register.name, found.register.region) == ("四经普", "district")


def test_a_row_is_matched_with_the_firm_that_is_known() -> None:
    (flywheel,) = [row for row in listed(*LAST).rows if row.enterprise]

    assert (flywheel.name, flywheel.enterprise) == ("青溪飞轮车业有限公司", "flywheel")


def test_what_a_list_holds_makes_no_firm_and_no_maker() -> None:
    held = after(listed(*LAST))

    assert set(held.enterprises) == set(FACTS.enterprises)
    assert set(held.makes) == set(FACTS.makes)


def test_a_later_list_takes_the_place_of_the_one_before() -> None:
    """Flywheel changes its word, the river's works leave the park, small is struck off."""
    held = after(listed(*LAST))
    now = listed(
        HEAD,
        "青溪飞轮车业有限公司,,3761,电动自行车制造,存续,",
        "大河链条有限公司,91110000600037341L,3484,链条制造,存续,",
        "小溪车架厂,,3762,车架,注销,",
        "新来铃厂,,3379,车铃,存续,",
        of=held,
        of_date="2026-12-31",
    )
    later = after(now, held)

    assert fates(now) == {
        "青溪飞轮车业有限公司": "changed",
        "大河链条有限公司": "moved",
        "小溪车架厂": "closed",
        "新来铃厂": "new",
    }
    assert [each.as_of for each in later.registers.values()] == ["2026-12-31"]
    assert len(later.listed_firms) == 4


def test_a_firm_that_is_gone_stays_with_its_date_and_its_makes_stay() -> None:
    held = after(listed(*LAST))
    now = listed(HEAD, RIVER, SMALL, of=held, of_date="2026-12-31")
    later = after(now, held)
    again = listed(HEAD, RIVER, SMALL, of=later, of_date="2027-06-30")

    gone = [each for each in later.listed_firms.values() if each.gone]
    assert fates(now)["青溪飞轮车业有限公司"] == "gone"
    assert [(each.enterprise, each.gone) for each in gone] == [("flywheel", "2026-12-31")]
    assert set(later.makes) == set(FACTS.makes)
    assert fates(again)["青溪飞轮车业有限公司"] == "same"
    assert all(each.gone in {None, "2026-12-31"} for each in again.rows)


def test_the_same_list_again_changes_nothing() -> None:
    held = after(listed(*LAST))

    assert listed(*LAST, of=held).records == ()


def test_an_older_list_never_replaces_a_newer_one() -> None:
    held = after(listed(*LAST))

    with pytest.raises(TableRefusedError, match="旧名录不覆盖新名录"):
        listed(HEAD, RIVER, of=held, of_date="2024-12-31")


@pytest.mark.parametrize("date", ["2025-12-31", "2025-12", "2025"])
def test_where_dates_do_not_tell_a_person_is_asked(date: str) -> None:
    held = after(listed(*LAST))

    with pytest.raises(TableRefusedError, match="分不出先后"):
        listed(HEAD, RIVER, of=held, of_date=date)
    assert fates(listed(HEAD, RIVER, of=held, of_date=date, replaces=True))["小溪车架厂"] == "gone"


def test_a_name_that_is_like_a_known_one_is_asked_about_and_settled_by_choice() -> None:
    near = "飞轮车业二厂,,3761,自行车,存续,"
    asks = listed(HEAD, near)
    told = listed(HEAD, near, names={"飞轮车业二厂": "flywheel"})

    assert list(asks.unsettled) == ["飞轮车业二厂"]
    assert [row.enterprise for row in asks.rows] == [None]
    assert [row.enterprise for row in told.rows] == ["flywheel"]


def test_several_rows_of_a_firm_are_one_firm_of_the_list() -> None:
    found = listed(
        "销方名称,销方税号,商品名称,金额",
        "大河链条厂,91110000600037341L,*金属制品*链条,120",
        "大河链条厂,,*金属制品*链轮,30",
    )

    (row,) = found.rows
    assert [each.text for each in row.words] == ["*金属制品*链条", "*金属制品*链轮"]
    assert [each.row for each in row.evidence] == [2, 3]


def test_a_code_that_is_none_is_left_out_and_told() -> None:
    found = listed(HEAD, "大河链条厂,9111,3484,链条,存续,")

    assert [row.credit_code for row in found.rows] == [None]
    assert [(flaw.place, flaw.text) for flaw in found.flaws] == [(("企业.csv", 2), "9111")]


def test_doubts_are_told_before_anything_is_written() -> None:
    def doubts(*rows: str, **said: str) -> list[str]:
        ws: Workspace = workspace(FACTS)
        found = taken((csv_file(*rows),), CHOICES, asked("2025", **said))
        report = register_report(found, ws, "zh").as_register
        assert report is not None
        return [each.code for each in report.doubts]

    assert doubts(*LAST) == []
    assert doubts("单位名称", "大河链条厂", "小溪车架厂") == ["no_codes"]
    assert doubts(HEAD, "小溪车架厂,,3762,车架,注销,") == ["fewer"]
    assert doubts(HEAD, "小溪车架厂,,3610,车架,存续,") == ["edition_2011"]
    assert doubts("单位名称", "大河链条厂", coverage="partial") == []


def test_fewer_than_a_document_counts_above_the_scale_is_doubted() -> None:
    """The plan counts 4 in 2020 and 5 in 2021; a target and what grew over years count nothing."""
    counted = {"name": "规模以上工业企业", "unit": "家"}
    figures = (
        indicator("then", 4, year=2020, **counted),
        indicator("now", 5, year=2021, **counted),
        indicator("meant", 9, year=2025, actual_or_target="target", **counted),
        indicator("grown", 8, year=2022, measure="cumulative", **counted),
        indicator("elsewhere", 7, "park", year=2022, **counted),
    )
    of = facts_with(FACTS, figures)

    def doubts(*rows: str, **said: str) -> list[tuple[str, int, int]]:
        found = listed(HEAD, *rows, of=of, **said)
        return [(e.code, e.count, e.of) for e in doubts_of(of, found.register, found.rows)]

    five = (FLYWHEEL, RIVER, SMALL, "甲厂,,3762,车架,存续,", "乙厂,,3762,车架,存续,")
    assert doubts(*five) == []
    assert doubts(*five[:4]) == [("fewer_than_stated", 4, 5)]
    assert doubts(*five[:4], coverage="partial") == []


def test_a_park_needs_its_region_and_a_region_has_to_be_known() -> None:
    assert listed(*LAST, coverage="park", region="河湾园区").register.region == "park"
    with pytest.raises(BadParameterError):
        listed(*LAST, coverage="park")
    with pytest.raises(UnknownNameError):
        listed(*LAST, region="河东")


def test_a_list_is_declared_whole_or_not_at_all() -> None:
    def said(**given: str) -> RegisterAsked | None:
        return declared(lambda field: given.get(field, ""))

    assert said() is None
    with pytest.raises(TableRefusedError, match="日期"):
        said(register="四经普", coverage="partial")
    with pytest.raises(BadParameterError):
        said(register="四经普", as_of="2025")
    with pytest.raises(BadParameterError):
        said(coverage="partial")
    assert said(register="四经普", as_of="2025", coverage="partial") == RegisterAsked(
        "四经普", "2025", "partial"
    )
