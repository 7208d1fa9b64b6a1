"""The page of files to take away."""

from dataclasses import dataclass

from viz.chrome import Chrome
from viz.render import render


@dataclass(frozen=True, slots=True)
class Download:
    """A file by its name; `by_chain` where it can be had of one chain."""

    name: str
    by_chain: bool

    @property
    def is_graph(self) -> bool:
        """Whether it holds the graph."""
        return self.name.startswith("graph.")

    @property
    def is_report(self) -> bool:
        """Whether it is a document to read; what is neither this nor a graph is a table."""
        return self.name.startswith("chain-report.")


def exports_page(chrome: Chrome, files: tuple[Download, ...], chain: str) -> str:
    """`/exports?chain=`: every file, what it is for, and where to get it."""
    return render("exports.html", chrome, files=files, chain=chain)
