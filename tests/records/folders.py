"""Tiny folders on disk: a district with one chain, and the reference layer beside it."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.errors import Finding, InvalidDataError
from graph.load import check

PLAN = (
    "青溪县发展自行车产业。\n"
    "飞轮车业生产车架和车轮。\n"
    "缺乏钢管，引进钢管企业。\n"
    "邻县发展铝业。\n"
    "重点培育电机、电机和控制器。\n"
)

DATASET = """\
dataset:
  id: town
  title: 青溪县自行车产业链
  title_en: Bicycles of Qingxi
  region: qingxi
  edition: {label: 青府发1号, date: "2026-01-31"}
  reference: layer
documents:
  - {id: plan, title: 规划, file: documents/plan.txt, sha256: DIGEST}
industries:
  - {id: vehicles, name: 车辆, name_en: Vehicles, evidence: [{quote: 自行车, why: 唯一产业}]}
chains:
  - {id: bikes, name: 自行车, name_en: Bicycles, industry: vehicles, evidence: [自行车产业]}
regions:
  - {id: qingxi, name: 青溪县, sort: district, evidence: [青溪县]}
"""

LAYER = """\
layer: {id: layer, title: 参考, edition: {label: "1", date: "2026-01-01"}}
chains:
  - {id: bikes, name: 自行车, name_en: Bicycles}
  - {id: boats, name: 船舶, name_en: Boats}
sources:
  - {id: handbook, title: 手册}
"""

SEGMENTS = """\
segments:
  - id: bicycle
    name: 整车
    name_en: Complete bicycle
    sort: product
    chains: {bikes: downstream, boats: supporting}
    inputs:
      - {members: [bike_frame], source: [handbook]}
  - {id: bike_frame, name: 车架, name_en: Frame, sort: component, chains: {bikes: midstream}}
  - {id: steel_tube, name: 钢管, name_en: Steel tube, sort: material}
"""

Files = Mapping[str, str | bytes]


def reference(parent: Path, files: Files | None = None) -> Path:
    """A valid reference layer; `files` are added to it or take the place of its own."""
    return _write(parent / "layer", {"layer.yaml": LAYER, "segments.yaml": SEGMENTS}, files)


def dataset(parent: Path, files: Files | None = None, plan: str = PLAN) -> Path:
    """A valid dataset beside a valid reference layer; `files` are added or replace its own."""
    reference(parent)
    data = plan.encode()
    head = DATASET.replace("DIGEST", hashlib.sha256(data).hexdigest())
    return _write(parent / "town", {"dataset.yaml": head, "documents/plan.txt": data}, files)


def findings(folder: Path) -> tuple[Finding, ...]:
    """What the checker finds in a folder; fails where it finds nothing."""
    with pytest.raises(InvalidDataError) as caught:
        check(folder)
    return caught.value.findings


def only_finding(folder: Path) -> Finding:
    """The one thing the checker finds in a folder."""
    found = findings(folder)
    assert [each.text("en") for each in found[1:]] == []
    return found[0]


def _write(folder: Path, own: Files, more: Files | None) -> Path:
    for name, content in {**own, **(more or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder
