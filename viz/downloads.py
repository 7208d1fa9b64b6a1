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
        """Whether it holds the graph; the others are tables."""
        return self.name.startswith("graph.")


def exports_page(chrome: Chrome, files: tuple[Download, ...], chain: str) -> str:
    """`/exports?chain=`: every file, what it is for, and where to get it."""
    return render("exports.html", chrome, files=files, chain=chain)
