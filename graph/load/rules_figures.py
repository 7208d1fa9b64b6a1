"""Rules on figures: measure, binding, year and reading are those that their passages say."""

import re
from collections.abc import Iterable, Iterator, Mapping

from graph.load.entries import SourceEntry
from graph.load.places import FilePlace
from graph.load.report import FindingsReport
from graph.load.rules_statements import quotes
from graph.message import Listing, _
from graph.model import Document, Evidence, Indicator
from graph.model.vocabulary import Binding, Measure, Reading

_SAYS: Mapping[Measure, tuple[str, ...]] = {
    "annual_average": ("年均",),
    "cumulative": ("累计", "新增", "引进", "引入", "〔", "五年", "5年", "期间", "十三五", "十四五"),
}
"""Words of which a passage holds one, if its number is measured so."""
_CALLED: Mapping[Binding, str] = {"binding": "约束性", "expected": "预期性"}
_READ: Mapping[Reading, str] = {"actual": "现状", "target": "目标"}
"""The head of the column in which a table prints a number."""
_CLAUSE_END = re.compile("[，。；：\t]")
_AVERAGED, _ADDED = re.compile("年均"), re.compile("累计|新增|引进|引入")
_GROWN = re.compile("(?:增长|下降)[^，。；]{0,2}$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")


def refuse_wrong_figures(entries: Iterable[SourceEntry], to: FindingsReport) -> None:
    """What is said of an indicator is what its quotes and the clause of its number say."""
    listed = list(entries)
    texts = {
        each.record.id: each.record.text.split("\n")
        for each in listed
        if isinstance(each.record, Document)
    }
    for entry in listed:
        if isinstance(entry.record, Indicator):
            _refuse_wrong_measure(entry.record, texts, entry.place, to)
            _refuse_wrong_binding(entry.record, entry.place, to)
            _refuse_wrong_reading(entry.record, entry.place, to)
            _refuse_other_years(entry.record, entry.place, to)


def printed_at(figure: Indicator) -> Iterator[tuple[Evidence, int]]:
    """Its passages that print the number as one of its own, each with the place in the line."""
    whole = re.compile(rf"(?<![\d.]){re.escape(figure.printed)}(?![\d.])")
    for each in figure.evidence:
        found = whole.search(each.quote or "")
        if found and each.start is not None:
            yield each, each.start + found.start()


def _refuse_wrong_measure(
    figure: Indicator, texts: Mapping[str, list[str]], place: FilePlace, to: FindingsReport
) -> None:
    said = quotes(figure)
    words = _SAYS.get(figure.measure, ())
    if words and not any(word in each for each in said for word in words):
        to.add(
            place.at("measure"),
            _(
                "引文没有出现{words}，不能是 {measure}",
                words=Listing(words),
                measure=figure.measure,
            ),
        )
    named = _named_so(figure)
    if named is not None and named != figure.measure:
        to.add(
            place.at("name" if named == "annual_average" else "printed"),
            _("名称或印法说明 measure 应是 {measure}", measure=named),
            (named,),
        )
    for before in () if named else _before_the_number(figure, texts):
        told = _told_before(before)
        if told is not None and told != figure.measure:
            to.add(
                place.at("measure"),
                _(
                    "原文在这个数前面写“{words}”，measure 应是 {measure}",
                    words=before,
                    measure=told,
                ),
                (told,),
            )
            return


def _named_so(figure: Indicator) -> Measure | None:
    """The measure that the name (年均) or the print (〔〕) of a figure leaves, if one."""
    if "年均" in figure.name:
        return "annual_average"
    return "cumulative" if "〔" in figure.printed else None


def _before_the_number(figure: Indicator, texts: Mapping[str, list[str]]) -> Iterator[str]:
    """What the document says in the clause of the number before it, in or outside of the quote."""
    for passage, start in printed_at(figure):
        lines = texts.get(passage.document or "")
        if lines is not None and passage.line is not None:
            before = lines[passage.line - 1][:start]
            yield _CLAUSE_END.split(before)[-1]


def _told_before(words: str) -> Measure | None:
    if _AVERAGED.search(words):
        return "annual_average"
    if _ADDED.search(words):
        return "cumulative"
    return "growth" if _GROWN.search(words) else None


def _refuse_wrong_binding(figure: Indicator, place: FilePlace, to: FindingsReport) -> None:
    said = quotes(figure)
    if figure.binding and not any(_CALLED[figure.binding] in each for each in said):
        to.add(place.at("binding"), _("引文没有出现“{called}”", called=_CALLED[figure.binding]))


def _refuse_wrong_reading(figure: Indicator, place: FilePlace, to: FindingsReport) -> None:
    """No number of the column 现状 is a target, none of the column 目标 an actual."""
    for reading, head in _READ.items():
        if figure.actual_or_target != reading and any(head in each for each in quotes(figure)):
            to.add(
                place.at("actual_or_target"),
                _("引文写的是“{head}”，应是 {reading}", head=head, reading=reading),
                (reading,),
            )


def _refuse_other_years(figure: Indicator, place: FilePlace, to: FindingsReport) -> None:
    """A year that a quote prints is that of the figure, or lies in its period."""
    span = figure.period
    first, last = (span.start, span.end) if span else (figure.year, figure.year)
    for each in quotes(figure):
        for year in _YEAR.findall(each):
            if not first <= int(year) <= last:
                to.add(
                    place.at("year"),
                    _("引文写的是 {said} 年，这里是 {year} 年", said=year, year=figure.year),
                    (year,),
                )
                return


def refuse_later_actuals(entries: Iterable[SourceEntry], to: FindingsReport) -> None:
    """No document states what is, of a year after its own."""
    listed = list(entries)
    dated = {
        each.record.id: (int(each.record.date[:4]), each.place)
        for each in listed
        if isinstance(each.record, Document) and each.record.date is not None
    }
    for entry in listed:
        figure = entry.record
        if not isinstance(figure, Indicator) or figure.actual_or_target != "actual":
            continue
        for name in sorted({each.document for each in figure.evidence if each.document in dated}):
            year, where = dated[name]
            if figure.year > year:
                to.add(
                    entry.place.at("year"),
                    _(
                        "{year} 年的现值，文件却是 {year_} 年的（{where}）",
                        year=figure.year,
                        year_=year,
                        where=where,
                    ),
                )
