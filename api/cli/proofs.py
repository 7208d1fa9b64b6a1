"""Evidence in one line each: the sentence with its place, or the source with its reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from api.cli.say import Say
from graph.model import Document, Evidence, Source


@dataclass(frozen=True, slots=True)
class Proofs:
    """Tells evidence to a person; knows what documents and sources are called."""

    say: Say
    documents: Mapping[str, Document] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)

    def lines(self, evidence: Iterable[Evidence]) -> str:
        """Return all of it, one a line, the document's own sentences first, each once."""
        sorted_ = sorted(evidence, key=lambda each: each.basis != "stated")
        return "\n".join(dict.fromkeys(self.line(each) for each in sorted_))

    def line(self, evidence: Evidence) -> str:
        """Return one piece of evidence."""
        if evidence.basis == "stated":
            place = self.say("第 {} 行", "line {}").format(evidence.line)
            return f"“{evidence.quote}” [{self._document(evidence.document)} {place}]"
        if evidence.basis == "reported":
            said = " ".join(filter(None, (evidence.by, evidence.as_of, evidence.note)))
            place = self.say("{} 第 {} 行", "{} row {}").format(evidence.table, evidence.row)
            return self.say("填报：", "reported: ") + f"{said} [{place}]"
        if evidence.basis == "derived":
            return self.say("推算：", "derived: ") + (evidence.note or "")
        source = ", ".join(self._source(key) for key in (evidence.source or "").split(","))
        return self.say("参考：", "reference: ") + " ".join(
            filter(None, (evidence.note, f"[{source}]"))
        )

    def _document(self, id_: str | None) -> str:
        found = self.documents.get(id_ or "")
        return found.title if found else id_ or ""

    def _source(self, key: str) -> str:
        found = self.sources.get(key.strip())
        return found.title if found else key.strip()
