"""One run of a command: its settings, its store, how it answers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import seeds
from api.cli.evidence import EvidenceLines
from api.cli.progress import progress
from api.cli.say import Say
from api.cli.streams import json_bytes, note, write, write_bytes
from api.columns import KeptColumns
from api.queries import Question
from api.settings import Settings, columns_folder, default_imports, default_tokens
from api.wanted import PageWanted, TermsWanted
from api.workspaces import Workspaces
from graph.model import Record
from graph.store import open_store
from graph.store.contract import GraphStore, Version


@dataclass(frozen=True, slots=True)
class Session:
    """What a command works with."""

    settings: Settings
    say: Say
    as_json: bool = False
    announce_store: bool = False
    terms: TermsWanted = field(default_factory=TermsWanted)
    page: PageWanted = field(default_factory=PageWanted)
    version: int | None = None

    @property
    def tokens_file(self) -> Path:
        """Where the tokens are, or will be."""
        return self.settings.tokens or default_tokens()

    @property
    def imports_folder(self) -> Path:
        """Where templates and further headers of imports are, or will be."""
        return self.settings.imports or default_imports()

    @contextmanager
    def store(self) -> Iterator[GraphStore]:
        """The store, created if need be, closed in the end."""
        if self.announce_store:
            note(self.say("存储：") + self.settings.store)
        login, folder = self.settings.login, columns_folder()
        with open_store(self.settings.store, login=login, columns=folder) as store:
            yield store

    @contextmanager
    def filled_store(self) -> Iterator[GraphStore]:
        """The store; a new one is filled from the shipped dataset first."""
        with self.store() as store:
            if not store.datasets():
                self._fill(store)
            yield store

    @contextmanager
    def asking(self) -> Iterator[Question]:
        """A question about the version that is shown, under the terms that were given."""
        with self.filled_store() as store:
            columns = KeptColumns(store, warn=lambda message: note(self.say(message)))
            workspaces = Workspaces(store, self.settings.dataset, columns=columns)
            shown = self.shown(workspaces)
            with progress(self.say("正在编译网络…")):
                ws = workspaces.at(shown)
            days = self.settings.stage_days
            yield Question(ws, self.say.lang, self.terms, self.page, days, workspaces=workspaces)

    def shown(self, workspaces: Workspaces) -> Version:
        """The version that was asked for, else the current one; of a past one it says so.

        Raises `UnknownVersionError` for one that is still to come, `VersionGoneError` for one that
        the store keeps no longer.
        """
        current = workspaces.current(None)
        found = workspaces.numbered(current, self.version)
        if found.number != current.number:
            note(
                self.say(
                    "这是第 {n} 版（{day}），现行的是第 {current} 版。",
                    n=found.number,
                    day=found.at[:10],
                    current=current.number,
                )
            )
        return found

    def cited(self, question: Question) -> EvidenceLines:
        """What tells the evidence of an answer."""
        facts = question.ws.facts
        return EvidenceLines(self.say, facts.documents, facts.sources)

    def answer(self, body: Record, text: Callable[[], str]) -> None:
        """Print the body as JSON, or the text that tells it to a person."""
        if self.as_json:
            write_bytes(json_bytes(body.model_dump_json()))
        else:
            write(text())

    def _fill(self, store: GraphStore) -> None:
        from api.publishing import publish  # noqa: PLC0415 - only a new store needs it
        from graph.load import load_dataset  # noqa: PLC0415

        note(self.say("新存储，先载入随附数据集 {shipped}", shipped=seeds.SHIPPED))
        with progress(self.say("正在载入…")):
            publish(store, store.load(load_dataset(seeds.FOLDER / seeds.SHIPPED)))
