"""`liantu picture`: the picture of the route, by its ending."""

from pathlib import Path

import pytest

from tests.commands.conftest import Run


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        (["panorama", "自行车"], "自行车产业链全景图"),
        (["panorama", "light_vehicles", "--level", "industry"], "自行车产业全景图"),
        (["graph", "同步带", "--hops", "2"], "同步带周围的图谱"),
        (["graph", "--chain", "自行车"], "自行车产业链图谱"),
        (["synergies", "--level", "industry"], "产业协同矩阵"),
    ],
)
def test_a_picture_is_written(liantu: Run, tmp_path: Path, asked: list[str], title: str) -> None:
    file = tmp_path / "图片.svg"

    assert liantu("picture", *asked, "-o", str(file)).code == 0
    assert f"<title>{title}</title>" in file.read_text("utf-8")


def test_another_ending_and_a_panorama_of_nothing_are_wrong_use(
    liantu: Run, tmp_path: Path
) -> None:
    ending = liantu("picture", "synergies", "-o", str(tmp_path / "m.gif"))
    nothing = liantu("picture", "panorama", "-o", str(tmp_path / "p.png"))

    assert (ending.code, nothing.code) == (2, 2)
    assert ".svg 或 .png" in ending.err
    assert "哪条产业链" in nothing.err
    assert list(tmp_path.iterdir()) == []
