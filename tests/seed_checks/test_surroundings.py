"""Platforms, projects, ties and neighbours of the plan, from lists written by hand."""

from collections import Counter

import pytest

from graph.model import Platform, Process, Project, Region, RegionDirection, Synergy
from tests.seed_checks.plan import seed

PLATFORMS = """
    市级生物医药建设基地 国家新型工业化产业示范基地（汽车） 市级汽摩产业示范基地
    市级（信息安全）特色产业建设基地 重庆市特色产业示范基地 重庆市首批软件产业园（特色型）
    网络安全创新应用先进示范 网络安全创新应用先进示范园区 重庆市首批重点关键产业园（信息安全）
    全市新型智慧园区建设十大优秀案例 国家知识产权试点城市
    重庆市首批网络安全人才培训基地 长江经济带国家级转型升级示范开发区
    医药健康产业城 医药健康产业新城 产城景融合发展标志区 科技创新综合承载平台
    希尔安国家企业技术中心 桑禾动物国家级技术中心 中科润资国家级技术中心
    智能网联汽车电子产业园 智能网联关键部件应用展示区 区域性智慧交通示范区 汽摩特色产业小镇
    国家级网络安全产业基地 工业互联网第三方服务平台 行业通用工业技术软件平台
    工业大数据平台 市级产业技术创新联盟 中科院产业转化中心 360网络安全协同创新产业园
    电子科技大学区块链与密码学重庆研究中心 龙观集团科技企业孵化器
    猪八戒网合川数字经济产业园 360网络安全攻防靶场 信创安全技术支持公共服务平台
    电子科大研究生实验基地 国家级互联网骨干直联点 工业互联网标识解析二级节点
    中药技术研发中心 中科润资气凝胶产业基地 气凝胶产业研究院 气凝胶工业设计研究院
    重庆新材料产业基地 再生铝及铝加工产业基地 装配式基地 装配式建筑产业研究中心
    装配式建筑材料产业园 装配式建筑制造基地 重庆火锅食材产业园 龙市镇农产品加工园
    重庆及周边地区现代新型建材供应基地 川渝共建示范产业园
    综合型物流基地 国家绿色产业示范基地 三江环大学创新创业生态圈 高等职业技术教育城
    人才“一站式服务平台” 人力资源服务产业园 现代高效特色农业示范区
    环重庆主城都市区经济协同发展示范区
"""
PROJECTS_OF_FIRMS = {
    "北汽瑞翔新能源车型的产品开发": "baic_ruixiang",
    "比速汽车战略重组": "bisu_auto",
    "罗克佳华网络数据安全板块项目": "rockontrol",
    "360网络数据安全板块项目": "qihoo_360",
    "天融信网络数据安全板块项目": "topsec",
    "讯飞幻境AR/VR+人工智能": "xunfei_huanjing",
    "中兴西南智慧产业园": "zte",
    "升级360网络安全攻防靶场为重庆攻防靶场": "qihoo_360",
    "气凝胶产业基地": "zhongke_runzi",
    "乐圣环保沥青混合料生产基地": "lesheng_env",
    "鼎川新材料": "dingchuan",
    "君道装配式建筑项目": "jundao",
    "圣东装配式建筑项目": "shengdong",
    "宝能装配式建筑项目": "baoneng",
    "上海隧道装配式建筑项目": "shanghai_tunnel",
    "乐圣新材料新型建材项目": "lesheng_materials",
    "海帆建材新型建材项目": "haifan_building",
    "天嘉日用品三期": "tianjia",
    "远铃玻璃熔炼炉生产线技改": "yuanling_glass",
    "金星玻璃生产线技改": "jinxing_glass",
    "天嘉窑炉技术改造": "tianjia",
    "德康饲料厂": "dekang_feed",
    "大北农饲料生产": "dabeinong_feed",
    "华创电梯扩能": "huachuang_elevator",
    "华阳电梯二期": "huayang_elevator",
}
OTHER_PROJECTS = """
    汽车主题公园 汽车体验 充（换）电设施 工业互联网安全数字产业基地 新材料数字冷链产业园
    保温日用品产业园 天然气调峰电站 车用LNG加注站 天然气分布式能源 生物质发电
    国家高新技术产业开发区 100万平方米标准厂房 医药医疗研发中心 人才公寓
    污水处理厂二期 自来水厂二期 双凤变电站扩容 消防站、加油站、医院
    MR科技运动公园（含江湾公园） 德兴二级医院 邻里中心 滨河公园
    合川热电联产循环经济特色小镇 大数据中心 连通重庆中心城区的专用光纤和5G专网
    “钓鱼城杯”国际网络安全创新大赛 成渝地区双城经济圈实战攻防赛事或演练 全球黑客大赛
    央企网络安全攻防大赛 “国际软件安全可靠性大会”
"""
PLATFORMS_OF_FIRMS = {
    "希尔安国家企业技术中心": "xier_an",
    "桑禾动物国家级技术中心": "sanghe_animal",
    "中科润资国家级技术中心": "zhongke_runzi",
    "360网络安全协同创新产业园": "qihoo_360",
    "龙观集团科技企业孵化器": "longguan_group",
    "猪八戒网合川数字经济产业园": "zhubajie",
    "360网络安全攻防靶场": "qihoo_360",
    "中科润资气凝胶产业基地": "zhongke_runzi",
    "再生铝及铝加工产业基地": "shunbo_aluminium",
}
OF_PARKS = {
    ("nanxi", "医药健康", ("tcm", "medical_devices", "functional_food")),
    ("nanxi", "新材料", ("aerogel", "aluminium")),
    ("nanxi", "食品加工", ("agro_processing",)),
    ("caojie", "新一代信息技术", ("hardware", "software", "incubation")),
    ("tianding", "汽摩制造", ("vehicle", "auto_parts", "motorcycle", "auto_aftermarket")),
    ("tianding", "日用玻璃", ("glassware",)),
    ("longshi", "食品加工", ("agro_processing",)),
    ("longshi", "农产品加工", ("agro_processing",)),
    ("longshi", "新型建材", ("prefab", "cement")),
    ("shuanghuai", "循环经济（热电联动）", ()),
    ("shuanghuai", "装配式建筑", ("prefab",)),
    ("weituo", "城市配送运输", ()),
    ("weituo", "仓储物流", ()),
    ("weituo", "供应链物流", ()),
    ("weituo", "再制造与逆向物流", ()),
    ("qingping", "日用玻璃", ("glassware",)),
}
"""Tables 3 and 4, and what lines 301 and 378 add to them."""
TIES = {
    ("auto_parts", "vehicle"),
    ("vehicle", "motorcycle"),
    ("vehicle", "auto_aftermarket"),
    ("software", "vehicle"),
    ("hardware", "vehicle"),
    ("hardware", "software"),
    ("incubation", "software"),
    ("software", "medical_devices"),
    ("software", "motorcycle"),
    ("software", "tcm"),
    ("tcm", "functional_food"),
    ("agro_processing", "functional_food"),
    ("agro_processing", "tcm"),
    ("glassware", "tcm"),
    ("aluminium", "vehicle"),
    ("aluminium", "hardware"),
    ("aerogel", "vehicle"),
    ("aerogel", "motorcycle"),
    ("aerogel", "natural_gas"),
    ("aerogel", "hardware"),
    ("aerogel", "prefab"),
    ("aerogel", "cement"),
    ("cement", "prefab"),
    ("moulds", "vehicle"),
    ("moulds", "motorcycle"),
    ("moulds", "hardware"),
    ("moulds", "auto_parts"),
}
TABLE_1 = {
    "永川": 8,
    "江津": 10,
    "渝北": 5,
    "九龙坡": 5,
    "北碚": 9,
    "荣昌": 5,
    "大足": 4,
    "綦江": 7,
    "大渡口": 5,
    "璧山": 7,
    "铜梁": 8,
}
"""How many items the cell of each district lists; kinds in brackets count with their item."""
PARTNERS = """
    两江新区 西部（重庆）科学城 重庆高新区 重庆经开区 重庆中心城区 主城新区 重庆主城都市区
    渝西北 川东北 南充市 广安市 岳池县 武胜县 长寿 泸州 毗邻市县
"""


def _regions() -> dict[str, Region]:
    return {record.id: record for record in seed().local if isinstance(record, Region)}


def _directions() -> list[RegionDirection]:
    return [record for record in seed().local if isinstance(record, RegionDirection)]


def test_the_platforms_are_those_of_the_plan() -> None:
    found = [record.name for record in seed().local if isinstance(record, Platform)]

    assert sorted(found) == sorted(PLATFORMS.split())


def test_the_projects_are_those_of_the_plan_each_with_its_firm() -> None:
    found = {each.name: each.enterprise for each in seed().local if isinstance(each, Project)}

    assert found == PROJECTS_OF_FIRMS | dict.fromkeys(OTHER_PROJECTS.split())


@pytest.mark.parametrize(
    ("project", "state"),
    [
        ("天然气调峰电站", "planned"),  # 研究布局
        ("汽车主题公园", "planned"),  # 引进
        ("华阳电梯二期", "building"),  # 建成, as an order
        ("德康饲料厂", "building"),  # 加快建设
        ("鼎川新材料", "building"),  # 加快推进
        ("德兴二级医院", "building"),  # 推进
    ],
)
def test_the_state_of_a_project_is_that_of_its_verb(project: str, state: str) -> None:
    (found,) = [
        each.state for each in seed().local if isinstance(each, Project) and each.name == project
    ]

    assert found == state


def test_the_ties_between_chains_are_those_of_the_plan() -> None:
    found = {(each.source, each.target) for each in seed().local if isinstance(each, Synergy)}

    assert found == TIES


def test_the_neighbours_are_those_of_table_1_and_the_partners_of_the_text() -> None:
    found = [each.name for each in _regions().values() if each.sort == "neighbour"]

    assert sorted(found) == sorted([*TABLE_1, *PARTNERS.split()])


def test_each_item_of_table_1_is_a_direction_of_its_district() -> None:
    names = {region.id: region.name for region in _regions().values()}
    found = Counter(
        names[each.region]
        for each in _directions()
        if each.sort == "develops" and _regions()[each.region].sort == "neighbour"
    )

    assert dict(found) == TABLE_1


def test_the_parks_and_zones_develop_what_tables_3_and_4_say() -> None:
    found = {
        (each.region, each.name, each.chains)
        for each in _directions()
        if _regions()[each.region].sort != "neighbour"
    }

    assert found == OF_PARKS


def test_the_land_of_the_zones_is_that_of_table_4() -> None:
    found = {
        each.id: (each.planned_area_mu, each.industrial_land_mu, each.free_land_mu)
        for each in _regions().values()
        if each.planned_area_mu is not None
    }

    assert found == {
        "longshi": (3360, 653.7, 228.7),
        "shuanghuai": (2937, 2785, 1545),
        "weituo": (5076, 1333, 913),
    }


def test_a_platform_is_of_the_firm_that_its_words_name() -> None:
    found = {
        each.name: each.enterprise
        for each in seed().local
        if isinstance(each, Platform) and each.enterprise is not None
    }

    assert found == PLATFORMS_OF_FIRMS


def test_each_partner_of_the_text_cooperates() -> None:
    names = {region.id: region.name for region in _regions().values()}
    found = {names[each.region] for each in _directions() if each.sort == "cooperates"}

    assert found == {*PARTNERS.split(), "江津"}  # 白酒优势产区对接, line 302


@pytest.mark.parametrize(
    ("direction", "chains"),
    [
        ("dazu.smart_manufacturing", {"hardware", "elevator"}),  # 半导体、电子、电梯整机
        ("tongliang.auto_parts", {"auto_parts"}),
        ("jiangjin.liquor", {"agro_processing"}),
        ("adjoining.gas", {"natural_gas"}),
        ("dazu.metalware", set()),
        ("nanchong.parks", set()),
    ],
)
def test_a_direction_covers_the_chains_that_it_names(direction: str, chains: set[str]) -> None:
    (found,) = [each for each in _directions() if each.id == f"direction.{direction}"]

    assert set(found.chains) == chains


@pytest.mark.parametrize(
    "process",
    [
        "水性漆涂装工艺",
        "替代电镀铬绿色表面处理",
        "无铬鞣制",
        "玻璃窑炉富氧燃烧",
        "蓄热式燃烧",
        "六轴点焊机器人",
        "自动拧紧机",
        "智无人行车系统",
        "码垛机器人",
        "制造执行",
        "报警管理分析预测系统",
    ],
)
def test_each_box_on_techniques_gives_its_processes(process: str) -> None:
    assert process in {each.name for each in seed().local if isinstance(each, Process)}
