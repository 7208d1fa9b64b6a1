"""Folders and files as a whole: all errors at once, none invented, nothing passed over."""

import hashlib
from pathlib import Path

import pytest

from graph.errors import InvalidDataError
from graph.load import check, load_dataset
from tests.records.folders import PLAN, dataset, findings, only_finding, reference


def test_a_valid_dataset_is_told_with_its_counts(tmp_path: Path) -> None:
    checked = check(dataset(tmp_path))

    assert (checked.kind, checked.id, checked.title) == ("dataset", "town", "青溪县自行车产业链")
    assert dict(checked.counts) == {
        "document": 1,
        "source": 1,
        "industry": 1,
        "chain": 1,
        "region": 1,
        "segment": 3,
        "membership": 2,
        "input_group": 1,
    }


def test_a_reference_layer_is_checked_alone(tmp_path: Path) -> None:
    checked = check(reference(tmp_path))

    assert (checked.kind, checked.id) == ("reference", "layer")
    assert checked.counts["membership"] == 3


def test_errors_of_all_files_and_layers_come_together_in_order(tmp_path: Path) -> None:
    folder = dataset(
        tmp_path,
        {
            "a.yaml": "claims:\n  - {segment: steel_tube, status: absent, evidence: [没有这句]}\n",
            "b.yaml": "claims:\n  - {segment: bike_frame, status: gone, evidence: [车架]}\n"
            "  - {segment: bicycel, status: sought, evidence: [车架]}\n",
            "c.yaml": "claims: [\n",
        },
    )
    reference(tmp_path, {"more.yaml": "segments:\n  - {id: tyre, name: 轮胎, sort: component}\n"})

    found = findings(folder)

    assert [(each.file, each.line) for each in found] == [
        ("layer/more.yaml", 2),
        ("town/a.yaml", 2),
        ("town/b.yaml", 2),
        ("town/b.yaml", 3),
        ("town/c.yaml", 2),
    ]


def test_the_error_counts_and_names_every_finding_in_both_languages(tmp_path: Path) -> None:
    folder = dataset(tmp_path, {"a.yaml": "claim: []\n", "b.yaml": "gap: []\n"})

    with pytest.raises(InvalidDataError) as caught:
        load_dataset(folder)

    assert str(caught.value).startswith("数据有 2 处错误：\ntown/a.yaml:1 ")
    assert caught.value.text("en").startswith("2 errors in the data:\ntown/a.yaml:1 ")
    assert "最接近的有效值：claims" in str(caught.value)


def test_several_errors_of_one_item_are_all_told(tmp_path: Path) -> None:
    text = (
        "gaps:\n  - id: tubes\n    name: 缺\n    kind: mising\n    segment: steel_tub\n"
        "    region: 3\n    evidence: [{quot: 缺乏钢管}]\n"
        "  - id: frames\n    name: 架\n    kind: weak\n    segment: bike_fram\n"
        "    region: qinxi\n    evidence: [没有这句]\n"
    )
    found = findings(dataset(tmp_path, {"facts.yaml": text}))

    assert [(each.record, each.line) for each in found] == [
        ("tubes", 4),
        ("tubes", 6),
        ("tubes", 7),
        ("frames", 11),
        ("frames", 12),
        ("frames", 13),
    ]


@pytest.mark.parametrize(
    "broken",
    [
        "{id: tyre, name: 轮胎, name_en: Tyre, sort: wheel}",
        "{idd: tyre, name: 轮胎, name_en: Tyre, sort: component}",
        "{id: tyre, name: 360, name_en: Tyre, sort: component}",
    ],
)
def test_references_to_a_broken_item_are_no_further_errors(broken: str, tmp_path: Path) -> None:
    text = (
        f"segments:\n  - {broken}\n"
        "claims:\n  - {segment: tyre, status: absent, evidence: [{quote: 缺乏钢管, why: 试}]}\n"
    )

    assert only_finding(dataset(tmp_path, {"facts.yaml": text})).line == 2


CLAIM = (
    "claims:\n  - {segment: steel_tube, status: absent, evidence: [缺乏钢管]}\n"
    "  - {segment: bike_frame, status: absent, evidence: [车架]}\n"
)


def test_references_to_a_broken_file_of_the_reference_are_no_further_errors(
    tmp_path: Path,
) -> None:
    folder = dataset(tmp_path, {"facts.yaml": CLAIM})
    reference(
        tmp_path, {"segments.yaml": "segments:\n  - id: steel_tube\n  - id: bike_frame\n  -["}
    )

    assert only_finding(folder).file == "layer/segments.yaml"


def test_references_to_a_layer_that_is_not_there_are_no_further_errors(tmp_path: Path) -> None:
    folder = dataset(tmp_path, {"facts.yaml": CLAIM})
    (tmp_path / "layer").rename(tmp_path / "lair")

    assert only_finding(folder).nearest == ("lair",)


def test_references_past_a_broken_head_are_no_further_errors(tmp_path: Path) -> None:
    folder = dataset(tmp_path, {"facts.yaml": CLAIM})
    head = folder / "dataset.yaml"
    head.write_text(head.read_text().replace("  title_en: Bicycles of Qingxi\n", ""))

    assert only_finding(folder).en == "key “title_en” is missing"


def test_facts_about_a_region_that_nothing_is_are_no_further_errors(tmp_path: Path) -> None:
    folder = dataset(tmp_path, {"facts.yaml": CLAIM})
    head = folder / "dataset.yaml"
    head.write_text(head.read_text().replace("region: qingxi", "region: qingx"))

    assert only_finding(folder).line == 5


def test_references_to_a_misspelt_section_are_no_further_errors(tmp_path: Path) -> None:
    text = (
        "segmets:\n  - {id: tyre, name: 轮胎, name_en: Tyre, sort: component}\n"
        "claims:\n  - {segment: tyre, status: absent, evidence: [{quote: 缺乏钢管, why: 试}]}\n"
    )

    assert only_finding(dataset(tmp_path, {"facts.yaml": text})).nearest == ("segments",)


def test_references_to_a_file_of_broken_yaml_are_no_further_errors(tmp_path: Path) -> None:
    folder = dataset(
        tmp_path,
        {
            "facts.yaml": "claims:\n  - segment: tyre\n    status: absent\n"
            "    evidence: [{quote: 缺乏钢管, why: 试}]\n",
            "segments.yaml": "segments:\n  - id: tyre\n    name: '轮胎\n",
        },
    )

    assert only_finding(folder).file == "town/segments.yaml"


@pytest.mark.parametrize("chain", ["bi>kes", "Bikes", "3", "[bikes]", "电机"])
def test_a_default_chain_that_is_no_id_is_told_once(chain: str, tmp_path: Path) -> None:
    text = (
        f"chain: {chain}\nmentions:\n  - {{segment: steel_tube, evidence: [缺乏钢管]}}\n"
        "gaps:\n"
        "  - {id: tubes, name: 缺, kind: missing, segment: steel_tube, evidence: [钢管企业]}\n"
    )

    assert only_finding(dataset(tmp_path, {"facts.yaml": text})).line == 1


def test_a_default_document_that_nothing_is_is_told_once(tmp_path: Path) -> None:
    text = (
        "document: plam\nclaims:\n"
        "  - {segment: steel_tube, status: absent, evidence: [没有这句, 也没有这句]}\n"
    )

    assert only_finding(dataset(tmp_path, {"facts.yaml": text})).nearest == ("plan",)


def test_a_broken_head_leaves_the_other_files_checked(tmp_path: Path) -> None:
    folder = dataset(
        tmp_path,
        {
            "dataset.yaml": "dataset: {id: town\n",
            "facts.yaml": "claims:\n  - {segment: steel_tube, status: gone, evidence: [钢管]}\n",
        },
    )

    found = findings(folder)

    assert [each.file for each in found] == ["town/dataset.yaml", "town/facts.yaml"]


def test_a_missing_head_is_told(tmp_path: Path) -> None:
    finding = only_finding(dataset(tmp_path, {"dataset.yaml": "regions: []\n"}))

    assert "key “dataset” is missing" in finding.en


def test_quotes_of_a_document_that_cannot_be_read_are_no_further_errors(tmp_path: Path) -> None:
    folder = dataset(tmp_path)
    (folder / "documents/plan.txt").unlink()

    assert "there is no file" in only_finding(folder).en


def test_a_changed_document_is_refused_with_both_digests(tmp_path: Path) -> None:
    folder = dataset(tmp_path)
    changed = PLAN + "后来加的一行。\n"
    (folder / "documents/plan.txt").write_text(changed, "utf-8")

    finding = only_finding(folder)

    assert (finding.file, finding.line, finding.record) == ("town/dataset.yaml", 9, "plan")
    assert hashlib.sha256(PLAN.encode()).hexdigest() in finding.en
    assert hashlib.sha256(changed.encode()).hexdigest() in finding.en


def test_a_document_with_carriage_returns_is_refused_at_the_first(tmp_path: Path) -> None:
    finding = only_finding(dataset(tmp_path, plan=PLAN.replace("车轮。\n", "车轮。\r\n")))

    assert (finding.file, finding.line, finding.record) == ("town/documents/plan.txt", 2, "plan")
    assert "LF only" in finding.en


def test_a_document_with_a_byte_order_mark_is_refused(tmp_path: Path) -> None:
    finding = only_finding(dataset(tmp_path, plan="\ufeff" + PLAN))

    assert (finding.file, finding.line) == ("town/documents/plan.txt", 1)
    assert "BOM" in finding.zh


def test_a_document_in_gbk_is_named_as_such(tmp_path: Path) -> None:
    folder = dataset(tmp_path)
    data = ("abc\n" + PLAN).encode("gbk")
    (folder / "documents/plan.txt").write_bytes(data)
    head = folder / "dataset.yaml"
    old = hashlib.sha256(PLAN.encode()).hexdigest()
    head.write_text(head.read_text().replace(old, hashlib.sha256(data).hexdigest()))

    finding = only_finding(folder)

    assert (finding.file, finding.line) == ("town/documents/plan.txt", 2)
    assert "GBK" in finding.zh


def test_a_data_file_in_gbk_is_named_as_such_and_the_others_read(tmp_path: Path) -> None:
    folder = dataset(
        tmp_path,
        {
            "a.yaml": "# comment\n# 注释\nclaims: []\n".encode("gbk"),
            "b.yaml": "claims:\n  - {segment: tube, status: absent, evidence: [缺乏钢管]}\n",
        },
    )

    first, second = findings(folder)

    assert (first.file, first.line) == ("town/a.yaml", 2)
    assert "看起来是 GBK" in first.zh
    assert second.nearest == ("steel_tube",)


def test_bytes_that_are_no_text_are_not_called_gbk(tmp_path: Path) -> None:
    finding = only_finding(dataset(tmp_path, {"a.yaml": b"a: \xff\xff\xff\n"}))

    assert "UTF-8" in finding.en
    assert "GBK" not in finding.en


def test_a_data_file_from_a_windows_editor_is_read(tmp_path: Path) -> None:
    text = (
        "\ufeffclaims:\r\n  - segment: steel_tube\r\n    status: absent\r\n"
        "    evidence: [缺乏钢管]\r\n"
    )

    seed = load_dataset(dataset(tmp_path, {"facts.yaml": text}))

    assert "claim.qingxi.steel_tube.absent" in [record.id for record in seed.local]


def test_a_file_that_would_be_passed_over_for_its_ending_is_told(tmp_path: Path) -> None:
    finding = only_finding(dataset(tmp_path, {"chains/facts.yml": "claims: []\n"}))

    assert (finding.file, finding.nearest) == ("town/chains/facts.yml", ("facts.yaml",))


def test_hidden_files_are_none_of_the_datasets_business(tmp_path: Path) -> None:
    folder = dataset(tmp_path, {".backup/old.yaml": "claim: [\n", ".#facts.yaml": "{"})

    assert check(folder).id == "town"


def test_a_document_behind_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = dataset(tmp_path)
    outside = tmp_path / "outside.txt"
    outside.write_text(PLAN, "utf-8")
    (folder / "documents/plan.txt").unlink()
    (folder / "documents/plan.txt").symlink_to(outside)

    assert "lies outside the folder" in only_finding(folder).en


def test_an_empty_section_and_an_empty_file_are_fine(tmp_path: Path) -> None:
    folder = dataset(tmp_path, {"a.yaml": "claims:\n# none yet\nmakes: []\n", "b.yaml": ""})

    assert check(folder).id == "town"


def test_a_folder_of_datasets_names_those_within(tmp_path: Path) -> None:
    dataset(tmp_path)

    finding = only_finding(tmp_path)

    assert "no dataset.yaml or layer.yaml here" in finding.en
    assert finding.nearest == (str(tmp_path / "layer"), str(tmp_path / "town"))


def test_a_folder_that_is_not_there_names_those_beside_it(tmp_path: Path) -> None:
    dataset(tmp_path)

    finding = only_finding(tmp_path / "twon")

    assert str(tmp_path / "town") in finding.nearest


def test_a_reference_layer_is_no_dataset_to_load(tmp_path: Path) -> None:
    with pytest.raises(InvalidDataError, match=r"没有 dataset\.yaml"):
        load_dataset(reference(tmp_path))


def test_several_documents_ask_for_the_one_that_is_quoted(tmp_path: Path) -> None:
    digest = hashlib.sha256("附件：钢管。\n".encode()).hexdigest()
    second = f"  - {{id: annex, title: 附件, file: documents/annex.txt, sha256: {digest}}}\n"
    claim = "claims:\n  - {segment: steel_tube, status: absent, evidence: [附件：钢管]}\n"
    files = {
        "documents/annex.txt": "附件：钢管。\n",
        "annex.yaml": f"document: annex\ndocuments:\n{second}{claim}",
        "regions.yaml": "document: plan\n",
    }
    folder = dataset(tmp_path, files)
    head = folder / "dataset.yaml"
    unnamed = len(findings(folder))
    head.write_text("document: plan\n" + head.read_text())

    seed = load_dataset(folder)

    assert unnamed == 3  # industry, chain and region of the head
    (record,) = [record for record in seed.local if record.type == "claim"]
    assert record.evidence[0].document == "annex"
