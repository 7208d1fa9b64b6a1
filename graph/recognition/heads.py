"""Nouns that share a head: 汽车、摩托车零部件 are parts, not cars."""

from collections.abc import Sequence

_FIELDS_WORDS = """
汽车 摩托车 电动车 电动汽车 新能源汽车 轿车 客车 货车 卡车 商用车 乘用车 助力车
电动自行车 自行车 三轮车 电动三轮车 机动车 车辆 船舶 船用 车用 通机 通用机械
通用汽油机 汽油机 柴油机 内燃机 发动机 通用动力 农机 农业机械 园林机械 工程机械
电梯 扶梯 自动扶梯 电机 电动机 发电机 发电机组 水泵 家电 家用电器 电子 电器
仪器仪表 五金 塑料 塑胶 橡胶 橡塑 金属 铝 铝合金 铜 钢 铁 不锈钢 玻璃 陶瓷
医疗 医用 食品 药品 建筑 轨道交通 航空 航天 航空航天 光伏 手机 电脑 计算机 机车
高铁 火车 新能源 冲压 压铸 注塑 锻造 铸造
"""
FIELDS = frozenset(_FIELDS_WORDS.split())
"""What things are for or made of; before a conjunction they share the head that follows."""
_PARTS_WORDS = """
零部件 零件 配件 零配件 部件 附件 备件 整车及零部件 及配件 相关配件 关键零部件
"""
PARTS = frozenset(_PARTS_WORDS.split())
"""Heads that belong to the noun before them: 电梯及配件."""

_TOOLS = ("模", "模具", "生产线", "设备", "夹具", "检具", "包装箱", "包装盒", "包装袋")
"""Heads of what something else is made, or packed, with."""
_NO_USE = ("户", "品", "途", "具", "电")
"""What makes another word of 用: 用户, 用品."""


def shared(nouns: Sequence[str]) -> list[str]:
    """The nouns of a list, each with the head that it shares with another.

    >>> shared(["汽车", "摩托车零部件"])
    ['汽车零部件', '摩托车零部件']
    >>> shared(["电梯", "配件"])
    ['电梯', '电梯配件']
    """
    found = list(nouns)
    head = ""
    for at in range(len(found) - 1, -1, -1):
        noun = found[at]
        if noun in PARTS and at and found[at - 1] not in PARTS:
            found[at] = found[at - 1] + noun
        elif noun in FIELDS and head:
            found[at] = noun + head
        else:
            head = _head(noun)
    return found


def takes_all(noun: str) -> bool:
    """Whether a noun may be the head of all the list before it, as tools and packing are.

    >>> takes_all("翼子板拉延模"), takes_all("玻璃器皿用包装箱"), takes_all("铝型材")
    (True, True, False)
    """
    before, _, head = noun.partition("用")
    return noun.endswith(_TOOLS) or bool(before and head and not head.startswith(_NO_USE))


def _head(noun: str) -> str:
    """What stands behind the longest field that a noun begins with."""
    for size in range(min(6, len(noun) - 1), 0, -1):
        if noun[:size] in FIELDS:
            return noun[size:].removeprefix("用")
    return ""
