"""Where in the files something stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.load.yaml_marks import YamlPath


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A path in a file, with the record that it belongs to; `file` is as the report names it."""

    file: str
    lines: Mapping[YamlPath, int]
    path: YamlPath = ()
    record: str | None = None

    @property
    def line(self) -> int | None:
        """The line, from 1; of a path that the file does not hold, that of what holds it."""
        for length in range(len(self.path), -1, -1):
            line = self.lines.get(self.path[:length])
            if line is not None:
                return line
        return None

    def at(self, *steps: str | int) -> "FilePlace":
        """A place further down."""
        return FilePlace(self.file, self.lines, self.path + steps, self.record)

    def on(self, line: int) -> "FilePlace":
        """The same file, on a line found without its paths."""
        return FilePlace(self.file, {(): line}, record=self.record)

    def of(self, record: str) -> "FilePlace":
        """The same place, as part of `record`."""
        return FilePlace(self.file, self.lines, self.path, record)

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"
