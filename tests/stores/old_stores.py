"""What people did in the stores of `old/`, written down by hand from `old/make.py`: none of it may
be lost."""

import tarfile
from collections.abc import Mapping
from pathlib import Path

from graph.model import AnyRecord, RecordKey
from graph.store import GraphStore
from graph.store.contract import Edit

FILES = ("store.sqlite", "backup.sqlite")
DATASETS = ("demo", "hechuan")
_ARCHIVE = Path(__file__).parent / "old" / "stores.tar.xz"

RIVER = "da_he_lian_tiao_chang_8fc5c6a9"
SPRING = "chun_feng_xiang_jiao_b01ec351"
RUBBER = "san_jiang_xiang_jiao_zhi_pin_chang_020aba47"
FILTER = "lai_tan_kong_lv_ke_ji_9280acfb"
HERBS = "jia_ling_zhong_yao_yin_pian_5596979d"

HISTORY: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "demo": (
        ("report", "王工", "走访三家均不生产"),
        ("report", "王工", "城南有一家在产"),
        ("report", "李工", "十月已投产"),
        ("report", "李工", "管材在这里不是产品"),
        ("report", "赵工", "导入 企业.csv"),
        ("report", "赵工", "导入 产品.csv"),
        ("report", "赵工", "导入 供应.csv"),
        ("report", "王工", "改产同步带"),
        ("undo", "王工", "看错了企业"),
        ("withdraw", "王工", "申报有误"),
        ("report", "李工", "列入年度计划"),
        ("report", "赵工", "导入 nodes.csv、edges.csv"),
        ("report", "王工", "简况已改，不再引进"),
    ),
    "hechuan": (
        ("report", "王工", "三家园区均无"),
        ("report", "李工", "列入招商清单"),
        ("report", "王工", "三江厂在产"),
        ("report", "李工", "年初停产"),
        ("report", "王工", "只做贸易"),
        ("report", "李工", "已有一家取证"),
        ("report", "赵工", "导入 企业.csv"),
        ("report", "赵工", "导入 产品.csv"),
        ("report", "赵工", "导入 供应.csv"),
        ("report", "李工", "尚未开工"),
        ("undo", "王工", "现场复核在产"),
        ("withdraw", "李工", "四月复产"),
        ("report", "王工", "2026-11-20 走访记录"),
    ),
}
"""What caused each version from 2 on, who and why."""

Fields = Mapping[str, object]
REPORTED: Mapping[str, Mapping[RecordKey, Fields]] = {
    "demo": {
        ("segment", "welding_wire"): {"name": "焊丝", "name_en": "Welding wire"},
        ("membership", "membership.bicycle.welding_wire"): {"stage": "upstream"},
        ("input_group", "input.frame.material.welding_wire"): {"consumer": "frame"},
        ("enterprise", SPRING): {"name": "春风橡胶", "status": "planned", "region": None},
        ("enterprise", RIVER): {"name": "大河链条厂", "status": "operating", "region": "hewan"},
        ("enterprise", "shuntong_chain"): {
            "status": "operating",
            "region": "hewan",
            "corrected": "十月已投产",
        },
        ("makes", f"makes.{SPRING}.belt"): {"enterprise": SPRING, "segment": "belt"},
        ("makes", f"makes.{RIVER}.chain"): {"enterprise": RIVER, "segment": "chain"},
        ("mention", "mention.bicycle.tube"): {"denied": "管材在这里不是产品"},
        ("gap", "belt_makers"): {"denied": "简况已改，不再引进", "segment": "belt"},
        ("judgement", "judgement.belt_makers"): {
            "verdict": "adopt",
            "reason": "列入年度计划",
            "owner": "招商局",
        },
        ("judgement", "judgement.derived.qingxi.chain"): {
            "verdict": "refute",
            "reason": "城南有一家在产",
        },
        ("delivery", f"delivery.{RIVER}.flywheel.chain"): {"amount": 120.5, "year": 2026},
    },
    "hechuan": {
        ("enterprise", HERBS): {"name": "嘉陵中药饮片", "status": "suspended"},
        ("enterprise", FILTER): {"name": "涞滩空滤科技", "status": "planned"},
        ("enterprise", RUBBER): {"name": "三江橡胶制品厂", "status": "operating"},
        ("role", f"role.auto_parts.{FILTER}"): {"enterprise": FILTER, "chain": "auto_parts"},
        ("role", f"role.auto_parts.{RUBBER}"): {"enterprise": RUBBER, "role": "重点企业"},
        ("role", f"role.tcm.{HERBS}"): {"enterprise": HERBS, "chain": "tcm"},
        ("makes", "makes.dechengwei.moto_frame"): {"enterprise": "dechengwei"},
        ("makes", f"makes.{HERBS}.herb_pieces"): {"segment": "herb_pieces"},
        ("makes", f"makes.{FILTER}.air_filter"): {"segment": "air_filter"},
        ("makes", f"makes.{RUBBER}.rubber_seal"): {"segment": "rubber_seal"},
        ("claim", "claim.hechuan.class3_device.absent"): {"denied": "已有一家取证"},
        ("claim", "claim.hechuan.class3_device.present"): {"status": "present"},
        ("project", "aerogel_base_project"): {"state": "planned", "corrected": "尚未开工"},
        ("judgement", "judgement.aerogel_silica_upstream"): {
            "verdict": "confirm",
            "reason": "三家园区均无",
        },
        ("judgement", "judgement.derived.hechuan.air_filter"): {
            "verdict": None,
            "owner": "区经信委",
            "due": "2026-12",
        },
        ("judgement", "judgement.derived.hechuan.rubber_seal"): {
            "verdict": "refute",
            "reason": "三江厂在产",
        },
        ("judgement", "judgement.motor_controller_introduction"): {
            "verdict": "adopt",
            "owner": "区招商局",
            "due": "2027-06",
        },
        ("delivery", f"delivery.{RUBBER}.baic_ruixiang.rubber_seal"): {
            "amount": 86.0,
            "source": RUBBER,
        },
    },
}
"""What lies in the reported layer in the end, with the fields that people said."""

REPLACED: Mapping[str, Mapping[int, tuple[RecordKey, Fields | None, Fields | None]]] = {
    "demo": {
        10: (("makes", "makes.shuntong_chain.belt"), {"segment": "belt"}, None),
        11: (("makes", f"makes.{RIVER}.belt"), {"enterprise": RIVER}, None),
        12: (
            ("judgement", "judgement.belt_makers"),
            {
                "verdict": "confirm",
                "reason": "走访三家均不生产",
                "owner": "县经信委",
                "due": "2026-12",
                "note": "招商专班跟进",
            },
            {"verdict": "adopt", "owner": "招商局"},
        ),
    },
    "hechuan": {
        12: (("makes", "makes.changxing_clutch.clutch"), {"denied": "只做贸易"}, None),
        13: (("enterprise", "guotai_kangning"), {"status": "suspended"}, None),
    },
}
"""Of versions that replaced or took back what people had said: at one place, before and after."""
ORPHANS: Mapping[str, frozenset[str]] = {
    "demo": frozenset({"judgement.belt_makers"}),
    "hechuan": frozenset(),
}
"""What names something that was denied in the end."""


def unpack(folder: Path) -> None:
    """Lay the old stores into a folder."""
    with tarfile.open(_ARCHIVE) as archive:
        archive.extractall(folder, filter="data")


def expect_everything(store: GraphStore, dataset: str) -> None:
    """Each version, each reported record and what it replaced are there, with what was said."""
    versions = [each for each in store.versions(dataset)[::-1] if each.number <= 14]
    assert [each.number for each in versions] == list(range(1, 15))
    said = [(each.cause, each.by, each.note) for each in versions[1:]]
    assert said == list(HISTORY[dataset])
    found = {(each.type, each.id): each for each in store.reported(dataset)}
    assert found.keys() == REPORTED[dataset].keys()
    for key, fields in REPORTED[dataset].items():
        _expect(found[key], fields)
    for number, (key, before, after) in REPLACED[dataset].items():
        (edit,) = (each for each in store.edits(dataset, number) if _key(each) == key)
        _expect(edit.before, before)
        _expect(edit.after, after)


def expect_orphans(store: GraphStore, dataset: str) -> None:
    """What had lost its subject is still listed as such."""
    assert {each.id for each in store.orphans(dataset)} == ORPHANS[dataset]


def _key(edit: Edit) -> RecordKey:
    return (edit.type, edit.id)


def _expect(record: AnyRecord | None, fields: Fields | None) -> None:
    found = None if record is None else record.model_dump()
    if found is None or fields is None:
        assert found is fields
        return
    assert found | dict(fields) == found
    assert any(each["by"] for each in found["evidence"])
