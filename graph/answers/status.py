"""What a local status rests on: the facts that give it, or what it was concluded from."""

from collections.abc import Iterator, Mapping

from graph.analysis.targets import is_kind_unknown
from graph.answers.shapes.common import StatusGrounds
from graph.answers.words import STATUS
from graph.answers.workspace import Workspace
from graph.message import Message, _, p_
from graph.model import Claim, Evidence, Makes, Unlisted
from graph.model.plain_looks import COVERAGE
from graph.model.vocabulary import EnterpriseStatus, Lang, LocalStatus, StatusBasis
from graph.network.arrays import CAPTIVE, NONE, PRESENT, UNKNOWN
from graph.network.compile import STATUS_BY_MAKER
from graph.network.terms import Terms

_MAKERS: Mapping[LocalStatus, tuple[EnterpriseStatus, ...]] = {
    local: tuple(firm for firm, given in STATUS_BY_MAKER.items() if given == local)
    for local in ("made", "developing", "sought")
}


def status_grounds(ws: Workspace, terms: Terms, segment: str, lang: Lang) -> StatusGrounds:
    """Say what the status of a segment rests on, and remark what it does not say."""
    number = ws.network.number(segment)
    situation = ws.frame(terms).situation
    remark = _remark(ws, terms, number, lang)
    if situation.status[number] in {UNKNOWN, CAPTIVE}:
        return StatusGrounds(status_basis=None, status_evidence=(), status_remark=remark)
    sources = _concluded_from(ws, terms, number)
    if not sources:
        facts = list(deciding(ws, terms, segment))
        evidence = tuple(dict.fromkeys(e for fact in facts for e in _evidence(fact, lang)))
        basis = _basis(facts)
    else:
        evidence, basis = tuple(concluded(ws, terms, sources, lang)), "derived"
    return StatusGrounds(status_basis=basis, status_evidence=evidence, status_remark=remark)


def status_basis(ws: Workspace, terms: Terms, segment: str) -> StatusBasis | None:
    """Tell what the status of a segment rests on; none where there is nothing to rest on."""
    number = ws.network.number(segment)
    if ws.frame(terms).situation.status[number] in {UNKNOWN, CAPTIVE}:
        return None
    concluded_here = _concluded_from(ws, terms, number)
    return "derived" if concluded_here else _basis(list(deciding(ws, terms, segment)))


def _basis(facts: list[Claim | Makes | Unlisted]) -> StatusBasis:
    if any(isinstance(fact, Unlisted) for fact in facts):
        return "register"
    bases = {each.basis for fact in facts for each in fact.evidence}
    return "reported" if bases == {"reported"} else "stated"


def _evidence(fact: Claim | Makes | Unlisted, lang: Lang) -> tuple[Evidence, ...]:
    """Return what proves a fact; of a register also what was looked at in it, counted."""
    if not isinstance(fact, Unlisted) or fact.looked_at is None:
        return fact.evidence
    seen = fact.looked_at
    said = [_SEEN["looked_at"].text(lang, codes=_JOINT[lang].join(seen.codes), n=seen.firms)]
    if seen.closed:
        said.append(_SEEN["closed"].text(lang, n=seen.closed))
    if seen.enough:
        said.append(_SEEN["enough"].text(lang, why=seen.enough))
    note = _("；").text(lang).join((COVERAGE[seen.coverage].label(lang), *said))
    return tuple(each.model_copy(update={"note": note}) for each in fact.evidence)


def deciding(ws: Workspace, terms: Terms, segment: str) -> Iterator[Claim | Makes | Unlisted]:
    """List the facts on a segment that give it the status shown."""
    status = ws.local_status(terms, segment)
    if status == "unlisted":
        above = _regions(ws, terms, around=True)
        yield from (each for each in ws.unlisted.get(segment, ()) if each.region in above)
        return
    if status is not None and status in _MAKERS:
        yield from _makings(ws, terms, segment, _MAKERS[status])
    places = _regions(ws, terms, around=status == "absent")
    for claim in ws.claims.get(segment, ()):
        held = ("claim", claim.id) not in ws.past
        if held and claim.status == status and claim.region in places:
            yield claim


def _makings(
    ws: Workspace, terms: Terms, segment: str, wanted: tuple[EnterpriseStatus, ...]
) -> Iterator[Makes]:
    inside = _regions(ws, terms, around=False)
    for making in ws.makers.get(segment, ()):
        firm = ws.facts.enterprises[making.enterprise]
        place = firm.region or ws.facts.dataset.region
        if firm.status in wanted and place in inside and ("makes", making.id) not in ws.past:
            yield making


def _regions(ws: Workspace, terms: Terms, *, around: bool) -> frozenset[str]:
    """Name the region and what lies in it, or what it lies in."""
    situation = ws.frame(terms).situation
    return situation.around if around else situation.inside


def _concluded_from(ws: Workspace, terms: Terms, number: int) -> tuple[int, ...]:
    """Name what a status was concluded from; nothing where a fact on the segment gives it."""
    frame = ws.frame(terms)
    place, arrays = frame.situation, frame.arrays
    if place.status[number] == place.own[number]:
        return (place.covered[number],) if number in place.covered else ()
    status = place.status
    kinds = tuple(arrays.kinds.row(number))
    if status[number] > PRESENT:
        return kinds
    best = tuple(kind for kind in kinds if status[kind] == status[number])
    return best or tuple(arrays.sources.row(number))


def concluded(
    ws: Workspace, terms: Terms, sources: tuple[int, ...], lang: Lang
) -> Iterator[Evidence]:
    """Say from what something is concluded, then give the evidence of that, each once."""
    names = []
    for each in sources:
        record = ws.facts.segments[ws.network.ids[each]]
        status = ws.local_status(terms, record.id)
        name = record.name if lang == "zh" else record.name_en
        said = STATUS[lang][status] if status else _IN_HOUSE.text(lang)
        names.append(_("{name}（{said}）", name=name, said=said).text(lang))
    joined = _JOINT[lang].join(names)
    yield Evidence(basis="derived", note=_("由{names}推算", names=joined).text(lang))
    seen: set[int] = set()
    yield from dict.fromkeys(_grounds_of(ws, terms, sources, lang, seen))


def _grounds_of(
    ws: Workspace, terms: Terms, sources: tuple[int, ...], lang: Lang, seen: set[int]
) -> Iterator[Evidence]:
    for each in sources:
        if each in seen:
            continue
        seen.add(each)
        further = _concluded_from(ws, terms, each)
        yield from _grounds_of(ws, terms, further, lang, seen)
        for fact in () if further else deciding(ws, terms, ws.network.ids[each]):
            yield from _evidence(fact, lang)


def _remark(ws: Workspace, terms: Terms, number: int, lang: Lang) -> str | None:
    """Remark that the general is said to be absent, or that it is not known which kind is here."""
    frame = ws.frame(terms)
    place, arrays = frame.situation, frame.arrays
    if place.status[number] == UNKNOWN:
        above = arrays.parent[number]
        while above != NONE:
            if ws.local_status(terms, ws.network.ids[above]) == "absent":
                record = ws.facts.segments[ws.network.ids[above]]
                name = record.name if lang == "zh" else record.name_en
                return _REMARKS["general_absent"].text(lang, name=name)
            above = arrays.parent[above]
    if place.status[number] == UNKNOWN and _among_larger(ws, terms, number):
        return _REMARKS["larger_alone"].template(lang)
    if is_kind_unknown(frame, number):
        return _REMARKS["kind_unknown"].template(lang)
    return None


def _among_larger(ws: Workspace, terms: Terms, number: int) -> bool:
    """Tell whether a register of larger firms alone has no maker of a segment here."""
    segment, small = ws.network.ids[number], ws.registers.small_unknown
    return any(segment in small.get(each, ()) for each in _regions(ws, terms, around=True))


_IN_HOUSE: Message = p_("sentence", "厂内工序")
_SEEN: Mapping[str, Message] = {
    "looked_at": _("按行业代码 {codes} 查看 {n} 家，均已逐企核对，无人生产"),
    "closed": _("另有 {n} 家已注销或迁出"),
    "enough": _("规上即视为齐全：{why}"),
}
_JOINT: Mapping[Lang, str] = {"zh": "、", "en": ", "}
_REMARKS: Mapping[str, Message] = {
    "general_absent": _("只说缺乏“{name}”，没有说缺这一种"),
    "larger_alone": _("规上未见：规模以上企业中没有生产它的，规模以下不详"),
    "kind_unknown": _("种类未知：先问做的是哪一种"),
}
