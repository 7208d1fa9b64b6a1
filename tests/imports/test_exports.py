"""Lists as services and offices export them, by their real headers."""

import pytest

from graph.errors import TableRefusedError
from graph.exchange.read.headers import TableChoices
from graph.model import Enterprise, Makes, Role
from tests.imports.tables import Cell, csv_file, outcomes, read, reasons, workbook

CODE = "91110000600037341L"
QCC = (
    "企业名称,登记状态,法定代表人,注册资本,实缴资本,成立日期,核准日期,营业期限,所属省份,所属城市,"
    "所属区县,电话,邮箱,统一社会信用代码,纳税人识别号,注册号,组织机构代码,国标行业门类,国标行业大类,"
    "企业规模,企业类型,曾用名,英文名,官网,参保人数,企业注册地址,最新年报地址,经营范围"
)
TYC = (
    "公司名称,经营状态,法定代表人,注册资本,实缴资本,成立日期,核准日期,营业期限,所属省份,所属城市,"
    "所属区县,公司类型,所属行业,曾用名,统一社会信用代码,纳税人识别号,工商注册号,组织机构代码,"
    "参保人数,注册地址,网址,经营范围"
)
AQC = (
    "企业名称,法定代表人,登记状态,注册资本,实缴资本,成立日期,统一社会信用代码,纳税人识别号,"
    "组织机构代码,注册号,企业类型,所属行业,所属地区,营业期限,核准日期,登记机关,注册地址,曾用名,"
    "人员规模,参保人数,经营范围"
)
SAID = {
    "企业名称": "大河机械有限公司",
    "公司名称": "大河机械有限公司",
    "注册资本": "1,000万(元)",
    "成立日期": "2010-05-06",
    "所属区县": "青溪县",
    "所属地区": "江西省抚州市青溪县",
    "统一社会信用代码": CODE,
    "组织机构代码": "60003734-1",
    "企业类型": "有限责任公司(自然人投资或控股)",
    "曾用名": "大河铁厂",
    "参保人数": "33",
    "企业注册地址": "江西省青溪县东街1号",
    "注册地址": "江西省青溪县东街1号",
    "经营范围": "停产设备的维修；链条制造",
}


def exported(header: str, **said: str) -> Enterprise:
    names = header.split(",")
    cells: list[Cell] = [(SAID | said).get(name, "-") for name in names]
    found = read(workbook(["导出说明：仅供参考"], [*names], cells))
    assert outcomes(found) == ["new"], found.lines[0].faults
    (firm,) = [each for each in found.records if isinstance(each, Enterprise)]
    return firm


@pytest.mark.parametrize("header", [QCC, TYC, AQC])
def test_an_export_of_a_service_gives_what_it_says_of_a_firm(header: str) -> None:
    firm = exported(header)

    assert (firm.name, firm.aliases, firm.credit_code) == ("大河机械有限公司", ("大河铁厂",), CODE)
    assert (firm.region, firm.founded, firm.insured) == ("district", "2010-05-06", 33)
    assert firm.registered_capital is not None
    assert firm.registered_capital.amount == 1000
    assert firm.address == "江西省青溪县东街1号"


@pytest.mark.parametrize(
    ("header", "column"), [(QCC, "登记状态"), (TYC, "经营状态"), (AQC, "登记状态")]
)
@pytest.mark.parametrize("word", ["注销", "吊销，未注销", "迁出"])
def test_the_word_of_an_export_stays_with_the_fact(header: str, column: str, word: str) -> None:
    firm = exported(header, **{column: word})

    assert firm.status == "suspended"
    assert firm.evidence[0].note == f"{column}：{word}"


def test_a_firm_of_another_county_is_asked_about() -> None:
    found = read(csv_file("企业名称,所属区县,产品", "大河厂,白溪县,链条", "小溪厂,丰县,链条"))

    assert [line.faults[0].column for line in found.lines] == ["所属区县", "所属区县"]


@pytest.mark.parametrize(
    "place", ["江西省抚州市青溪县河湾园区", "青溪县河湾园区", "江西省青溪县河湾园区", "河湾园区"]
)
def test_a_park_is_known_behind_its_district(place: str) -> None:
    found = read(csv_file("企业名称,所属园区", f"大河厂,{place}"))

    assert [each.region for each in found.records if isinstance(each, Enterprise)] == ["park"]


@pytest.mark.parametrize("place", ["白溪县河湾园区", "江西省白溪县河湾园区"])
def test_a_park_of_another_district_is_none_of_ours(place: str) -> None:
    assert outcomes(read(csv_file("企业名称,所属园区", f"大河厂,{place}"))) == ["rejected"]


def test_a_census_list_goes_in_by_its_own_headers() -> None:
    head = ["序号", "组织机构代码/统一社会信用代码", "详细名称", "专业类别", "运行状态", "开业时间"]
    rows: list[list[Cell]] = [
        [1, CODE, "大河厂", "工业", "1-正常运营", "2010年5月"],
        [2, "60003734-1", "小溪厂", "工业", "2-停业（歇业）", "2010.5"],
        [3, "", "远山厂", "工业", "当年注销", "2010"],
    ]
    found = read(workbook(["四上企业名录库"], [*head], *rows))

    firms = [each for each in found.records if isinstance(each, Enterprise)]
    told = {each.name: (each.status, each.credit_code, each.founded) for each in firms}
    assert told == {
        "大河厂": ("operating", CODE, "2010-05"),
        "小溪厂": ("suspended", None, "2010-05"),
        "远山厂": ("suspended", None, "2010"),
    }
    ((_, row, left),) = found.known.left_out
    assert (row, left.value) == (4, "60003734-1")


@pytest.mark.parametrize("code", ["60003734-1", "600037341", "110108001234567"])
def test_an_older_code_is_told_and_left_out(code: str) -> None:
    found = read(csv_file("企业名称,统一社会信用代码", f"大河厂,{code}"))

    assert outcomes(found) == ["new"]
    assert [left.value for _, _, left in found.known.left_out] == [code]


@pytest.mark.parametrize("mark", ["'", "’", "`"])
def test_an_apostrophe_that_marks_a_text_is_none_of_it(mark: str) -> None:
    row = [f"{mark}大河厂", f"{mark}{CODE}", "链条"]
    sheet = workbook(["企业名称", "统一社会信用代码", "产品"], row)

    for file in (sheet, csv_file("企业名称,统一社会信用代码,产品", ",".join(row))):
        (firm,) = [each for each in read(file).records if isinstance(each, Enterprise)]
        assert (firm.name, firm.credit_code) == ("大河厂", CODE)


FORMS = ["有限责任公司", "股份有限公司(上市)", "个体工商户", "私营企业", "规上", "小型企业"]


@pytest.mark.parametrize("form", FORMS)
def test_a_legal_form_is_no_role_in_a_chain(form: str) -> None:
    found = read(csv_file("企业名称,所属产业链,企业类型", f"大河厂,自行车产业,{form}"))

    assert [each.role for each in found.records if isinstance(each, Role)] == ["在册企业"]
    assert found.tables[0].heading.unknown == ("企业类型",)


def test_a_legal_form_among_roles_is_asked_about() -> None:
    rows = [f"厂{n},自行车产业,链主" for n in range(40)]
    found = read(csv_file("企业名称,所属产业链,角色", *rows, "大河厂,自行车产业,私营企业"))

    assert reasons(found.lines[-1]) == [("角色", "私营企业", "invalid")]


def test_a_role_without_a_chain_is_named_as_unread() -> None:
    none = read(csv_file("企业名称,角色", "大河厂,链主"))
    some = read(csv_file("企业名称,产业链,角色", "大河厂,自行车产业,链主", "小溪厂,,配套"))

    assert none.tables[0].heading.unknown == ("角色",)
    assert [(row, left.value) for _, row, left in some.known.left_out] == [(3, "配套")]


@pytest.mark.parametrize("header", ["环节", "产业链环节"])
def test_a_chain_and_a_segment_in_two_columns_are_both_read(header: str) -> None:
    found = read(csv_file(f"企业名称,所属产业链,{header}", "大河厂,自行车产业,链条"))

    assert [each.chain for each in found.records if isinstance(each, Role)] == ["bikes"]
    assert [each.segment for each in found.records if isinstance(each, Makes)] == ["drive_chain"]
    assert found.tables[0].heading.unknown == ()


def test_two_columns_of_chains_are_both_read() -> None:
    found = read(csv_file("企业名称,产业链1,产业链2,产品", "大河厂,自行车产业,,链条"))

    assert [each.chain for each in found.records if isinstance(each, Role)] == ["bikes"]
    assert found.tables[0].heading.unknown == ()


@pytest.mark.parametrize(
    "title", ["企业采购需求清单", "进口替代产品清单", "经销商名录", "供需对接表", "代理产品一览"]
)
def test_products_of_a_list_of_needs_or_dealers_are_not_what_its_firms_make(title: str) -> None:
    head: list[Cell] = ["企业名称", "产品名称"]
    file = workbook([title], head, ["大河厂", "链条"])

    with pytest.raises(TableRefusedError, match="产品名称"):
        read(file)
    said = read(file, wanted=TableChoices(None, {"产品名称": "产品"}))
    left = read(file, wanted=TableChoices("enterprises", {"产品名称": ""}))
    assert [each.segment for each in said.records if isinstance(each, Makes)] == ["drive_chain"]
    assert not [each for each in left.records if isinstance(each, Makes)]
