"""All findings of a folder, collected to be told at once."""

from collections.abc import Sequence
from typing import NoReturn

from graph.errors import Finding, InvalidDataError
from graph.load.places import FilePlace
from graph.message import Message


class FindingsReport:
    """Collects findings; the reading goes on behind each."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []

    def add(self, place: FilePlace, message: Message, nearest: Sequence[str] = ()) -> None:
        """Note one broken rule."""
        self._findings.append(
            Finding(
                file=place.file,
                line=place.line,
                record=place.record,
                message=message,
                nearest=nearest,
            )
        )

    def close(self) -> None:
        """Raise `InvalidDataError` with all findings, if there are any."""
        if self._findings:
            self.refuse()

    def refuse(self) -> NoReturn:
        """Raise `InvalidDataError` with all findings, in order of place."""
        raise InvalidDataError(sorted(self._findings, key=_order))


def _order(finding: Finding) -> tuple[str, int, str]:
    return finding.file, finding.line or 0, finding.en
