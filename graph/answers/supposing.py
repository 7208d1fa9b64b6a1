"""What is supposed: names to records, checked against one another, and each told in a sentence."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graph.analysis.targets import descendants
from graph.answers.called import RefName, names
from graph.answers.names import resolve
from graph.answers.offered import ACTIONS, SupposedAction
from graph.answers.shapes import Ref
from graph.answers.shapes.what_if import SupposedItem
from graph.answers.workspace import Workspace
from graph.errors import AmbiguousNameError, SuppositionError, UnknownNameError
from graph.message import Listing, Message, _, p_
from graph.model import RecordType
from graph.model.vocabulary import Lang
from graph.network.supposed import Supposition
from graph.network.terms import Terms

BOTH: tuple[SupposedAction, ...] = ("close", "land")
"""What can be supposed of enterprises, too; the others are of segments alone."""
CONTRARY = (frozenset({"close", "absent"}), frozenset({"land", "here"}))
WORDS: Mapping[SupposedAction, Message] = {
    "close": _("关停"),
    "land": _("落地"),
    "stop": _("断购"),
    "unflag": _("不算市场可采购"),
    "here": _("设为本地有"),
    "absent": _("设为本地没有"),
}
"""What each action is called, as buttons and sentences name it."""


class Supposed(NamedTuple):
    """One thing that is supposed of one record."""

    action: SupposedAction
    ref: Ref


def read(ws: Workspace, wanted: Mapping[SupposedAction, Iterable[str]]) -> tuple[Supposed, ...]:
    """Find the records that names mean, each once.

    Raise `UnknownNameError`, `AmbiguousNameError`, and `SuppositionError` where nothing is supposed
    or one thing contradicts another.
    """
    found = dict.fromkeys(
        Supposed(action, record(ws, name, action))
        for action in ACTIONS
        for name in wanted.get(action, ())
    )
    if not found:
        raise SuppositionError(reason=_("没有写明关停、落地或改变什么"))
    for ref in {each.ref for each in found}:
        actions = {each.action for each in found if each.ref == ref}
        if all(actions & side for side in CONTRARY):
            said = Listing([WORDS[each] for each in ACTIONS if each in actions], _("又"))
            reason = _("“{name}”不能既{said}", name=RefName(ref), said=said)
            raise SuppositionError(reason=reason)
    return tuple(found)


def record(ws: Workspace, name: str, action: SupposedAction) -> Ref:
    """Find the enterprise or segment of a name; `enterprise:`, `segment:` before it say which."""
    sort, colon, rest = name.partition(":")
    if colon and sort in {"enterprise", "segment"} and (action in BOTH or sort == "segment"):
        kind: RecordType = "enterprise" if sort == "enterprise" else "segment"
        return ws.ref(kind, resolve(ws, rest, kind))
    if action not in BOTH:
        return ws.ref("segment", resolve(ws, name, "segment"))
    found: list[Ref] = []
    near: list[str] = []
    for kind in ("enterprise", "segment"):
        try:
            found.append(ws.ref(kind, resolve(ws, name, kind)))
        except UnknownNameError as error:
            near += error.suggestions
    if not found:
        raise UnknownNameError(name=name, what="firm_or_segment", suggestions=near[:6])
    if len(found) > 1:
        ids = [f"{each.type}:{each.id}" for each in found]
        raise AmbiguousNameError(name=name, what="firm_or_segment", suggestions=ids)
    return found[0]


def supposition(ws: Workspace, terms: Terms, supposed: Iterable[Supposed]) -> Supposition:
    """Put together what is supposed; closing or stopping a segment takes its kinds along."""
    by: dict[tuple[SupposedAction, str], set[str]] = {}
    for action, ref in supposed:
        by.setdefault((action, ref.type), set()).add(ref.id)
    segments = {action: by.get((action, "segment"), set()) for action in ACTIONS}
    here = segments["land"] | segments["here"]
    return Supposition(
        region=terms.region or ws.facts.dataset.region,
        closed=frozenset(by.get(("close", "enterprise"), ())),
        landed=frozenset(by.get(("land", "enterprise"), ())),
        absent=frozenset((_with_kinds(ws, segments["close"]) | segments["absent"]) - here),
        here=frozenset(here),
        untraded=frozenset(_flagged(ws, _with_kinds(ws, segments["stop"]) | segments["unflag"])),
    )


def _with_kinds(ws: Workspace, segments: Iterable[str]) -> set[str]:
    frame = ws.frame(Terms())
    numbers = {ws.network.number(each) for each in segments}
    kinds = {kind for each in numbers for kind in descendants(frame, each)}
    return {ws.network.ids[each] for each in numbers | kinds}


def _flagged(ws: Workspace, segments: Iterable[str]) -> set[str]:
    return {each for each in segments if ws.facts.segments[each].traded is not None}


class Compared(NamedTuple):
    """Before and after, for telling what a supposition does."""

    before: Workspace
    after: Workspace
    terms: Terms


def item(told: Compared, supposed: Supposed, lang: Lang) -> SupposedItem:
    """Tell one thing that is supposed, and whether it changes anything by itself."""
    action, ref = supposed
    tell = _of_firm if ref.type == "enterprise" else _of_segment
    changes, text = tell(told, supposed)
    also = _leaning(told, ref.id) if (action, ref.type) == ("close", "enterprise") else ()
    if changes and also:
        text = _(
            "{text}；说本地有{also}的句子点的也是它，可一并关停再看", text=text, also=names(also)
        )
    return SupposedItem(
        action=action,
        ref=ref,
        changes=changes,
        text=text.text(lang),
        also=also if changes else (),
    )


def _leaning(told: Compared, firm: str) -> tuple[Ref, ...]:
    """List what is said to be here, or to come, in sentences alone that name the firm."""
    ws = told.before
    record = ws.facts.enterprises[firm]
    called = (record.name, *record.aliases)
    found = {
        claim.segment
        for claim in ws.facts.claims.values()
        if claim.status not in {"absent", "sought"}
        and all(e.quote and any(name in e.quote for name in called) for e in claim.evidence)
    }
    return tuple(ws.ref("segment", each) for each in sorted(found))


def _of_firm(told: Compared, supposed: Supposed) -> tuple[bool, Message]:
    ws, ref = told.before, supposed.ref
    name, status = RefName(ref), ws.facts.enterprises[ref.id].status
    products = [ws.ref("segment", each.segment) for each in ws.products.get(ref.id, ())]
    if supposed.action == "close" and status == "suspended":
        return False, _STOPPED_ALREADY.filled(name=name)
    if supposed.action == "land" and status == "operating":
        return False, _("{name}已经在产：落地什么都不改变", name=name)
    if not products:
        return False, _("资料没有写{name}生产什么：在供应关系上什么都不改变", name=name)
    did = _did(supposed.action, status)
    touched = [each for each in products if _differs(told, each.id)]
    if not touched:
        kept = names(products)
        return False, _(
            "{name}{did}：{products}的状态另有依据，不变", name=name, did=did, products=kept
        )
    each_product = Listing([_product(told, each) for each in touched], _("；"))
    return True, _("{name}{did}：{products}", name=name, did=did, products=each_product)


def _did(action: SupposedAction, status: str) -> Message:
    if action == "land":
        return p_("did", "恢复生产") if status == "suspended" else p_("did", "落地投产")
    return p_("did", "停产") if status == "operating" else p_("did", "不来了")


def _product(told: Compared, ref: Ref) -> Message:
    name = RefName(ref)
    before, after = (_available(ws, told.terms, ref.id) for ws in (told.before, told.after))
    if before != after:
        return (_GONE if before else _COME).filled(name=name)
    if not after:
        return _("{name}少了一项打算", name=name)
    makers = told.after.makers_here(told.terms, ref.id)
    if len(makers) == 1:
        return _("{name}点名的只有{firm}一家", name=name, firm=names(makers))
    if makers:
        return _("{name}点名的企业 {n} 家", name=name, n=len(makers))
    return _("{name}没有了点名的企业，但资料另说本地有", name=name)


_STOPPED_ALREADY = _("{name}已经停产，资料里它本来就不再生产：再关停一次什么都不改变")
_GONE = _("{name}没有了已知的生产者")
_COME = _("{name}本地有了")


def _of_segment(told: Compared, supposed: Supposed) -> tuple[bool, Message]:
    action, ref = supposed
    if action in {"stop", "unflag"}:
        return _of_boundary(told, supposed)
    if told.before.facts.segments[ref.id].captive:
        text = _("{name}是厂内工序，在产品的工厂里完成，不单独有或没有：什么都不改变")
        return False, text.filled(name=RefName(ref))
    return (_of_arrival if action in {"land", "here"} else _of_loss)(told, ref)


def _of_boundary(told: Compared, supposed: Supposed) -> tuple[bool, Message]:
    action, ref = supposed
    meant = _with_kinds(told.before, [ref.id]) if action == "stop" else {ref.id}
    if not _flagged(told.before, meant):
        return False, _("{name}本来就不算市场可采购：什么都不改变", name=RefName(ref))
    if not told.terms.boundary.traded:
        return False, _("这个边界本来就什么都不外购：{name}什么都不改变", name=RefName(ref))
    return True, _UNTRADED[action].filled(name=RefName(ref))


_UNTRADED: Mapping[SupposedAction, Message] = {
    "stop": _("{name}（连同它的各个种类）不再能从市场买到"),
    "unflag": _("不再把{name}算作市场可采购：只看本地有没有"),
}


def _of_arrival(told: Compared, ref: Ref) -> tuple[bool, Message]:
    if _available(told.before, told.terms, ref.id):
        return False, _("{name}本地本来就有：什么都不改变", name=RefName(ref))
    return _differs(told, ref.id), _("设想本地有企业生产{name}", name=RefName(ref))


def _of_loss(told: Compared, ref: Ref) -> tuple[bool, Message]:
    name = RefName(ref)
    if not any(_differs(told, each) for each in _with_kinds(told.before, [ref.id])):
        return False, _("资料本来就说本地没有{name}：什么都不改变", name=name)
    before, after = (_available(ws, told.terms, ref.id) for ws in (told.before, told.after))
    if not before:
        return True, _("本来就不知道本地有没有{name}；设为没有，“也许有”的余地也没有了", name=name)
    if after:
        return True, _("{name}还有一种在本地，所以仍算有", name=name)
    return True, _("设想本地不再有企业生产{name}", name=name)


def _differs(told: Compared, segment: str) -> bool:
    place, other = (ws.frame(told.terms).situation for ws in (told.before, told.after))
    number = told.before.network.number(segment)
    return (place.own[number], place.makers[number]) != (other.own[number], other.makers[number])


def _available(ws: Workspace, terms: Terms, segment: str) -> bool:
    number = ws.network.number(segment)
    return bool(ws.frame(terms).situation.certain.available[number])
