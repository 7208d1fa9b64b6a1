"""Trade words, standard phrases and traps: read with the reference layer, held against it."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import Field, model_validator

from graph.load.catalog import Catalog
from graph.load.file_forms import Form
from graph.load.items import Item
from graph.load.places import FilePlace
from graph.load.report import FindingsReport
from graph.message import _
from graph.model.formats import broken
from graph.model.record import Id, Text
from graph.model.spelling import plain
from graph.model.synonyms import GROUNDS, ByName, Synonym, Synonyms, Trap, WordGround

_Words = Annotated[list[Text], Field(default_factory=list)]
_TRAP = "traps"
_PLAIN: tuple[WordGround, ...] = tuple(ground for ground in GROUNDS if ground != "hint")


class WordsForm(Form):
    """What a segment is called beside its name, by ground."""

    segment: Id
    trade: _Words
    short: _Words
    kind: _Words
    part: _Words
    phrase: _Words
    hint: dict[str, list[Text]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _says_something(self) -> "WordsForm":
        if not any(getattr(self, ground) for ground in GROUNDS):
            raise broken(_("没有写任何词"))
        if any(not context.strip("|") or not words for context, words in self.hint.items()):
            raise broken(_("hint 应为 语境: [词]"))
        return self


class TrapForm(Form):
    """Words that mean no segment, and why."""

    words: Annotated[list[Text], Field(min_length=1)]
    why: Text


class ByNameForm(Form):
    """Segments that have no other word, and why."""

    segments: Annotated[list[Id], Field(min_length=1)]
    why: Text


def read_synonyms(items: Iterable[Item], catalog: Catalog, to: FindingsReport) -> Synonyms:
    """The words among the items, in order of text; what contradicts goes to the report.

    A word may mean several segments only as a hint, each in its own context; it may not be the
    name of another segment, nor a trap. A segment that goes by its name has no words.
    """
    items = list(items)
    names = {
        _plain(word): id_
        for id_ in catalog.ids("segment")
        for word in catalog.words("segment", id_)
    }
    words: dict[tuple[str, str], Synonym] = {}
    traps: dict[str, Trap] = {}
    owners: dict[str, str] = {}
    spoken: dict[str, str] = {}
    for item in items:
        for place, found in _entries(item):
            key = _plain(found.text)
            if isinstance(found, Trap):
                traps.setdefault(key, found)
                clash = names.get(key) or spoken.get(key)
            else:
                _refuse_unknown(found.segment, place, catalog, to)
                clash = _TRAP if key in traps else _clash(found, names, owners)
                words.setdefault((found.text, found.segment), found)
                spoken.setdefault(key, found.segment)
                if found.ground != "hint":
                    owners.setdefault(key, found.segment)
            if clash is not None:
                _tell(found.text, clash, place, to)
    named = _by_name(items, {each.segment for each in words.values()}, catalog, to)
    return Synonyms(
        words=tuple(sorted(words.values(), key=lambda each: (each.text, each.segment))),
        traps=tuple(sorted(traps.values(), key=lambda each: each.text)),
        by_name=tuple(sorted(named, key=lambda each: each.segment)),
    )


def _entries(item: Item) -> Iterator[tuple[FilePlace, Synonym | Trap]]:
    match item.form:
        case WordsForm() as form:
            for ground in _PLAIN:
                for at, text in enumerate(getattr(form, ground)):
                    place = item.place.at(ground, at)
                    yield place, Synonym(text=text, segment=form.segment, ground=ground)
            for context, texts in form.hint.items():
                for at, text in enumerate(texts):
                    place = item.place.at("hint", context, at)
                    yield (
                        place,
                        Synonym(
                            text=text,
                            segment=form.segment,
                            ground="hint",
                            context=tuple(filter(None, context.split("|"))),
                        ),
                    )
        case TrapForm() as form:
            for at, text in enumerate(form.words):
                yield item.place.at("words", at), Trap(text=text, why=form.why)


def _by_name(
    items: Iterable[Item], spoken: Container[str], catalog: Catalog, to: FindingsReport
) -> Iterator[ByName]:
    """Every segment that is said to go by its name; one that has words is told."""
    for item in items:
        if isinstance(item.form, ByNameForm):
            for at, segment in enumerate(item.form.segments):
                place = item.place.at("segments", at)
                _refuse_unknown(segment, place, catalog, to)
                if segment in spoken:
                    to.add(place, _("环节 {segment} 另有词条，不是只凭名称", segment=segment))
                yield ByName(segment=segment, why=item.form.why)


def _plain(text: str) -> str:
    return "".join(plain(text).split())


def _clash(word: Synonym, names: Mapping[str, str], owners: Mapping[str, str]) -> str | None:
    """The other segment that has this word already, without a context."""
    if word.ground == "hint":
        return None
    for shelf in (names, owners):
        other = shelf.get(_plain(word.text))
        if other is not None and other != word.segment:
            return other
    return None


def _refuse_unknown(segment: str, place: FilePlace, catalog: Catalog, to: FindingsReport) -> None:
    if not catalog.has("segment", segment):
        to.add(
            place,
            _("没有 id 为“{segment}”的环节", segment=segment),
            catalog.nearest("segment", segment),
        )
        catalog.excuse(segment)


def _tell(text: str, other: str, place: FilePlace, to: FindingsReport) -> None:
    to.add(
        place,
        _("“{text}”已属于环节 {other}；只在某语境下成立的词请写入 hint", text=text, other=other),
    )
