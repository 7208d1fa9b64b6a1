"""What a page's form was asked, as the form shows it again; unchecked text, escaped on output."""

from dataclasses import dataclass

from graph.answers.shapes import Ref


@dataclass(frozen=True, slots=True)
class TermsQuery:
    """The terms of a question, as they were typed."""

    boundary: str = "traded"
    inputs: str = "material"
    horizon: str = "now"
    region: str = ""

    def terms(self) -> dict[str, str]:
        """The terms that differ from the default, for links that keep them."""
        defaults = TermsQuery()
        named = ("boundary", "inputs", "horizon", "region")
        asked = {name: getattr(self, name) for name in named}
        return {name: text for name, text in asked.items() if text != getattr(defaults, name)}


@dataclass(frozen=True, slots=True)
class MissingQuery(TermsQuery):
    """The question of `/missing` and `/why-not`: a segment and the terms."""

    segment: str = ""


@dataclass(frozen=True, slots=True)
class GapFilters(TermsQuery):
    """The filters and terms of `/gaps`, as they were asked; an empty filter means all."""

    chain: str = ""
    kind: str = ""
    origin: str = ""
    standing: str = ""
    product: str = ""
    sort: str = ""
    need: str = ""
    rows: str = ""

    def asked(self) -> dict[str, str]:
        """The filters that are set, and the terms that differ from the default."""
        named = ("chain", "kind", "origin", "standing", "product", "sort", "need", "rows")
        filters = {name: getattr(self, name) for name in named if getattr(self, name)}
        return filters | self.terms()


UNCITED = "uncited"
"""Asks the plan reader for the sentences that no fact cites."""


@dataclass(frozen=True, slots=True)
class ReaderQuery:
    """What the plan reader marks: facts of a chain, of a type; empty means all.

    `span` is the place within `line` that somebody was led to: start and end, end exclusive.
    `passage` is the line and the start of the piece whose facts are opened.
    """

    chain: str = ""
    type: str = ""
    line: int | None = None
    span: tuple[int, int] | None = None
    passage: str = ""

    def opening(self, key: str) -> dict[str, str]:
        """The query of an address that opens the facts of a piece, all else as it is."""
        line, span = (str(self.line or ""), self.span and "{}-{}".format(*self.span))
        asked = {"chain": self.chain, "type": self.type, "line": line, "span": span or ""}
        return {**asked, "passage": key.removeprefix("p")}

    def asked(self) -> bool:
        """Whether something is left unmarked."""
        return bool(self.chain or self.type)


@dataclass(frozen=True, slots=True)
class PageProblem:
    """Why a question has no answer, with the nearest names where one was not found."""

    title: str
    detail: str
    suggestions: tuple[Ref, ...] = ()


ADVISED = (404, 410, 422, 500, 503)
"""Statuses that `viz.texts.errors` has an advice for."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do about a problem: by its status; `name` is what was not found, if it has one."""

    status: int
    name: str = ""

    @property
    def known(self) -> bool:
        """Whether there is one."""
        return self.status in ADVISED
