"""Reports of imports, with long names and everything that can be decided."""

from graph.answers.shapes import Completeness, Ref
from graph.exchange.report.bodies import (
    AnswerDifference,
    CandidateItem,
    ChainDifference,
    CircleItem,
    ColumnItem,
    FactDifference,
    ImportBody,
    MatchItem,
    PassedItem,
    RejectedItem,
    TableItem,
)
from viz.imports import ImportShown
from viz.queries import PageProblem

LONG = "重庆市合川区某某汽车零部件（集团）制造有限责任公司第二分公司"
TABLE = "2026年合川区规模以上工业企业名录（最终版）.xlsx · 汽车零部件"
LINES = [[TABLE, str(n), "拒绝", "企业名称", LONG, "请确认" * 20] for n in range(4, 130)]
FIRM = Ref(type="enterprise", id="some_very_long_identifier_of_a_firm_of_the_district", name=LONG)


def shown(query: tuple[tuple[str, str], ...]) -> ImportShown:
    """The import of an address: running, failed, applied, or a report to decide."""
    asked = dict(query)
    if "running" in asked:
        return ImportShown(id="x", read=12_000)
    if "failed" in asked:
        problem = PageProblem("数据已变", "这些记录已被他人更改")
        return ImportShown(
            id="x",
            problem=problem,
            kind="enterprises",
            names={LONG: "new"},
            columns={"干什么": ""},
            headers={TABLE: (LONG, "干什么")},
        )
    return ImportShown(
        id="x",
        body=report(applied="applied" in asked),
        columns={"主营": "products"},
        names={"某厂": "new"},
        rejected=(TABLE,),
    )


def report(*, applied: bool) -> ImportBody:
    gap = Ref(type="gap", id="derived.hechuan.belt", name=f"{LONG}同步带", name_en="Belts")
    chain = Ref(type="chain", id="car_parts", name="汽车零部件", name_en="Car parts")
    return ImportBody(
        dataset="hechuan",
        version=13,
        applied=applied,
        new=300,
        changed=2,
        same=1,
        rejected_rows=0 if applied else 3,
        rejected=() if applied else _rejected(),
        passed=(PassedItem(table=TABLE, row=9, text="合计", why="合计"),),
        rows=(),
        truncated=False,
        tables=(
            TableItem(
                table=TABLE,
                kind="enterprises",
                kind_name="重点企业库",
                header_row=3,
                columns=(
                    ColumnItem(column="企业名称", field="enterprise", field_name="企业"),
                    ColumnItem(column="主营", field="products", field_name="产品"),
                    ColumnItem(column="备注（如有停产请注明）", field=None, field_name=None),
                ),
                unknown=("备注（如有停产请注明）",),
                rows=306,
            ),
        ),
        matched=(MatchItem(value=f"{LONG}本部", taken_for=FIRM, how="normalised"),),
        circles=(CircleItem(rows=(3, 4), names=("甲", "乙")),),
        facts=FactDifference(added=600, changed=2, withdrawn=0),
        answers=AnswerDifference(
            opened=(gap,),
            closed=(gap,) * 60,
            confirmed=(gap,),
            doubted=(gap,),
            chains=(ChainDifference(chain=chain, before=_rate(3), after=_rate(7)),),
        ),
    )


def _rejected() -> tuple[RejectedItem, ...]:
    return (
        RejectedItem(
            table=TABLE,
            row=17,
            column="企业名称",
            value=LONG + "二厂",
            code="unsettled",
            why="请确认",
            candidates=(CandidateItem(ref=FIRM, score=93),),
            name=LONG + "二厂",
        ),
        RejectedItem(
            table=TABLE,
            row=17,
            column="主营",
            value="飞机",
            code="unknown",
            why="没有",
            name="飞机",
        ),
        RejectedItem(
            table=TABLE, row=17, column="数据截至", value="x" * 200, code="invalid", why="不是日期"
        ),
    )


def _rate(available: int) -> Completeness:
    return Completeness(
        available=available,
        unknown=5,
        lacking=12 - available,
        needed=17,
        low=available / 17,
        high=(available + 5) / 17,
        by="count",
        boundary="traded",
        display="percent",
    )
