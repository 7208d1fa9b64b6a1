"""Names of a table against the names that are known: exact, alias, normalised, then near ones."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz import fuzz, process

from graph.model import Facts, RecordType
from graph.model.facts import FIELD_OF_TYPE
from graph.model.firm_names import PROVINCES, branch_of, firm_core, places_of
from graph.model.names import fold, simplified

How = Literal["id", "name", "normalised", "chosen"]
MUST_CONFIRM = 80
"""From this likeness (0 to 100) on, a person says whether it is the same firm."""
WORTH_SHOWING = 55
MOST_CANDIDATES = 5
_COMMON = 200
"""A pair of characters in so many names tells them apart no longer (机械, 合川)."""
_CHAIN = re.compile(r"(?<=.)(?:产业链|产业集群|产业|链)$")
_CITY = re.compile(r"^[^市县区]{2,5}市(?=[^市]{2,})")
_ASIDE = re.compile(r"(.{2,}?) ?[(（][^()（）]{1,40}[)）]")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that a name may mean, and how alike the names are (0 to 100)."""

    id: str
    name: str
    score: int


@dataclass(frozen=True, slots=True)
class Match:
    """What a name means: an id and how it was found, or none and who comes near."""

    id: str | None
    how: How | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(slots=True)
class Names:
    """The names of one type of record; firms are also known without legal form and place."""

    type: RecordType
    places: tuple[str, ...] = ()
    _called: dict[str, str] = field(default_factory=dict)
    _exact: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _cores: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _pairs: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _branches: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, record_id: str, name: str, others: Iterable[str] = ()) -> None:
        """Note what a record is called; it comes near to nothing yet.

        What a table names beside one another is told apart by whoever wrote it.
        """
        self._called.setdefault(record_id, name)
        for each in (name, *others):
            self._exact[_key(each)].add(record_id)
            self._cores[self._core(each)].add(record_id)
            if self.type == "enterprise" and (firm := branch_of(each, self.places)):
                self._branches[firm].add(record_id)

    def pair(self) -> None:
        """Let all names noted so far be found by what is like them."""
        for core in self._cores:
            for pair in _pairs(core):
                self._pairs[pair].add(core)

    def find(self, text: str) -> Match:
        """Say what a text means; several records of one name leave it open."""
        found = self.exactly(text)
        if found.id is not None:
            return found
        exact = self._exact.get(_key(text), set())
        alike = exact or self._cores.get(self._core(text), set())
        if len(alike) == 1:
            return Match(next(iter(alike)), "normalised")
        if alike:
            return Match(None, None, tuple(self._candidate(each, 100) for each in sorted(alike)))
        inside = self._exact.get(self._inside(text), set())
        if len(inside) == 1:
            return Match(next(iter(inside)), "normalised")
        near = self._whose_branch(text) or self._branches_of(text)
        near = near or self._without_aside(text) or self.near(text)
        return Match(None, None, near)

    def _inside(self, text: str) -> str:
        """A region of the district without the district before it, as in 青溪县河湾园区."""
        core = self._core(text) if self.type == "region" else ""
        own = (each for each in self.places if each[-1] in "区县市旗" and core.startswith(each))
        return core.removeprefix(next(own, core))

    def _whose_branch(self, text: str) -> tuple[Candidate, ...]:
        """The firms whose branch a text may name, for a person to say so."""
        core = branch_of(text, self.places) if self.type == "enterprise" else ""
        return tuple(self._candidate(each, 95) for each in sorted(self._cores.get(core, ())))

    def _branches_of(self, text: str) -> tuple[Candidate, ...]:
        """The firms that seem to be branches of the one that a text names, met before it."""
        found = self._branches.get(self._core(text), set()) if self._branches else set()
        return tuple(self._candidate(each, 95) for each in sorted(found))[:MOST_CANDIDATES]

    def _without_aside(self, text: str) -> tuple[Candidate, ...]:
        """The firms that are called so without what stands in brackets behind, such as 母公司."""
        found = _ASIDE.fullmatch(text) if self.type == "enterprise" else None
        core = self._core(found[1]) if found else ""
        return tuple(self._candidate(each, 95) for each in sorted(self._cores.get(core, ())))

    def exactly(self, text: str) -> Match:
        """Say what a text means by id or name alone."""
        if text in self._called:
            return Match(text, "id")
        exact = self._exact.get(_key(text), set())
        how: How = "name" if simplified(text) == text else "normalised"
        return Match(next(iter(exact)), how) if len(exact) == 1 else Match(None)

    def near(self, text: str) -> tuple[Candidate, ...]:
        """List the records whose names are like a text, the likest first."""
        core = self._core(text)
        scores: dict[str, int] = {}
        likest = process.extract(
            core, self._sharing(core), scorer=fuzz.ratio, score_cutoff=WORTH_SHOWING, limit=10
        )
        for other, score, _ in likest:
            if _DIGITS.findall(core) == _DIGITS.findall(other):  # else it is another name
                for record_id in self._cores[other]:
                    scores[record_id] = max(round(score), scores.get(record_id, 0))
        ranked = sorted(scores.items(), key=lambda each: (-each[1], each[0]))
        return tuple(self._candidate(*each) for each in ranked[:MOST_CANDIDATES])

    def name(self, record_id: str) -> str:
        """What a record is called."""
        return self._called[record_id]

    def __contains__(self, record_id: str) -> bool:
        return record_id in self._called

    def _candidate(self, record_id: str, score: int) -> Candidate:
        return Candidate(record_id, self._called[record_id], score)

    def _core(self, text: str) -> str:
        if self.type == "enterprise":
            return firm_core(text, self.places)
        if self.type == "region":
            whole = _key(text)
            province = PROVINCES.match(whole)
            core = (whole[province.end() :] if province else whole) or whole
            return _CITY.sub("", core) if province else core
        return _CHAIN.sub("", _key(text)) if self.type == "chain" else _key(text)

    def _sharing(self, core: str) -> Sequence[str]:
        """The names with the most rare pairs of characters in common."""
        shared: Counter[str] = Counter()
        for pair in _pairs(core):
            cores = self._pairs.get(pair, set())
            if len(cores) <= _COMMON:
                shared.update(cores)
        return [each for each, _ in shared.most_common(50)]


def _key(text: str) -> str:
    return fold(simplified(text))


def _pairs(core: str) -> Iterator[str]:
    if len(core) < 2:
        yield core
    for at in range(len(core) - 1):
        yield core[at : at + 2]


def names_of(facts: Facts, kind: RecordType) -> Names:
    """Index every name of one type of record."""
    found = Names(kind, places_of(facts) if kind in ("enterprise", "region") else ())
    said = _mentioned(facts) if kind == "segment" else {}
    for record in getattr(facts, FIELD_OF_TYPE[kind]).values():
        english = getattr(record, "name_en", None)
        others = (*getattr(record, "aliases", ()), *said.get(record.id, ()))
        found.add(record.id, record.name, (*others, english) if english else others)
    found.pair()
    return found


def _mentioned(facts: Facts) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for mention in facts.mentions.values():
        if mention.name:
            found[mention.segment].append(mention.name)
    return found
