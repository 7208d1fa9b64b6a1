"""The folder of what is kept for imports: further headers, and templates by name."""

import re
from dataclasses import dataclass
from pathlib import Path

from graph.errors import BadParameterError, UnknownNameError
from graph.exchange.read.choices import TableChoices
from graph.exchange.read.saved import ImportTemplate, synonyms_in, template_in, written_template

HEADERS = "headers.yaml"
_NAME = re.compile(r"[^\s./\\:*?\"<>|\x00-\x1f][^/\\:*?\"<>|\x00-\x1f]{0,59}")
_MOST = 200


@dataclass(frozen=True, slots=True)
class SavedChoices:
    """Templates and further headers in a folder; null keeps nothing."""

    folder: Path | None

    @property
    def names(self) -> tuple[str, ...]:
        """The templates, by name."""
        found = self.folder / "templates" if self.folder else None
        if found is None or not found.is_dir():
            return ()
        return tuple(sorted(each.stem for each in found.glob("*.yaml"))[:_MOST])

    def template(self, name: str) -> ImportTemplate:
        """Read a template; raise `UnknownNameError` for none of this name."""
        if name not in self.names:
            raise UnknownNameError(name=name[:60], what="template", suggestions=self.names[:10])
        return template_in(self._file(name).read_text("utf-8-sig", "replace"), name)

    def keep(self, name: str, choices: TableChoices) -> None:
        """Keep choices under a name; raise `BadParameterError` for no name or too many."""
        full = len(self.names) >= _MOST and name not in self.names
        if self.folder is None or full or not _NAME.fullmatch(name):
            raise BadParameterError(
                parameter="template", value=name[:60], allowed="a–z 汉字 0–9 _ -"
            )
        file = self._file(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(written_template(choices), "utf-8")

    def extended(self, choices: TableChoices) -> TableChoices:
        """The choices, with the further headers of the folder, if it has any."""
        file = self.folder / HEADERS if self.folder else None
        if file is None or not file.is_file():
            return choices
        return choices.over(
            TableChoices(synonyms=synonyms_in(file.read_text("utf-8-sig", "replace"), HEADERS))
        )

    def _file(self, name: str) -> Path:
        assert self.folder is not None  # noqa: S101 - asked before
        return self.folder / "templates" / f"{name}.yaml"
