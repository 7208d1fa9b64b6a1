"""What a page's form was asked, as the form shows it again; unchecked text, escaped on output."""

from dataclasses import dataclass

from graph.answers.shapes import Ref


@dataclass(frozen=True, slots=True)
class MissingQuery:
    """The question of `/missing` and `/why-not`: a segment and the terms, as they were typed."""

    segment: str = ""
    boundary: str = "traded"
    inputs: str = "material"
    horizon: str = "now"
    region: str = ""

    def terms(self) -> dict[str, str]:
        """The terms that differ from the default, for links that keep them."""
        defaults = MissingQuery()
        named = ("boundary", "inputs", "horizon", "region")
        asked = {name: getattr(self, name) for name in named}
        return {name: text for name, text in asked.items() if text != getattr(defaults, name)}


@dataclass(frozen=True, slots=True)
class GapFilters:
    """The filters of `/gaps`, as they were asked; empty means all."""

    chain: str = ""
    kind: str = ""
    origin: str = ""
    standing: str = ""
    sort: str = ""

    def asked(self) -> dict[str, str]:
        """The filters that are set."""
        named = ("chain", "kind", "origin", "standing", "sort")
        return {name: getattr(self, name) for name in named if getattr(self, name)}


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a question has no answer, with the nearest names where one was not found."""

    title: str
    detail: str
    suggestions: tuple[Ref, ...] = ()
