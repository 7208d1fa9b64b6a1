"""The parts of a report that say what is lacking, what hangs on one firm, and what to settle."""

from collections.abc import Iterator
from itertools import chain as in_turn
from itertools import islice, zip_longest

from graph.answers.audit import audit
from graph.answers.called import names
from graph.answers.chains import gap_chains
from graph.answers.concerns import concerned_chains
from graph.answers.dependence import dependence
from graph.answers.report_scene import ReportScene
from graph.answers.shapes import AuditItem, DependenceItem, GapItem, Ref
from graph.answers.shapes.report import ReportSection, ReportSentence
from graph.answers.verify import verify
from graph.answers.words import NEED, STANDING, gap_kind
from graph.message import Listing, Message, _
from graph.model import AnyRecord
from graph.model.facts import FIELD_OF_TYPE

FIRST, SINGLE, MATTERS = 5, 5, 3


def first_gaps(on: ReportScene) -> ReportSection:
    """首要缺口: the first rows of the gap list, each with the sentence behind it."""
    told = [
        each.model_copy(update={"goes_on": place > 0})
        for item in on.gaps[:FIRST]
        for place, each in enumerate(_gap(on, item))
    ]
    none = _("补链清单里没有这里的条目：没有写明的缺口，按已有配方也没有推算出缺口。")
    return ReportSection(
        code="gaps",
        heading=_("首要缺口").text(on.lang),
        sentences=tuple(told) or (on.computed(none),),
    )


def _gap(on: ReportScene, item: GapItem) -> Iterator[ReportSentence]:
    parts: list[Message | str] = [
        gap_kind(item.kind, item.standing, on.lang),
        STANDING[on.lang][item.standing],
    ]
    if item.need != "none":
        parts.append(NEED[on.lang][item.need])
    if item.blocks:
        parts.append(_("在等它的：{products}", products=names(item.blocks, most=4)))
    if item.candidates:
        parts.append(_("可能的生产者：{firms}", firms=names(item.candidates, most=4)))
    if item.priority:
        score = f"{item.priority.score:.1f}"
        parts.append(_("优先级第 {rank} 位，{score} 分", rank=item.priority.rank, score=score))
    told = _("{name}：{parts}。", name=item.name, parts=Listing(parts, _("，")))
    yield on.computed(told)
    quoted = next((each for each in item.evidence if each.quote), None)
    if quoted:
        yield on.stated(_("原文：“{quote}”。", quote=quoted.quote), [quoted])
    if item.settles:
        yield on.computed(_("了结条件：{settles}。", settles=item.settles))


def single_points(on: ReportScene) -> ReportSection:
    """单点: segments of which one maker is named, those on which most hangs first."""
    chain = on.chain.id if on.chain else None
    found = dependence(on.ws, on.terms, chain=chain, part=slice(SINGLE))
    told = [_single(on, each) for each in found.items if each.single_makers]
    if told and found.single > len(told):
        told.append(
            on.computed(_("这样的环节共 {n} 个，以上是前 {m} 个。", n=found.single, m=len(told)))
        )
    if told:
        told.append(on.computed(_("只点名一家不等于只有一家：名录核实之前，只按点名的企业看。")))
    elif found.total:
        told.append(on.computed(_("已知在产的 {n} 个环节，都不止一家。", n=found.total)))
    else:
        told.append(on.computed(_("没有已知在产企业的环节，单点无从看起：先核实谁在产什么。")))
    return ReportSection(
        code="single", heading=_("只点名一家的环节").text(on.lang), sentences=tuple(told)
    )


def _single(on: ReportScene, item: DependenceItem) -> ReportSentence:
    firm = item.single_makers[0]
    made = on.ws.makers.get(item.segment.id, ())
    evidence = [each for fact in made if fact.enterprise == firm.id for each in fact.evidence]
    told = {"segment": on.name(item.segment), "firm": on.name(firm)}
    if not item.holds:
        return on.computed(_("{segment}：只点名{firm}一家。", **told), evidence)
    held = names(item.held, most=4)
    text = _("{segment}：只点名{firm}一家，离不开它的本地产品 {n} 个：{held}。", **told)
    return on.computed(text.filled(n=item.holds, held=held), evidence)


def matters(on: ReportScene, year: int | None) -> ReportSection:
    """须协调的三件事: a question to settle, a number that does not fit, a gap of several chains.

    One of each as far as there are, then the next of each.
    """
    ways = (_questions(on, year), _findings(on), _shared(on))
    turns = (each for each in in_turn.from_iterable(zip_longest(*ways)) if each is not None)
    told = tuple(islice(turns, MATTERS))
    none = _("没有待核实的问题、规划中不合的数字或几条链共有的缺口。")
    return ReportSection(
        code="matters",
        heading=_("须协调的事").text(on.lang),
        sentences=told or (on.computed(none),),
    )


def _questions(on: ReportScene, year: int | None) -> Iterator[ReportSentence]:
    where = gap_chains(on.ws, on.terms)
    for each in verify(on.ws, on.terms, on.lang, year).items:
        if on.chain and on.chain.id not in where[each.gap]:
            continue
        whom = Listing([ask if isinstance(ask, str) else on.name(ask) for ask in each.ask[:3]])
        told = _("先核实（问{whom}）：{question}", whom=whom, question=each.question)
        yes, no = each.if_yes.text, each.if_no.text
        yield on.computed(_("{told}{yes}；{no}。", told=told, yes=yes, no=no))


def _findings(on: ReportScene) -> Iterator[ReportSentence]:
    """What does not fit; of one chain, that which names few other things first."""
    found = audit(on.ws, on.lang).items
    ordered = sorted(found, key=lambda item: len(item.about)) if on.chain else found
    for each in ordered:
        if on.chain is None or _concerns(on, each, on.chain.id):
            text = _(
                "规划中两处不合：{statement}（{arithmetic}）。",
                statement=each.statement,
                arithmetic=each.arithmetic,
            )
            figures = sorted(each.evidence, key=lambda e: not _has_digit(e.quote or ""))
            yield on.computed(text, figures)


def _has_digit(quote: str) -> bool:
    return any(each.isdigit() for each in quote)


def _concerns(on: ReportScene, found: AuditItem, chain: str) -> bool:
    return any(chain in concerned_chains(on.ws, _record(on, each)) for each in found.about)


def _record(on: ReportScene, ref: Ref) -> AnyRecord:
    found: AnyRecord = getattr(on.ws.facts, FIELD_OF_TYPE[ref.type])[ref.id]
    return found


def _shared(on: ReportScene) -> Iterator[ReportSentence]:
    for each in on.gaps:
        if len(each.chains) > 1 and each.segment and each.standing in ("confirmed", "to_settle"):
            chains = names(each.chains)
            text = _("{name}是几条链共有的：{chains}，宜一并办。", name=each.name, chains=chains)
            yield on.computed(text, each.evidence)
