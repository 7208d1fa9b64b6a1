"""Figures refused where their words say another measure, year, reading, place or binding."""

from pathlib import Path

import pytest

from graph.load import check
from tests.records.broken import Broken
from tests.records.folders import dataset, only_finding
from tests.records.test_contradictions import PLAN, TOWNS

NUMBER = "name: 企业, value: 31, printed: 31家, unit: 家"
FIRMS = "name: 规上企业, value: 20, printed: 20家, unit: 家"
TOTAL = ", measure: cumulative"


def figures(*rest: str, number: str = NUMBER + TOTAL, quote: str = "累计培育企业31家") -> str:
    """Indicators that quote one number, one a line."""
    lines = (
        f"  - {{id: n{index}, {number}, {each}, evidence: ['{quote}']}}\n"
        for index, each in enumerate(rest)
    )
    return "indicators:\n" + "".join(lines)


REFUSED = [
    Broken(
        "one number as what is and as what shall be",
        figures("year: 2025, actual_or_target: actual", "year: 2025, actual_or_target: target"),
        3,
        "n1",
        "n0 (town/facts.yaml:2) gives the same number another actual_or_target",
    ),
    Broken(
        "one number of two periods",
        figures(
            "year: 2020, period: {start: 2016, end: 2020}, actual_or_target: actual",
            "year: 2020, actual_or_target: actual",
        ),
        3,
        "n1",
        "gives the same number another period: 2016–2020, here it is —",
    ),
    Broken(
        "one number of two places",
        TOWNS + figures(
            "year: 2020, subject: east, actual_or_target: actual",
            "year: 2020, subject: west, actual_or_target: actual",
        ),
        6,
        "n1",
        "n0 (town/facts.yaml:5) gives the same number another subject",
    ),
    Broken(
        "one number of two measures",
        f"indicators:\n  - {{id: n0, {FIRMS}, year: 2021, actual_or_target: actual,\n"
        "     evidence: [规上企业20家]}\n"
        f"  - {{id: n1, {FIRMS}, year: 2021, measure: cumulative, actual_or_target: actual,\n"
        "     evidence: [规上企业20家, {quote: 累计培育, why: 同一口径}]}\n",
        4,
        "n1",
        "gives the same number another measure: level, here it is cumulative",
    ),
    Broken(
        "one number that binds and does not",
        figures(
            "year: 2025, binding: expected, actual_or_target: target",
            "year: 2025, actual_or_target: target",
            number="name: 车间, value: 15, printed: 〔15〕, unit: 个, measure: cumulative",
            quote="建成〔15〕个车间，预期性",
        ),
        3,
        "n1",
        "n0 (town/facts.yaml:2) gives the same number another binding",
    ),
    Broken(
        "one number read as two values",
        f"indicators:\n  - {{id: n0, {FIRMS}, year: 2021, actual_or_target: actual,\n"
        "     evidence: [规上企业20家]}\n"
        f"  - {{id: n1, {FIRMS.replace('value: 20', 'value: 2')}, year: 2021,\n"
        "     actual_or_target: actual, evidence: [规上企业20家]}\n",
        4,
        "n1",
        "gives the same number another value",
    ),
    Broken(
        "one passage of a figure of one town and a platform in another",
        TOWNS + "indicators:\n"
        "  - {id: shops, name: 车间, value: 15, printed: 〔15〕, unit: 个, year: 2025,\n"
        "     subject: east, measure: cumulative, actual_or_target: target,\n"
        "     evidence: [建成〔15〕个车间]}\n"
        "platforms:\n"
        "  - {id: works, name: 车间, region: west, evidence: [建成〔15〕个车间]}\n",
        9,
        "works",
        "shops (town/facts.yaml:5) takes the same words for east",
    ),
    Broken(
        "a total whose quote leaves out that it is one",
        figures("year: 2020, actual_or_target: actual", number=NUMBER, quote="企业31家"),
        2,
        "n0",
        "before this number the text says “累计培育企业”: its measure is cumulative",
        ("cumulative",),
    ),
    Broken(
        "a later item of a list of totals, told as a level",
        figures(
            "year: 2020, actual_or_target: actual",
            number="name: 资金, value: 9, printed: 9亿元, unit: 亿元",
            quote="资金9亿元",
        ),
        2,
        "n0",
        "its measure is cumulative",
        ("cumulative",),
    ),
    Broken(
        "a rate of growth that is told as a level",
        figures(
            "year: 2021, actual_or_target: actual",
            number="name: 利润, value: 7, printed: 7%, unit: '%'",
            quote="利润增长7%",
        ),
        2,
        "n0",
        "its measure is growth",
        ("growth",),
    ),
    Broken(
        "a number of the column of what is, told as a target",
        figures(
            "year: 2021, actual_or_target: target", number=FIRMS, quote="2021年现状，规上企业20家"
        ),
        2,
        "n0",
        "the quote says “现状”: actual",
        ("actual",),
    ),
    Broken(
        "another year than the quote prints",
        figures(
            "year: 2020, actual_or_target: actual", number=FIRMS, quote="2021年现状，规上企业20家"
        ),
        2,
        "n0",
        "the quote says 2021, here it is 2020",
        ("2021",),
    ),
    Broken(
        "a year that is not the last of its period",
        figures("year: 2021, period: {start: 2016, end: 2020}, actual_or_target: actual"),
        2,
        "n0",
        "year is the last year of the period",
    ),
    Broken(
        "a period that ends before it starts",
        figures("year: 2016, period: {start: 2020, end: 2016}, actual_or_target: actual"),
        2,
        "n0",
        "a period starts before it ends",
    ),
    Broken(
        "an average of which no quote speaks",
        figures(
            "year: 2021, measure: annual_average, actual_or_target: actual",
            number=FIRMS,
            quote="规上企业20家",
        ),
        2,
        "n0",
        "no quote says 年均",
    ),
    Broken(
        "a yearly average that is told as a level",
        "indicators:\n  - {id: growth, name: 产值年均增长, value: 3.2, printed: 3.2%, unit: '%',\n"
        "     year: 2020, actual_or_target: actual, evidence: [产值年均增长3.2%]}\n",
        2,
        "growth",
        "its name or print says that measure is annual_average",
        ("annual_average",),
    ),
    Broken(
        "a bracketed total that is told as a level",
        "indicators:\n"
        "  - {id: shops, name: 车间, value: 15, printed: 〔15〕, unit: 个, year: 2025,\n"
        "     actual_or_target: target, evidence: [建成〔15〕个车间]}\n",
        2,
        "shops",
        "its name or print says that measure is cumulative",
        ("cumulative",),
    ),
    Broken(
        "a binding target of which the quotes say nothing of the kind",
        "indicators:\n"
        "  - {id: shops, name: 车间, value: 15, printed: 〔15〕, unit: 个, year: 2025,\n"
        "     measure: cumulative, binding: binding, actual_or_target: target,\n"
        "     evidence: ['建成〔15〕个车间，预期性']}\n",
        3,
        "shops",
        "no quote says “约束性”",
    ),
]  # fmt: skip


@pytest.mark.parametrize("broken", REFUSED, ids=lambda each: each.rule)
def test_a_dataset_is_refused_for(broken: Broken, tmp_path: Path) -> None:
    finding = only_finding(dataset(tmp_path, {"facts.yaml": broken.text}, PLAN))

    broken.deserves(finding, "town/facts.yaml")


def test_what_is_later_than_the_document_is_no_actual_of_it(tmp_path: Path) -> None:
    folder = dataset(
        tmp_path, {"facts.yaml": figures("year: 2025, actual_or_target: actual")}, PLAN
    )
    head = folder / "dataset.yaml"
    head.write_text(head.read_text().replace("title: 规划,", 'title: 规划, date: "2023-02-06",'))

    finding = only_finding(folder)

    assert (finding.file, finding.line) == ("town/facts.yaml", 2)
    assert "an actual of 2025 in a document of 2023 (town/dataset.yaml:9)" in finding.en


def test_the_start_of_a_decline_lies_in_its_period(tmp_path: Path) -> None:
    text = figures(
        "year: 2022, period: {start: 2021, end: 2022}, actual_or_target: actual",
        number=FIRMS,
        quote="2021年现状，规上企业20家",
    )

    assert check(dataset(tmp_path, {"facts.yaml": text}, PLAN)).kind == "dataset"
