"""What an assistant asks, read into the questions that routes and commands ask."""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from api.queries import Question
from api.settings import Settings
from api.wanted import PageWanted, ReadingWanted, TermsWanted, Wanted
from api.workspaces import Workspaces
from graph.answers import Workspace
from graph.model.vocabulary import Lang
from graph.store.contract import Version

W = TypeVar("W", bound=Wanted)


@dataclass(frozen=True)
class Asking:
    """A call of a tool: `said` holds the fields of every model that the tool asks for."""

    workspaces: Workspaces
    settings: Settings
    said: Wanted

    def of(self, model: type[W]) -> W:
        """The part of what was said that one question is made of."""
        told = self.said.model_dump(by_alias=True)
        names = {field.alias or name for name, field in model.model_fields.items()}
        return model.model_validate({name: told[name] for name in names & told.keys()})

    @cached_property
    def version(self) -> Version:
        """The version asked, by default the current one; raises as `Workspaces` does."""
        about = self.of(ReadingWanted)
        return self.workspaces.numbered(self.workspaces.current(about.dataset), about.version)

    @property
    def ws(self) -> Workspace:
        """The compiled network."""
        return self.workspaces.at(self.version)

    @property
    def lang(self) -> Lang:
        """The language of the answer."""
        return self.of(ReadingWanted).lang or self.settings.lang

    @property
    def question(self) -> Question:
        """The question, under the terms and with the page that were asked for."""
        terms, page = self.of(TermsWanted), self.of(PageWanted)
        return Question(self.ws, self.lang, terms, page, self.settings.stage_days)
