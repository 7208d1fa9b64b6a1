"""Rules on what a fact takes from its passage: urgency, measure, binding, roles, years."""

from collections.abc import Iterable, Mapping

from graph.load.entries import SourceEntry
from graph.load.places import FilePlace
from graph.load.report import FindingsReport
from graph.load.urgency import urgency_of
from graph.message import Listing, _
from graph.model import Document, Fact, Gap, Indicator, Role
from graph.model.vocabulary import Binding, Measure

_SAYS: Mapping[Measure, tuple[str, ...]] = {
    "annual_average": ("年均",),
    "cumulative": ("累计", "新增", "〔", "五年", "5年", "期间", "十三五", "十四五"),
}
"""Words of which a passage holds one, if its number is measured so."""
_CALLED: Mapping[Binding, str] = {"binding": "约束性", "expected": "预期性"}


def quotes(fact: Fact) -> list[str]:
    """The passages of a fact."""
    return [each.quote for each in fact.evidence if each.quote is not None]


def refuse_wrong_urgency(entries: Iterable[SourceEntry], to: FindingsReport) -> None:
    """A stated gap is as urgent as the strongest of its quotes asks."""
    for entry in entries:
        gap = entry.record
        if isinstance(gap, Gap) and gap.urgency != (found := urgency_of(quotes(gap))):
            to.add(
                entry.place.at("urgency"),
                _(
                    "引文的措辞对应 urgency {found}，这里是 {urgency}",
                    found=found,
                    urgency=gap.urgency,
                ),
                (str(found),),
            )


def refuse_wrong_measures(entries: Iterable[SourceEntry], to: FindingsReport) -> None:
    """The quotes of an indicator say how it is measured, and how it binds."""
    for entry in entries:
        if isinstance(entry.record, Indicator):
            _refuse_wrong_measure(entry.record, entry.place, to)


def _refuse_wrong_measure(figure: Indicator, place: FilePlace, to: FindingsReport) -> None:
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
    for measure in ("annual_average", "cumulative"):
        if figure.measure != measure and _named_so(figure, measure):
            to.add(
                place.at("name" if measure == "annual_average" else "printed"),
                _("名称或印法说明 measure 应是 {measure}", measure=measure),
                (measure,),
            )
    if figure.binding and not any(_CALLED[figure.binding] in each for each in said):
        to.add(place.at("binding"), _("引文没有出现“{called}”", called=_CALLED[figure.binding]))


def _named_so(figure: Indicator, measure: str) -> bool:
    """Whether the name (年均) or the print (〔〕) of a figure leaves no other measure."""
    return "年均" in figure.name if measure == "annual_average" else "〔" in figure.printed


def refuse_second_roles_alike(entries: Iterable[SourceEntry], to: FindingsReport) -> None:
    """A second role of a firm in a chain says another word; one item holds all quotes of one."""
    first: dict[tuple[str, str, str], FilePlace] = {}
    for entry in entries:
        role = entry.record
        if isinstance(role, Role):
            key = (role.chain, role.enterprise, role.role)
            other = first.setdefault(key, entry.place)
            if other is not entry.place and role.nth > 1:
                to.add(
                    entry.place.at("role"),
                    _("角色“{role}”已见于 {other}", role=role.role, other=other),
                )


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
