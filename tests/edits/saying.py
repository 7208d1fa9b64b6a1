"""What the tests say to the interface, and how they compare its answers."""

from httpx2 import Response
from starlette.testclient import TestClient

API = "/api/v1"
SEEN = {"note": "2026-11-20 走访记录", "as_of": "2026-11-20"}


def judge(client: TestClient, version: object, gap: str, **fields: object) -> Response:
    body = {"verdict": "confirm", "reason": "三家均不生产", "evidence": [SEEN]} | fields
    headers = {"If-Match": str(version)}
    return client.post(f"{API}/gaps/{gap}/judgements", json=body, headers=headers)


def correct(client: TestClient, version: int, fact: str, **values: object) -> Response:
    """Say that a fact is not so, or so with other values."""
    body = {"reason": "实地走访", "evidence": [SEEN], "values": values or None}
    headers = {"If-Match": f'"{version}"'}
    return client.post(f"{API}/facts/{fact}/corrections", json=body, headers=headers)


def withdraw(client: TestClient, version: int, fact: str) -> Response:
    return client.delete(f"{API}/facts/{fact}", headers={"If-Match": f'"{version}"'})


def undo(client: TestClient, version: int, seen: int, reason: str = "误记") -> Response:
    headers = {"If-Match": f'"{seen}"'}
    path = f"{API}/history/{version}/undo"
    return client.post(path, json={"reason": reason}, headers=headers)


def without_version(response: Response) -> bytes:
    """The bytes of an answer but for the number of its version."""
    version, content = response.json()["version"], bytes(response.content)
    return content.replace(f'"version":{version}'.encode(), b'"version":0')


EVERYTHING = (
    "chains",
    "segments",
    "enterprises",
    "gaps?boundary=none",
    "missing?segment=自行车&boundary=none",
    "verify?boundary=none",
    "dependence",
    "audit",
    "neighbours",
    "synergies",
    "documents/notice/passages",
    "segments/belt",
    "enterprises/flywheel",
)


def answers(client: TestClient) -> list[bytes]:
    """Every answer of the demo, without the number of its version."""
    return [without_version(client.get(f"{API}/{path}")) for path in EVERYTHING]
