"""Every error is a problem (RFC 9457), in the language of the request."""

import pytest
from starlette.testclient import TestClient

from api.http.errors import KINDS, kind_of
from api.settings import Settings
from graph.errors import LiantuError
from graph.store import GraphStore
from tests.http.conftest import application, filled

API = "/api/v1"
WRONG = {
    f"{API}/missing?segment=nothing_like_this": 404,
    f"{API}/why-not?segment=nothing_like_this": 404,
    f"{API}/chains/nothing": 404,
    f"{API}/chains/nothing/panorama": 404,
    f"{API}/industries/nothing/panorama": 404,
    f"{API}/segments/nothing": 404,
    f"{API}/enterprises/nothing": 404,
    f"{API}/gaps/nothing": 404,
    f"{API}/documents/nothing": 404,
    f"{API}/documents/nothing/passages": 404,
    f"{API}/export/nothing.csv": 404,
    f"{API}/nothing": 404,
    f"{API}/chains?dataset=nothing": 404,
    f"{API}/chains?region=nothing": 404,
    f"{API}/missing": 422,
    f"{API}/missing?segment=": 422,
    f"{API}/missing?segment=bicycle&depth=0": 422,
    f"{API}/missing?segment=bicycle&depth=x": 422,
    f"{API}/gaps?boundary=everything": 422,
    f"{API}/gaps?boundary=traded%2Btiers:0": 422,
    f"{API}/gaps?inputs=love": 422,
    f"{API}/gaps?horizon=someday": 422,
    f"{API}/gaps?kind=nice": 422,
    f"{API}/gaps?sort=colour": 422,
    f"{API}/gaps?lang=fr": 422,
    f"{API}/search": 422,
    f"{API}/search?q={'长' * 251}": 422,
}


@pytest.mark.parametrize(("path", "status"), WRONG.items(), ids=WRONG)
def test_a_wrong_request_is_a_problem(demo: TestClient, path: str, status: int) -> None:
    response = demo.get(path)
    body = response.json()

    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert body["status"] == status
    assert body["type"].startswith("urn:liantu:problem:")
    assert body["title"]
    assert body["detail"]
    assert body["instance"].startswith(API)


def test_a_name_that_is_not_found_gets_the_nearest_ones(demo: TestClient) -> None:
    body = demo.get(f"{API}/missing", params={"segment": "自行"}).json()

    assert body["suggestions"][0] == "自行车"
    assert body["detail"] == "没有名为“自行”的环节"


def test_the_language_of_a_problem_follows_the_request(demo: TestClient) -> None:
    def detail(**asked: str) -> str:
        params = {"segment": "x"} | ({"lang": asked["lang"]} if "lang" in asked else {})
        headers = {"Accept-Language": asked["accept"]} if "accept" in asked else {}
        return str(demo.get(f"{API}/missing", params=params, headers=headers).json()["detail"])

    english = "there is no segment named “x”"
    assert detail(lang="en") == english
    assert detail(accept="en-GB,en;q=0.9,zh;q=0.5") == english
    assert detail(accept="zh-CN,en;q=0.5") == "没有名为“x”的环节"
    assert detail(accept="en", lang="zh") == "没有名为“x”的环节"
    assert detail(accept="fr") == "没有名为“x”的环节"


def test_the_setting_decides_where_the_request_says_nothing(store: GraphStore) -> None:
    client = TestClient(application(store, lang="en"))

    assert client.get(f"{API}/nothing").json()["detail"] == f"there is nothing at {API}/nothing"


def test_each_wrong_parameter_is_named_with_what_it_may_be(demo: TestClient) -> None:
    params = {"kind": "nice", "limit": "0"}
    body = demo.get(f"{API}/gaps", params=params).json()

    assert {each["parameter"]: each["why"] for each in body["errors"]} == {
        "kind": "只能是 missing、weak、introduce、extend、upgrade、risk",
        "limit": "不能小于 1",
    }


def test_a_mistyped_parameter_is_refused_instead_of_passed_over(demo: TestClient) -> None:
    response = demo.get(f"{API}/gaps", params={"chian": "bicycle"})

    assert response.status_code == 422
    assert response.json()["errors"][0]["parameter"] == "chian"
    assert "chain" in response.json()["errors"][0]["why"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_a_method_that_a_route_does_not_take_is_a_problem(demo: TestClient, method: str) -> None:
    response = demo.request(method, f"{API}/chains")

    assert response.status_code == 405
    assert response.headers["content-type"] == "application/problem+json"
    assert "GET" in response.headers["allow"]
    assert method in response.json()["detail"]


def test_several_datasets_ask_for_a_choice(tmp_path_factory: pytest.TempPathFactory) -> None:
    with filled(tmp_path_factory.mktemp("two"), "demo", "hechuan") as store:
        client = TestClient(application(store))
        undecided = client.get(f"{API}/chains")
        decided = client.get(f"{API}/chains", params={"dataset": "demo"})
        configured = TestClient(application(store, dataset="hechuan")).get(f"{API}/chains")

    assert undecided.status_code == 422
    assert "demo, hechuan" in undecided.json()["detail"]
    assert decided.json()["dataset"] == "demo"
    assert configured.json()["dataset"] == "hechuan"


def test_an_empty_store_has_no_dataset_and_lists_none(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with filled(tmp_path_factory.mktemp("empty")) as store:
        client = TestClient(application(store))

        assert client.get(f"{API}/chains").status_code == 404
        assert client.get(f"{API}/datasets").json()["items"] == []
        assert client.get("/readyz").status_code == 200


def test_a_store_that_does_not_answer_is_unready_but_alive(store: GraphStore) -> None:
    client = TestClient(application(store))
    ready = client.get("/readyz").status_code

    store.close()

    assert ready == 200
    assert client.get("/healthz").status_code == 200
    unready = client.get("/readyz")
    assert unready.status_code == 503
    assert unready.headers["content-type"] == "application/problem+json"
    assert "存储已关闭" in unready.json()["detail"]
    assert client.get(f"{API}/chains").status_code == 503


def test_every_error_of_the_project_has_a_status() -> None:
    def below(error: type[LiantuError]) -> set[type[LiantuError]]:
        return {error}.union(*(below(each) for each in error.__subclasses__()))

    statuses = {
        each: next(KINDS[k] for k in each.__mro__ if k in KINDS) for each in below(LiantuError)
    }

    assert all(400 <= kind.status <= 599 for kind in statuses.values())
    assert kind_of(LiantuError(message="x")).status == 500
    assert len({kind.code for kind in KINDS.values()}) == len(KINDS)


def test_a_bug_is_a_problem_without_its_innards(store: GraphStore) -> None:
    app = application(store)

    @app.get("/api/v1/broken")
    def broken() -> None:
        raise ZeroDivisionError("innards")

    response = TestClient(app, raise_server_exceptions=False).get("/api/v1/broken")

    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert "innards" not in response.text
    assert "content-security-policy" in response.headers


def test_nothing_is_built_at_import_and_settings_are_frozen() -> None:
    settings = Settings("sqlite:///x")

    with pytest.raises(AttributeError):
        settings.port = 1  # type: ignore[misc] # that is the point
