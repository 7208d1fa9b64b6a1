"""The examples of docs/data-format.md are one dataset with its reference layer."""

import re
import shutil
from pathlib import Path

import pytest

from graph.load import check, load_dataset
from graph.load.items import LOCAL
from graph.model import AnyRecord, Evidence, Fact
from seeds import FOLDER

PAGE = (Path(__file__).parents[2] / "docs/data-format.md").read_text("utf-8")


@pytest.fixture
def example(tmp_path: Path) -> Path:
    for name, body in re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, "utf-8")
    documents = tmp_path / "hechuan/documents"
    documents.mkdir()
    shutil.copy(FOLDER / "hechuan/documents/plan.txt", documents)
    return tmp_path


def record(folder: Path, id_: str) -> AnyRecord:
    seed = load_dataset(folder / "hechuan")
    return next(each for each in (*seed.local, *seed.reference) if each.id == id_)


def test_both_example_folders_are_valid(example: Path) -> None:
    assert check(example / "reference").counts["segment"] == 9
    assert check(example / "hechuan").counts["mention"] == 2


def test_the_second_occurrence_on_a_line_is_the_one_after_the_heading(example: Path) -> None:
    """Line 283 begins `——气凝胶。围绕研发、制备、应用一体化，做实做强中科润资气凝胶`."""
    mention = record(example, "mention.aerogel.aerogel")

    assert isinstance(mention, Fact)
    assert mention.evidence == (
        Evidence(basis="stated", document="plan", quote="气凝胶", line=283, start=28, end=31),
    )


def test_the_ids_are_made_up_as_the_page_says(example: Path) -> None:
    seed = load_dataset(example / "hechuan")
    ids = {each.id for each in (*seed.local, *seed.reference)}

    assert {
        "role.aerogel.zhongke_runzi",
        "makes.zhongke_runzi.aerogel",
        "kind_of.aerogel_felt",
        "membership.aerogel.wet_gel",
        "input.aerogel_felt.material.needle_felt",
        "by_product.aerogel_felt.recovered_ethanol",
    } <= ids


def test_the_page_lists_every_section_with_every_key() -> None:
    rows = dict(re.findall(r"^\| `(\w+)`[^|]*\| (.*) \|$", PAGE, re.MULTILINE))
    known = {
        section: set(shape.model_fields) - {"was", "why"}
        for section, shape in LOCAL.items()
        if section not in ("documents", "segments", "sources")
    }
    said = {
        section: set(re.findall(r"[a-z_]+", rows[section].split("` ·")[0].split("`")[1]))
        for section in known
    }

    assert said == known
