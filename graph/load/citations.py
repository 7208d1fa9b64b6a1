"""Quotes of a file to evidence with line and span."""

from dataclasses import dataclass

from graph.load.catalog import Catalog
from graph.load.documents import Documents
from graph.load.forms_facts import QuoteForm
from graph.load.places import FilePlace
from graph.load.quotes import Lines, Span
from graph.load.report import FindingsReport
from graph.message import _
from graph.model import Evidence


@dataclass(frozen=True, slots=True)
class Citations:
    """Looks quotes up in the documents of a dataset."""

    documents: Documents
    catalog: Catalog
    report: FindingsReport

    def evidence(self, form: QuoteForm, place: FilePlace, default: str | None) -> Evidence:
        """The quote with its span; without one, and told, where it cannot be found."""
        document = self._document(form, place, default)
        span = self._span(form, place, document) if document is not None else None
        return Evidence(
            basis="stated",
            document=document,
            quote=form.quote,
            line=span.line if span else None,
            start=span.start if span else None,
            end=span.end if span else None,
            why=form.why,
        )

    def _document(self, form: QuoteForm, place: FilePlace, default: str | None) -> str | None:
        known = self.catalog.ids("document")
        named = form.document or default or (known[0] if len(known) == 1 else None)
        if named is None:
            self.report.add(
                place,
                _("数据集没有文件可供引用")
                if not known
                else _("数据集有多个文件，引文须写 document"),
                known,
            )
        elif not self.catalog.has("document", named):
            self.report.add(
                place.at("document"),
                _("没有 id 为“{named}”的文件", named=named),
                self.catalog.nearest("document", named),
            )
        return named

    def _span(self, form: QuoteForm, place: FilePlace, document: str) -> Span | None:
        lines = self.documents.texts.get(document)
        if lines is None:
            return None
        spans = lines.spans(form.quote)
        if not spans:
            self._not_found(form.quote, place, lines)
            return None
        wanted = [span for span in spans if form.line in (None, span.line)]
        if form.nth is not None:
            wanted = wanted[form.nth - 1 : form.nth]
        if len(wanted) != 1:
            self._not_one(form, place, spans, wanted)
            return None
        return wanted[0]

    def _not_found(self, quote: str, place: FilePlace, lines: Lines) -> None:
        near = lines.nearest(quote)
        self.report.add(
            place,
            _("文件中没有这段引文：“{quote}”", quote=quote),
            [f"{near[0]}: {near[1]}"] if near else [],
        )

    def _not_one(
        self, form: QuoteForm, place: FilePlace, spans: list[Span], wanted: list[Span]
    ) -> None:
        candidates = _candidates(spans)
        if wanted:
            message = _(
                "引文“{quote}”出现 {count} 次，须写 line（同一行多次时再写 nth）",
                quote=form.quote,
                count=len(spans),
            )

        else:
            message = _("引文“{quote}”不在所写的 line / nth 处", quote=form.quote)

        self.report.add(place, message, candidates)


def _candidates(spans: list[Span]) -> list[str]:
    """Every place as it may be written in the file."""
    found: list[str] = []
    for span in spans:
        same = [each for each in spans if each.line == span.line]
        nth = f", nth: {same.index(span) + 1}" if len(same) > 1 else ""
        found.append(f"line: {span.line}{nth}")
    return found
