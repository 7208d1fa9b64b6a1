"""The plan audit of the shipped plan: every contradiction that a reader finds, and no other."""

import pytest
from starlette.testclient import TestClient

API = "/api/v1"
READ = {
    # Table 2: 408 at 15 % for four years is 713.6, and 750 takes 16.4 %.
    ("growth", "certain"): [({127, 128, 129}, "408 ×（1 + 15%）的 4 次方 = 713.59，不是 750")],
    # The box on innovation says 220 high-tech firms, that on firms 250.
    ("two_figures", "certain"): [({390, 438}, "250 − 220 = 30")],
    # 40 专精特新 and champions together, where table 2 wants 150 of the former and has 31.
    ("joint_count", "certain"): [({438, 198, 199}, "31 + 40 = 71，仍小于 150")],
    # The clusters of chapter four against the output of table 2.
    ("parts_exceed_whole", "doubtful"): [({128, 244, 281, 299}, "1,220；1,220 − 750 = 470")],
    ("like_figures", "doubtful"): [({391, 393}, "4 − 2 = 2")],
    # 300亿级 clusters of cars in an ecosystem of 千亿级; 750亿 of output in a system of 千亿级.
    ("two_scales", "doubtful"): [({244, 250}, "1,000 ÷ 300"), ({128, 241}, "1,000 ÷ 750")],
    # Two firms of 50亿 and two of 10亿 in an industry of 100亿.
    ("firms_exceed_scale", "doubtful"): [({281}, "= 120；120 − 100 = 20")],
    ("part_takes_all", "doubtful"): [
        ({337, 352, 353}, "300 − 300 = 0"),
        ({258, 436}, "10 − 10 = 0"),
    ],
    # Three parks of 42.19, 10 and 10 square kilometres in a planned area of 28.6.
    ("built_exceeds_planned", "doubtful"): [({21, 334, 336, 337}, "= 62.19；62.19 − 28.6 = 33.59")],
    ("double_negative", "doubtful"): [({206}, "下降 −15.5%")],
    # 比速 has stopped (28), and its restructuring is relied on (246, 252).
    ("stopped_and_counted_on", "doubtful"): [({28, 246, 252}, "另有 3 句依靠它")],
}
"""By kind: lines that are quoted, and what the arithmetic says."""


def test_the_shipped_plan_is_found_to_contradict_itself_where_it_does(hechuan: TestClient) -> None:
    body = hechuan.get(f"{API}/audit").json()

    found: dict[tuple[str, str], list[dict[str, object]]] = {}
    for item in body["items"]:
        found.setdefault((item["kind"], item["severity"]), []).append(item)
    assert found.keys() == READ.keys()
    for key, told in READ.items():
        assert len(found[key]) == len(told)
        for item, (lines, arithmetic) in zip(found[key], told, strict=True):
            quoted = {each["line"] for each in item["evidence"]}  # type: ignore[attr-defined]
            assert lines <= quoted, (key, quoted)
            assert arithmetic in str(item["arithmetic"])
            assert (item["unless"] is None) == (key[1] == "certain")
    assert body["severities"] == {"certain": 3, "doubtful": 10}


def test_what_fits_in_the_shipped_plan_was_compared_and_raised_no_alarm(
    hechuan: TestClient,
) -> None:
    """Eight rows of table 2 and three declines of line 28; five shares; six zones of land.

    Of the eleven rates one does not fit; 其他工业 is 50 + 30 + 20 + 20 = 120, 南溪 100 + 100 + 100.
    Six industries name classes of firms, one of them (汽摩) beside two sizes.
    """
    compared = hechuan.get(f"{API}/audit").json()["compared"]

    assert (compared["growth"], compared["share"], compared["land"]) == (11, 5, 6)
    assert compared["firms_exceed_scale"] == 7


def test_findings_can_be_filtered_and_paged(hechuan: TestClient) -> None:
    certain = hechuan.get(f"{API}/audit", params={"severity": "certain", "limit": 2}).json()
    land = hechuan.get(f"{API}/audit", params={"kind": "land"}).json()

    assert (len(certain["items"]), certain["total"]) == (2, 3)
    assert (land["items"], land["severities"]) == ([], {"certain": 3, "doubtful": 10})


@pytest.mark.parametrize("query", ["severity=maybe", "kind=typo", "chain=vehicle"])
def test_what_cannot_be_asked_is_refused(hechuan: TestClient, query: str) -> None:
    assert hechuan.get(f"{API}/audit?{query}").status_code == 422


def test_english_sentences_keep_the_plans_own_names(hechuan: TestClient) -> None:
    first = hechuan.get(f"{API}/audit?lang=en").json()["items"][0]

    assert first["arithmetic"].startswith("408 × (1 + 15%) to the power of 4 = 713.59, not 750")
    assert "规模以上工业产值" in first["statement"]


def test_the_demo_has_nothing_to_find(demo: TestClient) -> None:
    assert demo.get(f"{API}/audit").json()["items"] == []
