"""How long lists of firms take to be recognised, and what memory that needs.

Run: `python -m benchmarks.recognition [--firms 10000]`. Scopes have some 200 characters, with the
number of the firm in each; products are two words of the layer put together, so that hardly any
noun comes twice. Processor seconds, and MB beside the rows.
"""

import argparse
import resource
import time
from itertools import cycle, islice
from random import Random

import seeds
from graph.load import load_dataset, load_synonyms
from graph.model import ByProduct, KindOf, Segment
from graph.recognition.known import Known, known
from graph.recognition.recogniser import recognise
from graph.recognition.rows import FirmRow, Words

_SCOPES = (
    "一般项目：汽车零部件及配件制造；摩托车零配件制造；有色金属铸造；模具制造；金属切削加工服务；机械设备租赁；货物进出口",
    "曲轴、连杆的生产、销售；汽车、摩托车零部件加工；利用粉煤灰生产加气混凝土砌块；建材销售（不含危险化学品）",
    "许可项目：食品生产；食品销售（依法须经批准的项目，经相关部门批准后方可开展经营活动）；火锅底料、复合调味料的研发、生产",
    "电梯及配件的设计、制造、安装、维修；钢结构件、电梯轿厢、对重块加工；货物运输；水泥生产（已停产）",
    "中药饮片（含直接口服饮片）生产；中药提取物制造；中草药种植、收购、加工；第二类医疗器械销售；健康咨询服务",
)


def main() -> None:
    """Print a line for scopes and one for products."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--firms", type=int, default=10_000)
    count = parser.parse_args().firms
    of = _shipped()
    print(f"scopes: {_spent(_scopes(count), of)}")
    print(f"products: {_spent(_products(count, of), of)}")


def _shipped() -> Known:
    records = load_dataset(seeds.FOLDER / seeds.SHIPPED).reference
    return known(
        [each for each in records if isinstance(each, Segment)],
        [each for each in records if isinstance(each, KindOf)],
        [each for each in records if isinstance(each, ByProduct)],
        load_synonyms(seeds.FOLDER / "reference"),
    )


def _scopes(count: int) -> list[FirmRow]:
    pairs = zip(cycle(_SCOPES), islice(cycle(_SCOPES), 2, None), strict=False)
    return [
        FirmRow(
            table="名单.csv",
            row=n + 2,
            firm=f"第{n}机械厂",
            credit_code=None,
            industry=("3752",),
            words=(Words("经营范围", "scope", f"{one}；型号{n}钢件；{other}"),),
        )
        for n, (one, other) in enumerate(islice(pairs, count))
    ]


def _products(count: int, of: Known) -> list[FirmRow]:
    dice = Random(1)  # noqa: S311 - a measurement, no secret
    words = sorted(of.words.words)
    return [
        FirmRow(
            table="名单.csv",
            row=n + 2,
            firm=f"第{n}厂",
            credit_code=None,
            industry=(),
            words=tuple(
                Words("主要业务活动", "activity", f"{''.join(dice.sample(words, 2))}{n}")
                for _ in range(5)
            ),
        )
        for n in range(count)
    ]


def _spent(rows: list[FirmRow], of: Known) -> str:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = recognise(rows, of)
    spent = time.process_time() - start
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    return f"{len(rows)} firms, {len(found.proposals)} proposals, {spent:.1f} s, {more} MB"


if __name__ == "__main__":
    main()
