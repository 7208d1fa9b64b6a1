"""Each answer in a sentence; what is known of it stands in the body, by id."""

from collections.abc import Sequence
from typing import Protocol

from graph.answers.shapes import (
    ClosureBody,
    DatasetsBody,
    DependenceBody,
    EnterpriseBody,
    GapBody,
    GapsBody,
    PathBody,
    PriorityBody,
    Ref,
    SearchBody,
    SegmentBody,
    SynergiesBody,
    SynergyBody,
    WhyNotBody,
)
from graph.answers.shapes.leads import LeadsBody
from graph.answers.words import STANDING, gap_kind
from graph.message import Listing, Message, _
from graph.model import Record
from graph.model.vocabulary import Lang
from viz import style


class Counted(Protocol):
    """A list: its items, or some of them, how many there are, and where it goes on."""

    @property
    def items(self) -> tuple[Record, ...]:
        """The items listed."""
        ...

    @property
    def total(self) -> int:
        """How many there are in all."""
        ...

    @property
    def next(self) -> str | None:
        """What `cursor` has to be for the next ones."""
        ...


def verbatim(sentence: str) -> Message:
    """A sentence that the answer has itself."""
    return _("{sentence}", sentence=sentence)


def several(sentences: Sequence[str]) -> Message:
    """Sentences that the answer has itself."""
    return _("{sentence}", sentence="\n".join(sentences))


def listed(body: Counted) -> Message:
    """How many there are, how many are listed, how to get the others."""
    shown = len(body.items)
    if body.next is None:
        return _("共 {total} 条，列出 {shown} 条", total=body.total, shown=shown)
    return _(
        "共 {total} 条，列出 {shown} 条；续取用 cursor={next}",
        total=body.total,
        shown=shown,
        next=body.next,
    )


def datasets(body: DatasetsBody) -> Message:
    """Which datasets there are."""
    return _("数据集：{names}", names=Listing(f"{each.title} ({each.id})" for each in body.items))


def search(body: SearchBody, q: str) -> Message:
    """How many records have the name, and how many sentences say it."""
    return _(
        "“{q}”：{total} 条记录，{passages} 处原文",
        q=q,
        total=body.total,
        passages=body.passages_total,
    )


def segment(body: SegmentBody, lang: Lang) -> Message:
    """Whether it is here, who makes it, how many gaps are on it."""
    told = {
        "name": body.name,
        "status": style.status_look(body.local_status).label(lang),
        "gaps": len(body.gaps),
    }
    if not body.makers:
        return _("{name}：{status}；未见已知生产企业；缺口 {gaps} 个", **told)
    return _(
        "{name}：{status}；生产企业 {makers}；缺口 {gaps} 个", makers=_names(body.makers), **told
    )


def enterprise(body: EnterpriseBody, lang: Lang) -> Message:
    """Whether it works, and what it makes."""
    status = style.ENTERPRISE[body.status].label(lang)
    made = [each.segment for each in body.makes]
    if not made:
        return _("{name}：{status}；产品未写明", name=body.name, status=status)
    return _("{name}：{status}；生产 {made}", name=body.name, status=status, made=_names(made))


def gaps(body: GapsBody, lang: Lang) -> Message:
    """How many there are of each standing."""
    counts = Listing(f"{STANDING[lang][code]} {n}" for code, n in body.standings.items() if n)  # type: ignore[index] # codes of standings
    return _("{listed}（{counts}）", listed=listed(body), counts=counts)


def gap(body: GapBody, lang: Lang) -> Message:
    """What it is, and what would settle it."""
    told = {
        "name": body.name,
        "kind": gap_kind(body.kind, body.standing, lang),
        "standing": STANDING[lang][body.standing],
    }
    if not body.settles:
        return _("{name}：{kind}，{standing}", **told)
    return _("{name}：{kind}，{standing}；{settles}", settles=body.settles, **told)


def why_not(body: WhyNotBody) -> Message:
    """The reasons, or the gap that it is."""
    reasons = Listing((each.text for each in body.reasons), _("；"))
    if body.gap is not None and body.standing == "confirmed":
        return _(
            "{name} 是缺口（{gap}）：{reasons}",
            name=body.target.name,
            gap=body.gap.id,
            reasons=reasons,
        )
    return _("{name} 不是确认缺口：{reasons}", name=body.target.name, reasons=reasons)


def closure(body: ClosureBody) -> Message:
    """How much is upstream, or downstream."""
    if body.direction == "up":
        return _("{name} 的上游：{listed}", name=body.segment.name, listed=listed(body))
    return _("{name} 的下游：{listed}", name=body.segment.name, listed=listed(body))


def path(body: PathBody) -> Message:
    """How many steps it takes, and on which ways."""
    ends = {"source": body.source.name, "target": body.target.name}
    if body.steps is None:
        return _("{source} 与 {target} 之间没有供应路径", **ends)
    ways = ("→".join(step.segment.name for step in each) for each in body.paths)
    return _(
        "{source} 到 {target} 经 {steps} 步供应：{ways}",
        steps=body.steps,
        ways=Listing(ways, _("；")),
        **ends,
    )


def synergies(body: SynergiesBody) -> Message:
    """How many pairs there are, and which stand closest."""
    names = {each.id: each.name for each in body.chains}
    first = (f"{names[cell.a]}–{names[cell.b]}" for cell in body.cells[:3])
    return _(
        "{pairs} 对之间有联系；联系最多的：{first}", pairs=len(body.cells), first=Listing(first)
    )


def synergy(body: SynergyBody) -> Message:
    """How many ties of each kind there are."""
    return _(
        "{a} 与 {b}：规划写明 {stated} 处，供应 {supplies} 处，共同投入 {inputs}，"
        "共同企业 {makers}，共同缺口 {gaps}",
        a=body.a.name,
        b=body.b.name,
        stated=len(body.stated),
        supplies=len(body.supplies) + len(body.supplied_by),
        inputs=len(body.shared_inputs),
        makers=len(body.shared_makers),
        gaps=len(body.shared_gaps),
    )


def priority(body: PriorityBody) -> Message:
    """Which comes first."""
    if not body.first:
        return _("没有可排先后的缺口")
    first = Listing(f"{line.rank} {line.gap.name} ({line.score:.1f})" for line in body.first[:3])
    return _("{listed}；先补：{first}", listed=listed(body), first=first)


def dependence(body: DependenceBody) -> Message:
    """How many have a single maker."""
    return _("{listed}；{single} 个环节只点名一家", listed=listed(body), single=body.single)


def leads(body: LeadsBody) -> Message:
    """How many there are, and how many are late."""
    return _("{listed}；逾期 {late} 条", listed=listed(body), late=body.late)


def _names(refs: Sequence[Ref]) -> Listing:
    return Listing(each.name for each in refs)
