"""Every computed value here stands, worked out by hand, in seeds/demo/dataset.yaml."""

from collections.abc import Iterable, Mapping

from starlette.testclient import TestClient

API = "/api/v1"


def ids(refs: Iterable[Mapping[str, str]]) -> list[str]:
    return [ref["id"] for ref in refs]


def test_a_bicycle_lacks_a_chain_or_a_belt(demo: TestClient) -> None:
    body = demo.get(f"{API}/missing", params={"segment": "bicycle"}).json()

    assert body["dataset"] == "demo"
    assert body["version"] == 1
    assert body["region"]["id"] == "qingxi"
    assert (body["boundary"], body["inputs"], body["horizon"]) == ("traded", ["material"], "now")
    assert {item["segment"]["id"]: item["depth"] for item in body["missing"]} == {
        "chain": 1,
        "belt": 1,
    }
    standings = {item["segment"]["id"]: item["standing"] for item in body["missing"]}
    assert standings == {"belt": "confirmed", "chain": "to_settle"}
    assert {ids(item["path"])[0]: ids(item["path"])[1:] for item in body["missing"]} == {
        "chain": ["bicycle"],
        "belt": ["bicycle"],
    }
    assert (body["completable"], body["ready"]) == ("unknown", "unknown")
    assert body["unlock"]["must"] == body["unlock"]["sets"] == []
    assert (body["certain"]["smallest"], body["certain"]["must"]) == (1, [])
    assert [ids(choice) for choice in body["certain"]["choices"]] == [["belt", "chain"]]


def test_with_what_is_being_built_the_bicycle_is_completable(demo: TestClient) -> None:
    params = {"segment": "bicycle", "horizon": "planned"}
    body = demo.get(f"{API}/missing", params=params).json()

    assert body["horizon"] == "planned"
    assert body["completable"] == "yes"
    assert body["missing"] == []


def test_without_a_boundary_the_tube_is_missing_two_steps_up(demo: TestClient) -> None:
    params = {"segment": "bicycle", "boundary": "none"}
    body = demo.get(f"{API}/missing", params=params).json()

    tube = next(each for each in body["missing"] if each["segment"]["id"] == "tube")
    assert tube["depth"] == 2
    assert ids(tube["path"]) == ["tube", "frame", "bicycle"]
    assert tube["standing"] == "to_settle"
    assert (body["certain"]["smallest"], ids(body["certain"]["must"])) == (2, ["steel_tube"])
    keys = ("available", "unknown", "developing", "lacking", "needed")
    assert [body["completeness"][key] for key in keys] == [0, 2, 1, 0, 2]


def test_a_boundary_with_a_bare_plus_is_understood(demo: TestClient) -> None:
    body = demo.get(f"{API}/missing?segment=bicycle&boundary=traded+tiers:2").json()

    assert body["boundary"] == "traded+tiers:2"


def test_names_and_aliases_are_as_good_as_ids(demo: TestClient) -> None:
    by_id = demo.get(f"{API}/missing", params={"segment": "bicycle"})
    by_name = demo.get(f"{API}/missing", params={"segment": "自行车"})

    assert by_name.content == by_id.content


def test_a_request_says_the_depth_it_goes_to(demo: TestClient) -> None:
    params = {"segment": "bicycle", "boundary": "none", "depth": "1"}
    body = demo.get(f"{API}/missing", params=params).json()

    assert {item["segment"]["id"] for item in body["missing"]} == {"chain", "belt"}


def test_two_gaps_are_one_row_the_confirmed_one_leads(demo: TestClient) -> None:
    rows = demo.get(f"{API}/gaps").json()
    body = demo.get(f"{API}/gaps", params={"rows": "gaps"}).json()

    found = {item["id"]: (item["kind"], item["origin"], item["standing"]) for item in body["items"]}
    assert found == {
        "belt_makers": ("introduce", "both", "confirmed"),
        "derived.qingxi.chain": ("missing", "derived", "to_settle"),
    }
    assert {item["task"] for item in body["items"]} == {"belt_makers"}
    assert all(ids(item["blocks"]) == ["bicycle"] for item in body["items"])
    assert ids(rows["items"]) == ["belt_makers"]
    assert (rows["total"], body["total"]) == (1, 2)


def test_the_belt_is_needed_for_production_and_not_sure_while_a_chain_is_built(
    demo: TestClient,
) -> None:
    gap = demo.get(f"{API}/gaps/belt_makers").json()

    assert (gap["need"], gap["sure"]) == ("production", False)
    assert (ids(gap["open"]), ids(gap["families"])) == (["chain"], ["bicycle"])
    assert (gap["status_basis"], gap["local_status"]) == ("stated", "sought")


def test_gaps_are_filtered_by_origin_and_standing(demo: TestClient) -> None:
    every = {"rows": "gaps"}
    derived = demo.get(f"{API}/gaps", params=every | {"origin": "derived"}).json()
    unsettled = demo.get(f"{API}/gaps", params=every | {"standing": "to_settle"}).json()
    market = demo.get(f"{API}/gaps", params=every | {"need": "market"}).json()

    assert ids(derived["items"]) == ids(unsettled["items"]) == ["derived.qingxi.chain"]
    assert market["items"] == []


def test_a_gap_is_shown_by_its_id_stated_or_derived(demo: TestClient) -> None:
    stated = demo.get(f"{API}/gaps/belt_makers").json()
    derived = demo.get(f"{API}/gaps/derived.qingxi.chain").json()

    assert stated["evidence"][0]["quote"] == "着力引进同步带生产企业"
    assert derived["origin"] == "derived"


def test_a_derived_gap_that_met_a_stated_one_leads_to_it(demo: TestClient) -> None:
    body = demo.get(f"{API}/gaps/derived.qingxi.belt").json()

    assert body["id"] == "belt_makers"


def test_steel_tube_is_no_gap_because_it_is_traded(demo: TestClient) -> None:
    body = demo.get(f"{API}/why-not", params={"segment": "steel_tube"}).json()

    assert "traded" in [reason["code"] for reason in body["reasons"]]
    assert "gap" not in body or body["gap"] is None


def test_the_frame_is_no_gap_because_it_is_made_in_house(demo: TestClient) -> None:
    body = demo.get(f"{API}/why-not", params={"segment": "车架"}).json()

    assert "captive" in [reason["code"] for reason in body["reasons"]]


def test_segments_come_with_their_status(demo: TestClient) -> None:
    body = demo.get(f"{API}/segments").json()

    assert {item["id"]: item["local_status"] for item in body["items"]} == {
        "bicycle": "made",
        "frame": None,
        "tube": "unknown",
        "steel_tube": "unknown",
        "chain": "developing",
        "belt": "sought",
    }


def test_segments_are_filtered_by_stage_status_and_text(demo: TestClient) -> None:
    def found(**params: str) -> list[str]:
        return sorted(ids(demo.get(f"{API}/segments", params=params).json()["items"]))

    assert found(stage="midstream") == ["belt", "chain", "frame"]
    assert found(status="sought") == ["belt"]
    assert found(q="管") == ["steel_tube", "tube"]
    assert found(chain="自行车", stage="downstream") == ["bicycle"]


def test_a_segment_shows_its_inputs_and_each_with_evidence(demo: TestClient) -> None:
    body = demo.get(f"{API}/segments/bicycle").json()

    groups = sorted(sorted(ids(group["members"])) for group in body["inputs"])
    assert groups == [["belt", "chain"], ["frame"]]
    assert all(group["evidence"] for group in body["inputs"])
    assert ids(body["makers"]) == ["flywheel"]


def test_enterprises_are_filtered_and_shown_with_what_they_make(demo: TestClient) -> None:
    planned = demo.get(f"{API}/enterprises", params={"status": "planned"}).json()
    flywheel = demo.get(f"{API}/enterprises/flywheel").json()

    assert ids(planned["items"]) == ["shuntong_chain"]
    assert [each["segment"]["id"] for each in flywheel["makes"]] == ["bicycle"]
    assert [(each["chain"]["id"], each["role"]) for each in flywheel["roles"]] == [
        ("bicycle", "龙头")
    ]


def test_the_chain_counts_its_segments_by_status(demo: TestClient) -> None:
    chain = demo.get(f"{API}/chains/bicycle").json()["chain"]

    expected = {
        "made": 1,
        "present": 0,
        "developing": 1,
        "sought": 1,
        "absent": 0,
        "unlisted": 0,
        "unknown": 2,
        "captive": 1,
    }
    assert chain["counts"] == expected
    assert (chain["segments"], chain["enterprises"], chain["gaps"]) == (6, 2, 1)
    assert chain["completeness"]["display"] == "list"


def test_chains_and_industries_are_listed(demo: TestClient) -> None:
    chains = demo.get(f"{API}/chains").json()
    industries = demo.get(f"{API}/industries").json()

    assert ids(chains["items"]) == ["bicycle"]
    assert ids(industries["items"]) == ["light_vehicles"]
    assert ids(industries["items"][0]["chains"]) == ["bicycle"]


def test_a_panorama_shows_every_segment_at_its_stage(demo: TestClient) -> None:
    def cards(path: str) -> dict[str, list[str]]:
        stages = demo.get(f"{API}/{path}/panorama").json()["stages"]
        return {
            column["stage"]: sorted(
                card["id"]
                for group in column["groups"]
                for card in [*group["segments"], *group["more"]]
            )
            for column in stages
            if column["groups"]
        }

    expected = {
        "upstream": ["steel_tube", "tube"],
        "midstream": ["belt", "chain", "frame"],
        "downstream": ["bicycle"],
    }
    assert cards("chains/bicycle") == expected
    assert cards("industries/light_vehicles") == expected


def test_search_finds_one_chinese_character_and_pinyin_initials(demo: TestClient) -> None:
    by_character = demo.get(f"{API}/search", params={"q": "带"}).json()
    by_initials = demo.get(f"{API}/search", params={"q": "tbd"}).json()

    assert "belt" in ids(by_character["items"])
    assert "belt" in ids(by_initials["items"])


def test_search_finds_whole_pinyin_platforms_and_projects(hechuan: TestClient) -> None:
    def first(text: str) -> list[tuple[str, str]]:
        found = hechuan.get(f"{API}/search", params={"q": text}).json()["items"]
        return [(each["type"], each["name"]) for each in found[:2]]

    platform = hechuan.get(f"{API}/platforms").json()["items"][0]["name"]
    project = hechuan.get(f"{API}/projects").json()["items"][0]["name"]
    assert ("chain", "气凝胶") in first("qiningjiao")
    assert ("platform", platform) in first(platform)
    assert ("project", project) in first(project)


def test_search_finds_what_the_plan_says_with_its_place(hechuan: TestClient) -> None:
    """Read in the plan: line 248 says 补齐汽车零部件领域短板."""
    body = hechuan.get(f"{API}/search", params={"q": "补齐 汽车零部件"}).json()
    plan = hechuan.get(f"{API}/documents/plan").json()["text"]

    (found,) = [each for each in body["passages"] if each["line"] == 248]
    assert plan[247][found["start"] : found["end"]] == found["quote"] == "补齐汽车零部件"
    assert found["quote"] in found["text"]
    assert body["passages_total"] >= len(body["passages"])


def test_search_lists_a_score_of_sentences_and_says_how_many_there_are(
    hechuan: TestClient,
) -> None:
    """Counted again by splitting the plan at 。 and ；."""
    body = hechuan.get(f"{API}/search", params={"q": "链"}).json()
    plan = hechuan.get(f"{API}/documents/plan").json()["text"]

    sentences = [s for line in plan for s in line.replace("；", "。").split("。")]
    assert len(body["passages"]) == 20
    assert body["passages_total"] == sum("链" in sentence for sentence in sentences)


def test_a_search_for_a_type_lists_no_sentences(hechuan: TestClient) -> None:
    body = hechuan.get(f"{API}/search", params={"q": "链", "type": "chain"}).json()

    assert body["passages"] == []


def test_search_is_narrowed_to_a_type(demo: TestClient) -> None:
    body = demo.get(f"{API}/search", params={"q": "自行车", "type": "chain"}).json()

    assert [(item["type"], item["id"]) for item in body["items"]] == [("chain", "bicycle")]


def test_the_dataset_says_that_it_is_made_up(demo: TestClient) -> None:
    body = demo.get(f"{API}/datasets").json()

    assert [(each["id"], each["made_up"], each["version"]) for each in body["items"]] == [
        ("demo", True, 1)
    ]
