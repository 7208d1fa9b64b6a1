"""`liantu report`: the file of the route, by its ending."""

from pathlib import Path

import docx
import pytest

from tests.commands.conftest import Run


@pytest.mark.parametrize(
    ("chain", "title"), [("自行车", "自行车产业链诊断"), ("all", "青溪县产业链诊断简报")]
)
def test_a_report_is_written_by_its_ending(
    liantu: Run, tmp_path: Path, chain: str, title: str
) -> None:
    assert liantu("report", chain, "-o", str(tmp_path / "r.docx")).code == 0
    assert docx.Document(str(tmp_path / "r.docx")).paragraphs[0].text == title


def test_another_ending_is_wrong_use_and_writes_nothing(liantu: Run, tmp_path: Path) -> None:
    done = liantu("report", "all", "-o", str(tmp_path / "r.pdf"))

    assert done.code == 2
    assert ".docx、.html 或 .pptx" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_chain_that_is_none_gets_the_nearest(liantu: Run, tmp_path: Path) -> None:
    done = liantu("report", "自行", "-o", str(tmp_path / "r.html"))

    assert done.code == 1
    assert "自行车" in done.err
    assert list(tmp_path.iterdir()) == []
