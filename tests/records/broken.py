"""One broken file, and the finding that it deserves."""

from dataclasses import dataclass
from pathlib import Path

from graph.errors import Finding
from tests.records.folders import dataset, only_finding


@dataclass(frozen=True)
class Broken:
    """The text of one file with one error: the rule, where it is told, and with which words."""

    rule: str
    text: str
    line: int
    record: str | None
    words: str
    nearest: tuple[str, ...] = ()

    def deserves(self, finding: Finding, file: str) -> None:
        """Compare everything that a finding names."""
        assert (finding.file, finding.line) == (file, self.line)
        assert finding.record == self.record
        assert self.words in finding.en
        assert finding.nearest == self.nearest
        assert any("\u4e00" <= character <= "\u9fff" for character in finding.zh)


def refuse_facts(broken: Broken, parent: Path) -> None:
    """Check a dataset whose only error is in its file of facts."""
    finding = only_finding(dataset(parent, {"facts.yaml": broken.text}))

    broken.deserves(finding, "town/facts.yaml")
