"""A list of firms for the demo, and the queue that follows from it by hand.

飞轮车业 makes bicycles as everybody knows, so only its tubes wait. 大河链条厂 and 河湾五金 are no
enterprises yet; what a scope says without a code is medium. A dealer makes nothing.
"""

from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

API = "/api/v1"
LIST = """企业名称,经营范围,主要业务活动
飞轮车业,,自行车、管材制造
大河链条厂,,链条、同步带制造
河湾五金,管材制造,
小溪商贸,链条销售,
"""
WAITING = {
    ("大河链条厂", "belt"): "strong",
    ("大河链条厂", "chain"): "strong",
    ("飞轮车业", "tube"): "strong",
    ("河湾五金", "tube"): "medium",
}


def keep(client: TestClient, text: str = LIST, name: str = "名单.csv", **form: str) -> Response:
    """Send a list to the queue."""
    return client.post(f"{API}/proposals/lists", files={"files": (name, text)}, data=form)


def waiting(client: TestClient, query: str = "") -> list[dict[str, Any]]:
    body = client.get(f"{API}/proposals{query}").json()
    items: list[dict[str, Any]] = body["items"]
    return items


def ids(client: TestClient, query: str = "") -> dict[tuple[str, str], str]:
    """The ids of the queue by firm and segment."""
    return {(e["firm"]["name"], e["segment"]["id"]): e["id"] for e in waiting(client, query)}


def decide(client: TestClient, version: int, **said: object) -> Response:
    return client.post(
        f"{API}/proposals/decisions", json=said, headers={"If-Match": f'"{version}"'}
    )


def undo(client: TestClient, version: int, seen: int) -> Response:
    return client.post(
        f"{API}/history/{version}/undo",
        json={"reason": "误点"},
        headers={"If-Match": f'"{seen}"'},
    )
