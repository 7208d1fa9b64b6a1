"""Enterprises: what they are, what they are in a chain, what they make."""

from typing import Annotated, Literal

from pydantic import Field

from graph.message import _, p_
from graph.model.formats import CreditCode, Day, Money
from graph.model.record import Aliases, Fact, Id, Name, NameEn, Record, Text, unsaid
from graph.model.told import SEEDS_ALONE, SUBJECT, TypeTold, told
from graph.model.vocabulary import EnterpriseStatus


class EnterpriseDetails(Record):
    """What is told of an enterprise itself: its record and every body that describes it have it."""

    name: Name
    name_en: NameEn = None
    aliases: Aliases = ()
    status: Annotated[
        EnterpriseStatus,
        told(
            _("状态"),
            shown="head",
            columns=(
                "状态",
                "企业状态",
                "生产状态",
                "经营状态",
                "运营状态",
                "运行状态",
                "生产经营状态",
                "企业经营状态",
                "企业运行状态",
                "营业状态",
                "运营情况",
                "生产情况",
                "经营状况",
                "生产状况",
                "开工情况",
                "当前状态",
                "目前状态",
                "目前状况",
                "运行状况",
                "生产经营情况",
                "企业运行情况",
                "生产运行状态",
                "开工状态",
            ),
            note=_("在产、停产、在建或拟引进；空着为在产"),
            example="在产",
        ),
    ]
    credit_code: Annotated[
        CreditCode | None,
        told(
            _("统一社会信用代码"),
            shown="card",
            columns=(
                "统一社会信用代码",
                "社会信用代码",
                "信用代码",
                "组织机构代码",
                "credit code",
                "uscc",
            ),
            note=_("18 位，用来认出同一企业"),
        ),
    ] = unsaid()
    qualifications: Annotated[
        tuple[Text, ...],
        told(
            _("资质"),
            shown="card",
            columns=("资质", "企业资质", "资质荣誉", "认定"),
            note=_("如专精特新，可多个"),
        ),
    ] = unsaid(())
    registered_capital: Annotated[
        Money | None,
        told(
            _("注册资本"),
            shown="card",
            columns=("注册资本", "注册资金", "注册资本金", "capital"),
            note=_("金额与币种，如 5000万元、300万美元；只写数字为万元"),
        ),
    ] = unsaid()
    founded: Annotated[
        Day | None,
        told(
            _("成立日期"),
            shown="card",
            columns=(
                "成立日期",
                "成立时间",
                "注册日期",
                "注册时间",
                "设立日期",
                "登记日期",
                "开业时间",
                "开业日期",
                "成立年份",
                "企业成立时间",
            ),
            note=_("日期，如 2008-05-16；只知年月也可"),
        ),
    ] = unsaid()
    insured: Annotated[
        int | None,
        told(
            _("参保人数"),
            shown="card",
            columns=("参保人数", "社保人数", "参保员工数"),
            note=_("参加社会保险的人数"),
        ),
    ] = unsaid(ge=0)
    address: Annotated[
        Text | None,
        told(
            _("地址"),
            shown="card",
            columns=(
                "地址",
                "企业地址",
                "单位地址",
                "注册地址",
                "住所",
                "详细地址",
                "企业注册地址",
                "企业住所",
                "公司地址",
                "经营地址",
                "生产经营地址",
                "厂址",
            ),
            note=_("街道门牌"),
        ),
    ] = unsaid()


class Enterprise(EnterpriseDetails, Fact):
    """An enterprise, once, under all its names; `region` is null where none is stated."""

    about = TypeTold(
        p_("sentence", "企业"),
        p_("several", "企业"),
        shelf="enterprises",
        deniable=False,
        is_node=True,
    )

    type: Literal["enterprise"] = "enterprise"
    id: Id
    region: Annotated[
        Id | None,
        told(
            _("所在地区"),
            shown="head",
            points_to="region",
            columns=(
                "组团",
                "所在组团",
                "园区",
                "所在园区",
                "所属园区",
                "地区",
                "所在地",
                "镇街",
                "所属镇街",
                "所在镇街",
                "乡镇",
                "所属乡镇",
                "街道",
                "区县",
                "所属区县",
                "所在区县",
                "所属地区",
                "所属区域",
                "所在地区",
                "行政区划",
                "park",
            ),
            note=_("组团、园区或镇街的名称"),
        ),
    ] = None


class RoleDetails(Record):
    """What is told of a role itself."""

    role: Annotated[Text, told(_("角色"))]


class Role(RoleDetails, Fact):
    """What `enterprise` is in `chain`, in the plan's own word. Id: `role.<chain>.<enterprise>`.

    A second role of the firm there has `nth` 2, and its id ends in `.2`.
    """

    about = TypeTold(
        p_("sentence", "链上角色"),
        p_("several", "链上角色"),
        shelf="roles",
        made_of=("chain", "enterprise"),
    )

    type: Literal["role"] = "role"
    enterprise: Annotated[Id, told(_("企业"), points_to="enterprise", not_in=SUBJECT)]
    chain: Annotated[Id, told(_("产业链"), points_to="chain", not_in=SUBJECT)]
    nth: Annotated[int, told(_("第几个角色"), not_in=SEEDS_ALONE)] = Field(default=1, ge=1)


class Makes(Fact):
    """`enterprise` makes `segment` (生产). Id: `makes.<enterprise>.<segment>`."""

    about = TypeTold(
        p_("sentence", "生产"),
        p_("several", "生产"),
        shelf="makes",
        made_of=("enterprise", "segment"),
    )

    type: Literal["makes"] = "makes"
    enterprise: Annotated[Id, told(_("企业"), points_to="enterprise", not_in=SUBJECT)]
    segment: Annotated[Id, told(_("环节"), points_to="segment")]
