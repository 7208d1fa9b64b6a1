"""What the name of a firm says: what it may make, and whether it only trades."""

from graph.model.spelling import plain

_FORMS_WORDS = """
有限责任公司 股份有限公司 集团有限公司 有限公司 股份公司 分公司 公司 合伙企业
有限合伙 普通合伙 个人独资 个体工商户 专业合作社 农民专业合作社 合作社 集团 总厂
分厂 加工厂 制造厂 厂 作坊 加工坊 坊 股份 控股 经营部 工作室 中心
"""
_FORMS = tuple(_FORMS_WORDS.split())
_TAILS_WORDS = """
制造 科技 技术 实业 工业 生产 加工 发展 开发 工程 智能 智造 制品 设备 系统
产业 国际 新材料 材料 器材 机电 业 总
"""
_TAILS = tuple(_TAILS_WORDS.split())
_TRADE_WORDS = """
商贸 贸易 销售 经营部 批发 商行 供应链 物资 门市 超市 商店 经销 营销 商城 专卖
进出口 电子商务 代理
"""
_TRADE = tuple(_TRADE_WORDS.split())
_MAKING = ("制造", "加工", "厂", "工贸")
_HOLDING = ("集团", "投资", "控股", "咨询", "研究院", "研究所", "物业", "租赁")


def trades(firm: str) -> bool:
    """Whether the name is that of a trader: 商贸, 经营部, and no 制造 beside it."""
    return any(each in firm for each in _TRADE) and not any(each in firm for each in _MAKING)


def holds(firm: str) -> bool:
    """Whether the name is that of a group, a fund or an adviser."""
    return any(each in firm for each in _HOLDING)


def core(firm: str) -> str:
    """The name without its legal form and without what says nothing of the product.

    >>> core("重庆荇颢电梯有限公司"), core("合川区某某水泥制造有限责任公司")
    ('重庆荇颢电梯', '合川区某某水泥')
    """
    name = plain(firm).split("(")[0] if not plain(firm).endswith(")") else plain(firm)
    name = "".join(name.split())
    while (form := next((each for each in _FORMS if name.endswith(each)), "")) and form != name:
        name = name.removesuffix(form)
    while (tail := next((each for each in _TAILS if name.endswith(each)), "")) and tail != name:
        name = name.removesuffix(tail)
    return name
