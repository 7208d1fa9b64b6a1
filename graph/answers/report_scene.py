"""What every part of a report is written against, and the numbers of its quotes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from graph.answers.called import RefName
from graph.answers.gaps import gaps
from graph.answers.shapes import GapItem, Ref
from graph.answers.shapes.report import ReportQuote, ReportSentence
from graph.answers.workspace import Workspace
from graph.message import Listing, Message, _
from graph.model import Chain, Evidence
from graph.model.vocabulary import Lang
from graph.network.terms import Terms

CITED = 6
"""How many quotes stand behind one sentence at most."""
PROVING = ("stated", "reported")
"""What is quoted. Sources of the recipes stand behind what is computed, in the program."""


@dataclass(frozen=True)
class ReportScene:
    """One report: the facts, the terms, the language, the chain or none for all of them.

    Quotes are numbered as they are cited.
    """

    ws: Workspace
    terms: Terms
    lang: Lang
    chain: Chain | None
    numbers: dict[Evidence, int] = field(default_factory=dict)

    @property
    def chains(self) -> list[Chain]:
        """The chains that the report is about, in the order of the document."""
        every = self.ws.facts.chains.values()
        ordered = sorted(every, key=lambda each: (each.order, each.id))
        return [each for each in ordered if self.chain in {None, each}]

    @cached_property
    def gaps(self) -> tuple[GapItem, ...]:
        """The rows of the gap list, in its order."""
        chain = self.chain.id if self.chain else None
        return gaps(self.ws, self.terms, self.lang, chain=chain).items

    def stated(
        self, text: Message | str, evidence: Iterable[Evidence], *, computed: bool = False
    ) -> ReportSentence:
        """A sentence with the numbers of what proves it."""
        shown = text if isinstance(text, str) else text.text(self.lang)
        return ReportSentence(text=shown, cites=self._cited(evidence), computed=computed)

    def computed(self, text: Message | str, evidence: Iterable[Evidence] = ()) -> ReportSentence:
        """A sentence that is worked out; what it rests on by name is cited all the same."""
        return self.stated(text, evidence, computed=True)

    def name(self, ref: Ref) -> str:
        """The name of a record in the language of the report."""
        return RefName(ref).text(self.lang)

    def quotes(self) -> tuple[ReportQuote, ...]:
        """What was cited, in the order of its numbers."""
        return tuple(
            ReportQuote(number=number, where=self._where(each), evidence=each)
            for each, number in self.numbers.items()
        )

    def _cited(self, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        proving = dict.fromkeys(each for each in evidence if each.basis in PROVING)
        chosen = list(proving)[:CITED]
        return tuple(self.numbers.setdefault(each, len(self.numbers) + 1) for each in chosen)

    def _where(self, evidence: Evidence) -> str:
        if evidence.basis == "stated":
            found = self.ws.facts.documents.get(evidence.document or "")
            title = found.title if found else evidence.document
            return _("{title}，第{line}行", title=title, line=evidence.line).text(self.lang)
        where: Message | str = evidence.table or evidence.by or ""
        if evidence.row is not None:
            where = _("{table}第{row}行", table=where, row=evidence.row)
        told = [each for each in (where, evidence.as_of) if each]
        return _("填报：{told}", told=Listing(told, _("，"))).text(self.lang)
