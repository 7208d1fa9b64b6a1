"""Evidence in one line each: the sentence with its place, or the source with its reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from api.cli.say import Say
from graph.model import Document, Evidence, Source
from graph.model.facts import words_of

DOMAIN = "domain"
"""The source of what every engineer knows, without a page to cite."""


@dataclass(frozen=True, slots=True)
class EvidenceLines:
    """Tells evidence to a person; knows what documents and sources are called."""

    say: Say
    documents: Mapping[str, Document] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)

    def lines(self, evidence: Iterable[Evidence]) -> str:
        """Return all of it, one a line, the document's own sentences first, each once.

        Sources that say the same stand in one line.
        """
        lines: dict[str, None] = {}
        sources: dict[str, list[str]] = {}
        for each in evidence:
            if each.basis == "reference":
                named = sources.setdefault(each.note or "", [])
                named += [self._source(key) for key in (each.source or "").split(",")]
            else:
                lines[self._line(each)] = None
        comma = self.say("；")
        for note, named in sources.items():
            titles = comma.join(dict.fromkeys(named))
            lines[self.say("参考：") + f"{note} [{titles}]".strip()] = None
        return "\n".join(sorted(lines, key=lambda line: not line.startswith("“")))

    def _line(self, evidence: Evidence) -> str:
        if evidence.basis == "stated":
            place = self.say("第 {line} 行", line=evidence.line)
            return f"“{evidence.quote}” [{self._document(evidence.document)} {place}]"
        if evidence.basis == "reported":
            said = " ".join(filter(None, (evidence.by, evidence.as_of, evidence.note)))
            place = self.say("{table} 第 {row} 行", table=evidence.table, row=evidence.row)
            only = self.say("、").join(map(self.say, words_of(evidence.fields)))
            proves = self.say("（只说明{fields}）", fields=only) if only else ""
            return self.say("填报：") + f"{said}{proves} [{place}]"
        return evidence.note or self.say("推算")

    def _document(self, id_: str | None) -> str:
        found = self.documents.get(id_ or "")
        return found.title if found else id_ or ""

    def _source(self, key: str) -> str:
        if key.strip() == DOMAIN:
            return self.say("工程常识")
        found = self.sources.get(key.strip())
        return found.title if found else key.strip()
