"""The document comes back verbatim, and every passage is where it says it is."""

import hashlib
from itertools import pairwise

from starlette.testclient import TestClient

import seeds

API = "/api/v1"
PLAN = seeds.FOLDER / "hechuan" / "documents" / "plan.txt"


def test_the_lines_of_the_plan_are_those_of_the_file(hechuan: TestClient) -> None:
    body = hechuan.get(f"{API}/documents/plan").json()

    text = PLAN.read_bytes().decode("utf-8")
    assert "\n".join(body["text"]).rstrip("\n") == text.rstrip("\n")
    assert body["sha256"] == hashlib.sha256(PLAN.read_bytes()).hexdigest()


def test_every_passage_is_found_at_its_place(hechuan: TestClient) -> None:
    lines = PLAN.read_text("utf-8").split("\n")
    body = hechuan.get(f"{API}/documents/plan/passages", params={"limit": 1000}).json()

    assert body["items"]
    for each in body["items"]:
        assert lines[each["line"] - 1][each["start"] : each["end"]] == each["quote"]
        assert each["facts"]
    places = [(each["line"], each["start"]) for each in body["items"]]
    assert all(one <= other for one, other in pairwise(places))


def test_the_sentence_on_silica_is_cited_by_its_gap(hechuan: TestClient) -> None:
    quote = "着力引进二氧化硅上游配套企业"
    body = hechuan.get(f"{API}/documents/plan/passages", params={"limit": 1000}).json()

    citing = [
        fact["type"]
        for each in body["items"]
        if quote in each["quote"] and each["line"] == 283
        for fact in each["facts"]
    ]
    assert "gap" in citing


def test_every_stated_piece_of_evidence_of_a_gap_stands_in_the_plan(hechuan: TestClient) -> None:
    lines = PLAN.read_text("utf-8").split("\n")
    body = hechuan.get(f"{API}/gaps", params={"limit": 1000, "origin": "stated"}).json()

    stated = [e for item in body["items"] for e in item["evidence"] if e["basis"] == "stated"]
    assert stated
    for each in stated:
        assert lines[each["line"] - 1][each["start"] : each["end"]] == each["quote"]


def test_sentences_that_no_fact_cites_are_told_apart(hechuan: TestClient) -> None:
    body = hechuan.get(f"{API}/documents/plan").json()
    spans = hechuan.get(f"{API}/documents/plan/passages", params={"limit": 1000}).json()["items"]
    reasons = {
        body["text"][each["line"] - 1][each["start"] : each["end"]]: each["reason"]
        for each in body["uncited"]
    }

    assert reasons["四、着力构建“6+4”现代产业体系"] == "章标题"
    assert reasons["各镇人民政府、街道办事处，区政府各部门，有关单位："] is None
    cited = [
        (each["line"], each["start"])
        for each in body["uncited"]
        for span in spans
        if span["line"] == each["line"]
        and span["start"] < each["end"]
        and each["start"] < span["end"]
    ]
    assert cited == []


def test_a_fact_says_which_chains_it_concerns(hechuan: TestClient) -> None:
    spans = hechuan.get(f"{API}/documents/plan/passages", params={"limit": 1000}).json()["items"]
    chains = {fact["id"]: fact["chains"] for each in spans for fact in each["facts"]}

    assert chains["parts_for_vehicles"] == ["auto_parts", "vehicle"]
    assert chains["aerogel"] == ["aerogel"]
    assert chains["gross_output_2021"] == []


def test_a_source_counts_the_facts_that_rest_on_it(hechuan: TestClient) -> None:
    items = hechuan.get(f"{API}/sources", params={"limit": 1000}).json()["items"]
    segment = hechuan.get(f"{API}/segments/silica_aerogel").json()
    named = {each["source"] for group in segment["inputs"] for each in group["evidence"]
             if "source" in each}  # fmt: skip
    counts = {each["id"]: each["facts"] for each in items}

    assert len(items) == len(counts) == 189
    assert all(counts[key] > 0 for key in named - {"domain"})
